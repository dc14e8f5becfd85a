/** Owns the placeholder rule: reads the slots of a paragraph, weighs them by the habit of the whole draft, words the findings. */
import { foldWidth } from '../../text/width.ts';
import { createDraft } from '../../text/draft.ts';
import type { Draft, Format } from '../../text/draft.ts';
import { spanToSource } from '../../text/paragraph.ts';
import type { Paragraph } from '../../text/paragraph.ts';
import { applyEdits, bySpan, firstAfter, overlaps } from '../../text/span.ts';
import type { Word } from '../../words.ts';
import type { Finding, Message, Severity } from '../finding.ts';
import type { DraftRule, Fix, Part } from '../rule.ts';
import { bracketSlots } from './brackets.ts';
import { documentSlots } from './documents.ts';
import { dotSlots } from './dots.ts';
import { emptySlots } from './empty.ts';
import { fixesOf } from './fixes.ts';
import { groupSlots, shareKinds } from './groups.ts';
import type { Hole } from './hole.ts';
import { indicatorBefore, sentenceAround } from './indicator.ts';
import { letterSlots } from './letters.ts';
import { meta } from './meta.ts';
import { mouSlots } from './mou.ts';
import { noteSlots } from './notes.ts';
import { isShielded, shieldsOf } from './shields.ts';
import type { Family, Slot } from './slot.ts';
import { strokeSlots } from './strokes.ts';

const severities = new Map<string, Severity>(meta.kinds.map((kind) => [kind.id, kind.severity]));

/** Every slot that one paragraph may hold, in order, not overlapping. */
export function slotsOf(paragraph: Paragraph, format: Format): readonly Slot[] {
  const { text, masks } = paragraph;
  const folded = foldWidth(text);
  const shields = shieldsOf(folded, masks);
  const found = [
    ...documentSlots(folded),
    ...bracketSlots(text, folded, masks),
    ...letterSlots(folded),
    ...strokeSlots(folded, format, masks),
    ...mouSlots(folded),
    ...dotSlots(folded),
    ...noteSlots(folded),
    ...emptySlots(folded),
  ].filter((slot) => !isShielded(shields, slot, slot.family === 'stars' || slot.family === 'lines') && !isMention(folded, slot));
  return groupSlots(
    folded,
    shareKinds(
      folded,
      withoutOverlaps(found).map((slot) => asSpeaker(folded, slot)),
    ),
  );
}

/** A line that holds nothing but a mark names the speaker or the one who signs. */
function asSpeaker(text: string, slot: Slot): Slot {
  const alone = slot.tail.start === slot.tail.end && text.trim().length === slot.end - slot.start && slot.end - slot.start >= 2;
  const marked =
    slot.family === 'letters' || slot.family === 'circles' || slot.family === 'mou' || slot.family === 'lines' || slot.family === 'stars';
  return alone && marked && slot.kind !== 'date' ? { ...slot, kind: 'name' } : slot;
}

/** `把材料写成“××年××月”的填空题`: the slot is spoken of, not left. */
function isMention(text: string, slot: Slot): boolean {
  const from = Math.max(0, slot.start - 40);
  const open = from + text.slice(from, slot.start).lastIndexOf('“');
  if (open < from || text.slice(open, slot.start).includes('”')) return false;
  const before = text.slice(Math.max(0, open - 10), open);
  const rest = text.slice(slot.end, slot.end + 52);
  const close = rest.indexOf('”');
  if (close < 0) return false;
  const after = rest.slice(close + 1, close + 12);
  return (
    /(?:写成|写着|格式为|格式是|占位符|占位|字样|留着|残留|出现|诸如|标注|不得留有|不能留)\S{0,3}$/u.test(before) ||
    /^(?:的?填空|都没改|字样|这样的(?:占位|空)|之类|的占位|的空白|等占位|没有改|标明|表示|代替|号|这种|符号)/u.test(after)
  );
}

const rankOf: Readonly<Record<Slot['certainty'], number>> = { sure: 2, likely: 1, habit: 0 };

/** Where two readings claim the same text, the one that covers more wins, then the surer. */
function withoutOverlaps(slots: readonly Slot[]): Slot[] {
  const sorted = [...slots].sort(bySpan);
  const kept: Slot[] = [];
  for (let from = 0; from < sorted.length;) {
    let to = from + 1;
    let end = (sorted[from] as Slot).end;
    while (
      to < sorted.length &&
      ((sorted[to] as Slot).start < end ||
        ((sorted[to] as Slot).start === end && ((sorted[to] as Slot).end === end || (sorted[to - 1] as Slot).start === end)))
    ) {
      end = Math.max(end, (sorted[to] as Slot).end);
      to += 1;
    }
    kept.push(...best(sorted.slice(from, to)));
    from = to;
  }
  return kept;
}

/** The best of some slots that touch each other, in order. */
function best(slots: Slot[]): Slot[] {
  if (slots.length === 1) return slots;
  const width = (slot: Slot): number => slot.end - slot.start;
  const kept: Slot[] = [];
  for (const slot of slots.sort(
    (a, b) => Number(a.start === a.end) - Number(b.start === b.end) || width(b) - width(a) || rankOf[b.certainty] - rankOf[a.certainty],
  )) {
    if (
      !kept.some((other) => overlaps(other, slot) || (slot.start === slot.end && (other.start === slot.start || other.end === slot.start)))
    )
      kept.push(slot);
  }
  return kept.sort(bySpan);
}

/** The most sentences whose words are asked for: more holes than that no person reads. */
const mostSentences = 2000;

/** How many sure slots of its family a draft must hold before a doubtful mark counts as a slot. */
const habitAt = 2;

function habits(parts: readonly Part<readonly Slot[]>[]): ReadonlySet<Family> {
  const counts = new Map<Family, number>();
  for (const part of parts) {
    for (const slot of part.read) if (slot.certainty === 'sure') counts.set(slot.family, (counts.get(slot.family) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count >= habitAt).map(([family]) => family));
}

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

  // A paragraph that did not change and did not move keeps its very findings.
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
    read: (paragraph, draft) => slotsOf(paragraph, draft.format),
    judge(parts, { options, words }) {
      const accepted = habits(parts);
      const strict = options['caution'] === 'strict';
      const key = strict ? 'strict' : [...accepted].sort().join(' ');
      const wordsOf = (sentence: string): readonly Word[] | undefined => words.of(sentence);
      return parts.flatMap((part, index) => {
        const before = worded.get(part.read);
        if (before?.start === part.start && before.index === index && before.key === key && before.final) return before.holes;
        const { text } = part.paragraph;
        const holes = part.read
          .filter((slot) => slot.certainty !== 'habit' || strict || accepted.has(slot.family))
          .map((slot) => holeOf(part, slot, isFigure(slot, text) ? nameOf(text, slot, wordsOf) : '', `${index}.${slot.group ?? ''}`));
        const final = holes.every(({ detail: { slot } }) => !isFigure(slot, text) || names.get(slot)?.words === true);
        worded.set(part.read, { start: part.start, index, key, final, holes });
        return holes;
      });
    },
    wants(parts) {
      const sentences = new Set<string>();
      for (const part of parts) {
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
        (fix) => fix.action !== 'edit' || settles(fix, finding, draft),
      ),
  };
}

/** Whether an answer really leaves fewer holes in its paragraph: taking a note out may bare a gap that it covered. */
function settles(fix: Fix, finding: Finding, draft: Draft): boolean {
  const index = firstAfter(draft.starts, finding.start) - 1;
  // Lines may join when an end mark goes: the neighbours are looked at too.
  const start = draft.starts[Math.max(0, index - 1)] ?? 0;
  const source = draft.text.slice(start, draft.starts[index + 2] ?? draft.text.length);
  const count = (text: string): number =>
    createDraft({ uri: draft.uri, version: draft.version, format: draft.format, text }).paragraphs.reduce(
      (sum, paragraph) => sum + slotsOf(paragraph, draft.format).filter((slot) => slot.certainty !== 'habit').length,
      0,
    );
  const after = applyEdits(
    source,
    fix.edits.map((edit) => ({ start: Math.max(0, edit.start - start), end: edit.end - start, text: edit.text })),
  );
  return count(after) < count(source);
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
    message: messageOf(slot, text[slot.start - 1] === '第' ? `第 ${token}` : token, tail, name),
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
