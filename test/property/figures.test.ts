/** The figure rule on any text and any edit: never throws, spans whole, incremental result = result from scratch. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexLines, rangeOf } from '../../server/src/convert/positions.ts';
import { createBook, emptyBook } from '../../server/src/core/facts/book.ts';
import { figuresIn } from '../../server/src/core/facts/figures.ts';
import { differ, movePoint, readAmount } from '../../server/src/core/facts/numbers.ts';
import { createFigureRule, meta } from '../../server/src/core/rules/figure/index.ts';
import type { FigureRule, Placed } from '../../server/src/core/rules/figure/index.ts';
import type { Finding } from '../../server/src/core/rules/finding.ts';
import { editDraft } from '../../server/src/core/text/draft.ts';
import type { Draft } from '../../server/src/core/text/draft.ts';
import { applyEdits } from '../../server/src/core/text/span.ts';
import type { Span } from '../../server/src/core/text/span.ts';
import { noWords } from '../../server/src/core/words.ts';
import { sheetOf } from '../rules/figure/check.ts';
import { draftOf } from '../support/holes.ts';

const pieces = fc.constantFrom(
  ...'2025年 去年 上半年 ，全县 全市 雁溪县 粮食产量 达到 41.7万吨 42万吨 。 ； \n 地区生产总值 GDP 增长 下降 -3% 5.2% 由 100亿元 增加到 120亿元 其中 工业投资 城镇 农村 、 分别 合计 占 一点五万亿 ３ 预计 力争 约 以上 ( ） 一、目标 X %'.split(
    ' ',
  ),
  '\ud842',
  '\u3000',
);
const text = fc.array(pieces, { maxLength: 40 }).map((list) => list.join(''));
const book = createBook(sheetOf(['指标,数值,单位,同比,时期', '地区生产总值,156.3,亿元,6.1,2025年', '粮食产量,41.7,万吨,,2025年']).entries);

function newRule(withBook = book): FigureRule {
  const rule = createFigureRule(noWords);
  rule.configure(new Map([[meta.id, {}]]));
  rule.setBook(withBook);
  return rule;
}

/** Findings as a reader sees them: places by line and character. */
function seen(findings: readonly Finding[], uri: string, open: ReadonlyMap<string, string>): unknown {
  const range = (at: string, span: Span): unknown => rangeOf(indexLines(open.get(at) ?? ''), span);
  return findings.map(({ related = [], ...finding }) => ({
    ...finding,
    detail: undefined,
    ...{ start: range(uri, finding), end: 0 },
    related: related.map((place) => ({ ...place, start: range(place.uri, place), end: 0 })),
  }));
}

describe('the figure rule', () => {
  it('finds whole places in any text', () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: 'binary' })), (source) => {
        const rule = newRule();
        const draft = draftOf(source);
        rule.put(draft);
        for (const finding of rule.findings(draft.uri)) {
          expect(finding.start >= 0 && finding.start < finding.end && finding.end <= source.length).toBe(true);
          for (const fix of rule.fixes(draft.uri, finding)) applyEdits(source, fix.edits);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('finds after any edits what it finds from scratch, and says whose findings changed', () => {
    const step = fc.record({ uri: fc.constantFrom('a:', 'b:', 'c:'), text: fc.option(text, { freq: 5, nil: undefined }) });
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), (steps) => {
        const rule = newRule();
        const open = new Map<string, string>();
        for (const { uri, text: next } of steps) {
          const before = new Map([...open.keys()].map((key) => [key, seen(rule.findings(key), key, open)]));
          if (next !== undefined) open.set(uri, next);
          else open.delete(uri);
          const changed = next === undefined ? rule.remove(uri) : rule.put(draftOf(next, 'plain', uri));
          for (const [key, findings] of before)
            if (open.has(key) && !changed.has(key)) expect(seen(rule.findings(key), key, open)).toEqual(findings);
        }
        const fresh = newRule();
        for (const [uri, source] of open) fresh.put(draftOf(source, 'plain', uri));
        for (const uri of open.keys()) expect(rule.findings(uri)).toEqual(fresh.findings(uri));
      }),
      { numRuns: 200 },
    );
  });
});

describe('the figure rule while a person types', () => {
  it('finds what it finds from scratch, and says whose findings changed', () => {
    const edit = fc.record({
      uri: fc.constantFrom('a:', 'b:'),
      at: fc.nat(1000),
      takes: fc.nat(8),
      puts: fc.oneof(pieces, text, fc.constant('\n\n')),
    });
    const sentence = fc.constantFrom(
      ...[41.7, 45.3, 52.9].map((value) => `2025年，全县粮食产量达到${value}万吨。`),
      '2025年，全县生产总值增长5.2%。',
    );
    const start = fc.array(fc.oneof(text, sentence), { minLength: 4, maxLength: 10 }).map((list) => list.join('。\n'));
    fc.assert(
      fc.property(
        fc.constantFrom(book, emptyBook),
        start,
        start,
        fc.array(edit, { minLength: 1, maxLength: 10 }),
        (sheets, first, second, edits) => {
          const rule = newRule(sheets);
          const open = new Map([
            ['a:', draftOf(first, 'plain', 'a:')],
            ['b:', draftOf(second, 'plain', 'b:')],
          ]);
          const texts = (): Map<string, string> => new Map([...open].map(([uri, draft]) => [uri, draft.text]));
          for (const draft of open.values()) rule.put(draft);
          for (const [index, { uri, at, takes, puts }] of edits.entries()) {
            const draft = open.get(uri) as Draft;
            const from = at % (draft.text.length + 1);
            const change = { start: from, end: Math.min(draft.text.length, from + takes), text: puts };
            const before = new Map([...open.keys()].map((key) => [key, seen(rule.findings(key), key, texts())]));
            const next = editDraft(draft, index + 2, [change]);
            open.set(uri, next);
            const changed = rule.put(next);
            for (const [key, findings] of before) if (!changed.has(key)) expect(seen(rule.findings(key), key, texts())).toEqual(findings);
            const fresh = newRule(sheets);
            for (const one of open.values()) fresh.put(one);
            for (const key of open.keys()) {
              expect(rule.findings(key)).toEqual(fresh.findings(key));
              expect(rule.reading(key)?.claims.map(shown)).toEqual(fresh.reading(key)?.claims.map(shown));
            }
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe('a draft that contradicts another', () => {
  it.each([
    ['is told when the place in the other moves in its line', '好。', '很好。', ['a:', 'b:']],
    ['is told when it moves to another line', '好。', '好。\n好。\n', ['a:', 'b:']],
    ['is not told when it stays where it is', '他们。', '她们。', ['a:']],
    ['is told when it says something else', '41.7', '45.5', ['a:', 'b:']],
  ])('%s', (_, old, text, expected) => {
    const rule = newRule(emptyBook);
    const draft = draftOf('好。2025年，全县粮食产量达到41.7万吨。\n他们。\n', 'plain', 'a:');
    rule.put(draft);
    rule.put(draftOf('2025年，全县粮食产量达到43.9万吨。\n', 'plain', 'b:'));
    expect(rule.findings('b:').flatMap(({ related = [] }) => related.map(({ uri }) => uri))).toEqual(['a:']);
    const start = draft.text.indexOf(old);
    expect([...rule.put(editDraft(draft, 2, [{ start, end: start + old.length, text }]))].sort()).toEqual(expected);
  });
});

describe('blank lines that come and go among paragraphs at once', () => {
  it('are told to who names a place behind them', () => {
    const rule = newRule(emptyBook);
    const before = draftOf('甲好。\n\n乙好。\n2025年，全县粮食产量达到41.7万吨。\n丙好。\n', 'plain', 'a:');
    rule.put(before);
    rule.put(draftOf('2025年，全县粮食产量达到43.9万吨。\n', 'plain', 'b:'));
    const [second, third] = [before.starts[1] as number, before.starts[2] as number];
    const moved = editDraft(before, 2, [
      { start: second - 1, end: second - 1, text: '　' },
      { start: third, end: third, text: '\n' },
    ]);
    expect([...rule.put(moved)].sort()).toEqual(['a:', 'b:']);
  });
});

function shown({ uri, start, end, paragraph, text, claim }: Placed): object {
  return { uri, start, end, paragraph, text, claim };
}

describe('numbers', () => {
  it('are moved between units without losing or adding a digit that counts', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e9, max: 1e9 }),
        fc.integer({ min: 0, max: 4 }),
        fc.integer({ min: -8, max: 8 }),
        (whole, places, shift) => {
          const digits = (whole / 10 ** places).toFixed(places);
          const moved = movePoint(digits, shift);
          expect(Number(moved)).toBeCloseTo(Number(digits) * 10 ** shift, 6 - shift);
          const significant = (value: string): string => value.replace(/[-.]/g, '').replace(/^0+|0+$/g, '');
          expect(significant(moved)).toBe(significant(digits));
        },
      ),
    );
  });
  it.each([
    ['23.20', 4, '232000'],
    ['128500', -4, '12.85'],
    ['128500.0', -4, '12.85000'],
    ['-3.5', 0, '-3.5'],
    ['5', -2, '0.05'],
    ['1,234.5', -4, '0.12345'],
  ])('%s moved by %i is %s', (text, places, expected) => expect(movePoint(text, places)).toBe(expected));
  it('agree with themselves written shorter', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e7 }), fc.integer({ min: 0, max: 3 }), (whole, places) => {
        const exact = readAmount((whole / 1000).toFixed(3));
        const short = readAmount((whole / 1000).toFixed(places));
        return exact !== undefined && short !== undefined && !differ(exact, short);
      }),
    );
  });
  it.each([
    ['23.20亿元', 2_320_000_000, 1_000_000],
    ['1,234.5万元', 12_345_000, 1000],
    ['一点五万亿元', 1.5e12, 1e11],
    ['3亿2000万元', 320_000_000, 10_000],
    ['一亿二千万元', 120_000_000, 10_000],
    ['一万二千人', 12_000, 1],
    ['二十三点二亿元', 2.32e9, 1e7],
    ['百分之五点二', 5.2, 0.1],
    ['-3.5%', -3.5, 0.1],
    ['5.2个百分点', 5.2, 0.1],
    ['41.7万吨', 417_000_000, 1_000_000],
  ])('%s', (source, value, step) => {
    const [figure] = figuresIn(source);
    expect(figure?.amount?.value).toBeCloseTo(value, 6);
    expect(figure?.amount?.step).toBeCloseTo(step, 6);
    expect(source.slice(figure?.start, figure?.end)).toBe(source);
  });
  it.each(['一个', '两项', '第3位', 'X5亿元', '3X亿元', '2025', 'PM2.5', 'A3', '三中全会', '1.2.3', '一心为民'])(
    '%s is no figure',
    (source) => {
      expect(figuresIn(source)).toEqual([]);
    },
  );
  it.each(['一', '一点', '十百', '九千亿'])('a row of %s without end is read in time', (unit) => {
    expect(figuresIn(unit.repeat(100_000))).toEqual([]);
  });
});
