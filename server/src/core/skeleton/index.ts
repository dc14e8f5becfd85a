/** Owns making a new speech: what the writer has told stands in it, everything else is a hole that the placeholder rule finds. */
import { countText } from '../stage/index.ts';
import { templates } from './templates.ts';
import type { SpeechKind, Template } from './templates.ts';

export type { SpeechKind } from './templates.ts';

/** What the writer has told; anything may be missing. */
export interface Wish {
  readonly kind: SpeechKind;
  readonly occasion?: string;
  readonly speaker?: string;
  readonly place?: string;
  /** The day; a year that is not told is a hole. */
  readonly date?: { readonly year?: number; readonly month: number; readonly day: number };
  /** How long the speech is to take; then every part says how long it should be. */
  readonly minutes?: number;
  /** Characters a minute. */
  readonly pace: number;
}

/** A stretch of finished text, or a hole; holes of one number hold the same. */
export type Piece = { readonly text: string } | { readonly hole: string; readonly number: number };

const anySpeaker = '【讲话人姓名】';
const marked = /\{(occasion|place|speaker|date)\}|(【[^】]*】)/gu;
const shortestPart = 30;

/** Makes the speech. The pieces in order are its text; holes are numbered as they stand. Never throws. */
export function skeletonOf(wish: Wish): readonly Piece[] {
  const template = templates[wish.kind];
  const length = lengthsOf(template, wish);
  const numbers = new Map<string, number>();
  const pieces: Piece[] = [];
  let count = 0;
  const addHole = (hole: string, key?: string): void => {
    const known = key === undefined ? undefined : numbers.get(key);
    const number = known ?? (count += 1);
    if (key !== undefined) numbers.set(key, number);
    pieces.push({ hole, number });
  };
  const addText = (text: string): void => {
    if (text !== '') pieces.push({ text });
  };
  const addField = (field: 'occasion' | 'place' | 'speaker' | 'date'): void => {
    if (field === 'date') return addDate();
    const told = wish[field]?.trim() ?? '';
    if (told !== '') addText(told);
    else addHole(field === 'speaker' ? anySpeaker : template[field], field);
  };
  const addPart = (value: number | undefined, open: string): void => (value === undefined ? addHole(open) : addText(String(value)));
  const addDate = (): void => {
    addPart(wish.date?.year, '20XX');
    addText('年');
    addPart(wish.date?.month, 'X');
    addText('月');
    addPart(wish.date?.day, 'X');
    addText('日');
  };
  for (const line of template.lines) {
    let at = 0;
    for (const match of line.matchAll(marked)) {
      addText(line.slice(at, match.index));
      if (match[1] !== undefined) addField(match[1] as 'occasion');
      else addHole(length(match[0]));
      at = match.index + match[0].length;
    }
    addText(`${line.slice(at)}\n`);
  }
  return pieces;
}

/** The text of the pieces, every hole as it stands. */
export function textOf(pieces: readonly Piece[]): string {
  return pieces.map((piece) => ('text' in piece ? piece.text : piece.hole)).join('');
}

const shared = /#(0\.\d+)】$/u;

/** Puts its length into a hole, when the minutes are known: 【写明第一项任务，约300字】. */
function lengthsOf(template: Template, { minutes, pace }: Wish): (hole: string) => string {
  if (minutes === undefined || minutes <= 0) return (hole) => hole.replace(shared, '】');
  const finished = template.lines.join('').replace(marked, '');
  // A minute takes about as many 字 as the pace says: what pauses cost, the marks that nobody says make good.
  const toWrite = Math.max(0, minutes * pace - countText(finished).words);
  return (hole) => hole.replace(shared, (_, share: string) => `，约${rounded(toWrite * Number(share))}字】`);
}

/** A length as people give it: tens up to 200, fifties above. */
function rounded(length: number): number {
  const step = length < 200 ? 10 : 50;
  return Math.max(shortestPart, Math.round(length / step) * step);
}
