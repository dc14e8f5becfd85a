/** Owns the answer to “why is this not reported?”. */
import type { Reason, WhyNot } from '../../rules/echo-report.ts';
import { repeatedPassage } from '../../rules/repeated-passage/meta.ts';
import type { SetPhraseKind } from '../../rules/repeated-passage/set-phrases/index.ts';
import { sparseIn } from '../../rules/repeated-phrase/findings.ts';
import type { SayingReader } from '../../rules/repeated-phrase/sayings.ts';
import type { Draft } from '../../text/draft.ts';
import type { Span } from '../../text/span.ts';
import { bySpan, overlaps } from '../../text/span.ts';
import type { Corpus } from '../corpus.ts';
import type { Block, Desk, Unit } from '../model.ts';
import { isClauseEdge } from '../normal/normal.ts';
import { shieldedIn } from '../normal/shields.ts';
import type { Limits } from '../options.ts';
import { spanInBlock, textInDraft } from '../units.ts';
import { rowsAt } from './rows.ts';
import { judge } from './unit.ts';

/** What the answers go by. */
export interface Asked {
  readonly corpus: Corpus;
  readonly limits: Limits;
  readonly sayings: SayingReader;
  /** What a line of the lexicon is; `allowed` for one that the workspace allows. */
  readonly kindOf: (phrase: number) => SetPhraseKind | 'allowed';
}

const longestShown = 40;

/** Why what stands within `span` is not a finding, by start; `reported` where it is one, `alone` where nothing repeats. */
export function reasonsAt(draft: Draft, desk: Desk, span: Span, asked: Asked): WhyNot[] {
  const answers = new Map<string, WhyNot>();
  const add = (reason: Reason, at: Span, text: string, more: Readonly<Record<string, number>> = {}): void => {
    const shown = text.length > longestShown ? `${text.slice(0, longestShown - 1)}…` : text;
    const message = { id: `why-${reason}`, args: { text: shown, minimum: asked.corpus.measure.minimum, ...more } };
    const key = `${reason} ${String(at.start)} ${String(at.end)}`;
    answers.set(key, { reason, start: at.start, end: at.end, rule: repeatedPassage.id, message });
  };
  if (desk.draft !== draft) add('same-text', { start: 0, end: draft.text.length }, desk.draft.uri);
  for (const unit of desk.units) {
    const whole = textInDraft(draft, unit, 0, unit.block?.text.length ?? unit.paragraph.text.length);
    if (!overlaps(whole, span)) continue;
    if (unit.block === undefined) add(unit.exempt ?? 'title', whole, unit.paragraph.text);
    else {
      const { block } = unit;
      const say = (reason: Reason, inside: Span, more?: Readonly<Record<string, number>>): void => {
        const at = textInDraft(draft, unit, inside.start, inside.end);
        if (overlaps(at, span)) add(reason, at, block.text.slice(inside.start, inside.end), more);
      };
      answersOf(unit, block, asked, (reason, start, end) => say(reason, spanInBlock(block, start, end)));
      for (const shielded of shieldedIn(block.text, block.normal)) say(shielded.reason, shielded);
      for (const { start, end, count, fewest } of sparseIn(unit, desk, asked.limits, asked.sayings))
        say('too-few', spanInBlock(block, start, end), { count, fewest });
    }
  }
  if (answers.size === 0) add('alone', span, draft.text.slice(span.start, span.end));
  return [...answers.values()].sort(bySpan);
}

type Add = (reason: Reason, start: number, end: number) => void;

function answersOf(unit: Unit, block: Block, { corpus, kindOf }: Asked, add: Add): void {
  for (const { start, end } of judge(unit, [], corpus, add).echoes) add('reported', start, end);
  const hits = block.setPhrases.map(({ phrase, start, end }) => ({ reason: kindOf(phrase), start, end }));
  const isInside = (hit: (typeof hits)[number]): boolean =>
    hits.some(
      ({ reason, start, end }) => reason === hit.reason && start <= hit.start && hit.end <= end && end - start > hit.end - hit.start,
    );
  for (const hit of hits) if (!isInside(hit)) add(hit.reason, hit.start, hit.end);
  const { normal } = block;
  for (let start = 0; start < normal.length;) {
    let end = start + 1;
    while (!isClauseEdge(normal, end)) end += 1;
    for (const row of rowsAt({ unit, start, end })) {
      const [member] = row.members;
      if (member === undefined) continue;
      if (row.head > 0) add('parallelism', member.start, member.start + row.head);
      if (row.tail > 0) add('parallelism', member.end - row.tail, member.end);
    }
    start = end;
  }
}
