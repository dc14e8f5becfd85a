/** Owns how a place is described by what stands around it, so that it is found again after the text has moved. */
import { isBlank, isLineBreak } from '../text/chars.ts';
import type { Span } from '../text/span.ts';
import type { Anchor } from './model.ts';

/** What stands around a place: blanks left out, each run of line breaks, and either end of the draft, as one `¶`. */
export interface Context {
  readonly before: string;
  readonly after: string;
}

/** Characters of context on either side. */
const reach = 32;
/** Code units looked at for them: a page of blanks must not be walked through. */
const farthest = 400;
/** Characters that must agree next to the place on both sides, and how few there may be at the ends of a draft. */
const close = 6;
const closest = 10;
/** Characters of its own line that one side must have before the lines beyond do not count. */
const ownLine = 10;
/** Characters below which a line says nothing of a place. */
const leastLine = 4;
const lineMark = '¶';

/** The surroundings of a span of a text. */
export function contextOf(text: string, span: Span): Context {
  return { before: sideOf(text, span.start, -1), after: sideOf(text, span.end, 1) };
}

function sideOf(text: string, from: number, step: -1 | 1): string {
  const units: string[] = [];
  const edge = step < 0 ? -1 : text.length;
  let at = step < 0 ? from - 1 : from;
  for (let looked = 0; units.length < reach && looked < farthest; looked += 1, at += step) {
    if (at === edge) {
      if (units.at(-1) !== lineMark) units.push(lineMark);
      break;
    }
    const unit = text.charCodeAt(at);
    if (isLineBreak(unit)) {
      if (units.at(-1) !== lineMark) units.push(lineMark);
    } else if (!isBlank(unit)) units.push(text[at] as string);
  }
  // Half of a character at the far end is no character.
  const last = units.at(-1)?.charCodeAt(0) ?? 0;
  if (step < 0 ? last >= 0xdc00 && last <= 0xdfff : last >= 0xd800 && last <= 0xdbff) units.pop();
  return (step < 0 ? units.reverse() : units).join('');
}

/** The words of a finding as they are compared: a line that is broken elsewhere holds the same words. */
export function wordsOf(text: string): string {
  return text.replace(/[ \t\u3000]*[\r\n]+[ \t\u3000]*/g, '');
}

/** Everything that stands around a place, as one key. */
export function wholeKey({ before, after }: Context): string {
  return `${before}\n${after}`;
}

/** What an anchor compares, as one key; `undefined` where too little stands there to tell one place from another. */
export function anchorKey(anchor: Anchor, { before, after }: Context): string | undefined {
  switch (anchor) {
    case 'line': {
      const left = ownPart(before, -1);
      const right = ownPart(after, 1);
      return left.length + right.length >= leastLine ? `${left}\n${right}` : undefined;
    }
    case 'before':
      return sideKey(before, -1);
    case 'after':
      return sideKey(after, 1);
    default: {
      const left = before.slice(-close);
      const right = after.slice(0, close);
      return left.length + right.length >= closest ? `${left}\n${right}` : undefined;
    }
  }
}

/** The part of one side that stands in the line of the place. */
function ownPart(side: string, step: -1 | 1): string {
  const mark = step < 0 ? side.lastIndexOf(lineMark) : side.indexOf(lineMark);
  if (mark < 0) return side;
  return step < 0 ? side.slice(mark + 1) : side.slice(0, mark);
}

function sideKey(side: string, step: -1 | 1): string | undefined {
  const own = ownPart(side, step);
  if (own.length >= ownLine) return own;
  return side.length >= ownLine ? side : undefined;
}
