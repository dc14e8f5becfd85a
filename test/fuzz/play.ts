/**
 * Owns playing a session against the real server over streams, and what must hold: no error, every place inside its
 * text, and at every check the same findings as a server that has just been started.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { CancellationTokenSource, LSPErrorCodes, ResponseError } from 'vscode-languageserver/node';
import type { Diagnostic, PublishDiagnosticsParams } from 'vscode-languageserver/node';
import { indexLines } from '../../server/src/convert/positions.ts';
import type { LineIndex } from '../../server/src/convert/positions.ts';
import { startClient } from '../support/client.ts';
import type { TestClient } from '../support/client.ts';
import { applied, rangeIn } from './places.ts';
import type { Edit, Step } from './steps.ts';
import { byUri, difference, misplaced } from './valid.ts';

/** How long a server may take until it shows what a fresh one shows, in milliseconds. */
const patience = 3000;
const rules = ['placeholder', 'numbering', 'figure', 'repeated-sentence', 'repeated-paragraph', 'stock-phrase'];

interface OpenDraft {
  readonly language: string;
  readonly version: number;
  readonly lines: LineIndex;
}

/** Plays the steps. Returns what went wrong, or `undefined`. */
export async function play(steps: readonly Step[], snippets: string): Promise<string | undefined> {
  const folder = mkdtempSync(join(tmpdir(), 'speech-draft-fuzz-'));
  mkdirSync(join(folder, '.vscode'));
  writeFileSync(join(folder, '数据表.csv'), '指标,数值,单位\n投资,12.5,亿元\n粮食总产量,45.2,万吨\n');
  const session = new Played(folder, snippets);
  try {
    await session.start();
    for (const [index, step] of steps.entries()) {
      await session.take(step);
      if (session.fault !== undefined) return `step ${index + 1} of ${steps.length} (${step.do}): ${session.fault}`;
    }
    return undefined;
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  } finally {
    await session.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** One session: what the client knows, and the first thing that went wrong. */
class Played {
  fault: string | undefined;
  readonly #folder: string;
  readonly #snippets: string;
  readonly #open = new Map<string, OpenDraft>();
  /** The texts that a version had, with the uri before the number: a wrong client may give a number twice. */
  readonly #texts = new Map<string, LineIndex[]>();
  readonly #history = new Map<string, LineIndex[]>();
  readonly #last = new Map<string, PublishDiagnosticsParams>();
  #settings: unknown = { caretDelay: 0 };
  #version = 0;
  #asked: Promise<unknown>[] = [];
  #client!: TestClient;

  constructor(folder: string, snippets: string) {
    this.#folder = folder;
    this.#snippets = snippets;
  }

  async start(): Promise<void> {
    this.#client = await this.#connect();
    this.#client.connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => this.#shown(params));
  }

  async stop(): Promise<void> {
    await this.#client.stop();
  }

  /** Takes one step; a step that is not possible is left out. */
  async take(step: Step): Promise<void> {
    switch (step.do) {
      case 'open':
        return this.#openDraft(this.#uriOf(step.name), step.language, step.text);
      case 'copy': {
        const from = this.#pick(step.draft);
        return from && this.#openDraft(this.#uriOf(step.name), from.language, from.lines.text);
      }
      case 'edit':
        return this.#edit(step.draft, step.edits, step.stale === true);
      case 'close': {
        const uri = this.#pick(step.draft)?.uri;
        return uri === undefined ? undefined : this.#close(uri);
      }
      case 'rename': {
        const from = this.#pick(step.draft);
        if (!from) return;
        this.#close(from.uri);
        return this.#openDraft(this.#uriOf(step.name), from.language, from.lines.text);
      }
      case 'stray': {
        const uri = `${this.#uriOf(step.name)}-never-opened`;
        this.#client.change(uri, 1, [{ text: 'X亿元' }]);
        return this.#client.close(uri);
      }
      case 'configure':
        return this.#configure(step.settings);
      case 'list':
        writeFileSync(join(this.#folder, '.vscode', 'speech-draft.json'), step.content);
        return this.#watched();
      case 'ask':
        return void this.#asked.push(this.#ask(step));
      case 'ignore':
        return this.#ignore(step);
      case 'pause':
        return breathe(3);
      case 'check':
        return this.#check();
    }
  }

  #connect(): Promise<TestClient> {
    const capabilities = {
      workspace: { configuration: true, workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} } },
      textDocument: { publishDiagnostics: { codeDescriptionSupport: true, relatedInformation: true } },
    };
    const initializationOptions = { commands: true };
    const folder = pathToFileURL(this.#folder).href;
    const setup = { folder, capabilities, initializationOptions, settings: this.#settings, snippets: this.#snippets };
    return startClient(setup).then((client) => {
      client.connection.onNotification('window/logMessage', ({ type, message }: { type: number; message: string }) => {
        if (type === 1) this.fault ??= `the server logs an error: ${message}`;
      });
      return client;
    });
  }

  #uriOf(name: string): string {
    return name === 'plain' ? 'untitled:Untitled-1' : pathToFileURL(join(this.#folder, name)).href;
  }

  #pick(draft: number): (OpenDraft & { uri: string }) | undefined {
    const entry = [...this.#open][draft % Math.max(1, this.#open.size)];
    return entry && { uri: entry[0], ...entry[1] };
  }

  #openDraft(uri: string, language: string, text: string): void {
    // A client that opens twice is a wrong one; the newer text holds.
    this.#remember(uri, { language, version: ++this.#version, lines: indexLines(text) });
    const textDocument = { uri, languageId: language, version: this.#version, text };
    void this.#client.connection.sendNotification('textDocument/didOpen', { textDocument });
  }

  #edit(draft: number, edits: readonly Edit[], stale: boolean): void {
    const before = this.#pick(draft);
    if (!before) return;
    const { changes, lines } = applied(before.lines, edits);
    const version = stale ? Math.max(0, before.version - 1) : ++this.#version;
    this.#remember(before.uri, { language: before.language, version, lines });
    this.#client.change(before.uri, version, changes);
  }

  #remember(uri: string, draft: OpenDraft): void {
    this.#open.set(uri, draft);
    this.#history.set(uri, [...(this.#history.get(uri) ?? []), draft.lines].slice(-200));
    const key = `${draft.version} ${uri}`;
    this.#texts.set(key, [...(this.#texts.get(key) ?? []), draft.lines]);
  }

  #close(uri: string): void {
    this.#open.delete(uri);
    this.#client.close(uri);
  }

  #configure(settings: unknown): void {
    const isObject = typeof settings === 'object' && settings !== null && !Array.isArray(settings);
    if (!isObject) this.#client.configure(settings);
    // What is held back at the caret comes later and only there; a fresh start knows no caret.
    this.#settings = { ...(isObject ? settings : {}), caretDelay: 0 };
    this.#client.configure(this.#settings);
  }

  #watched(): void {
    const uri = pathToFileURL(join(this.#folder, '.vscode', 'speech-draft.json')).href;
    void this.#client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 2 }] });
  }

  async #ask({ what, draft, place, cancel }: Step & { do: 'ask' }): Promise<void> {
    const target = this.#pick(draft);
    const uri = target?.uri ?? 'file:///not-open.txt';
    const range = rangeIn(target?.lines ?? indexLines(''), place);
    const params = {
      textDocument: { uri },
      position: range.start,
      positions: [range.start, range.end],
      range,
      selections: [range],
      context: { diagnostics: this.#last.get(uri)?.diagnostics ?? [], includeDeclaration: true, triggerKind: 1 },
    };
    const before = this.#textsNow();
    const source = new CancellationTokenSource();
    const answer = this.#client.connection.sendRequest(what, params, source.token);
    if (cancel) source.cancel();
    try {
      const result = await answer;
      // What is asked with a place that is nowhere may be answered with it.
      if (place.wrong) return;
      // An answer that waited for something holds for one of the texts since then.
      const since = (this.#history.get(uri) ?? []).map((lines) => new Map([...before, [uri, lines]]));
      const faults = [before, this.#textsNow(), ...since].map((texts) => misplaced(result, uri, texts));
      if (!faults.includes(undefined)) this.fault ??= `${what}: ${faults[0]}`;
    } catch (error) {
      const isCancelled = error instanceof ResponseError && error.code === LSPErrorCodes.RequestCancelled;
      if (!isCancelled) this.fault ??= `${what} is answered with an error: ${String(error)}`;
    }
  }

  /** Ignores one of the findings that are shown, or one that is not; drafts on no disk have no list to compare with. */
  async #ignore({ draft, finding, scope, undo }: Step & { do: 'ignore' }): Promise<void> {
    const target = this.#pick(draft);
    if (!target?.uri.startsWith('file:')) return;
    const diagnostics = this.#last.get(target.uri)?.diagnostics ?? [];
    const one = diagnostics[finding % Math.max(1, diagnostics.length)];
    const range = one?.range ?? rangeIn(target.lines, { at: 0.5, length: 1 });
    const given = { uri: target.uri, rule: one?.code ?? rules[finding % rules.length], range, scope };
    type Done = { undo?: { command: string; argument: unknown } } | null;
    const run = (command: string, argument: unknown): Promise<Done> =>
      this.#client.connection.sendRequest('workspace/executeCommand', { command, arguments: [argument] });
    try {
      const result = await run('speechDraft.server.ignore', given);
      if (undo && result?.undo) await run(result.undo.command, result.undo.argument);
    } catch (error) {
      this.fault ??= `ignoring is answered with an error: ${String(error)}`;
    }
  }

  #shown(params: PublishDiagnosticsParams): void {
    const { uri, version, diagnostics } = params;
    this.#last.set(uri, params);
    const texts = this.#texts.get(`${version} ${uri}`) ?? [];
    const own = diagnostics.map(({ range }) => ({ range }));
    const faults = texts.map((lines) => misplaced(own, uri, new Map([[uri, lines]])));
    if (diagnostics.length > 0 && !faults.includes(undefined)) this.fault ??= `published: ${faults[0] ?? 'for no version'}`;
  }

  async #check(): Promise<void> {
    await Promise.all(this.#asked);
    this.#asked = [];
    this.#history.clear();
    const fresh = await this.#connect();
    const shown = new Map<string, Diagnostic[]>();
    fresh.connection.onNotification('textDocument/publishDiagnostics', ({ uri, diagnostics }: PublishDiagnosticsParams) => {
      shown.set(uri, diagnostics);
    });
    try {
      for (const [uri, { language, version, lines }] of this.#open) {
        const textDocument = { uri, languageId: language, version, text: lines.text };
        void fresh.connection.sendNotification('textDocument/didOpen', { textDocument });
      }
      const deadline = Date.now() + patience;
      let fault = await this.#differs(fresh, shown);
      while (fault !== undefined && Date.now() < deadline) {
        await new Promise((resolve) => setTimeout(resolve, 20));
        fault = await this.#differs(fresh, shown);
      }
      this.fault ??= fault;
    } finally {
      await fresh.stop();
    }
    // What no one can be shown for any more.
    const kept = [...this.#open].map(([uri, { version, lines }]): [string, LineIndex[]] => [`${version} ${uri}`, [lines]]);
    this.#texts.clear();
    for (const [key, texts] of kept) this.#texts.set(key, texts);
  }

  /** What a fresh server shows otherwise, or what is misplaced, at the moment. */
  async #differs(fresh: TestClient, shown: ReadonlyMap<string, readonly Diagnostic[]>): Promise<string | undefined> {
    for (let turn = 0; turn < this.#open.size + 2; turn += 1) await Promise.all([this.#client.status(), fresh.status()]);
    const [ours, theirs] = await Promise.all([this.#client.status(), fresh.status()]);
    if ([ours.words, theirs.words].includes('loading')) return 'the words are not there';
    if (!isDeepStrictEqual(byUri(ours.unchecked), byUri(theirs.unchecked)))
      return `unchecked: ${JSON.stringify(ours.unchecked)}, fresh: ${JSON.stringify(theirs.unchecked)}`;
    const texts = this.#textsNow();
    for (const uri of new Set([...this.#last.keys(), ...this.#open.keys()])) {
      const now = this.#last.get(uri);
      const should = shown.get(uri);
      const diagnostics = now?.diagnostics ?? [];
      if (!isDeepStrictEqual(diagnostics, should ?? [])) return difference(uri, diagnostics, should ?? []);
      const version = this.#open.get(uri)?.version;
      if (now?.version !== undefined && now.version !== version) return `${uri}: shown for ${now.version}, not ${version}`;
      const fault = misplaced(diagnostics, uri, texts);
      if (fault !== undefined) return fault;
    }
    return undefined;
  }

  #textsNow(): Map<string, LineIndex> {
    return new Map([...this.#open].map(([uri, { lines }]) => [uri, lines]));
  }
}

async function breathe(turns: number): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}
