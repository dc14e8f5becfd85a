/** Owns the placeholder rule: reads the slots of a paragraph, weighs them by the habit of the whole draft, words the findings. */
import { spanToSource } from '../../text/paragraph.ts';
import type { Word } from '../../words.ts';
import type { Message, Severity } from '../finding.ts';
import type { DraftRule, Part } from '../rule.ts';
import { fixesOf } from './fixes.ts';
import { habitsOf, speaks } from './habit.ts';
import type { Hole } from './hole.ts';
import { indicatorBefore, sentenceAround } from './indicator.ts';
import { meta } from './meta.ts';
import { leavesFewer } from './settle.ts';
import { patternsIn } from './own.ts';
import type { Slot } from './slot.ts';
import { slotsOf } from './slots.ts';

const severities = new Map<string, Severity>(meta.kinds.map((kind) => [kind.id, kind.severity]));

/** The most sentences whose words are asked for: more holes than that no person reads. */
const mostSentences = 2000;

/** The findings of a paragraph as they were worded last; `final` when words can add nothing to them. */
interface Worded {
  readonly start: number;
  readonly index: number;
  readonly key: string;
  readonly final: boolean;
  readonly holes: readonly Hole[];
}

/** Makes the rule. Each instance remembers the names it found for slots, by what was read of a paragraph. */
export function createPlaceholderRule(): DraftRule<readonly Slot[]> {
  const names = new WeakMap<Slot, { readonly words: boolean; readonly name: string }>();

  // A paragraph that did not change keeps its findings; one that did not move either, the very same.
  const worded = new WeakMap<readonly Slot[], Worded>();

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
    judge(parts, { options, words }) {
      const accepted = habitsOf(parts.map((part) => part.read));
      const strict = options['caution'] === 'strict';
      const key = strict ? 'strict' : [...accepted].sort().join(' ');
      const wordsOf = (sentence: string): readonly Word[] | undefined => words.of(sentence);
      return parts.flatMap((part, index) => {
        const before = worded.get(part.read);
        if (before?.key === key && before.final && (before.index === index || !before.holes.some(({ group }) => group !== undefined))) {
          if (before.start === part.start) return before.holes;
          const holes = before.holes.map((hole) => movedBy(hole, part.start - before.start));
          worded.set(part.read, { ...before, start: part.start, index, holes });
          return holes;
        }
        const { text } = part.paragraph;
        const holes = part.read
          .filter((slot) => slot.certainty !== 'habit' || strict || accepted.has(slot.family) || speaks(slot, text, index, parts.length))
          .map((slot) => holeOf(part, slot, isFigure(slot, text) ? nameOf(text, slot, wordsOf) : '', `${index}.${slot.group ?? ''}`));
        const final = holes.every(({ detail: { slot } }) => !isFigure(slot, text) || names.get(slot)?.words === true);
        worded.set(part.read, { start: part.start, index, key, final, holes });
        return holes;
      });
    },
    wants(parts) {
      const sentences = new Set<string>();
      for (const part of parts) {
        if (worded.get(part.read)?.final === true) continue;
        for (const slot of part.read) {
          if (!isFigure(slot, part.paragraph.text) || names.get(slot)?.words) continue;
          const around = sentenceAround(part.paragraph.text, slot.start, slot.end);
          sentences.add(part.paragraph.text.slice(around.start, around.end));
        }
      }
      return [...sentences].slice(0, mostSentences);
    },
    fixes: (finding, findings, draft, context) =>
      fixesOf(finding as Hole, findings as readonly Hole[], draft, context).filter(
        (fix) => fix.action !== 'edit' || leavesFewer(fix, finding, draft),
      ),
  };
}

function movedBy(hole: Hole, shift: number): Hole {
  return { ...hole, start: hole.start + shift, end: hole.end + shift };
}

function holeOf(part: Part<readonly Slot[]>, slot: Slot, name: string, group: string): Hole {
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
    ...(slot.group !== undefined && { group }),
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
