/**
 * Owns one server from its start to its end, by the language client; it may have been restarted in between. Most of the
 * client's code hangs on this file: it is a bundle of its own, which `language-client.ts` loads when a server is needed.
 */
import { Uri, workspace } from 'vscode';
import type { LogOutputChannel } from 'vscode';
import { RevealOutputChannelOn, State, TransportKind } from 'vscode-languageclient/node';
import type { LanguageClient, ServerOptions } from 'vscode-languageclient/node';
import { countsMethod, ignoredChangedMethod, statusMethod, trustedMethod } from '../../server/src/protocol.ts';
import type { ClientOptions, CountsParams } from '../../server/src/protocol.ts';
import type { CheckedDocuments } from './checked-documents.ts';
import { Heartbeat } from './heartbeat.ts';
import { QuietClient } from './quiet-client.ts';
import type { RulePages } from './rule-pages.ts';
import { ServerTrouble } from './server-trouble.ts';
import { languagesAskedWhenCalled } from './writing/quick-suggestions.ts';
import { stillAsking } from './writing/still-asking.ts';

const debugPort = 6009;
const stopMilliseconds = 2000;
const beatMilliseconds = 3000;

/** A server that stands at a breakpoint does not hang. */
const isDebugged = process.execArgv.some((argument) => /^--(?:inspect|debug)/.test(argument));

/** What a connection needs, and whom it tells. */
export interface ConnectionDeps {
  /** The path of the server's bundle. */
  readonly module: string;
  readonly checked: CheckedDocuments;
  readonly pages: RulePages;
  /** Where the server may keep texts. */
  readonly storage: Uri | undefined;
  readonly output: LogOutputChannel;
  /** A draft has been looked at. */
  readonly counted: (counts: CountsParams) => void;
  /** Other findings may be ignored than before. */
  readonly relisted: () => void;
  /** The server is gone and nothing it said holds any more. */
  readonly stopped: () => void;
}

/** A server that runs, or is about to. */
export class Connection {
  readonly #deps: ConnectionDeps;
  readonly #trouble: ServerTrouble;
  readonly #heartbeat: Heartbeat;
  readonly #client: LanguageClient;

  constructor(deps: ConnectionDeps) {
    this.#deps = deps;
    this.#trouble = new ServerTrouble(() => this.#kill());
    this.#client = this.#createClient();
    this.#heartbeat = new Heartbeat({
      ask: async () => this.#client.state === State.Running && !isDebugged && (await this.#client.sendRequest(statusMethod)),
      beat: (callback) => void setTimeout(callback, beatMilliseconds),
      hangs: () => {
        deps.output.error('the server does not answer');
        this.#trouble.hangs();
      },
    });
  }

  /** The client once the server is up. Rejects if it does not start or has been given up; the user has been told then. */
  async started(): Promise<LanguageClient> {
    if (this.#trouble.isOver) throw new Error('the server has been given up');
    try {
      await this.#client.start();
    } catch (error) {
      this.#deps.output.error('the server did not start', asError(error));
      // One that had been up is started again when it dies on its way: that is for its end to decide, not for its start.
      if (!this.#trouble.hasBeenUp) {
        this.#kill();
        this.#trouble.sayItIsOver();
      }
      throw error;
    }
    return this.#client;
  }

  /** A person does something that the server answers to. */
  touch(): void {
    this.#heartbeat.touch();
  }

  /** The workspace is trusted now. */
  trust(): void {
    void this.#client.sendNotification(trustedMethod);
  }

  /** From now on nothing is restarted and nothing is said. To be called before `close`. */
  expectEnd(): void {
    this.#trouble.expectEnd();
  }

  /** Ends the server, in good order if it can. */
  async close(): Promise<void> {
    const { serverProcess } = this.#client; // forgotten by the client once it has asked it to go
    try {
      // Only a running server can be asked to go; one that hangs on its way up cannot.
      if (this.#client.state === State.Running) await this.#client.dispose(stopMilliseconds);
      else serverProcess?.kill('SIGKILL');
    } catch (error) {
      this.#deps.output.warn('the server did not stop in good order', asError(error));
      // The library would have a shell do it.
      serverProcess?.kill('SIGKILL');
    }
    this.#deps.stopped();
  }

  #kill(): void {
    this.#client.serverProcess?.kill('SIGKILL');
  }

  #createClient(): LanguageClient {
    const { module, checked, pages, storage, output, counted, relisted, stopped } = this.#deps;
    const run = { module, transport: TransportKind.ipc };
    const options: ServerOptions = { run, debug: { ...run, options: { execArgv: ['--nolazy', `--inspect=${debugPort}`] } } };
    const client = new QuietClient('speechDraft', '讲稿 Speech Draft', options, {
      documentSelector: [...checked.selector],
      outputChannel: output,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      synchronize: { configurationSection: 'speechDraft' },
      initializationOptions: (): ClientOptions => ({
        commands: true,
        linksRules: true,
        trusted: workspace.isTrusted,
        asksWhenCalled: languagesAskedWhenCalled(),
        ...(storage?.scheme === 'file' && { storage: Uri.joinPath(storage, 'drafts').fsPath }),
        settings: workspace.getConfiguration().get<unknown>('speechDraft'),
      }),
      middleware: {
        handleDiagnostics: (uri, diagnostics, next) => next(uri, pages.link(diagnostics)),
        provideCompletionItem: async (document, position, context, token, next) =>
          stillAsking(document, position, await next(document, position, context, token)),
      },
      initializationFailedHandler: () => false,
      errorHandler: this.#trouble,
    });
    client.onNotification(ignoredChangedMethod, relisted);
    client.onNotification(countsMethod, counted);
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Running) this.#trouble.cameUp();
      if (newState === State.Stopped) stopped();
    });
    return client;
  }
}

function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}
