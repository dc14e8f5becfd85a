/** Owns how much there is to say in a text: syllables, and the pauses between them. */
import type { Span } from '../text/span.ts';
import { latinSyllables, readAloud } from './aloud.ts';

/** What a speaker does with a text, before any pace. */
export interface Spoken {
  readonly syllables: number;
  /** Seconds of silence: at stops, between paragraphs, for applause. */
  readonly pause: number;
}

/** Nothing to say. */
export const silence: Spoken = { syllables: 0, pause: 0 };

/** A hole in the text, by the kind that the placeholder rule gives it. Offsets count in the text they come with. */
export interface Slot extends Span {
  readonly kind: string;
}

/** Syllables that a filled hole is expected to take, its unit left out: X of X亿元 is two or three. */
const expected: Readonly<Record<string, number>> = {
  number: 2,
  money: 3,
  percent: 4,
  date: 3,
  ordinal: 2,
  'document-number': 3,
  name: 3,
  place: 2,
  organization: 6,
  list: 16,
  content: 40,
  note: 0,
  blank: 3,
};
const expectedOtherwise = 3;

/** Seconds. */
const stops: Readonly<Record<string, number>> = {
  '。': 0.4,
  '！': 0.4,
  '？': 0.4,
  '!': 0.4,
  '?': 0.4,
  '…': 0.2,
  '，': 0.2,
  ',': 0.2,
  '；': 0.2,
  ';': 0.2,
  '：': 0.2,
  ':': 0.2,
  '—': 0.1,
};
const applause = 4;
const direction = 3;

/** Directions in brackets that nobody says: （掌声） （停顿） （颁奖，音乐起）. */
const applauseMark = /[（(【[][^）)】\]]{0,6}(?:掌声|鼓掌|停顿|欢呼)[^）)】\]]{0,6}[）)】\]]/gu;
const directionLine = /^[\s\u3000]*[（(][^（）()]{1,40}[）)][\s\u3000]*$/u;

/** What there is to say in one paragraph (or a stretch of it). Slots must lie inside it and be in order. */
export function spokenOf(text: string, slots: readonly Slot[] = []): Spoken {
  if (slots.length === 0 && directionLine.test(text)) return { syllables: 0, pause: text.search(applauseMark) >= 0 ? applause : direction };
  let said = '';
  let extra = 0;
  let at = 0;
  for (const slot of slots) {
    if (slot.start < at) continue;
    said += `${text.slice(at, slot.start)}\u0001`;
    extra += expected[slot.kind] ?? expectedOtherwise;
    at = slot.end;
  }
  said += text.slice(at);
  let pause = 0;
  said = said.replace(applauseMark, () => {
    pause += applause;
    return '';
  });
  // A percent sign behind a hole is said before it: three syllables more.
  said = said.replace(/\u0001[ \u3000]?[%％‰]/gu, '百分之');
  for (const character of said) pause += stops[character] ?? 0;
  return { syllables: extra + syllablesOf(readAloud(said)), pause };
}

const sayable = /\p{Script=Han}|[A-Za-zＡ-Ｚａ-ｚ]+|[①-⑳%％‰×÷=+]/gu;

function syllablesOf(text: string): number {
  let count = 0;
  for (const [piece] of text.matchAll(sayable)) count += /^[A-Za-zＡ-Ｚａ-ｚ]/u.test(piece) ? latinSyllables(piece) : 1;
  return count;
}

/** Both together. */
export function addSpoken(a: Spoken, b: Spoken): Spoken {
  return { syllables: a.syllables + b.syllables, pause: a.pause + b.pause };
}
