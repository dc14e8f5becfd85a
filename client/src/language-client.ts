/** Owns the server as the rest of the client sees it: it starts, restarts and stops, and answers requests that are our own. */
import { Disposable, EventEmitter, l10n, window, workspace } from 'vscode';
import type { LogOutputChannel, Uri } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import {
  finalMethod,
  holesMethod,
  ignoredMethod,
  reviewMethod,
  skeletonMethod,
  speechKindsMethod,
  stageMethod,
  statusMethod,
} from '../../server/src/protocol.ts';
import type {
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
import type * as late from './connection.ts';
import type { RulePages } from './rule-pages.ts';

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
  #connection: late.Connection | undefined;
  #library: Promise<typeof late> | undefined;
  #disposed = false;
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
      workspace.onDidChangeTextDocument(({ document }) => void (checked.has(document) && this.#connection?.touch())),
      window.onDidChangeActiveTextEditor((editor) => void (editor && checked.has(editor.document) && this.#connection?.touch())),
      workspace.onDidGrantWorkspaceTrust(() => this.#connection?.trust()),
      checked.onDidChange(() => (this.#connection ? void this.restart() : this.startWhenNeeded())),
    );
  }

  /** Starts the server if a document is open that it is to check. */
  startWhenNeeded(): void {
    if (this.#connection || !workspace.textDocuments.some((document) => this.#checked.has(document))) return;
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
    this.#disposed = true;
    this.#subscriptions.dispose();
    void this.#end().finally(() => {
      this.#counted.dispose();
      this.#relisted.dispose();
      this.#stopped.dispose();
      this.output.dispose();
    });
  }

  async #started(): Promise<LanguageClient> {
    const library = await (this.#library ??= this.#load());
    await this.#gone;
    if (this.#disposed) throw new Error('the extension has been stopped');
    return (this.#connection ??= this.#create(library)).started();
  }

  /** Loads the language client. It is most of the code, so VS Code first hears that the extension is active. */
  async #load(): Promise<typeof late> {
    await new Promise((resolve) => setImmediate(resolve));
    try {
      return await import('./connection.ts');
    } catch (error) {
      this.output.error('the language client is missing', error instanceof Error ? error : String(error));
      void window.showErrorMessage(l10n.t('Drafts are not checked: the checking service has stopped.'));
      throw error;
    }
  }

  #end(): Promise<void> {
    const connection = this.#connection;
    this.#connection = undefined;
    connection?.expectEnd();
    if (connection) this.#gone = this.#gone.then(() => connection.close());
    return this.#gone;
  }

  #create({ Connection }: typeof late): late.Connection {
    return new Connection({
      module: this.#module,
      checked: this.#checked,
      pages: this.#pages,
      storage: this.#storage,
      output: this.output,
      counted: (counts) => this.#counted.fire(counts),
      relisted: () => this.#relisted.fire(),
      stopped: () => this.#stopped.fire(),
    });
  }
}
