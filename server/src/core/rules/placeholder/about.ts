/** Owns what others may know of a hole besides its finding: what it is the figure of, its unit, which holes are its like. */
import { periodsIn } from '../../facts/periods.ts';
import { modeOf } from '../../facts/phrases.ts';
import type { Draft } from '../../text/draft.ts';
import type { Edit } from '../../text/span.ts';
import { foldWidth } from '../../text/width.ts';
import type { Finding } from '../finding.ts';
import { likenessOf, removal } from './fixes.ts';
import type { Hole } from './hole.ts';
import { meta } from './meta.ts';

/** What a hole is, for lists, forms and sheets. */
export interface AboutHole {
  /** What the figure is of (`地区生产总值`); empty where it is not known. */
  readonly indicator: string;
  /** What is measured in (`亿元`, `%`); empty for what is no figure. */
  readonly unit: string;
  /** Whether a number belongs there. */
  readonly figure: boolean;
  /** What stands right behind it and told its kind: unit, title or tail. */
  readonly tail: string;
  /** The value is there already: taking this hole out is the answer (12条（待核实）). */
  readonly removable: boolean;
  /** Equal for holes that probably take the same value; absent where nothing speaks for it. */
  readonly likeness?: string;
}

const figures: readonly string[] = ['number', 'money', 'percent'];

/** Whether a finding is a hole. */
export function isHole(finding: Finding): finding is Hole {
  return finding.rule === meta.id;
}

/** What is known of a hole in `text`, the text of its draft. */
export function aboutHole(hole: Hole, text: string): AboutHole {
  const { slot, tail } = hole.detail;
  const given = hole.message.args['indicator'];
  const indicator = typeof given === 'string' ? given.replace(/\s+/gu, '') : '';
  const counted = figures.includes(hole.kind) || (hole.kind === 'blank' && tail !== '' && hole.group === undefined);
  const figure = counted && slot.family !== 'brackets';
  const likeness = figure && indicator !== '' ? `${hole.kind}|${indicator}|${tail}|${timeOf(text, hole.start)}` : likenessOf(hole, text);
  return {
    indicator,
    unit: counted ? tail.trim() : '',
    figure,
    tail: tail.trim(),
    removable: slot.removable === true,
    ...(likeness !== undefined && { likeness }),
  };
}

const farBefore = 400;

/** What the words before a hole say of its time, and whether it is planned: this year's figure is not the one of next year. */
function timeOf(text: string, at: number): string {
  const from = Math.max(at - farBefore, text.lastIndexOf('\n', at - 1) + 1);
  const before = foldWidth(text.slice(from, at));
  const sentence = before.slice(Math.max(...['。', '；', '！', '？'].map((mark) => before.lastIndexOf(mark))) + 1);
  // A year left open may be any.
  const open = [...before.matchAll(/[\dXx×*_○〇某]*[Xx×*_○〇某]年(?!来|间|以来)/gu)].at(-1);
  const periods = periodsIn(before);
  const year = periods.findLast((period) => period.year !== undefined || period.span !== undefined);
  const isOpen = open !== undefined && open.index > (year?.start ?? -1);
  const parts = periods.filter((period) => period.part !== undefined && period.start >= (isOpen ? open.index : (year?.start ?? 0)));
  return [isOpen ? from + open.index : (year?.year ?? year?.span ?? ''), parts.at(-1)?.part ?? '', modeOf(sentence)].join(' ');
}

/** Takes a hole out, with the mark or blank that would be left double. */
export function takeOut(hole: Hole, draft: Draft): Edit {
  return removal(draft.text, hole);
}
