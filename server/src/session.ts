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
import { ClientSettings } from './session/client-settings.ts';
import { makeDesk } from './session/make-desk.ts';
import { capped, tooLong, withoutDictionary } from './session/notices.ts';
import { Speaker } from './session/speaker.ts';
import { supportOf } from './session/support.ts';
import type { Settings } from './settings/parse.ts';
import { Segmenter } from './words/segmenter.ts';

/** What one slice of a long draft may hold, in characters: a few milliseconds of work. */
const slice = 20_000;

/** How long the client is waited for when it is asked for the settings, in milliseconds. */
const settingsPatience = 1000;

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
  wording = new Wording('zh', metas);
  support: ActionSupport = supportOf({}, {});
  /** The structure of a draft. */
  readonly outline = outlines();
  readonly completer = new Completer(this.outline);
  readonly #connection: Connection;
  readonly #publisher: Publisher;
  readonly #unchecked = new Map<string, string>();
  readonly #speaker: Speaker;
  readonly #settings: ClientSettings;
  readonly #measures = new MeasureCache();
  /** Whether each finding carries the address of its rule's page. */
  #links = false;
  #refreshesLenses = false;
  /** Drafts are not looked at before the settings are known; see `initialized`. */
  #ready = false;
  #patience: NodeJS.Timeout | undefined;

  /** `home` is the folder of the bundles; `page` knows where a rule is explained. */
  constructor(connection: Connection, home: string, page: (rule: string) => string | undefined) {
    this.#connection = connection;
    this.#speaker = new Speaker(connection, () => this.wording);
    this.#settings = new ClientSettings(connection, this.#speaker, (settings) => {
      this.listing.configure();
      this.sheets.configure(settings.factSheets);
      if (this.#ready) this.index.configure(settings);
    });
    this.words = new Segmenter(home, (reason) => this.#tellFallback(reason));
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
        this.#refresh(uris);
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
      changed: (uris) => this.#refresh(uris),
      tell: (key, text) => this.#speaker.tell(key, text),
    });
    this.shown = quietDesk(this.desk, (_uri, findings) => findings.filter((one) => severityIn(this.#settings.now.mode, one) !== undefined));
    this.documents = new TextDocuments(snapshots(markdownReader, () => this.#settings.now.maxCharacters));
    this.scheduler = new Scheduler({ slice: (uri) => this.#slice(uri), finish: (uri) => this.#finish(uri) });
    this.#publisher = new Publisher({
      wording: () => this.wording,
      page: (rule) => (this.#links ? page(rule) : undefined),
      snapshotOf: (uri) => this.documents.get(uri),
      linesOf: (uri) => this.documents.get(uri)?.lines ?? this.index.drafts.lines(uri),
      findingsOf: (uri) => this.desk.findings(uri),
      shownOf: (findings) => shownIn(this.#settings.now.mode, findings),
      limits: () => this.#settings.now,
      send: (uri, version, diagnostics) =>
        // A fact sheet that is open as text keeps what is wrong with its rows.
        this.#speaker.quietly(
          connection.sendDiagnostics({
            uri,
            diagnostics: [...diagnostics, ...this.sheets.faultsOf(uri)],
            ...(version !== undefined && { version }),
          }),
        ),
      counts: (counts) => {
        const ignored = this.listing.ignoredHoles(counts.uri);
        this.#sendCounts(ignored > 0 ? { ...counts, ignored } : counts);
      },
      tellCapped: (uri, shown, found) => this.#speaker.tell(`capped ${uri}`, capped(uri, shown, found)),
    });
  }

  /** Takes what the client says of itself. */
  initialize(params: InitializeParams): void {
    const { workspace, textDocument } = params.capabilities;
    const options = (params.initializationOptions ?? {}) as ClientOptions;
    this.wording = new Wording(languageOf(params.locale), metas);
    this.support = supportOf(params.capabilities, options);
    this.#links = textDocument?.publishDiagnostics?.codeDescriptionSupport === true && options.linksRules !== true;
    this.listing.initialize(params);
    this.sheets.initialize(params);
    this.index.initialize(params, options);
    this.completer.initialize(params.capabilities, options.asksWhenCalled);
    this.#refreshesLenses = workspace?.codeLens?.refreshSupport === true;
    this.#settings.initialize(params.capabilities, options.settings);
  }

  /** Asks for the settings once the client is ready, and to be told when they change. */
  async initialized(): Promise<void> {
    this.#speaker.quietly(this.listing.register());
    this.#speaker.quietly(this.sheets.register());
    await this.#settings.initialized();
    // A client that does not answer must not keep the drafts unchecked.
    this.#patience ??= setTimeout(() => this.#begin(), settingsPatience);
    try {
      if (this.#settings.answers) await this.reconfigure(undefined);
    } finally {
      this.#begin();
    }
  }

  /** A document was opened or changed. */
  changed(uri: string): void {
    if (this.#ready) this.scheduler.request(uri);
    else this.#patience ??= setTimeout(() => this.#begin(), settingsPatience);
  }

  #begin(): void {
    clearTimeout(this.#patience);
    if (this.#ready) return;
    this.#ready = true;
    this.sheets.configure(this.#settings.now.factSheets);
    this.index.configure(this.#settings.now);
    for (const snapshot of this.documents.all()) this.scheduler.request(snapshot.uri);
  }

  /** Takes new settings: asks for them where the client can answer, else uses what came with the notification. */
  async reconfigure(pushed: unknown): Promise<void> {
    if (!(await this.#settings.renew(pushed))) return;
    this.#unchecked.clear();
    for (const snapshot of this.documents.all()) this.changed(snapshot.uri);
    this.#refreshLenses();
  }

  #refreshLenses(): void {
    if (this.#refreshesLenses) this.#speaker.quietly(this.#connection.sendRequest(CodeLensRefreshRequest.type));
  }

  /** The snapshot of an open draft with its findings up to date. */
  settled(uri: string): (Snapshot & { readonly draft: Draft }) | undefined {
    if (this.#ready) this.scheduler.flush(uri);
    const snapshot = this.documents.get(uri);
    if (!snapshot?.draft) return undefined;
    // Before the settings are known an answer is given, but nothing is published.
    const { draft } = snapshot;
    if (!this.#ready) this.desk.put(draft);
    return { ...snapshot, draft };
  }

  /** Forgets a closed draft and clears its findings. */
  close(uri: string): void {
    this.scheduler.cancel(uri);
    this.#unchecked.delete(uri);
    this.#speaker.forget(`capped ${uri}`);
    this.#speaker.forget(`unchecked ${uri}`);
    this.listing.close(uri);
    const changed = this.desk.remove(uri);
    this.#publisher.clear(uri);
    this.#publisher.publishSoon(changed);
    this.index.closed(uri);
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
    const { wording } = this;
    const findings = this.desk.findings(uri);
    return {
      snapshot,
      outline: this.outline(snapshot.draft),
      findings,
      settings: this.#settings.now.stage,
      cache: this.#measures,
      wording,
    };
  }

  /** How the server is. */
  status(): StatusResult {
    const { state } = this.words;
    return {
      words: state.by,
      ...(state.by === 'fallback' && { reason: state.reason }),
      drafts: this.documents.all().length,
      unchecked: [...this.#unchecked].map(([uri, reason]) => ({ uri, reason })),
    };
  }

  /** Says a thing that asks for no answer. */
  inform(message: string): void {
    this.#speaker.inform(message);
  }

  /** Stops all work. */
  stop(): void {
    clearTimeout(this.#patience);
    this.scheduler.stop();
    this.index.stop();
    this.#publisher.stop();
    this.words.release();
  }

  #slice(uri: string): boolean {
    const draft = this.documents.get(uri)?.draft;
    return draft === undefined || this.desk.prepare(draft, slice);
  }

  #finish(uri: string): void {
    const snapshot = this.documents.get(uri);
    if (!snapshot) return;
    if (!snapshot.draft) return this.#leaveUnchecked(snapshot);
    this.#unchecked.delete(uri);
    const changed = new Set([...this.listing.takePhrases(), ...this.desk.put(snapshot.draft)]);
    this.#publisher.publish(uri);
    changed.delete(uri);
    this.#publisher.publishSoon(changed);
    void this.learn(uri, snapshot.version);
  }

  /** Shows drafts anew whose findings changed by something else than an edit. */
  #refresh(uris: ReadonlySet<string>): void {
    for (const uri of uris) {
      const snapshot = this.documents.get(uri);
      if (!snapshot?.draft) continue;
      this.#publisher.publish(uri);
      void this.learn(uri, snapshot.version);
    }
  }

  /** Asks for the words of what was found; when they are there, the messages say more. */
  async learn(uri: string, version: number): Promise<void> {
    const wants = this.desk.wants(uri);
    if (wants.length === 0) return;
    await this.words.ask(wants);
    if (this.documents.get(uri)?.version !== version) return;
    const changed = new Set(this.desk.learn([uri]));
    if (changed.delete(uri)) this.#publisher.publish(uri);
    this.#publisher.publishSoon(changed);
  }

  #leaveUnchecked(snapshot: Snapshot): void {
    const { uri, lines } = snapshot;
    if (this.#unchecked.has(uri)) return;
    this.desk.remove(uri);
    this.#publisher.clear(uri);
    const text = tooLong(uri, lines.text.length, this.#settings.now.maxCharacters);
    const unchecked = this.wording.pick(text);
    this.#unchecked.set(uri, unchecked);
    this.#sendCounts({ uri, holes: 0, repeats: 0, others: 0, kinds: [], unchecked });
    this.#speaker.tell(`unchecked ${uri}`, text);
  }

  #tellFallback(reason: string): void {
    this.#connection.console.warn(`words: ${reason}`);
    this.#speaker.tell('words', withoutDictionary);
  }

  #sendCounts(counts: CountsParams): void {
    if (this.support.commands) this.#speaker.quietly(this.#connection.sendNotification(countsMethod, counts));
  }
}
