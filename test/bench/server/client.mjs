// Owns the bench's view of a server: starts it as a process, speaks to it over stdio, and times its answers.
import { spawn } from 'node:child_process';
import { isDeepStrictEqual } from 'node:util';
import { StreamMessageReader, StreamMessageWriter, createMessageConnection } from 'vscode-languageserver/node';

/** @typedef {import('vscode-languageserver').Diagnostic} Diagnostic */

/** A server in a process of its own. */
export class BenchServer {
  /** @type {Map<string, { version: number, diagnostics: Diagnostic[] }>} */
  #last = new Map();
  /** How many times findings were published. */
  published = 0;
  /** How many of these said of a draft that was not edited what had been said before. */
  again = 0;
  #edited = '';
  /** @type {(() => void) | undefined} */
  #waiting;
  /** @type {((bytes: number) => void) | undefined} */
  #heap;
  /** @type {object | null} */
  #settings = null;
  /** @type {(message: string) => void} */
  #heard = () => undefined;
  #child;
  #connection;

  /**
   * @param {string[]} command
   * @param {(stdout: import('node:stream').Readable) => import('node:stream').Readable} [mended] makes a protocol of what it says
   */
  constructor(command, mended = (stdout) => stdout) {
    this.started = performance.now();
    const [program = '', ...args] = command;
    this.#child = spawn(program, args, { stdio: ['pipe', 'pipe', 'pipe'] });
    this.#connection = createMessageConnection(
      new StreamMessageReader(mended(this.#child.stdout)),
      new StreamMessageWriter(this.#child.stdin),
    );
    this.#connection.onNotification('textDocument/publishDiagnostics', ({ uri, version, diagnostics }) => {
      const before = this.#last.get(uri);
      if (before && uri !== this.#edited && before.version === version && isDeepStrictEqual(before.diagnostics, diagnostics))
        this.again += 1;
      this.#last.set(uri, { version, diagnostics });
      this.published += 1;
      this.#waiting?.();
    });
    this.#connection.onNotification('window/showMessage', () => undefined);
    this.#connection.onNotification('window/logMessage', ({ message }) => this.#heard(message));
    this.#connection.onRequest('window/workDoneProgress/create', () => null);
    this.#connection.onRequest('client/registerCapability', () => null);
    this.#connection.onRequest('workspace/configuration', ({ items }) =>
      items.map((/** @type {{ section?: string }} */ { section }) => (section === 'speechDraft' ? this.#settings : null)),
    );
    this.#child.stderr.setEncoding('utf8').on('data', (/** @type {string} */ said) => {
      const heap = /^heap (\d+)$/m.exec(said);
      if (heap) this.#heap?.(Number(heap[1]));
      else process.stderr.write(said);
    });
    this.#connection.listen();
  }

  /**
   * Milliseconds from the start of the process to its answer. With settings the client can be asked for them.
   * @param {{ folder?: string, settings?: object, options?: object }} [setup]
   */
  async initialize({ folder, settings, options } = {}) {
    this.#settings = settings ?? null;
    await this.#connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: folder ?? null,
      ...(folder !== undefined && { workspaceFolders: [{ uri: folder, name: 'bench' }] }),
      ...(options !== undefined && { initializationOptions: options }),
      capabilities: settings === undefined ? {} : { workspace: { configuration: true } },
    });
    const took = performance.now() - this.started;
    await this.#connection.sendNotification('initialized', {});
    return took;
  }

  /** @param {string} uri @param {string} text */
  async open(uri, text) {
    const from = performance.now();
    await this.#connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'plaintext', version: 1, text } });
    await this.#until(uri, ({ version }) => version >= 1);
    return performance.now() - from;
  }

  /** Waits until such findings have been published. @param {string} uri @param {(diagnostics: Diagnostic[]) => boolean} is */
  async until(uri, is) {
    await this.#until(uri, ({ diagnostics }) => is(diagnostics));
  }

  /** Milliseconds from the change to the diagnostics of its version. @param {string} uri @param {number} version @param {object} change */
  async change(uri, version, change) {
    this.#edited = uri;
    const from = performance.now();
    await this.#connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [change] });
    await this.#until(uri, (last) => last.version >= version);
    return performance.now() - from;
  }

  /**
   * Milliseconds from a whole new text to what is published of it, by a server that names no version and publishes nothing first.
   * @param {string} uri @param {number} version the first opens it @param {string} text
   */
  async replace(uri, version, text) {
    const before = this.published;
    const from = performance.now();
    if (version === 1) await this.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'plaintext', version, text } });
    else await this.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [{ text }] });
    await this.#until(uri, () => this.published >= before + 2);
    return performance.now() - from;
  }

  /** @param {string} uri */
  async close(uri) {
    await this.#connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
    this.#last.delete(uri);
  }

  /** Milliseconds until a question is answered that needs no work: no server knows it. */
  async ping() {
    const from = performance.now();
    await this.#connection.sendRequest('bench/ping').catch(() => undefined);
    return performance.now() - from;
  }

  /** Bytes of heap in use after collecting garbage; the server must run with `heap-probe.mjs`. @returns {Promise<number>} */
  heap() {
    return new Promise((resolve) => {
      this.#heap = resolve;
      this.#child.kill('SIGUSR2');
    });
  }

  /** Waits until the server logs a message with such a beginning. @param {string} beginning @returns {Promise<void>} */
  logged(beginning) {
    return new Promise((resolve) => {
      this.#heard = (message) => {
        if (message.startsWith(beginning)) resolve();
      };
    });
  }

  /** Waits until nothing has been published for a while: what was put off has come. */
  async rest() {
    for (let before = -1; before !== this.published;) {
      before = this.published;
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
  }

  /** @param {string} method @param {object} params */
  notify(method, params) {
    return this.#connection.sendNotification(method, params);
  }

  /** @param {string} uri */
  diagnostics(uri) {
    return this.#last.get(uri)?.diagnostics ?? [];
  }

  /** Ends the server in good order, so that it can leave a profile behind. */
  async end() {
    const gone = new Promise((resolve) => this.#child.once('exit', resolve));
    await this.#connection.sendRequest('shutdown');
    await this.#connection.sendNotification('exit');
    await gone;
  }

  stop() {
    this.#connection.dispose();
    this.#child.kill('SIGKILL');
  }

  /** @param {string} uri @param {(last: { version: number, diagnostics: Diagnostic[] }) => boolean} is @returns {Promise<void>} */
  #until(uri, is) {
    return new Promise((resolve) => {
      const look = () => {
        const last = this.#last.get(uri);
        if (!last || !is(last)) return;
        this.#waiting = undefined;
        resolve();
      };
      this.#waiting = look;
      look();
    });
  }
}
