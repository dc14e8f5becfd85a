/**
 * Owns playing a session against the real server over streams, and what must hold: no error, every place inside its
 * text, and at every check the same findings as a server that has just been started.
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { FileChangeType } from 'vscode-languageserver/node';
import type { PublishDiagnosticsParams } from 'vscode-languageserver/node';
import { indexLines } from '../../server/src/convert/positions.ts';
import { startClient } from '../support/client.ts';
import type { TestClient } from '../support/client.ts';
import { ask, ignore } from './asking.ts';
import { differsFromFresh } from './fresh.ts';
import { Known } from './known.ts';
import { applied } from './places.ts';
import type { Edit, Step } from './steps.ts';

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

/** One session: its client, and the first thing that went wrong. */
class Played {
  fault: string | undefined;
  readonly #folder: string;
  readonly #snippets: string;
  readonly #known = new Known();
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
    this.#client.connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) =>
      this.#judge(this.#known.shown(params)),
    );
  }

  async stop(): Promise<void> {
    await this.#client.stop();
  }

  /** Takes one step; a step that is not possible is left out. */
  async take(step: Step): Promise<void> {
    switch (step.do) {
      case 'open':
        return this.#open(this.#uriOf(step.name), step.language, step.text);
      case 'copy': {
        const from = this.#known.pick(step.draft);
        return from && this.#open(this.#uriOf(step.name), from.language, from.lines.text);
      }
      case 'edit':
        return this.#edit(step.draft, step.edits, step.stale === true);
      case 'close': {
        const uri = this.#known.pick(step.draft)?.uri;
        return uri === undefined ? undefined : this.#close(uri);
      }
      case 'reopen': {
        const from = this.#known.pick(step.draft);
        if (!from) return;
        this.#close(from.uri);
        return this.#open(from.uri, from.language, from.lines.text);
      }
      case 'rename': {
        const from = this.#known.pick(step.draft);
        const to = this.#uriOf(step.name);
        if (!from) return;
        this.#close(from.uri);
        this.#open(to, from.language, from.lines.text);
        return this.#send('workspace/didRenameFiles', { files: [{ oldUri: from.uri, newUri: to }] });
      }
      case 'stray': {
        const uri = `${this.#uriOf(step.name)}-never-opened`;
        this.#client.change(uri, 1, [{ text: 'X亿元' }]);
        return this.#client.close(uri);
      }
      case 'configure':
        return this.#configure(step.settings);
      case 'list':
        return this.#write(join('.vscode', 'speech-draft.json'), step.content);
      case 'disk':
        return this.#write(step.name, step.content);
      case 'ask':
        return void this.#asked.push(ask(this.#client, this.#known, step).then((fault) => this.#judge(fault)));
      case 'ignore':
        return this.#judge(await ignore(this.#client, this.#known, step));
      case 'pause':
        return breathe(3);
      case 'check':
        return this.#check();
    }
  }

  #judge(fault: string | undefined): void {
    this.fault ??= fault;
  }

  #send(what: string, params: unknown): void {
    void this.#client.connection.sendNotification(what, params);
  }

  async #connect(): Promise<TestClient> {
    const capabilities = {
      workspace: { configuration: true, workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} } },
      textDocument: { publishDiagnostics: { codeDescriptionSupport: true, relatedInformation: true } },
    };
    const initializationOptions = { commands: true };
    const folder = pathToFileURL(this.#folder).href;
    const setup = { folder, capabilities, initializationOptions, settings: this.#settings, snippets: this.#snippets };
    const client = await startClient(setup);
    client.connection.onNotification('window/logMessage', ({ type, message }: { type: number; message: string }) => {
      if (type === 1) this.#judge(`the server logs an error: ${message}`);
    });
    return client;
  }

  #uriOf(name: string): string {
    return name === 'plain' ? 'untitled:Untitled-1' : pathToFileURL(join(this.#folder, name)).href;
  }

  #open(uri: string, language: string, text: string): void {
    // A client that opens twice is a wrong one; the newer text holds.
    this.#known.remember(uri, { language, version: ++this.#version, lines: indexLines(text) });
    this.#send('textDocument/didOpen', { textDocument: { uri, languageId: language, version: this.#version, text } });
  }

  #edit(draft: number, edits: readonly Edit[], stale: boolean): void {
    const before = this.#known.pick(draft);
    if (!before) return;
    const { changes, lines } = applied(before.lines, edits);
    const version = stale ? Math.max(0, before.version - 1) : ++this.#version;
    this.#known.remember(before.uri, { language: before.language, version, lines });
    this.#client.change(before.uri, version, changes);
  }

  #close(uri: string): void {
    this.#known.open.delete(uri);
    this.#client.close(uri);
  }

  #configure(settings: unknown): void {
    const isObject = typeof settings === 'object' && settings !== null && !Array.isArray(settings);
    if (!isObject) this.#client.configure(settings);
    // What is held back at the caret comes later and only there; a fresh start knows no caret.
    this.#settings = { ...(isObject ? settings : {}), caretDelay: 0 };
    this.#client.configure(this.#settings);
  }

  /** Writes a file of the workspace, or takes it away, and tells the server as a client that watches it would. */
  #write(name: string, content: string | undefined): void {
    const path = join(this.#folder, name);
    mkdirSync(dirname(path), { recursive: true });
    const type = content === undefined ? FileChangeType.Deleted : existsSync(path) ? FileChangeType.Changed : FileChangeType.Created;
    if (content === undefined) rmSync(path, { force: true });
    else writeFileSync(path, content);
    this.#send('workspace/didChangeWatchedFiles', { changes: [{ uri: pathToFileURL(path).href, type }] });
  }

  async #check(): Promise<void> {
    await Promise.all(this.#asked);
    this.#asked = [];
    const fresh = await this.#connect();
    try {
      this.#judge(await differsFromFresh(this.#client, fresh, this.#known));
    } finally {
      await fresh.stop();
    }
    this.#known.settle();
  }
}

async function breathe(turns: number): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}
