/**
 * Owns a list of diagnostics as JSON in bytes. What is said of a finding is put into bytes once: a list takes over from the
 * one before it what is said of the same finding, and where nothing moved, long stretches as they are. A finding is the same
 * when its message is the same object.
 */
import type { Finding, Message } from '../../core/rules/finding.ts';
import { relatedOf, whatIsSaid } from '../diagnostics.ts';
import type { DiagnosticContext } from '../diagnostics.ts';
import { LineWalk } from '../positions.ts';
import type { Sink } from './sink.ts';

/** A list that was written. */
export interface Records {
  readonly findings: readonly Finding[];
  /** The numbers of each diagnostic, one behind the other. */
  readonly numbers: Int32Array;
  /** Where it stands. */
  readonly bytes: Buffer;
}

// What is kept of each diagnostic: its range, and where in the bytes it begins, its range ends, its related places begin, it ends.
const [line, character, endLine, endCharacter, begin, said, related, end, stride] = [0, 1, 2, 3, 4, 5, 6, 7, 8] as const;

/** What stands behind a diagnostic without related places. */
const close = '},';

/** Writes diagnostics, each with a comma behind it, and returns their numbers. `before` is the list before of the same draft. */
export function writeRecords(
  sink: Sink,
  findings: readonly Finding[],
  most: number,
  context: DiagnosticContext,
  before: Records | undefined,
): Int32Array {
  const numbers = new Int32Array(findings.length * stride);
  const walk = new LineWalk(context.lines);
  const known = before && new Known(before.findings);
  const old = before?.numbers ?? new Int32Array(0);
  // The stretch of `before` that is taken over next.
  let [from, to] = [0, 0];
  const flush = (): void => {
    if (before && to > from) {
      sink.copy(before.bytes, from, to);
      sink.over(sink.length - 1, ','); // a bracket where it was the last one
    }
    from = to;
  };
  for (const [index, finding] of findings.entries()) {
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
  return numbers;
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
  #next = 0;
  #byMessage: Map<Message, number> | undefined;

  constructor(findings: readonly Finding[]) {
    this.#findings = findings;
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

function isSaidAlike(a: Finding, b: Finding): boolean {
  return a === b || (a.message === b.message && a.rule === b.rule && a.kind === b.kind && a.severity === b.severity && a.group === b.group);
}
