/**
 * Owns one session with a client: the open documents, the desk, the words, and the way of a keystroke between them.
 * `server.ts` connects it to the protocol.
 */
import { CodeLensRefreshRequest, TextDocuments } from 'vscode-languageserver';
import type { Connection, InitializeParams } from 'vscode-languageserver';
import { Wording, languageOf } from './convert/wording.ts';
import type { Desk } from './core/engine/desk.ts';
import type { FigureRule } from './core/rules/figure/index.ts';
import { factSource } from './core/facts/offers.ts';
import { quietDesk } from './core/ignores/quiet-desk.ts';
import { severityIn, shownIn } from './core/modes.ts';
import { metas } from './core/rules/index.ts';
import type { Draft } from './core/text/draft.ts';
import { MeasureCache } from './core/stage/index.ts';
import { outlines } from './core/text/sections/index.ts';
import { LinesAsFound } from './documents/lines-as-found.ts';
import { Scheduler } from './documents/scheduler.ts';
import { snapshots } from './documents/store.ts';
import type { Snapshot } from './documents/store.ts';
import type { ActionSupport } from './features/code-actions.ts';
import type { FactDesk } from './features/facts.ts';
import { FactSheets } from './features/fact-sheets.ts';
import { WorkspaceIndex } from './features/echoes/workspace-index.ts';
import { Listing } from './features/listing.ts';
import { Completer } from './features/completer.ts';
import { Publisher } from './features/publisher.ts';
import type { Stage } from './features/stage.ts';
import { markdownReader } from './markup/markdown.ts';
import { countsMethod } from './protocol.ts';
import type { ClientOptions, CountsParams, StatusResult } from './protocol.ts';
import { Beginning } from './session/beginning.ts';
import { ClientSettings } from './session/client-settings.ts';
import { Learning } from './session/learning.ts';
import { Looking } from './session/looking.ts';
import { makeDesk } from './session/make-desk.ts';
import { capped, withoutDictionary } from './session/notices.ts';
import { Speaker } from './session/speaker.ts';
import { supportOf } from './session/support.ts';
import type { Settings } from './settings/parse.ts';
import { Segmenter } from './words/segmenter.ts';

/** One client and its drafts. */
export class Session {
  readonly documents: TextDocuments<Snapshot>;
  /** Without what is ignored. */
  readonly desk: Desk;
  /** Without what the mode hides, too. */
  readonly shown: Desk;
  readonly listing: Listing;
  readonly figures: FigureRule;
  readonly sheets: FactSheets;
  /** The drafts of the workspace that are not open. */
  readonly index: WorkspaceIndex;
  readonly scheduler: Scheduler;
  readonly words: Segmenter;
  readonly learning: Learning;
  wording = new Wording('zh', metas);
  support: ActionSupport = supportOf({}, {});
  /** The structure of a draft. */
  readonly outline = outlines();
  readonly completer = new Completer(this.outline);
  readonly #connection: Connection;
  readonly #publisher: Publisher;
  readonly #looking: Looking;
  readonly #speaker: Speaker;
  readonly #settings: ClientSettings;
  readonly #measures = new MeasureCache();
  /** Drafts are not looked at before the settings are known; see `initialized`. */
  readonly #beginning = new Beginning(() => {
    this.sheets.configure(this.#settings.now.factSheets);
    this.index.configure(this.#settings.now);
    for (const snapshot of this.documents.all()) this.scheduler.request(snapshot.uri);
  });
  #links = false; // whether each finding carries the address of its rule's page
  #refreshesLenses = false;

  /** `home` is the folder of the bundles; `page` knows where a rule is explained. */
  constructor(connection: Connection, home: string, page: (rule: string) => string | undefined) {
    this.#connection = connection;
    this.#speaker = new Speaker(connection, () => this.wording);
    this.#settings = new ClientSettings(connection, this.#speaker, (settings) => {
      this.listing.configure();
      this.sheets.configure(settings.factSheets);
      if (this.#beginning.begun) this.index.configure(settings);
    });
    this.words = new Segmenter(home, (reason) => {
      connection.console.warn(`words: ${reason}`);
      this.#speaker.tell('words', withoutDictionary);
    });
    // The desk configures the rules as it is made, when there is no index yet.
    const made: { index?: WorkspaceIndex } = {};
    const { desk, echoes, figures } = makeDesk(connection, this.words, this.outline, this.#settings.now.desk, () =>
      made.index?.forgotten(),
    );
    this.figures = figures;
    this.completer.add(factSource(() => figures.book));
    this.listing = new Listing({
      connection,
      desk,
      wording: () => this.wording,
      open: () => this.documents.all().map(({ uri }) => uri),
      settled: (uri) => this.settled(uri),
      publish: (uri) => this.#publisher.publish(uri),
      settings: () => this.#settings.now.desk,
      tell: (key, text) => this.#speaker.tell(key, text),
      refolder: (uris) => {
        this.sheets.refolder(uris);
        this.index.refolder(uris);
      },
      own: () => this.support.commands,
    });
    this.desk = this.listing.desk;
    this.sheets = new FactSheets({
      connection,
      figures: this.figures,
      wording: () => this.wording,
      changed: (uris) => {
        this.#looking.refresh(uris);
        if (this.settings.figureSource) this.#refreshLenses();
      },
      shown: (uri) => this.documents.get(uri)?.draft !== undefined,
      publish: (uri) => this.#publisher.publish(uri),
      tell: (key, text) => this.#speaker.tell(key, text),
    });
    this.index = made.index = new WorkspaceIndex({
      connection,
      echoes,
      wording: () => this.wording,
      changed: (uris) => this.#looking.refresh(uris),
      tell: (key, text) => this.#speaker.tell(key, text),
    });
    this.shown = quietDesk(this.desk, (_uri, findings) => findings.filter((one) => severityIn(this.#settings.now.mode, one) !== undefined));
    this.documents = new TextDocuments(snapshots(markdownReader, () => this.#settings.now.maxCharacters));
    this.learning = new Learning({
      desk: this.desk,
      words: this.words,
      snapshotOf: (uri) => this.documents.get(uri),
      published: () => this.#publisher,
    });
    this.#looking = new Looking({
      desk: this.desk,
      learning: this.learning,
      speaker: this.#speaker,
      snapshotOf: (uri) => this.documents.get(uri),
      published: () => this.#publisher,
      before: () => this.listing.takePhrases(),
      most: () => this.#settings.now.maxCharacters,
      wording: () => this.wording,
      counts: (counts) => this.#sendCounts(counts),
      closed: (uri) => this.index.closed(uri),
    });
    this.scheduler = new Scheduler(this.#looking);
    const lines = new LinesAsFound({
      foundIn: (uri) => this.desk.draft(uri),
      snapshotOf: (uri) => this.documents.get(uri),
      otherwise: (uri) => this.index.drafts.lines(uri),
    });
    this.#publisher = new Publisher({
      wording: () => this.wording,
      page: (rule) => (this.#links ? page(rule) : undefined),
      snapshotOf: (uri) => this.documents.get(uri),
      linesOf: (uri) => lines.of(uri),
      findingsOf: (uri) => this.desk.findings(uri),
      rest: () => this.#looking.rest(),
      tellAhead: (uri) => !this.desk.isUnderWay() && this.#looking.tellAhead(uri),
      isLookedAt: ({ uri, draft }) => draft !== undefined && this.desk.draft(uri) === draft,
      shownOf: (findings) => shownIn(this.#settings.now.mode, findings),
      limits: () => this.#settings.now,
      // A fact sheet that is open as text keeps what is wrong with its rows.
      extraOf: (uri) => this.sheets.faultsOf(uri),
      send: (publication) => this.#speaker.quietly(connection.sendDiagnostics(publication)),
      counts: (counts) => this.#sendCounts(counts),
      tellCapped: (uri, shown, found) => this.#speaker.tell(`capped ${uri}`, capped(uri, shown, found)),
    });
  }

  /** Takes what the client says of itself. */
  initialize(params: InitializeParams): void {
    const options = (params.initializationOptions ?? {}) as ClientOptions;
    this.wording = new Wording(languageOf(params.locale), metas);
    this.support = supportOf(params.capabilities, options);
    this.#links = params.capabilities.textDocument?.publishDiagnostics?.codeDescriptionSupport === true && options.linksRules !== true;
    this.listing.initialize(params);
    this.sheets.initialize(params);
    this.index.initialize(params, options);
    this.completer.initialize(params.capabilities, options.asksWhenCalled);
    this.#refreshesLenses = params.capabilities.workspace?.codeLens?.refreshSupport === true;
    this.#settings.initialize(params.capabilities, options.settings);
  }

  /** Asks for the settings once the client is ready, and to be told when they change. */
  async initialized(): Promise<void> {
    this.#speaker.quietly(this.listing.register());
    this.#speaker.quietly(this.sheets.register());
    await this.#settings.initialized();
    this.#beginning.soon();
    try {
      if (this.#settings.answers) await this.reconfigure(undefined);
    } finally {
      this.#beginning.now();
    }
  }

  /** A document was opened or changed. */
  changed(uri: string): void {
    if (this.#beginning.begun) this.scheduler.request(uri);
    else this.#beginning.soon();
  }

  /** Takes new settings: asks for them where the client can answer, else uses what came with the notification. */
  async reconfigure(pushed: unknown): Promise<void> {
    if (!(await this.#settings.renew(pushed))) return;
    this.#looking.reset();
    for (const snapshot of this.documents.all()) this.changed(snapshot.uri);
    this.#refreshLenses();
  }

  #refreshLenses(): void {
    if (this.#refreshesLenses) this.#speaker.quietly(this.#connection.sendRequest(CodeLensRefreshRequest.type));
  }

  /** The snapshot of an open draft with its findings up to date. */
  settled(uri: string): (Snapshot & { readonly draft: Draft }) | undefined {
    if (this.#beginning.begun) this.scheduler.flush(uri);
    const snapshot = this.documents.get(uri);
    if (!snapshot?.draft) return undefined;
    // Before the settings are known an answer is given, but nothing is published.
    if (!this.#beginning.begun) this.desk.put(snapshot.draft);
    return { ...snapshot, draft: snapshot.draft };
  }

  /** Forgets a closed draft and clears its findings. */
  close(uri: string): void {
    this.#looking.forget(uri);
    this.#speaker.forget(`capped ${uri}`);
    this.listing.close(uri);
    this.#publisher.clear(uri);
    this.scheduler.request(uri);
  }

  /** What the fact sheets are asked of. */
  get facts(): FactDesk {
    return { desk: this.shown, figures: this.figures, words: this.words, wording: this.wording };
  }

  /** The settings as they are now. */
  get settings(): Settings {
    return this.#settings.now;
  }

  /** What is needed to measure an open draft; paragraphs that did not change are not measured again. */
  stage(uri: string): Stage | undefined {
    const snapshot = this.settled(uri);
    if (!snapshot?.draft) return undefined;
    return {
      snapshot,
      outline: this.outline(snapshot.draft),
      findings: this.desk.findings(uri),
      settings: this.#settings.now.stage,
      cache: this.#measures,
      wording: this.wording,
    };
  }

  /** How the server is. */
  status(): StatusResult {
    const { state } = this.words;
    return {
      words: state.by,
      ...(state.by === 'fallback' && { reason: state.reason }),
      drafts: this.documents.all().length,
      unchecked: this.#looking.unchecked(),
    };
  }

  /** Says a thing that asks for no answer. */
  readonly inform = (message: string): void => this.#speaker.inform(message);

  /** Stops all work. Resolves when nothing is written to the disk any more; the words may still be at it. */
  stop(): Promise<void> {
    this.#beginning.stop();
    this.scheduler.stop();
    this.learning.stop();
    this.#publisher.stop();
    void this.words.stop();
    return this.index.stop();
  }

  #sendCounts(counts: CountsParams): void {
    if (!this.support.commands) return;
    const ignored = this.listing.ignoredHoles(counts.uri);
    this.#speaker.quietly(this.#connection.sendNotification(countsMethod, ignored > 0 ? { ...counts, ignored } : counts));
  }
}
