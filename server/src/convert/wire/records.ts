/**
 * Owns a list of diagnostics as JSON in bytes. What is said of a finding is put into bytes once: a list takes over from the
 * one before it what is said of the same finding, and where nothing moved, long stretches as they are. A finding is the same
 * when its message is the same object.
 */
import type { Finding, Message } from '../../core/rules/finding.ts';
import { relatedOf, whatIsSaid } from '../diagnostics.ts';
import type { DiagnosticContext } from '../diagnostics.ts';
import { LineWalk } from '../positions.ts';
import { isSaidAlike, sameEnds } from './same-ends.ts';
import type { Listing } from './same-ends.ts';
import type { Sink } from './sink.ts';

/** A list that was written. */
export interface Records extends Listing {
  /** The numbers of each diagnostic, one behind the other. */
  readonly numbers: Int32Array;
  /** Where it stands. */
  readonly bytes: Buffer;
}

// What is kept of each diagnostic: its range, and where in the bytes it begins, its range ends, its related places begin, it ends.
const [line, character, endLine, endCharacter, begin, said, related, end, stride] = [0, 1, 2, 3, 4, 5, 6, 7, 8] as const;

/** What stands behind a diagnostic without related places. */
const close = '},';

/**
 * Writes diagnostics, each with a comma behind it, and returns their numbers. `before` is the list before of the same draft;
 * `context` knows the lines of the draft that `list` names.
 */
export function writeRecords(sink: Sink, list: Listing, context: DiagnosticContext, before: Records | undefined): Int32Array {
  const { findings } = list;
  const numbers = new Int32Array(findings.length * stride);
  const { head, tail } = before ? sameEnds(list, before) : { head: 0, tail: 0 };
  if (before) takeOver(sink, before, { from: 0, count: head }, numbers, 0);
  writeBetween(sink, list, context, before, numbers, head, findings.length - tail);
  if (before) takeOver(sink, before, { from: before.findings.length - tail, count: tail }, numbers, findings.length - tail);
  return numbers;
}

/** Takes a run of diagnostics over as they are; they become those from `to` on. */
function takeOver(
  sink: Sink,
  before: Records,
  { from, count }: { readonly from: number; readonly count: number },
  numbers: Int32Array,
  to: number,
): void {
  if (count === 0) return;
  const old = before.numbers.subarray(from * stride, (from + count) * stride);
  const start = old[begin] as number;
  const shift = sink.length - start;
  copy(sink, before, start, old[old.length - stride + end] as number);
  numbers.set(old, to * stride);
  if (shift === 0) return;
  for (let at = to * stride; at < (to + count) * stride; at += stride)
    for (let field: number = begin; field <= end; field += 1) numbers[at + field] = (numbers[at + field] as number) + shift;
}

/** Copies diagnostics, with a comma at the end where a bracket stood behind the last one. */
function copy(sink: Sink, before: Records, start: number, end: number): void {
  sink.copy(before.bytes, start, end);
  sink.over(sink.length - 1, ',');
}

/** Writes the diagnostics from `first` up to `last`, as much of each as is new. */
function writeBetween(
  sink: Sink,
  { findings, most }: Listing,
  context: DiagnosticContext,
  before: Records | undefined,
  numbers: Int32Array,
  first: number,
  last: number,
): void {
  const walk = new LineWalk(context.lines);
  const known = before && new Known(before.findings, first);
  const old = before?.numbers ?? new Int32Array(0);
  // The stretch of `before` that is taken over next.
  let [from, to] = [0, 0];
  const flush = (): void => {
    if (before && to > from) copy(sink, before, from, to);
    from = to;
  };
  for (let index = first; index < last; index += 1) {
    const finding = findings[index] as Finding;
    const at = index * stride;
    walk.read(finding, numbers, at);
    const places = relatedOf(finding, context, most);
    const same = (known?.find(finding) ?? -1) * stride;
    const isKnown = same >= 0;
    if (isKnown && places.length === 0 && isUnmoved(old, same, numbers, at)) {
      const start = old[same + begin] as number;
      if (to !== start) {
        flush();
        from = start;
      }
      const shift = sink.length - from;
      to = old[same + end] as number;
      for (let field: number = begin; field <= end; field += 1) numbers[at + field] = (old[same + field] as number) + shift;
      continue;
    }
    flush();
    numbers[at + begin] = sink.length;
    writeRange(sink, numbers, at);
    numbers[at + said] = sink.length;
    if (before && isKnown) sink.copy(before.bytes, old[same + said] as number, old[same + related] as number);
    else sink.text(`,${JSON.stringify(whatIsSaid(finding, context)).slice(1, -1)}`);
    numbers[at + related] = sink.length;
    if (places.length > 0) sink.text(`,"relatedInformation":${JSON.stringify(places)}`);
    sink.ascii(close);
    numbers[at + end] = sink.length;
  }
  flush();
}

function writeRange(sink: Sink, numbers: Int32Array, at: number): void {
  sink.ascii('{"range":{"start":{"line":');
  sink.number(numbers[at + line] as number);
  sink.ascii(',"character":');
  sink.number(numbers[at + character] as number);
  sink.ascii('},"end":{"line":');
  sink.number(numbers[at + endLine] as number);
  sink.ascii(',"character":');
  sink.number(numbers[at + endCharacter] as number);
  sink.ascii('}}');
}

/** Whether a diagnostic stands where it stood, and listed no related places. */
function isUnmoved(old: Int32Array, same: number, numbers: Int32Array, at: number): boolean {
  return (
    (old[same + end] as number) - (old[same + related] as number) === close.length &&
    old[same + line] === numbers[at + line] &&
    old[same + character] === numbers[at + character] &&
    old[same + endLine] === numbers[at + endLine] &&
    old[same + endCharacter] === numbers[at + endCharacter]
  );
}

/** Finds the findings of a list again; quick where they are asked for in the order of the list. */
class Known {
  readonly #findings: readonly Finding[];
  #next: number;
  #byMessage: Map<Message, number> | undefined;

  /** Those asked for are probably the ones from `next` on. */
  constructor(findings: readonly Finding[], next: number) {
    this.#findings = findings;
    this.#next = next;
  }

  /** The index of the finding of which the same is said, or -1. */
  find(finding: Finding): number {
    let index = this.#next;
    if (this.#findings[index]?.message !== finding.message) index += 1;
    if (this.#findings[index]?.message !== finding.message) {
      this.#byMessage ??= new Map(this.#findings.map(({ message }, at) => [message, at]));
      index = this.#byMessage.get(finding.message) ?? -1;
    }
    const known = this.#findings[index];
    if (known === undefined || !isSaidAlike(known, finding)) return -1;
    this.#next = index + 1;
    return index;
  }
}
