/**
 * Owns what a rule over one draft found in it, from version to version: only what changed is judged again, and a finding
 * that moved is the one it was but for its place, with the same message.
 */
import type { Finding } from '../rules/finding.ts';
import type { DraftRule, Options, Part, PartRule, Since, Surroundings, Survey, Version, WholeRule } from '../rules/rule.ts';
import type { Draft } from '../text/draft.ts';
import type { Paragraph } from '../text/paragraph.ts';
import type { Outline } from '../text/sections/index.ts';
import { carriedOver } from '../text/shift.ts';
import type { Shift } from '../text/shift.ts';
import type { Words } from '../words.ts';
import { firstFrom, inOrder } from './merge.ts';
import { moved, movedBy, regrouped, withOldMessages } from './moved.ts';

/** What a rule found in one version of a draft. */
export interface Looked {
  readonly reads: readonly unknown[];
  readonly outline: Outline;
  readonly survey: Survey;
  /** In order of start. */
  readonly findings: readonly Finding[];
  /** Texts whose words would make findings say more, by the paragraph that is judged again then; `undefined`: the whole draft. */
  readonly waits: Waits;
}

type Waits = ReadonlyMap<Paragraph | undefined, readonly string[]>;

/** The findings of one paragraph, and the texts whose words they wait for. */
export interface Judged {
  readonly findings: readonly Finding[];
  readonly waits: readonly string[];
}

/** What a look depends on besides the draft. */
export interface Sight {
  readonly draft: Draft;
  readonly outline: Outline;
  readonly options: Options;
  readonly words: Words;
  readonly read: (paragraph: Paragraph) => unknown;
  /** What was judged of paragraphs ahead, by index, under the survey with this key. */
  readonly ahead?: { readonly key: string; readonly judged: readonly (Judged | undefined)[] } | undefined;
}

/** The version before, what was found in it, and what became of its places. */
export interface Before {
  readonly draft: Draft;
  readonly looked: Looked;
  readonly shift: Shift;
}

const noSurvey: Survey = { key: '' };
const nothing: readonly Finding[] = [];
const nobody: Waits = new Map();

/** Looks at a draft with one rule. */
export function lookAt(rule: DraftRule, sight: Sight, before?: Before): Looked {
  return 'judgePart' in rule ? lookAtParts(rule, sight, before) : lookAtWhole(rule, sight, before);
}

/** Looks again where words were waited for and some are known now; the same object where none are. */
export function lookAgain(rule: DraftRule, sight: Sight, looked: Looked): Looked {
  const isKnown = (text: string): boolean => sight.words.of(text) !== undefined;
  const known = [...looked.waits].filter(([, texts]) => texts.some(isKnown)).map(([paragraph]) => paragraph);
  if (known.length === 0) return looked;
  if (!('judgePart' in rule)) return judgedWhole(rule, sight, looked.reads, looked);
  const again = new Set(known);
  const judge = judgeOf(rule, sight, looked.survey);
  const waits = new Map(looked.waits);
  const { paragraphs, starts } = sight.draft;
  const findings: Finding[] = [];
  let at = 0;
  for (const [index, paragraph] of paragraphs.entries()) {
    if (!again.has(paragraph)) continue;
    const [from, to] = [firstFrom(looked.findings, starts[index] ?? 0), firstFrom(looked.findings, starts[index + 1] ?? Infinity)];
    for (; at < from; at += 1) findings.push(looked.findings[at] as Finding);
    const judged = judge(index, looked.reads[index]);
    for (const finding of withOldMessages(looked.findings.slice(from, to), judged.findings)) findings.push(finding);
    at = to;
    if (judged.waits.length > 0) waits.set(paragraph, judged.waits);
    else waits.delete(paragraph);
  }
  for (; at < looked.findings.length; at += 1) findings.push(looked.findings[at] as Finding);
  return { ...looked, findings, waits };
}

/** The survey of a draft whose paragraphs have been read. */
export function surveyOf(rule: PartRule, sight: Sight, reads: readonly unknown[], since?: Since<unknown, Survey>): Survey {
  return rule.survey?.(reads, surroundingsOf(sight, sight.words), since) ?? noSurvey;
}

/** What came and went in paragraphs since a look at the version before. */
function since({ looked, shift: { head, tail } }: Before, reads: readonly unknown[]): Since<unknown, Survey> {
  return {
    survey: looked.survey,
    gone: looked.reads.slice(head, looked.reads.length - tail),
    come: reads.slice(head, reads.length - tail),
  };
}

/** Judges single paragraphs by index and by what was read of them. */
export function judgeOf(rule: PartRule, sight: Sight, survey: Survey): (index: number, read: unknown) => Judged {
  const unknown: string[] = [];
  const surroundings = surroundingsOf(sight, noting(sight.words, unknown));
  const { paragraphs, starts } = sight.draft;
  return (index, read) => {
    unknown.length = 0;
    const part: Part<unknown> = { paragraph: paragraphs[index] as Paragraph, start: starts[index] ?? 0, read };
    const findings = inOrder(rule.judgePart(part, survey, surroundings));
    return { findings: findings.length === 0 ? nothing : regrouped(findings, index), waits: unknown.length === 0 ? noTexts : [...unknown] };
  };
}

const noTexts: readonly string[] = [];

function lookAtParts(rule: PartRule, sight: Sight, before: Before | undefined): Looked {
  const { draft, outline, ahead } = sight;
  const count = draft.paragraphs.length;
  const reads = before
    ? carriedOver(before.looked.reads, before.shift, draft, (index) => sight.read(draft.paragraphs[index] as Paragraph))
    : draft.paragraphs.map(sight.read);
  const survey = surveyOf(rule, sight, reads, before && since(before, reads));
  const judge = judgeOf(rule, sight, survey);
  const fresh = new Map<Paragraph | undefined, readonly string[]>();
  const judged = (from: number, to: number): Finding[] => {
    const findings: Finding[] = [];
    for (let index = from; index < to; index += 1) {
      const one = (ahead?.key === survey.key ? ahead.judged[index] : undefined) ?? judge(index, reads[index]);
      for (const finding of one.findings) findings.push(finding);
      if (one.waits.length > 0) fresh.set(draft.paragraphs[index], one.waits);
    }
    return findings;
  };
  if (before?.looked.survey.key !== survey.key) {
    const all = judged(0, count);
    const findings = before ? withOldMessages(before.looked.findings, all, before.shift) : all;
    return { reads, outline, survey, findings, waits: fresh };
  }
  const { shift, looked: old } = before;
  const changedTo = firstFrom(old.findings, before.draft.starts[before.draft.paragraphs.length - shift.tail] ?? Infinity);
  const changedFrom = Math.min(changedTo, firstFrom(old.findings, before.draft.starts[shift.head] ?? Infinity));
  const changed = withOldMessages(old.findings.slice(changedFrom, changedTo), judged(shift.head, count - shift.tail), shift);
  const gone = before.draft.paragraphs.slice(shift.head, before.draft.paragraphs.length - shift.tail);
  const waits = waitsAfter(old.waits, gone, fresh);
  const down = count - before.draft.paragraphs.length;
  const isStill = changedTo === old.findings.length || (shift.by === 0 && down === 0);
  if (isStill && changed.length === 0 && changedFrom === changedTo) return { reads, outline, survey, findings: old.findings, waits };
  const findings = old.findings.slice(0, changedFrom);
  for (const finding of changed) findings.push(finding);
  for (let index = changedTo; index < old.findings.length; index += 1) {
    const finding = old.findings[index] as Finding;
    findings.push(isStill ? finding : movedBy(finding, shift.by, down));
  }
  return { reads, outline, survey, findings, waits };
}

/** What is waited for when paragraphs went and others came; the same object where nothing changes. */
function waitsAfter(waits: Waits, gone: readonly Paragraph[], fresh: Waits): Waits {
  if (fresh.size === 0 && !gone.some((paragraph) => waits.has(paragraph))) return waits;
  const after = new Map(waits);
  for (const paragraph of gone) after.delete(paragraph);
  for (const [paragraph, texts] of fresh) after.set(paragraph, texts);
  return after;
}

function lookAtWhole(rule: WholeRule, sight: Sight, before: Before | undefined): Looked {
  const { draft, outline } = sight;
  if (!before) return judgedWhole(rule, sight, draft.paragraphs.map(sight.read));
  const { shift, looked } = before;
  const reads = carriedOver(looked.reads, shift, draft, (index) => sight.read(draft.paragraphs[index] as Paragraph));
  const old: Version<unknown> = { draft: before.draft, reads: looked.reads, outline: looked.outline };
  const now: Version<unknown> = { draft, reads, outline };
  const findings = rule.holds?.(old, now, shift) === true ? moved(looked.findings, old, now, shift, rule) : undefined;
  if (findings) return { ...looked, reads, outline, findings };
  return judgedWhole(rule, sight, reads, looked, shift);
}

function judgedWhole(rule: WholeRule, sight: Sight, reads: readonly unknown[], old?: Looked, shift?: Shift): Looked {
  const unknown: string[] = [];
  const { paragraphs, starts } = sight.draft;
  const parts = paragraphs.map((paragraph, index): Part<unknown> => ({ paragraph, start: starts[index] ?? 0, read: reads[index] }));
  const judged = inOrder(rule.judge(parts, surroundingsOf(sight, noting(sight.words, unknown))));
  const findings = old ? withOldMessages(old.findings, judged, shift) : judged;
  return {
    reads,
    outline: sight.outline,
    survey: noSurvey,
    findings,
    waits: unknown.length > 0 ? new Map([[undefined, unknown]]) : nobody,
  };
}

function surroundingsOf({ draft, options, outline }: Sight, words: Words): Surroundings {
  return { draft, options, words, outline: () => outline };
}

/** Words that note which texts were asked for in vain. */
function noting(words: Words, unknown: string[]): Words {
  return {
    of(text) {
      const known = words.of(text);
      if (known === undefined) unknown.push(text);
      return known;
    },
  };
}
