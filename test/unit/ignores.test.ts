/** What is ignored stays ignored while its words and surroundings can be told, and is reported again when they cannot. */
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contextOf } from '../../server/src/core/ignores/context.ts';
import { readIgnore, readList, withEntry, withPhrase, withoutEntry } from '../../server/src/core/ignores/list.ts';
import { Matcher, ignorePlace, ignoreText } from '../../server/src/core/ignores/match.ts';
import type { Ignore } from '../../server/src/core/ignores/model.ts';
import type { Finding } from '../../server/src/core/rules/finding.ts';
import { draftOf, holesIn } from '../support/holes.ts';
import { parseMarked } from '../support/marked.ts';

const findingsIn = (text: string): readonly Finding[] => holesIn(draftOf(text));

/** Ignores the n-th hole of a text at its place. */
function ignoring(text: string, index: number): Ignore {
  const findings = findingsIn(text);
  const finding = findings[index];
  if (!finding) throw new Error(`no hole ${index} in ${text}`);
  return ignorePlace(text, findings, finding, 'a.txt');
}

/** The text with what is still ignored marked. */
function marked(text: string, entries: readonly Ignore[], file = 'a.txt'): string {
  const { ignored } = new Matcher(entries, file).match(text, findingsIn(text));
  let out = '';
  let at = 0;
  for (const { start, end } of ignored.toSorted((a, b) => a.start - b.start)) {
    out += `${text.slice(at, start)}⟦${text.slice(start, end)}⟧`;
    at = end;
  }
  return out + text.slice(at);
}

/** Ignores the marked hole of the first text; the marked holes of the second must be ignored then, and no other. */
function check(before: string, after: string): void {
  const { text, slots } = parseMarked(before);
  const index = findingsIn(text).findIndex(({ start }) => start === slots[0]?.start);
  const entry = readIgnore(JSON.parse(JSON.stringify(ignoring(text, index))));
  expect(entry && marked(parseMarked(after).text, [entry])).toBe(after);
}

const long = '各位代表，过去一年全县上下同心协力，各项事业都有新的进展。\n';

describe('a place', () => {
  it.each([
    ['nothing changed', '完成投资⟦X⟧亿元，增长X%。', '完成投资⟦X⟧亿元，增长X%。'],
    ['fifty lines above', `完成投资⟦X⟧亿元。`, `${long.repeat(50)}完成投资⟦X⟧亿元。`],
    ['a line above and one below', '全年完成投资⟦X⟧亿元。', `${long}全年完成投资⟦X⟧亿元。\n${long}`],
    ['moved to the end', `全年完成投资⟦X⟧亿元。\n${long.repeat(3)}`, `${long.repeat(3)}全年完成投资⟦X⟧亿元。\n`],
    ['words before it changed', '去年我们完成工业投资⟦X⟧亿元，同比增长两成。', '今年全县完成技改投资⟦X⟧亿元，同比增长两成。'],
    ['words after it changed', '去年我们完成工业投资⟦X⟧亿元，同比增长两成。', '去年我们完成工业投资⟦X⟧亿元，超额完成任务。'],
    ['both sides changed farther off', '去年我们完成工业投资⟦X⟧亿元，同比增长两成。', '今年一季度完成工业投资⟦X⟧亿元，同比增长三成。'],
    ['the hole before it filled in', '完成投资X亿元，同比增长⟦X⟧%，高于全市平均水平。', '完成投资23亿元，同比增长⟦X⟧%，高于全市平均水平。'],
    ['CR LF for LF', '第一段。\n完成投资⟦X⟧亿元。\n', '第一段。\r\n完成投资⟦X⟧亿元。\r\n'],
    ['blanks put in', '完成投资⟦X⟧亿元。', '完成投资 ⟦X⟧ 亿元。'],
    [
      'the third of equal lines',
      'A县：X亿元\nA县：X亿元\nA县：⟦X⟧亿元\nA县：X亿元\n',
      'A县：X亿元\nA县：X亿元\nA县：⟦X⟧亿元\nA县：X亿元\n',
    ],
    ['words changed', '完成投资⟦X⟧亿元。', '完成投资XX亿元。'],
    ['filled in, and another of the kind is there', '东区投资⟦X⟧亿元。\n西区投资X亿元。\n', '东区投资5亿元。\n西区投资X亿元。\n'],
    ['filled in, and an equal line is there', '投资完成⟦X⟧亿元。\n投资完成X亿元。\n', '投资完成5亿元。\n投资完成X亿元。\n'],
    [
      'filled in, and an equal line is far away',
      `投资完成⟦X⟧亿元。\n${long}投资完成X亿元。\n`,
      `投资完成5亿元。\n${long}投资完成X亿元。\n`,
    ],
    [
      'edited, and two places look like it',
      '年初完成工业投资⟦X⟧亿元，同比增长两成。\n',
      '第一，完成工业投资X亿元，同比增长两成。\n第二，完成工业投资X亿元，同比增长两成。\n',
    ],
    ['everything around it changed', '全年完成工业投资⟦X⟧亿元，增长一成。', '我代表县委讲X点意见，请大家讨论。'],
  ])('%s', (_name, before, after) => check(before, after));

  it('holds in its own draft only, whichever form of Unicode the name has', () => {
    const text = '完成投资X亿元。';
    const entry = ignorePlace(text, findingsIn(text), findingsIn(text)[0] as Finding, 'é/a.txt'.normalize('NFC'));
    expect(marked(text, [entry], 'é/a.txt'.normalize('NFD'))).toBe('完成投资⟦X⟧亿元。');
    expect(marked(text, [entry], 'b.txt')).toBe(text);
  });

  it('survives any edit outside its surroundings, and no edit inside its words', () => {
    const filler = fc.stringMatching(/^[的了和与市县全年工作推进\n]{0,60}$/);
    const words = '全年完成固定资产投资XX亿元，比上年增长一成以上，创历史新高，超过预期目标，走在全省前列。';
    const text = `${long.repeat(3)}${words}\n${long.repeat(3)}`;
    const entry = ignoring(text, 0);
    fc.assert(
      fc.property(filler, filler, (above, below) => {
        const edited = `${above}${long.slice(0, 5)}${above}${text}${below}`;
        expect(new Matcher([entry], 'a.txt').match(edited, findingsIn(edited)).ignored).toHaveLength(1);
      }),
    );
    fc.assert(
      fc.property(fc.constantFrom('X', 'x', '＊', '某', '5'), fc.nat(2), fc.nat(2), (put, from, length) => {
        const at = text.indexOf('XX');
        const start = at + from;
        const edited = text.slice(0, start) + put + text.slice(Math.min(at + 2, start + length));
        const now = edited.slice(at, edited.indexOf('亿元', at));
        const isInside = length > 0 && from < 2 ? true : from === 1;
        fc.pre(isInside && now !== 'XX');
        expect(new Matcher([entry], 'a.txt').match(edited, findingsIn(edited)).ignored).toEqual([]);
      }),
    );
  });
});

describe('surroundings', () => {
  it('are as a plain reading of the text has them', () => {
    const piece = fc.constantFrom('投', '资', '，', 'X', ' ', '　', '\n', '\r\n', '\u2028', '¶', '😀', '𠮷', '\ufeff');
    const text = fc.array(piece, { maxLength: 120 }).map((pieces) => pieces.join(''));
    const long = (side: string[], mark: string): string => {
      const units: string[] = [];
      for (const unit of [...side, '\n']) {
        const isLine = /[\r\n\u2028]/.test(unit);
        if (isLine ? units.at(-1) !== mark : !/[\s\ufeff]/.test(unit)) units.push(isLine ? mark : unit);
      }
      return units.slice(0, 32).join('');
    };
    fc.assert(
      fc.property(text, text, (before, after) => {
        const context = contextOf(before + after, { start: before.length, end: before.length });
        const wanted = long(after.split(''), '¶');
        expect(context.after).toBe(/[\ud800-\udbff]$/.test(wanted) ? wanted.slice(0, -1) : wanted);
        const back = [...long(before.split('').reverse(), '¶')].join('');
        const reversed = back.split('').reverse().join('');
        expect(context.before).toBe(/^[\udc00-\udfff]/.test(reversed) ? reversed.slice(1) : reversed);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a text', () => {
  it('is ignored in one draft or in all', () => {
    const text = '完成投资X亿元，增长X%，新增XX户。';
    const finding = findingsIn(text)[0] as Finding;
    const inDraft = ignoreText(text, finding, 'draft', 'a.txt');
    expect(marked(text, [inDraft])).toBe('完成投资⟦X⟧亿元，增长⟦X⟧%，新增XX户。');
    expect(marked(text, [inDraft], 'b.txt')).toBe(text);
    expect(marked(text, [ignoreText(text, finding, 'everywhere', 'a.txt')], 'b.txt')).toBe('完成投资⟦X⟧亿元，增长⟦X⟧%，新增XX户。');
  });

  it('of a kind is ignored in that kind alone', () => {
    expect(marked('完成投资X亿元，增长X%。', [{ rule: 'placeholder', kind: 'money', scope: 'everywhere', text: 'X' }])).toBe(
      '完成投资⟦X⟧亿元，增长X%。',
    );
  });
});

describe('asking', () => {
  it('costs what the findings cost, however long the list is', () => {
    const line = (index: number): string => `第${index}项工程完成投资X亿元，进度过半。\n`;
    const text = Array.from({ length: 500 }, (_, index) => line(index)).join('');
    const findings = findingsIn(text);
    const entries = findings.map((finding) => ignorePlace(text, [], finding, 'a.txt'));
    expect(new Matcher(entries, 'a.txt').match(text, findings).shown).toEqual([]);
    const foreign = Array.from({ length: 50_000 }, (_, index) => ({ ...(entries[0] as Ignore), text: `Y${index}` }));
    const matched = new Matcher([...foreign, ...entries], 'a.txt').match(text, findings);
    expect(matched.ignored).toHaveLength(500);
    expect(matched.alive.size).toBe(500);
  });

  it('looks at a place of which the draft shows nothing once, however often it is asked', () => {
    const text = '第一项完成投资X亿元，比上年多。\n';
    let looks = 0;
    const entries = Array.from({ length: 100 }, (_, index) => {
      const entry = ignoring(`第${index}件事别处说过：安排资金X亿元，不够再议${index}次。\n`, 0);
      return Object.defineProperty({ ...entry }, 'anchors', { get: () => ((looks += 1), undefined) });
    });
    const matcher = new Matcher(entries, 'a.txt');
    const findings = findingsIn(text);
    expect(matcher.match(text, findings).ignored).toEqual([]);
    const first = looks;
    for (let again = 0; again < 3; again += 1) matcher.match(text, findings);
    expect({ looks, some: looks > 0 }).toEqual({ looks: first, some: true });
  });

  it('gives the same array where nothing is ignored', () => {
    const findings = findingsIn('完成投资X亿元。');
    expect(new Matcher([], 'a.txt').match('完成投资X亿元。', findings).shown).toBe(findings);
    expect(new Matcher([{ rule: 'numbering', scope: 'everywhere', text: 'X' }], 'a.txt').match('完成投资X亿元。', findings).shown).toBe(
      findings,
    );
  });
});

describe('a list', () => {
  it.each<[string, unknown, number, number]>([
    ['nothing', {}, 0, 0],
    ['sound', { version: 1, ignored: [{ rule: 'placeholder', scope: 'everywhere', text: 'X' }] }, 1, 0],
    ['unknown keys', { mine: 1, ignored: [{ rule: 'placeholder', scope: 'everywhere', text: 'X', who: '张三' }] }, 1, 0],
    ['not an object', [], 0, 1],
    ['null', null, 0, 1],
    ['text', 'X', 0, 1],
    ['a list that is none', { ignored: 'X' }, 0, 1],
    [
      'bad ones among good ones',
      { ignored: [null, 7, {}, { rule: 'placeholder', scope: 'here', text: 'X' }, { rule: 'placeholder', scope: 'draft', text: 'X' }] },
      1,
      1,
    ],
    ['blank words without a place', { ignored: [{ rule: 'placeholder', scope: 'draft', text: '  ' }] }, 0, 1],
    ['a file that is no name', { ignored: [{ rule: 'placeholder', scope: 'draft', text: 'X', file: 5 }] }, 0, 1],
    ['another version', { version: 9, ignored: [{ rule: 'placeholder', scope: 'draft', text: 'X' }] }, 1, 1],
    ['phrases of every shape', { allowedPhrases: ['稳中求进', 5, '', null], stockPhrases: {} }, 0, 2],
  ])('%s', (_name, value, entries, faults) => {
    const read = readList(value);
    expect(read.sidecar.ignored).toHaveLength(entries);
    expect(read.faults).toHaveLength(faults);
  });

  it('is read whatever stands in it', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        readList(value);
        readList({ ignored: [value], allowedPhrases: value });
        expect(withEntry(value, { rule: 'placeholder', scope: 'draft', text: 'X' })).not.toHaveLength(0);
      }),
    );
  });

  it('comes out the same in whatever order things were ignored, and keeps what it does not know', () => {
    const text = '完成投资X亿元，增长XX%，新增XXX户。';
    const entries = findingsIn(text).map((_, index) => ignoring(text, index));
    const unknown = { note: '留着' };
    const one = entries.reduce<readonly unknown[]>(withEntry, [unknown]);
    const other = entries.toReversed().reduce<readonly unknown[]>(withEntry, [unknown]);
    expect(one).toEqual(other);
    expect(one).toHaveLength(4);
    expect(one.at(-1)).toBe(unknown);
    expect(entries.reduce<readonly unknown[]>(withEntry, one)).toEqual(one);
    expect(entries.reduce<readonly unknown[]>(withoutEntry, one)).toEqual([unknown]);
    expect(withPhrase(['甲', 5, '丙'], '乙', true)).toEqual(['丙', '乙', '甲', 5]);
    expect(withPhrase(['乙', '甲'], '甲', false)).toEqual(['乙']);
  });

  const validate = new Ajv({ strict: false }).compile(
    JSON.parse(readFileSync(new URL('../../docs/schemas/speech-draft.schema.json', import.meta.url), 'utf8')) as object,
  );

  it('as it is written is valid by the schema', () => {
    const text = 'A县：X亿元\nA县：X亿元\nA县：X亿元\nA县：X亿元\n';
    const ignored = findingsIn(text).reduce<readonly unknown[]>((list, _, index) => withEntry(list, ignoring(text, index)), []);
    expect(ignored).toHaveLength(4);
    expect(validate({ version: 1, ignored, allowedPhrases: ['稳中求进'] }), JSON.stringify(validate.errors)).toBe(true);
  });

  it('is valid by the schema exactly where it is read', () => {
    const some = fc.constantFrom('placeholder', 'place', 'draft', 'everywhere', 'X', ' ', '', 5, -1, 0.5, null, ['line'], []);
    const entry = fc.record(
      { rule: some, scope: some, text: some, kind: some, file: some, occurrence: some, anchors: some },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(entry, fc.jsonValue()), (value) => {
        expect(validate({ ignored: [value] })).toBe(readIgnore(value) !== undefined);
      }),
      { numRuns: 2000 },
    );
  });
});
