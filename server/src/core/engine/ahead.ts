/** Owns what is done of a long draft before it is put, slice by slice: its paragraphs are read, then judged one by one. */
import type { DraftRule, PartRule } from '../rules/rule.ts';
import type { Draft } from '../text/draft.ts';
import type { Paragraph } from '../text/paragraph.ts';
import type { Outline } from '../text/sections/index.ts';
import { judgeOf, surveyOf } from './looked.ts';
import type { Judged, Sight } from './looked.ts';

/** A rule and what it sees of the draft. */
export interface Look {
  readonly rule: DraftRule;
  readonly sight: Sight;
}

interface Judging {
  readonly key: string;
  readonly judged: (Judged | undefined)[];
  readonly judge: (index: number) => Judged;
}

interface Progress {
  /** The next paragraph to be read, and by how many rules it has been. */
  read: number;
  by: number;
  /** Whether reading took more than one slice: only then is anything judged ahead. */
  isLong: boolean;
  /** By rule. */
  judging: Map<string, Judging> | undefined;
  /** The next paragraph to be judged. */
  next: number;
  /** Whether the draft was looked at as a whole. */
  isSeen: boolean;
}

/** What is done with a draft. */
export interface Work {
  readonly looks: readonly Look[];
  /** Reads a paragraph for the rules over all drafts. */
  readonly read: (paragraph: Paragraph) => void;
  readonly outline: () => Outline;
  /** Looks at the whole draft, of which all is read and judged. */
  readonly look: () => void;
  /** Runs a rule so that its failure is its own. */
  readonly guarded: (rule: DraftRule, run: () => void) => void;
}

/** How much faster a paragraph is judged than read. */
const ease = 2;

/** How far drafts have been read and judged ahead. */
export class Ahead {
  readonly #progress = new WeakMap<Draft, Progress>();

  /**
   * Goes on with about `characters` of a draft; what `before` holds of it is known. Returns whether all is done. What was
   * judged holds for the settings and words of the moment.
   */
  step(draft: Draft, before: Draft | undefined, characters: number, work: Work): boolean {
    let progress = this.#progress.get(draft);
    if (!progress) this.#progress.set(draft, (progress = { read: 0, by: 0, isLong: false, judging: undefined, next: 0, isSeen: false }));
    const known = before?.paragraphs ?? [];
    const shift = known.length - draft.paragraphs.length;
    const isNew = (index: number, paragraph: Paragraph): boolean => known[index] !== paragraph && known[index + shift] !== paragraph;
    let left = characters;
    for (; progress.read < draft.paragraphs.length; progress.read += 1) {
      const paragraph = draft.paragraphs[progress.read] as Paragraph;
      if (!isNew(progress.read, paragraph)) continue;
      if (left <= 0) {
        progress.isLong = true;
        return false;
      }
      // A rule that reads for the first time is slow: each is a step of its own.
      const share = paragraph.text.length / (work.looks.length + 1);
      for (; progress.by < work.looks.length; progress.by += 1) {
        if (left <= 0) {
          progress.isLong = true;
          return false;
        }
        const { rule, sight } = work.looks[progress.by] as Look;
        work.guarded(rule, () => sight.read(paragraph));
        left -= share;
      }
      work.read(paragraph);
      left -= share;
      progress.by = 0;
    }
    if (!progress.isLong) return true;
    if (!progress.judging) {
      progress.judging = judgingOf(draft, work);
      return false;
    }
    for (left *= ease; progress.next < draft.paragraphs.length; progress.next += 1) {
      const index = progress.next;
      const paragraph = draft.paragraphs[index] as Paragraph;
      if (!isNew(index, paragraph)) continue;
      if (left <= 0) return false;
      for (const { rule } of work.looks) {
        const judging = progress.judging.get(rule.meta.id);
        if (judging) work.guarded(rule, () => (judging.judged[index] = judging.judge(index)));
      }
      left -= paragraph.text.length;
    }
    if (progress.isSeen) return true;
    progress.isSeen = true;
    work.look();
    return false;
  }

  /** The draft has been put. */
  forget(draft: Draft): void {
    this.#progress.delete(draft);
  }

  /** What a rule found in paragraphs of a draft ahead. */
  judged(draft: Draft, rule: string): Judging | undefined {
    return this.#progress.get(draft)?.judging?.get(rule);
  }
}

function judgingOf(draft: Draft, { looks, outline, guarded }: Work): Map<string, Judging> {
  const judging = new Map<string, Judging>();
  outline();
  for (const { rule, sight } of looks) {
    if (!('judgePart' in rule)) continue;
    guarded(rule, () => judging.set(rule.meta.id, judgingBy(rule, draft, sight)));
  }
  return judging;
}

function judgingBy(rule: PartRule, draft: Draft, sight: Sight): Judging {
  const reads = draft.paragraphs.map(sight.read);
  const survey = surveyOf(rule, sight, reads);
  const judge = judgeOf(rule, sight, survey);
  return { key: survey.key, judged: [], judge: (index) => judge(index, reads[index]) };
}
