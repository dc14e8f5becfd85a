/**
 * Owns whether a draft is finished: what is left in it, grouped by rule, and how long it takes against its target. The
 * editor, the command line and a hook make their reports from this, so that they never differ.
 */
import { shownIn } from '../modes.ts';
import type { Finding } from '../rules/finding.ts';
import type { Bilingual, RuleMeta } from '../rules/meta.ts';
import { meta as placeholder } from '../rules/placeholder/meta.ts';
import { againstTarget, measureDraft, paceOf, secondsOf } from '../stage/index.ts';
import type { Slot, TargetGap } from '../stage/index.ts';
import { isLineBreak } from '../text/chars.ts';
import type { Draft } from '../text/draft.ts';
import { placeAt } from '../text/sections/index.ts';
import type { Outline } from '../text/sections/index.ts';

/** What a check looks at. */
export interface FinalInput {
  readonly draft: Draft;
  readonly outline: Outline;
  /** What a person is to see: without what is ignored. */
  readonly findings: readonly Finding[];
  readonly metas: readonly RuleMeta[];
  /** Characters a minute, or the name of a pace. */
  readonly pace: number | string;
  /** 0: no target. */
  readonly targetMinutes: number;
}

/** One thing that is left. */
export interface FinalItem {
  readonly finding: Finding;
  /** Marks of the headings around it: `二、（一）`; empty in a heading itself. */
  readonly section: string;
  /** The words around it, within its line. */
  readonly before: string;
  readonly text: string;
  readonly after: string;
  /** Whether it keeps the draft from being finished. */
  readonly blocking: boolean;
}

/** What is left of one sort. */
export interface FinalGroup {
  /** A rule, but for notes, which are a kind of hole that is asked for by itself. */
  readonly id: string;
  readonly title: Bilingual;
  /** In order of place. */
  readonly items: readonly FinalItem[];
  /** How many of them keep the draft from being finished. */
  readonly blocking: number;
}

/** What there is to say of one draft. */
export interface FinalCheck {
  readonly ready: boolean;
  /** One for everything that is looked at, those with nothing left too. */
  readonly groups: readonly FinalGroup[];
  /** 字数, and seconds of speaking time. */
  readonly words: number;
  readonly seconds: number;
  /** How the time stands to the target, where there is one. */
  readonly gap?: TargetGap;
}

const notes: { readonly id: string; readonly title: Bilingual } = { id: 'note', title: { zh: '待办备注', en: 'Notes' } };
/** Characters shown on either side of a place. */
const around = 18;
const most = 60;

/** Looks at one draft. */
export function finalCheck({ draft, outline, findings, metas, pace, targetMinutes }: FinalInput): FinalCheck {
  const items = shownIn('final', findings).map((finding): FinalItem => itemOf(draft, outline, finding));
  const group = (id: string, title: Bilingual): FinalGroup => {
    const own = items.filter(({ finding }) => idOf(finding) === id);
    return { id, title, items: own, blocking: own.filter((item) => item.blocking).length };
  };
  const known = metas.flatMap((meta) => (meta.id === placeholder.id ? [meta, notes] : [meta]));
  const groups = known.map(({ id, title }) => group(id, title));
  const slots = findings
    .filter(({ rule }) => rule === placeholder.id)
    .map(({ start, end, kind }): Slot => ({ start, end, kind }))
    .sort((a, b) => a.start - b.start || a.end - b.end);
  const { counts, spoken } = measureDraft(draft, outline, slots);
  const speed = paceOf(pace);
  const seconds = secondsOf(spoken, speed);
  return {
    ready: groups.every(({ blocking }) => blocking === 0),
    groups,
    words: counts.words,
    seconds,
    ...(targetMinutes > 0 && { gap: againstTarget(seconds, targetMinutes, speed) }),
  };
}

/** Whether a draft with this in it is not finished. What is only worth a look does not hold it up. */
function blocks({ severity }: Finding): boolean {
  return severity === 'error' || severity === 'warning';
}

function idOf({ rule, kind }: Finding): string {
  return rule === placeholder.id && kind === notes.id ? notes.id : rule;
}

function itemOf(draft: Draft, outline: Outline, finding: Finding): FinalItem {
  const { text } = draft;
  const place = placeAt(outline, draft, finding.start);
  let from = finding.start;
  while (from > 0 && finding.start - from < around && !isLineBreak(text.charCodeAt(from - 1))) from -= 1;
  let to = finding.end;
  while (to < text.length && to - finding.end < around && !isLineBreak(text.charCodeAt(to))) to += 1;
  const words = text.slice(finding.start, finding.end).replace(/\s*[\r\n]+\s*/g, '');
  const clipped = words.length > most;
  return {
    finding,
    section: place.heading ? '' : place.path.join(''),
    before: `${from > 0 && !isLineBreak(text.charCodeAt(from - 1)) ? '…' : ''}${whole(text.slice(from, finding.start)).trimStart()}`,
    blocking: blocks(finding),
    text: clipped ? `${whole(words.slice(0, most))}…` : words,
    after: clipped
      ? ''
      : `${whole(text.slice(finding.end, to)).trimEnd()}${to < text.length && !isLineBreak(text.charCodeAt(to)) ? '…' : ''}`,
  };
}

/** The text without half a character at either end. */
function whole(text: string): string {
  return text.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '');
}
