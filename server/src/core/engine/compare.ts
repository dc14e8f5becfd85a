/** Owns when two lists of findings say the same, so that nothing is published that did not change. */
import type { Finding, Message } from '../rules/finding.ts';

/** Whether two lists hold the same findings in the same order. */
export function sameFindings(a: readonly Finding[], b: readonly Finding[]): boolean {
  return a === b || (a.length === b.length && a.every((finding, index) => sameFinding(finding, b[index])));
}

function sameFinding(a: Finding, b: Finding | undefined): boolean {
  if (a === b) return true;
  return (
    b !== undefined &&
    a.start === b.start &&
    a.end === b.end &&
    a.rule === b.rule &&
    a.kind === b.kind &&
    a.severity === b.severity &&
    a.group === b.group &&
    sameMessage(a.message, b.message) &&
    sameRelated(a, b)
  );
}

/** Whether two messages say the same. */
export function sameMessage(a: Message | undefined, b: Message | undefined): boolean {
  if (a === b) return true;
  if (a === undefined || b === undefined || a.id !== b.id) return false;
  const names = Object.keys(a.args);
  return names.length === Object.keys(b.args).length && names.every((name) => sameArg(a.args[name], b.args[name]));
}

function sameArg(a: Message['args'][string] | undefined, b: Message['args'][string] | undefined): boolean {
  return a === b || (typeof a === 'object' && typeof b === 'object' && a.term === b.term);
}

function sameRelated(a: Finding, b: Finding): boolean {
  const left = a.related ?? [];
  const right = b.related ?? [];
  return (
    left.length === right.length &&
    left.every((place, index) => {
      const other = right[index];
      return (
        other !== undefined &&
        place.uri === other.uri &&
        place.start === other.start &&
        place.end === other.end &&
        sameMessage(place.message, other.message)
      );
    })
  );
}
