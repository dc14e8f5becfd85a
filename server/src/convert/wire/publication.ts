/**
 * Owns the diagnostics of one draft as a message, in the bytes in which it goes over the wire. A connection that makes its
 * JSON itself gets the same as objects.
 */
import type { Diagnostic, PublishDiagnosticsParams } from 'vscode-languageserver';
import type { Finding } from '../../core/rules/finding.ts';
import { toDiagnostic } from '../diagnostics.ts';
import type { DiagnosticContext } from '../diagnostics.ts';
import type { LineIndex } from '../positions.ts';
import { writeRecords } from './records.ts';
import type { Records } from './records.ts';
import { Sink } from './sink.ts';

/** What is published. */
export interface Published {
  readonly uri: string;
  readonly version: number | undefined;
  readonly findings: readonly Finding[];
  /** How many related places each diagnostic lists at most. */
  readonly most: number;
  /** Diagnostics that come from elsewhere, behind the others. */
  readonly extra: readonly Diagnostic[];
}

/** The longest header fits in it: a length of twelve digits. */
const headerRoom = 32;

/** How many bytes a diagnostic probably needs. */
const guess = 280;

/** One message of diagnostics. Never changes. */
export class Publication implements PublishDiagnosticsParams {
  readonly uri: string;
  readonly version?: number;
  /** The whole message in bytes, behind a header as the base protocol has it. */
  readonly frame: Buffer;
  readonly #published: Published;
  readonly #context: DiagnosticContext;
  readonly #records: Records;

  /** `before` is what was published last of the same draft: what did not change since is taken from it. */
  constructor(published: Published, context: DiagnosticContext, before?: Publication) {
    const { uri, version, findings, most, extra } = published;
    this.uri = uri;
    if (version !== undefined) this.version = version;
    this.#published = published;
    this.#context = { ...context, linesOf: remembering(context.linesOf) };
    const known = before && before.#context.wording === context.wording ? before.#records : undefined;
    const sink = new Sink((known?.bytes.length ?? 0) + 4096 + guess * Math.max(0, findings.length - (known?.findings.length ?? 0)));
    sink.ascii(' '.repeat(headerRoom));
    sink.text(`{"jsonrpc":"2.0","method":"textDocument/publishDiagnostics","params":{"uri":${JSON.stringify(uri)}`);
    if (version !== undefined) sink.ascii(`,"version":${version}`);
    sink.ascii(',"diagnostics":[');
    const list = { findings, most, lines: context.lines };
    const numbers = writeRecords(sink, list, this.#context, known);
    for (const one of extra) sink.text(`${JSON.stringify(one)},`);
    if (findings.length + extra.length > 0) sink.over(sink.length - 1, ']');
    else sink.ascii(']');
    sink.ascii('}}');
    const header = `Content-Length: ${sink.length - headerRoom}\r\n\r\n`;
    sink.over(headerRoom - header.length, header);
    this.#records = { ...list, numbers, bytes: sink.from(0) };
    this.frame = sink.from(headerRoom - header.length);
  }

  /** What is published, as it was found. */
  get findings(): readonly Finding[] {
    return this.#published.findings;
  }

  /** The same as objects, made when asked for. */
  get diagnostics(): Diagnostic[] {
    const { findings, most, extra } = this.#published;
    return [...findings.map((finding) => toDiagnostic(finding, this.#context, most)), ...extra];
  }

  /** What connections send that make JSON themselves. */
  toJSON(): PublishDiagnosticsParams {
    const { uri, version, diagnostics } = this;
    return { uri, ...(version !== undefined && { version }), diagnostics };
  }

  /** Whether a client could tell no difference between the two. */
  equals(other: Publication): boolean {
    return this.frame.equals(other.frame);
  }
}

/** Gives the same lines again whatever happens to a draft: objects that are made later say what the bytes say. */
function remembering(linesOf: DiagnosticContext['linesOf']): DiagnosticContext['linesOf'] {
  const known = new Map<string, LineIndex | undefined>();
  return (uri) => {
    if (!known.has(uri)) known.set(uri, linesOf(uri));
    return known.get(uri);
  };
}
