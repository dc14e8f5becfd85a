/**
 * Owns when findings of the numbering rule hold for the next version of a draft, and where their details stand then: the
 * structure is the same, and so is all that the rule reads besides in the paragraphs that changed.
 */
import type { Version } from '../rule.ts';
import { placedMark, markSign } from '../../text/sections/index.ts';
import type { PlacedMark } from '../../text/sections/index.ts';
import { shifted, startOf } from '../../text/shift.ts';
import type { Shift } from '../../text/shift.ts';
import type { Detail } from './judge.ts';
import type { ParagraphNotes } from './read.ts';
import { lastWordsOf } from './whole.ts';

type Notes = Version<ParagraphNotes>;

/** Whether what was found in `before` holds in `now`, each where its text stands. */
export function holds(before: Notes, now: Notes, shift: Shift): boolean {
  if (before.outline.structure !== now.outline.structure) return false;
  const [from, to] = [shift.head, now.reads.length - shift.tail];
  if (from < to && lastWordsOf(before.outline).some((index) => index >= from && index < to)) return false;
  for (let index = from; index < to; index += 1) {
    const old = signOf(before, index, (offset) => shifted(shift, offset));
    if (old === undefined || old !== signOf(now, index, (offset) => offset)) return false;
  }
  return true;
}

/** All that the rule takes from one paragraph, its places as `at` has them; `undefined` where they cannot be told. */
function signOf({ draft, reads }: Notes, index: number, at: (offset: number) => number | undefined): string | undefined {
  const paragraph = draft.paragraphs[index];
  if (!paragraph || paragraph.breaks.length > 0) return undefined;
  const { text } = paragraph;
  const { reading, announcements, catchwords, pairs } = reads[index] as ParagraphNotes;
  const start = startOf(draft, index);
  const place = (offset: number): number | string => at(start + offset) ?? 'lost';
  const marks = reading.opening ? [reading.opening, ...reading.inline] : reading.inline;
  const sign = [
    text.trimStart().startsWith('“'),
    ...marks.map((words) => `${markSign(text, words)} ${place(words.mark.start)}`),
    ...announcements.map(({ listFrom, ...told }) => {
      const list = reading.inline.find(({ mark }) => mark.start >= listFrom);
      const isBehind = text.slice(listFrom, list?.mark.start).trim() === '';
      return `${text.slice(told.start, told.end)} ${told.count} ${told.reach} ${place(told.start)} ${list !== undefined} ${isBehind}`;
    }),
    ...catchwords.map(
      (word) => `${text.slice(word.start, word.end)} ${word.count} ${word.found} ${place(word.start)} ${place(word.listFrom)}`,
    ),
    ...pairs.map(({ opener, unclosed, closesFirst }) => `${opener} ${unclosed < 0 ? '' : place(unclosed)} ${closesFirst}`),
  ].join('\n');
  return sign.includes('lost') ? undefined : sign;
}

/** The detail of a finding where its places stand now. */
export function movedDetail(detail: Detail, before: Notes, now: Notes, shift: Shift): Detail {
  switch (detail.fix) {
    case 'row': {
      const run = marksMoved(detail.run, before, now);
      return run === detail.run ? detail : { ...detail, run };
    }
    case 'marks': {
      const marks = detail.members.map(({ member }) => member);
      const moved = marksMoved(marks, before, now);
      if (moved === marks) return detail;
      return { ...detail, members: detail.members.map((one, index) => ({ ...one, member: moved[index] as PlacedMark })) };
    }
    case 'unnumber': {
      const [member] = marksMoved([detail.member], before, now);
      return member === detail.member ? detail : { ...detail, member: member as PlacedMark };
    }
    case 'count': {
      const start = shifted(shift, detail.start) ?? detail.start;
      return start === detail.start ? detail : { ...detail, start, end: start + detail.end - detail.start };
    }
    case 'none':
      return detail;
  }
}

/** The marks where they stand now; the same list when none moved. */
function marksMoved(marks: readonly PlacedMark[], before: Notes, now: Notes): readonly PlacedMark[] {
  const moved = marks.map((mark) => {
    const { paragraph: index } = mark;
    const [old, reading] = [before.outline.readings[index], now.outline.readings[index]];
    if (old === reading && startOf(before.draft, index) === startOf(now.draft, index)) return mark;
    const words = mark.initial ? reading?.opening : reading?.inline[old?.inline.findIndex((one) => one.mark === mark.mark) ?? -1];
    return words ? placedMark(now.draft, index, words, mark.initial) : mark;
  });
  return moved.every((mark, index) => mark === marks[index]) ? marks : moved;
}
