/** Owns the connection to the server: start, restart, stop, and the requests that are our own. */
import { Disposable, EventEmitter, Uri, window, workspace } from 'vscode';
import type { LogOutputChannel } from 'vscode';
import { RevealOutputChannelOn, State, TransportKind } from 'vscode-languageclient/node';
import type { LanguageClient, ServerOptions } from 'vscode-languageclient/node';
import {
  countsMethod,
  finalMethod,
  holesMethod,
  ignoredChangedMethod,
  ignoredMethod,
  reviewMethod,
  skeletonMethod,
  speechKindsMethod,
  stageMethod,
  statusMethod,
  trustedMethod,
} from '../../server/src/protocol.ts';
import type {
  ClientOptions,
  CountsParams,
  FinalParams,
  FinalResult,
  HolesParams,
  HolesResult,
  IgnoredResult,
  PlainSpeechKind,
  ReviewParams,
  ReviewResult,
  SkeletonParams,
  SkeletonResult,
  StageParams,
  StageResult,
  StatusResult,
} from '../../server/src/protocol.ts';
import type { CheckedDocuments } from './checked-documents.ts';
import { Heartbeat } from './heartbeat.ts';
import { QuietClient } from './quiet-client.ts';
import { languagesAskedWhenCalled } from './writing/quick-suggestions.ts';
import { stillAsking } from './writing/still-asking.ts';
import type { RulePages } from './rule-pages.ts';
import { ServerTrouble } from './server-trouble.ts';

const debugPort = 6009;
const stopMilliseconds = 2000;
const beatMilliseconds = 3000;

/** A server that stands at a breakpoint does not hang. */
const isDebugged = process.execArgv.some((argument) => /^--(?:inspect|debug)/.test(argument));

/** One server from its start to its end; it may have been restarted in between by the language client. */
interface Life {
  readonly client: LanguageClient;
  readonly trouble: ServerTrouble;
  readonly heartbeat: Heartbeat;
}

/** The server as the rest of the client sees it: it starts by itself when it is needed. */
export class LanguageServer implements Disposable {
  /** Its log. */
  readonly output: LogOutputChannel = window.createOutputChannel('讲稿 Speech Draft', { log: true });
  readonly #module: string;
  readonly #checked: CheckedDocuments;
  readonly #pages: RulePages;
  readonly #storage: Uri | undefined;
  readonly #counted = new EventEmitter<CountsParams>();
  readonly #relisted = new EventEmitter<void>();
  readonly #stopped = new EventEmitter<void>();
  readonly #subscriptions: Disposable;
  #life: Life | undefined;
  /** Two servers at a time would offer the same commands twice: the next one waits until the last one is gone. */
  #gone: Promise<void> = Promise.resolve();

  /** Fires when a draft has been looked at. */
  readonly onCounts = this.#counted.event;
  /** Fires when other findings may be ignored than before. */
  readonly onRelisted = this.#relisted.event;
  /** Fires when the server is gone and nothing it said holds any more. */
  readonly onStopped = this.#stopped.event;

  /** `module` is the path of the server's bundle, `pages` are those of the rules; in `storage` the server may keep texts. */
  constructor(module: string, checked: CheckedDocuments, pages: RulePages, storage?: Uri) {
    this.#module = module;
    this.#checked = checked;
    this.#pages = pages;
    this.#storage = storage;
    this.#subscriptions = Disposable.from(
      workspace.onDidOpenTextDocument(() => this.startWhenNeeded()),
      workspace.onDidChangeTextDocument(({ document }) => void (checked.has(document) && this.#life?.heartbeat.touch())),
      window.onDidChangeActiveTextEditor((editor) => void (editor && checked.has(editor.document) && this.#life?.heartbeat.touch())),
      workspace.onDidGrantWorkspaceTrust(() => void this.#life?.client.sendNotification(trustedMethod)),
      checked.onDidChange(() => (this.#life ? void this.restart() : this.startWhenNeeded())),
    );
  }

  /** Starts the server if a document is open that it is to check. */
  startWhenNeeded(): void {
    if (this.#life || !workspace.textDocuments.some((document) => this.#checked.has(document))) return;
    this.#started().catch(() => undefined); // told to the user and logged where it failed
  }

  /** Stops the server and starts a new one. Rejects if that does not start; the user has been told then. */
  async restart(): Promise<void> {
    await this.#end();
    await this.#started();
  }

  /** Every hole of an open document. Rejects if the server cannot be had. */
  async holes(uri: string): Promise<HolesResult> {
    const params: HolesParams = { textDocument: { uri } };
    return (await this.#started()).sendRequest<HolesResult>(holesMethod, params);
  }

  /** How long an open document is. Rejects if the server cannot be had. */
  async stage(params: StageParams): Promise<StageResult> {
    return (await this.#started()).sendRequest<StageResult>(stageMethod, params);
  }

  /** The kinds of speeches that can be begun. Rejects if the server cannot be had. */
  async speechKinds(): Promise<readonly PlainSpeechKind[]> {
    return (await this.#started()).sendRequest<PlainSpeechKind[]>(speechKindsMethod);
  }

  /** A new speech. Rejects if the server cannot be had. */
  async skeleton(params: SkeletonParams): Promise<SkeletonResult> {
    return (await this.#started()).sendRequest<SkeletonResult>(skeletonMethod, params);
  }

  /** The genre of a speech and its usual parts. Rejects if the server cannot be had. */
  async review(params: ReviewParams): Promise<ReviewResult> {
    return (await this.#started()).sendRequest<ReviewResult>(reviewMethod, params);
  }

  /** What is left in an open draft, and whether it is finished. Rejects if the server cannot be had. */
  async finalCheck(params: FinalParams): Promise<FinalResult> {
    return (await this.#started()).sendRequest<FinalResult>(finalMethod, params);
  }

  /** All that is ignored. Rejects if the server cannot be had. */
  async ignored(): Promise<IgnoredResult> {
    return (await this.#started()).sendRequest<IgnoredResult>(ignoredMethod);
  }

  /** How the server is. Rejects if it cannot be had. */
  async status(): Promise<StatusResult> {
    return (await this.#started()).sendRequest<StatusResult>(statusMethod);
  }

  /** The answer to one of the requests of `protocol.ts`. Rejects if the server cannot be had. */
  async ask<Result>(method: string, params?: unknown): Promise<Result> {
    return (await this.#started()).sendRequest<Result>(method, params);
  }

  dispose(): void {
    this.#subscriptions.dispose();
    void this.#end().finally(() => {
      this.#counted.dispose();
      this.#relisted.dispose();
      this.#stopped.dispose();
      this.output.dispose();
    });
  }

  async #started(): Promise<LanguageClient> {
    await this.#gone;
    const { client, trouble } = (this.#life ??= this.#create());
    if (trouble.isOver) throw new Error('the server has been given up');
    try {
      await client.start();
    } catch (error) {
      this.output.error('the server did not start', asError(error));
      // One that had been up is started again when it dies on its way: that is for its end to decide, not for its start.
      if (!trouble.hasBeenUp) {
        client.serverProcess?.kill('SIGKILL');
        trouble.sayItIsOver();
      }
      throw error;
    }
    return client;
  }

  #end(): Promise<void> {
    const life = this.#life;
    this.#life = undefined;
    if (life) this.#gone = this.#gone.then(() => this.#close(life));
    return this.#gone;
  }

  async #close({ client, trouble }: Life): Promise<void> {
    trouble.expectEnd();
    const { serverProcess } = client; // forgotten by the client once it has asked it to go
    try {
      // Only a running server can be asked to go; one that hangs on its way up cannot.
      if (client.state === State.Running) await client.dispose(stopMilliseconds);
      else serverProcess?.kill('SIGKILL');
    } catch (error) {
      this.output.warn('the server did not stop in good order', asError(error));
      // The library would have a shell do it.
      serverProcess?.kill('SIGKILL');
    }
    this.#stopped.fire();
  }

  #create(): Life {
    const run = { module: this.#module, transport: TransportKind.ipc };
    const options: ServerOptions = { run, debug: { ...run, options: { execArgv: ['--nolazy', `--inspect=${debugPort}`] } } };
    const trouble = new ServerTrouble(() => client.serverProcess?.kill('SIGKILL'));
    const client: LanguageClient = new QuietClient('speechDraft', '讲稿 Speech Draft', options, {
      documentSelector: [...this.#checked.selector],
      outputChannel: this.output,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      synchronize: { configurationSection: 'speechDraft' },
      initializationOptions: (): ClientOptions => ({
        commands: true,
        linksRules: true,
        trusted: workspace.isTrusted,
        asksWhenCalled: languagesAskedWhenCalled(),
        ...(this.#storage?.scheme === 'file' && { storage: Uri.joinPath(this.#storage, 'drafts').fsPath }),
        settings: workspace.getConfiguration().get<unknown>('speechDraft'),
      }),
      middleware: {
        handleDiagnostics: (uri, diagnostics, next) => next(uri, this.#pages.link(diagnostics)),
        provideCompletionItem: async (document, position, context, token, next) =>
          stillAsking(document, position, await next(document, position, context, token)),
      },
      initializationFailedHandler: () => false,
      errorHandler: trouble,
    });
    client.onNotification(ignoredChangedMethod, () => this.#relisted.fire());
    client.onNotification(countsMethod, (counts: CountsParams) => this.#counted.fire(counts));
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Running) trouble.cameUp();
      if (newState === State.Stopped) this.#stopped.fire();
    });
    const heartbeat = new Heartbeat({
      ask: async () => client.state === State.Running && !isDebugged && (await client.sendRequest(statusMethod)),
      beat: (callback) => void setTimeout(callback, beatMilliseconds),
      hangs: () => {
        if (this.#life?.client !== client) return;
        this.output.error('the server does not answer');
        trouble.hangs();
      },
    });
    return { client, trouble, heartbeat };
  }
}

function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}
