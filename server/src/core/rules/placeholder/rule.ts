/** Owns the placeholder rule: reads the slots of a paragraph, weighs them by the habit of the whole draft, words the findings. */
import { spanToSource } from '../../text/paragraph.ts';
import type { Word } from '../../words.ts';
import type { Message, Severity } from '../finding.ts';
import type { Part, PartRule, Survey } from '../rule.ts';
import { fixesOf } from './fixes.ts';
import { countsOf, habitsIn, speakingIn } from './habit.ts';
import type { Counts } from './habit.ts';
import type { Hole } from './hole.ts';
import { indicatorBefore, sentenceAround } from './indicator.ts';
import { meta } from './meta.ts';
import { leavesFewer } from './settle.ts';
import { patternsIn } from './own.ts';
import type { Family, Slot } from './slot.ts';
import { slotsOf } from './slots.ts';

const severities = new Map<string, Severity>(meta.kinds.map((kind) => [kind.id, kind.severity]));

/** What the whole draft says of doubtful marks. */
interface Habit extends Survey {
  readonly counts: Counts;
  /** The families that the draft has the habit of. */
  readonly accepted: ReadonlySet<Family>;
  /** Marks on a line of their own at the head or the foot of the draft. */
  readonly speaking: ReadonlySet<Slot>;
  readonly strict: boolean;
}

/** Makes the rule. Each instance remembers the names it found for slots, by what was read of a paragraph. */
export function createPlaceholderRule(): PartRule<readonly Slot[], Habit> {
  const names = new WeakMap<Slot, { readonly words: boolean; readonly name: string }>();

  const nameOf = (text: string, slot: Slot, wordsOf: (sentence: string) => readonly Word[] | undefined): string => {
    const known = names.get(slot);
    if (known?.words) return known.name;
    const around = sentenceAround(text, slot.start, slot.end);
    const sentence = text.slice(around.start, around.end);
    const words = wordsOf(sentence);
    if (known && !words) return known.name;
    const name = indicatorBefore(sentence, slot.start - around.start, words);
    names.set(slot, { words: words !== undefined, name });
    return name;
  };

  return {
    meta,
    read: (paragraph, draft, options) => slotsOf(paragraph, draft.format, patternsIn(options)),
    survey(reads, { draft, options }, since) {
      const strict = options['caution'] === 'strict';
      const counts = since ? countsOf(since.come, since.survey.counts, since.gone) : countsOf(reads);
      if (strict) return { key: 'strict', counts, accepted: nobody, speaking: nothing, strict };
      const accepted = habitsIn(counts);
      const { speaking, places } = speakingIn(reads, draft.paragraphs);
      return { key: `${[...accepted].sort().join(' ')} ${places.join(' ')}`, counts, accepted, speaking, strict };
    },
    judgePart(part, { accepted, speaking, strict }, { words }) {
      if (part.read.length === 0) return noHoles;
      const { text } = part.paragraph;
      const wordsOf = (sentence: string): readonly Word[] | undefined => words.of(sentence);
      return part.read
        .filter((slot) => slot.certainty !== 'habit' || strict || accepted.has(slot.family) || speaking.has(slot))
        .map((slot) => holeOf(part, slot, isFigure(slot, text) ? nameOf(text, slot, wordsOf) : ''));
    },
    fixes: (finding, findings, draft, context) =>
      fixesOf(finding as Hole, findings as readonly Hole[], draft, context).filter(
        (fix) => fix.action !== 'edit' || leavesFewer(fix, finding, draft),
      ),
  };
}

const nobody: ReadonlySet<Family> = new Set();
const nothing: ReadonlySet<Slot> = new Set();
const noHoles: readonly Hole[] = [];

function holeOf(part: Part<readonly Slot[]>, slot: Slot, name: string): Hole {
  const span = spanToSource(part.paragraph, slot);
  const text = part.paragraph.text;
  const token = text.slice(slot.start, slot.end);
  const tail = text.slice(slot.tail.start, slot.tail.end);
  return {
    rule: meta.id,
    kind: slot.kind,
    severity: severities.get(slot.kind) ?? 'warning',
    start: part.start + span.start,
    end: part.start + span.end,
    message: messageOf(
      slot,
      /第[ \u3000]?$/u.test(text.slice(Math.max(0, slot.start - 2), slot.start)) ? `第 ${token}` : token,
      tail,
      name,
    ),
    ...(slot.group !== undefined && { group: String(slot.group) }),
    detail: { slot, token, tail },
  };
}

/** Figures are named by the noun phrase before them; a name, a place or an instruction says itself what it is. */
function isFigure(slot: Slot, text: string): boolean {
  const dated = /^[年月日届次]/u.test(text.slice(slot.tail.start, slot.tail.end));
  return (
    (slot.family !== 'brackets' && ['number', 'money', 'percent', 'ordinal'].includes(slot.kind)) ||
    (slot.kind === 'blank' && slot.tail.end > slot.tail.start && !dated)
  );
}

const longestShown = 24;

function messageOf(slot: Slot, token: string, tail: string, name: string): Message {
  const shown = token.length > longestShown ? `${token.slice(0, longestShown)}…` : token;
  if (slot.message !== undefined) return { id: 'own', args: { message: slot.message, token: shown } };
  if (slot.kind === 'note') return { id: 'note', args: { token: shown } };
  if (slot.removable) return { id: 'junk', args: { token: shown } };
  const kind = { term: `kind.${slot.kind}` };
  if (slot.kind === 'blank') {
    if (tail === '') return { id: slot.family === 'brackets' ? 'bare' : 'lost', args: { kind, token: shown } };
    return name ? { id: 'empty', args: { indicator: name, unit: tail, kind } } : { id: 'emptyBare', args: { unit: tail, kind } };
  }
  const withUnit = shown + (/^\p{Script=Han}/u.test(tail) ? ' ' : '') + tail;
  return name ? { id: 'hole', args: { indicator: name, token: withUnit, kind } } : { id: 'bare', args: { token: withUnit, kind } };
}
