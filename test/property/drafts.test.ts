/** Any text, any edits: nothing throws, spans are valid, incremental is the same as from scratch. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDesk } from '../../server/src/core/engine/desk.ts';
import type { Desk } from '../../server/src/core/engine/desk.ts';
import { createRules } from '../../server/src/core/rules/index.ts';
import { splitsCodePoint } from '../../server/src/core/text/chars.ts';
import { editDraft } from '../../server/src/core/text/draft.ts';
import type { Draft, Format } from '../../server/src/core/text/draft.ts';
import { noWords } from '../../server/src/core/words.ts';
import { markdownReader } from '../../server/src/markup/markdown.ts';
import { defaultSettings } from '../../server/src/settings/parse.ts';
import { draftOf } from '../support/holes.ts';

const desk = (): Desk =>
  createDesk(
    {
      rules: createRules(),
      words: noWords,
      onRuleFailure: (rule, error) => {
        throw new Error(`rule ${rule} failed`, { cause: error });
      },
    },
    defaultSettings.desk,
  );

/** Pieces that drafts are made of, and what breaks programs: lone surrogates, NUL, every line break, emoji, rare ideographs. */
const piece = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      '完成投资',
      'X',
      'XX亿元',
      '，',
      '。',
      '\n',
      '\r\n',
      '\r',
      '\n\n',
      '一、',
      '（一）',
      '同志们：',
      '**',
      '__',
      '****',
      '____',
      '……',
      '【待补】',
      '（待核实）',
      '20XX年X月X日',
      '增长%',
      '第届',
      '  ',
      '　　',
      '某县',
      '```\n',
      '# ',
      '- ',
      '> ',
      '| ',
      '[姓名]',
      '<b>',
      '---\n',
      '某',
      '？？',
      '{{a}}',
      '《》',
      '〔20XX〕X号',
      '继续抓好各项工作的落实，确保',
      '要',
    ),
  },
  { weight: 1, arbitrary: fc.constantFrom('\ud800', '\udc00', '\0', '\u2028', '\ufeff', '😀', '𠮷', '👨‍👩‍👧', 'ﬀ', '\u200b') },
  { weight: 1, arbitrary: fc.string({ maxLength: 4 }) },
);
const text = fc.array(piece, { maxLength: 40 }).map((parts) => parts.join(''));
const format = fc.constantFrom<Format>('plain', 'markdown');
const edits = fc.array(
  fc.record({ at: fc.nat(), length: fc.nat({ max: 30 }), text: fc.array(piece, { maxLength: 4 }).map((parts) => parts.join('')) }),
  { maxLength: 12 },
);

const plain = (draft: Draft): object => ({
  paragraphs: draft.paragraphs.map(({ source, text: read, breaks, masks }) => ({ source, read, breaks, masks })),
  starts: draft.starts,
  text: draft.text,
});

describe('drafts', () => {
  it('an edited draft equals a new one', () => {
    fc.assert(
      fc.property(text, format, edits, (start, kind, changes) => {
        let draft = draftOf(start, kind);
        changes.forEach((change, version) => {
          const at = draft.text.length === 0 ? 0 : change.at % (draft.text.length + 1);
          const end = Math.min(draft.text.length, at + change.length);
          draft = editDraft(draft, version + 2, [{ start: at, end, text: change.text }], markdownReader);
          expect(plain(draft)).toEqual(plain(draftOf(draft.text, kind)));
        });
      }),
      { numRuns: 300 },
    );
  });

  it('keeps the paragraphs that did not change', () => {
    const before = draftOf('第一段。\n第二段。\n第三段。\n第四段。');
    const after = editDraft(before, 2, [{ start: 6, end: 7, text: '贰' }]);
    expect(after.paragraphs.map((paragraph, index) => paragraph === before.paragraphs[index])).toEqual([true, false, true, true]);
  });
});

describe('findings', () => {
  it('of any text lie inside it, in order, between whole code points', () => {
    fc.assert(
      fc.property(text, format, (value, kind) => {
        const at = desk();
        at.put(draftOf(value, kind));
        let last = 0;
        for (const finding of at.findings('test:draft')) {
          expect(finding.start).toBeGreaterThanOrEqual(last);
          expect(finding.end).toBeGreaterThanOrEqual(finding.start);
          expect(finding.end).toBeLessThanOrEqual(value.length);
          expect(splitsCodePoint(value, finding.start) || splitsCodePoint(value, finding.end)).toBe(false);
          last = finding.start;
        }
      }),
      { numRuns: 500 },
    );
  });

  it('after any edits equal those of a fresh start', () => {
    fc.assert(
      fc.property(text, format, edits, (start, kind, changes) => {
        const at = desk();
        let draft = draftOf(start, kind);
        at.put(draft);
        changes.forEach((change, version) => {
          const from = draft.text.length === 0 ? 0 : change.at % (draft.text.length + 1);
          draft = editDraft(
            draft,
            version + 2,
            [{ start: from, end: Math.min(draft.text.length, from + change.length), text: change.text }],
            markdownReader,
          );
          at.put(draft);
        });
        const fresh = desk();
        fresh.put(draftOf(draft.text, kind));
        expect(at.findings('test:draft')).toEqual(fresh.findings('test:draft'));
      }),
      { numRuns: 300 },
    );
  });

  it('read ahead in slices equal those read at once', () => {
    const value = '完成投资X亿元，增长X%。\n'.repeat(200);
    const sliced = desk();
    const draft = draftOf(value);
    let slices = 1;
    while (!sliced.prepare(draft, 300)) slices += 1;
    expect(slices).toBeGreaterThan(5);
    sliced.put(draft);
    const whole = desk();
    whole.put(draftOf(value));
    expect(sliced.findings('test:draft')).toEqual(whole.findings('test:draft'));
  });
});
