/** The whole desk while people write: all rules over several drafts, plain and Markdown, against a fresh start after every edit. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEchoRules } from '../../server/src/core/echoes/rules.ts';
import { together } from '../../server/src/core/engine/across.ts';
import { createDesk } from '../../server/src/core/engine/desk.ts';
import type { Desk } from '../../server/src/core/engine/desk.ts';
import { createFigureRule } from '../../server/src/core/rules/figure/index.ts';
import type { Finding } from '../../server/src/core/rules/finding.ts';
import { createRules } from '../../server/src/core/rules/index.ts';
import { editDraft } from '../../server/src/core/text/draft.ts';
import type { Draft } from '../../server/src/core/text/draft.ts';
import { outlines } from '../../server/src/core/text/sections/index.ts';
import type { Word, Words } from '../../server/src/core/words.ts';
import { markdownReader } from '../../server/src/markup/markdown.ts';
import { defaultSettings } from '../../server/src/settings/parse.ts';
import { draftOf } from '../support/holes.ts';

function newDesk(words: Words): Desk {
  const onRuleFailure = (rule: string, error: unknown): void => {
    throw new Error(`rule ${rule} failed`, { cause: error });
  };
  const outlineOf = outlines();
  const across = together(createEchoRules(words, outlineOf), [createFigureRule(words, outlineOf)], onRuleFailure);
  return createDesk({ rules: createRules(), across, words, outlineOf, onRuleFailure }, defaultSettings.desk);
}

const line = fc.constantFrom(
  '在全县春耕会上的讲话',
  '（2026年3月5日）',
  '同志们：',
  '一、把水渠修到田头，完成投资X亿元',
  '二、把账算清楚。今年要抓好三件事：一是修渠；二是清淤；三是补种。',
  '（一）先修东渠。全县粮食产量达到41.7万吨，比上年增长XX%。',
  '（三）再修西渠。2025年，全县粮食产量达到45.3万吨。',
  '我讲三点意见。',
  '三、去年的工作目标',
  '## 四、今年怎么干',
  '- **第一，**村口的老槐树下摆着三张方桌，支书和大家一户一户地算账。',
  '村口的老槐树下摆着三张方桌，支书和大家一户一户地算账。“说得好。',
  '全县2025年地区生产总值达到156.3亿元，增长-6.1%；其中一产增加值______亿元。',
  '***',
  '由****同志主持会议，20XX年X月X日，请各镇把清单报上来，办公室逐项核对之后再发文。',
  '```',
  '第二天一早，拖拉机的声音从河那边传过来，地里的人越来越多，',
  '我们我们要抓紧抓紧再抓紧，（待核实）',
  '谢谢大家！',
);
const start = fc.record({
  format: fc.constantFrom<'plain' | 'markdown'>('plain', 'markdown'),
  lines: fc.array(line, { minLength: 1, maxLength: 12 }),
});
const edit = fc.record({
  draft: fc.nat(2),
  at: fc.nat(),
  takes: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat(6), fc.nat(60)),
  puts: fc.oneof(
    {
      weight: 4,
      arbitrary: fc.constantFrom('和', '，', '。', 'X', '2', '\n', '\n\n', '“', '*', '# ', '一是', '（二）', '同志们：', '上年'),
    },
    line.map((text) => `\n${text}\n`),
    fc.constant(''),
  ),
});

/** Asks for words until nothing is wanted any more. */
function learn(desk: Desk, uris: readonly string[], known: Set<string>): void {
  for (let wants = desk.wants(...uris); wants.some((text) => !known.has(text)); wants = desk.wants(...uris)) {
    for (const text of wants) known.add(text);
    desk.learn(uris);
  }
  desk.learn(uris);
}

describe('the desk while a person types', () => {
  it('finds after every edit what it finds from scratch', () => {
    fc.assert(
      fc.property(
        fc.array(start, { minLength: 3, maxLength: 3 }),
        fc.array(edit, { minLength: 1, maxLength: 8 }),
        fc.boolean(),
        (starts, edits, learns) => {
          const known = new Set<string>();
          const words: Words = { of: (text) => (known.has(text) ? wordsOf(text) : undefined) };
          const desk = newDesk(words);
          const open = starts.map(({ format, lines }, index) => draftOf(lines.join('\n'), format, `${index}:`));
          const uris = open.map(({ uri }) => uri);
          for (const draft of open) desk.put(draft);
          for (const [version, { draft: index, at, takes, puts }] of edits.entries()) {
            const draft = open[index] as Draft;
            const from = at % (draft.text.length + 1);
            const change = { start: from, end: Math.min(draft.text.length, from + takes), text: puts };
            open[index] = editDraft(draft, version + 2, [change], markdownReader);
            desk.put(open[index]);
            if (learns) learn(desk, uris, known);
            const fresh = newDesk(words);
            for (const one of open) fresh.put(draftOf(one.text, one.format, one.uri));
            if (learns) learn(fresh, uris, known);
            for (const uri of uris) expect(desk.findings(uri)).toEqual(fresh.findings(uri));
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('keeps the findings that did not move, and the messages of those that did', () => {
    const words: Words = { of: wordsOf };
    const desk = newDesk(words);
    const before = draftOf(
      [
        '在会上的讲话',
        '一、完成投资X亿元',
        '三、增长XX%，我们我们要抓紧。',
        '2025年，全县粮食产量达到41.7万吨。',
        '2025年，全县粮食产量达到45.3万吨。',
        '20XX年X月X日，今年要抓好三件事：一是修渠；二是清淤。',
      ].join('\n'),
    );
    desk.put(before);
    const found = desk.findings(before.uri);
    const rules = found.map(({ rule }) => rule);
    for (const rule of ['placeholder', 'numbering', 'figure', 'repeated-phrase']) expect(rules).toContain(rule);

    const line = before.starts[2] ?? 0;
    const at = before.text.indexOf('抓紧');
    desk.put(editDraft(before, 2, [{ start: at, end: at, text: '继续' }]));
    const after = desk.findings(before.uri);
    expect(after.map(placeless)).toEqual(found.map(placeless));
    for (const [index, finding] of found.entries()) {
      const now = after[index] as Finding;
      if (finding.start < line) expect(now, `finding ${index}`).toBe(finding);
      // The echoes keep what they tell by themselves.
      if (!finding.rule.startsWith('repeated-')) expect(now.message, `finding ${index}: ${finding.message.id}`).toBe(finding.message);
    }
  });
});

/** Words of two characters each. */
function wordsOf(text: string): Word[] {
  return Array.from({ length: Math.ceil(text.length / 2) }, (_, index) => ({ length: Math.min(2, text.length - 2 * index), tag: 'n' }));
}

function placeless({ rule, kind, message, group, related = [] }: Finding): unknown {
  return { rule, kind, message, group, related: related.map((place) => place.message) };
}
