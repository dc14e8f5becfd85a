/** Owns the answer to “why is this not reported as repeated?” for a selection, or for the sentence around a caret. */
import { rangeOf } from '../../convert/positions.ts';
import type { Wording } from '../../convert/wording.ts';
import type { Desk } from '../../core/engine/desk.ts';
import type { Finding } from '../../core/rules/finding.ts';
import type { Bilingual } from '../../core/rules/meta.ts';
import { bySpan, overlaps } from '../../core/text/span.ts';
import type { Span } from '../../core/text/span.ts';
import type { Snapshot } from '../../documents/store.ts';
import type { WhyNotRepeatedResult } from '../../protocol.ts';

/** The same findings, seen less and less. */
export interface Desks {
  /** With every finding. */
  readonly all: Desk;
  /** Without what is ignored. */
  readonly desk: Desk;
  /** Without what the mode hides, too. */
  readonly shown: Desk;
  /** Whether a rule is switched on. */
  readonly isOn: (rule: string) => boolean;
}

type Fate = 'off' | 'ignored' | 'hidden' | 'reported';

interface Answer extends Span {
  readonly reason: string;
  readonly message: string;
}

const longestShown = 16;
const fates: Readonly<Record<Fate, Bilingual>> = {
  off: { zh: '“{text}”有重复，但这条规则已在设置中关闭', en: '“{text}” does repeat, but the rule is switched off in the settings' },
  ignored: {
    zh: '“{text}”有重复，但已被忽略，可在“已忽略”视图中恢复',
    en: '“{text}” does repeat, but is ignored; the view “Ignored” brings it back',
  },
  hidden: { zh: '“{text}”有重复，但当前模式不显示', en: '“{text}” does repeat, but the mode does not show it' },
  reported: { zh: '“{text}”已经报告', en: '“{text}” is reported' },
};

/** The answer to `speechDraft/whyNotRepeated`, in order of the text. */
export function whyNotRepeated(desks: Desks, wording: Wording, { uri, lines, version }: Snapshot, span: Span): WhyNotRepeatedResult {
  const asked = span.end > span.start ? span : sentenceAt(lines.text, span.start);
  const say = (fate: Fate, { start, end }: Span): Answer => {
    const text = shorten(lines.text.slice(start, end).trim());
    return { reason: fate, start, end, message: wording.pick(fates[fate]).replace('{text}', () => text) };
  };
  const told = desks.all
    .findings(uri)
    .filter((finding) => finding.rule.startsWith('repeated-') && overlaps(finding, asked))
    .map((finding) => say(fateOf(finding, uri, desks), finding));
  const others = desks.all.whyNot(uri, asked).flatMap(({ reason, rule, message, start, end }): Answer[] => {
    // What is told of is answered for by its finding; a rule that is off has none.
    if (reason === 'reported') return desks.isOn(rule) ? [] : [say('off', { start, end })];
    if (reason === 'alone' && told.length > 0) return [];
    const { text = '' } = message.args;
    const args = { ...message.args, text: typeof text === 'string' ? shorten(text) : text };
    return [{ reason, start, end, message: wording.message(rule, { ...message, args }) }];
  });
  const answers = [...told, ...others].sort(bySpan);
  return { version, answers: answers.map(({ reason, message, ...at }) => ({ reason, message, range: rangeOf(lines, at) })) };
}

/** What became of a finding on its way to the screen. */
function fateOf(finding: Finding, uri: string, { desk, shown }: Desks): Fate {
  const isIn = (one: Desk): boolean =>
    one.findings(uri).some(({ rule, start, end }) => rule === finding.rule && start === finding.start && end === finding.end);
  return isIn(shown) ? 'reported' : isIn(desk) ? 'hidden' : 'ignored';
}

/** What the answer speaks of comes first in it: a long one would push the answer out of sight. */
function shorten(text: string): string {
  const characters = [...text.replace(/\s+/gu, ' ')];
  return characters.length <= longestShown ? text : `${characters.slice(0, longestShown - 1).join('')}…`;
}

/** From behind the last mark that ends a sentence to behind the next one, within the line; not empty unless the line is. */
function sentenceAt(text: string, at: number): Span {
  let start = at;
  while (start > 0 && !/[。！？\r\n]/u.test(text[start - 1] ?? '')) start -= 1;
  let end = at;
  while (end < text.length && !/[\r\n]/u.test(text[end] ?? '')) {
    end += 1;
    if (/[。！？]/u.test(text[end - 1] ?? '')) break;
  }
  return { start, end };
}
