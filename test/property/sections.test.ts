/** Properties of the outline, of numbering and of measures, whatever the text and the edits. */
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { createDraft, editDraft } from '../../server/src/core/text/draft.ts';
import type { Draft, Format } from '../../server/src/core/text/draft.ts';
import { applyEdits } from '../../server/src/core/text/span.ts';
import type { Span } from '../../server/src/core/text/span.ts';
import { splitsCodePoint } from '../../server/src/core/text/chars.ts';
import { guessGenre, outlineOf, outlines, placeAt, reviewGenre, rolesOf } from '../../server/src/core/text/sections/index.ts';
import type { Outline, Section } from '../../server/src/core/text/sections/index.ts';
import { countText, measure, measureDraft, MeasureCache, readAloud } from '../../server/src/core/stage/index.ts';
import { runsOf, slipsOf } from '../../server/src/core/rules/numbering/slips.ts';
import { draftOf, findingsIn, fixesFor } from '../rules/numbering/check.ts';

const marks = [
  '一、',
  '二、',
  '三、',
  '四、',
  '（一）',
  '（二）',
  '（三）',
  '1.',
  '2.',
  '3、',
  '（1）',
  '（2）',
  '①',
  '②',
  '第一，',
  '第二，',
  '第三，',
];
const items = ['一是', '二是', '三是', '五是', '一要', '二要', '其一，', '其二，', '首先，', '其次，', '最后，', '——'];
const other = [
  '同志们：',
  '谢谢大家！',
  '在会上的讲话',
  '（2026年1月6日）',
  '?',
  '第二篇：讲话',
  '我讲三点意见。',
  '主要有两个原因：',
  '“',
  '”',
  '《',
  '12.5%',
  '𠮷',
  '## ',
  '**',
  '　　',
  '\uD83D',
];
const glue = ['\n', '\n\n', '\r\n', '。', '；', '，', '：', ' ', '要抓好落实', '今年全县各项工作取得了新的进展，'];

const texts = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...marks, ...items) },
      { weight: 6, arbitrary: fc.constantFrom(...glue) },
      fc.constantFrom(...other),
      fc.string({ maxLength: 4, unit: 'binary' }),
    ),
    { maxLength: 60 },
  )
  .map((pieces) => pieces.join(''));
const formats = fc.constantFrom<Format>('plain', 'markdown');

function make(text: string, format: Format): Draft {
  return createDraft({ uri: 'test:draft', version: 1, format, text });
}

function inside(span: Span, around: Span): void {
  expect(span.start).toBeGreaterThanOrEqual(around.start);
  expect(span.end).toBeLessThanOrEqual(around.end);
  expect(span.end).toBeGreaterThanOrEqual(span.start);
}

function checkSections(sections: readonly Section[], around: Span, draft: Draft): void {
  let at = around.start;
  for (const section of sections) {
    inside(section, around);
    inside(section.head, section);
    expect(section.start).toBeGreaterThanOrEqual(at);
    expect(splitsCodePoint(draft.text, section.head.start) || splitsCodePoint(draft.text, section.head.end)).toBe(false);
    checkSections(section.children, section, draft);
    at = section.kind === 'heading' ? section.end : section.start;
  }
}

describe('outline of any text', () => {
  it('is a tree of stretches inside the text', () => {
    fc.assert(
      fc.property(texts, formats, (text, format) => {
        const draft = make(text, format);
        const outline = outlineOf(draft);
        for (const speech of outline.speeches) {
          inside(speech, { start: 0, end: text.length });
          for (const span of [speech.title, speech.date, speech.speaker, speech.salutation, speech.closing]) if (span) inside(span, speech);
          checkSections(speech.sections, speech, draft);
          const guess = guessGenre(draft, outline, speech);
          if (guess) reviewGenre(draft, outline, speech, guess.genre);
          for (const stretch of rolesOf(draft, speech, outline)) inside(stretch, speech);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('knows a place for every offset', () => {
    fc.assert(
      fc.property(texts, fc.nat(), (text, number) => {
        const draft = make(text, 'plain');
        const place = placeAt(outlineOf(draft), draft, number % (text.length + 1));
        expect(place.paragraph).toBeGreaterThanOrEqual(1);
        expect(place.path.every((mark) => mark !== '')).toBe(true);
      }),
    );
  });

  it('after edits is the same as from scratch', () => {
    fc.assert(
      fc.property(
        texts,
        formats,
        fc.array(fc.tuple(fc.nat(), fc.nat({ max: 12 }), fc.constantFrom(...marks, ...items, ...glue, ...other, '')), { maxLength: 8 }),
        (text, format, edits) => {
          const given = outlines();
          const measures = new MeasureCache();
          let draft = make(text, format);
          let outline: Outline = given(draft);
          for (const [version, [at, length, insert]] of edits.entries()) {
            const start = at % (draft.text.length + 1);
            const [old, before] = [outline, draft];
            draft = editDraft(draft, version + 2, [{ start, end: Math.min(draft.text.length, start + length), text: insert }]);
            outline = given(draft, before);
            if (outline.structure === old.structure) expect(bones(outline)).toEqual(bones(old));
            measureDraft(draft, outline, [], measures);
          }
          const fresh = make(draft.text, format);
          expect(outline).toEqual(outlineOf(fresh));
          expect(measureDraft(draft, outline, [], measures)).toEqual(measureDraft(fresh, outlineOf(fresh)));
        },
      ),
      { numRuns: 300 },
    );
  });
});

/** What an outline says without any place in the text. */
function bones({ speeches, sections, lists }: Outline): unknown {
  const bare = (section: Section): unknown => [
    ...[section.kind, section.style, section.number, section.level, section.rank, section.marker, section.runIn],
    ...[section.firstParagraph, section.lastParagraph, section.marker === '' ? section.title : ''],
    section.children.map(bare),
  ];
  return [
    speeches.map(({ title, speaker, date, salutation, closing, ...speech }) => [
      ...[title, speaker, date, salutation, closing].map((part) => part !== undefined),
      ...[speech.firstParagraph, speech.bodyParagraph, speech.endParagraph],
    ]),
    sections.map(bare),
    lists.map(({ style, members }) => [style, members.map(({ mark, paragraph, initial }) => [mark.text, mark.number, paragraph, initial])]),
  ];
}

/** A text with every numeral made the same. */
function withoutNumerals(text: string): string {
  return text.replace(/[一二三四五六七八九十0-9０-９①-⑳]+/gu, 'N');
}

describe('numbering of any text', () => {
  it('gives findings inside the text that speak of it', () => {
    fc.assert(
      fc.property(texts, formats, (text, format) => {
        const draft = draftOf(text, format);
        for (const finding of findingsIn(draft)) {
          inside(finding, { start: 0, end: text.length });
          expect(finding.end).toBeGreaterThan(finding.start);
          expect(finding.message.args['found']).toBe(text.slice(finding.start, finding.end));
          for (const fix of fixesFor(finding, draft)) applyEdits(text, fix.edits);
        }
      }),
      { numRuns: 400 },
    );
  });

  const shuffled = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 2, maxLength: 10 });
  const writings: readonly (readonly [string, (numbers: readonly number[]) => string])[] = [
    [
      '一、',
      (numbers) =>
        numbers
          .map((n) => `${'一二三四五六七八九十'.charAt(n - 1) || `十${'一二'.charAt(n - 11)}`}、抓落实\n要一步一步往前走。\n`)
          .join(''),
    ],
    ['1.', (numbers) => `一、甲\n${numbers.map((n) => `${String(n)}.抓落实\n要一步一步往前走。\n`).join('')}`],
    ['①', (numbers) => `要做到：${numbers.map((n) => `${String.fromCharCode(0x245f + n)}抓落实`).join('；')}。\n`],
    ['第一，', (numbers) => `要做到：${numbers.map((n) => `第${String(n)}，抓落实`).join('；')}。\n`],
  ];
  it.each(writings)('renumbering %s touches only numerals and can be repeated until nothing is left', (_name, write) => {
    fc.assert(
      fc.property(shuffled, (numbers) => {
        let text = write(numbers);
        for (let round = 0; round <= numbers.length; round += 1) {
          const draft = draftOf(text);
          const finding = findingsIn(draft).find((item) => fixesFor(item, draft).some((fix) => fix.title.id === 'fixRenumber'));
          if (finding === undefined) return;
          const fix = fixesFor(finding, draft).find((item) => item.title.id === 'fixRenumber');
          const after = applyEdits(text, fix?.edits ?? []);
          expect(after).not.toBe(text);
          expect(withoutNumerals(after)).toBe(withoutNumerals(text));
          text = after;
        }
        throw new Error(`still slips in ${text}`);
      }),
    );
  });

  it('a row that runs on has no slips, and one slip planted is one finding', () => {
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 20 }), fc.nat(), (length, where) => {
        const row = Array.from({ length }, (_unused, index) => index + 1);
        expect(slipsOf(row, 1)).toEqual([]);
        expect(runsOf(row)).toEqual([{ from: 0, to: length }]);
        const at = 1 + (where % (length - 2));
        const dropped = row.filter((_number, index) => index !== at);
        expect(slipsOf(dropped, 1).map((slip) => [slip.index, slip.kind, slip.expected])).toEqual([[at, 'gap', at + 1]]);
        const doubled = [...row.slice(0, at + 1), ...row.slice(at)];
        expect(slipsOf(doubled, 1).map((slip) => [slip.index, slip.kind])).toEqual([[at + 1, 'repeat']]);
      }),
    );
  });
});

describe('measures of any text', () => {
  it('add up at line breaks', () => {
    fc.assert(
      fc.property(fc.array(texts, { maxLength: 5 }), (parts) => {
        const sum = parts.map(countText).reduce((total, counts) => total + counts.words, 0);
        expect(countText(parts.join('\n')).words).toBe(sum);
      }),
    );
  });
  it('any stretch can be measured', () => {
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat(), (text, a, b) => {
        const draft = make(text, 'plain');
        const start = Math.min(a, b) % (text.length + 1);
        const end = Math.max(start, Math.max(a, b) % (text.length + 1));
        const { counts, spoken } = measure(draft, outlineOf(draft), { start, end });
        expect(counts.words).toBeLessThanOrEqual(end - start);
        expect(spoken.syllables).toBeGreaterThanOrEqual(0);
      }),
    );
  });
  it('nothing is left to read as a figure', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9.,%:/年—-]{0,30}$/u), (text) => {
        expect(readAloud(text)).not.toMatch(/\d/u);
      }),
    );
  });
});
