/** Owns the length of a draft on paper and on the stage, as the client shows it: the whole, the sections, what is selected. */
import { rangeOf, spanOf } from '../convert/positions.ts';
import type { Wording } from '../convert/wording.ts';
import type { Finding } from '../core/rules/finding.ts';
import {
  addMeasures,
  againstTarget,
  gapDetail,
  gapText,
  lengthText,
  measure,
  nothing,
  paceLimits,
  paceOf,
  paces,
  rangeAround,
  secondsOf,
  timeText,
} from '../core/stage/index.ts';
import type { Measure, MeasureCache, Slot } from '../core/stage/index.ts';
import type { Draft } from '../core/text/draft.ts';
import type { Span } from '../core/text/span.ts';
import type { Outline, Section, Speech } from '../core/text/sections/index.ts';
import type { Snapshot } from '../documents/store.ts';
import type { PlainPaces, StageMeasure, StageParams, StageResult, StageSection, StageTarget } from '../protocol.ts';
import type { StageSettings } from '../settings/parse.ts';

/** What measuring a draft needs to know of it. */
export interface Stage {
  readonly snapshot: Snapshot;
  readonly outline: Outline;
  readonly findings: readonly Finding[];
  readonly settings: StageSettings;
  readonly cache: MeasureCache;
  readonly wording: Wording;
}

/** A stretch that the client names by a title. */
interface Row extends Span {
  readonly title: string;
  readonly depth: number;
  readonly head: Span;
}

const plainPaces: PlainPaces = { named: paces, ...paceLimits };

/** The answer when there is nothing to measure. */
export function noStage(settings: StageSettings, wording: Wording): StageResult {
  const pace = paceOf(settings.pace);
  return { version: -1, whole: told(nothing, pace, wording), sections: [], pace, paces: plainPaces };
}

/** Measures a draft with its sections and, where asked, what is selected. */
export function stage(given: Stage, params: Pick<StageParams, 'selections' | 'targetMinutes'>): StageResult {
  const { snapshot, outline, settings, wording } = given;
  const { draft, lines, version } = snapshot;
  if (!draft) return noStage(settings, wording);
  const pace = paceOf(settings.pace);
  const meter = meterOf(given, draft);
  const whole = told(meter({ start: 0, end: draft.text.length }), pace, wording);
  const sections = rowsOf(draft, outline, wording).map((row): StageSection => {
    const part = told(meter(row), pace, wording);
    const share = whole.seconds > 0 ? part.seconds / whole.seconds : 0;
    return { ...part, title: row.title, depth: row.depth, range: rangeOf(lines, row.head), share };
  });
  const selected = params.selections?.map((range) => spanOf(lines, range)).filter(({ start, end }) => start < end) ?? [];
  const minutes = params.targetMinutes ?? settings.targetMinutes;
  return {
    version,
    whole,
    sections,
    pace,
    paces: plainPaces,
    ...(selected.length > 0 && { selection: told(selected.map(meter).reduce(addMeasures), pace, wording) }),
    ...(minutes > 0 && whole.words > 0 && { target: targetOf(whole.seconds, minutes, pace, wording) }),
  };
}

/** Measures stretches of a draft, its holes counted as what is expected in them. */
export function meterOf({ findings, outline, cache }: Stage, draft: Draft): (stretch: Span) => Measure {
  const slots = findings
    .filter(({ rule }) => rule === 'placeholder')
    .map(({ start, end, kind }): Slot => ({ start, end, kind }))
    .sort((a, b) => a.start - b.start || a.end - b.end);
  return (stretch) => measure(draft, outline, stretch, slots, cache);
}

/** A measure as the reader says it. */
export function told({ counts, spoken }: Measure, pace: number, wording: Wording): StageMeasure {
  const seconds = secondsOf(spoken, pace);
  return {
    words: counts.words,
    length: wording.pick(lengthText(counts.words)),
    seconds,
    time: wording.pick(timeText(rangeAround(seconds))),
  };
}

/** How the speaking time stands to the target. */
export function targetOf(seconds: number, minutes: number, pace: number, wording: Wording): StageTarget {
  const gap = againstTarget(seconds, minutes, pace);
  return { minutes, state: gap.state, text: wording.pick(gapText(gap)), detail: wording.pick(gapDetail(gap, minutes)) };
}

function rowsOf(draft: Draft, outline: Outline, wording: Wording): Row[] {
  const { speeches } = outline;
  if (speeches.length < 2) return speeches.flatMap((speech) => rowsOfSpeech(speech, 0, wording));
  return speeches.flatMap((speech, index) => {
    const head = speech.title ?? { start: speech.start, end: speech.start };
    const title = draft.text.slice(head.start, head.end).trim() || String(index + 1);
    return [{ title, depth: 0, start: speech.start, end: speech.end, head }, ...rowsOfSpeech(speech, 1, wording)];
  });
}

/** What stands before the first heading, the headings, the closing. A speech without headings has no rows. */
function rowsOfSpeech(speech: Speech, depth: number, wording: Wording): Row[] {
  const headings = speech.sections.filter(({ kind }) => kind === 'heading');
  const [first] = headings;
  if (!first) return [];
  const rows: Row[] = [];
  const row = (title: string, { start, end }: Span): Row => ({ title, depth, start, end, head: { start, end: start } });
  if (first.start > speech.start) rows.push(row(wording.pick({ zh: '开头', en: 'Opening' }), { start: speech.start, end: first.start }));
  for (const section of headings) rows.push(...rowsOfSection(section, depth));
  if (speech.closing) rows.push(row(wording.pick({ zh: '结尾', en: 'Closing' }), speech.closing));
  return rows;
}

function rowsOfSection(section: Section, depth: number): Row[] {
  const { start, end, head } = section;
  const children = section.children.filter(({ kind }) => kind === 'heading');
  return [
    { title: `${section.marker}${section.title}`, depth, start, end, head },
    ...children.flatMap((child) => rowsOfSection(child, depth + 1)),
  ];
}
