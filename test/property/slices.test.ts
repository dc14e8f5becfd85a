/** Drafts that come and go slice by slice: what is found in the end is what a desk finds that took them as a whole. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEchoRules } from '../../server/src/core/echoes/rules.ts';
import { together } from '../../server/src/core/engine/across.ts';
import { createDesk } from '../../server/src/core/engine/desk.ts';
import type { Desk } from '../../server/src/core/engine/desk.ts';
import { createFigureRule } from '../../server/src/core/rules/figure/index.ts';
import { createRules } from '../../server/src/core/rules/index.ts';
import type { Draft } from '../../server/src/core/text/draft.ts';
import { noWords } from '../../server/src/core/words.ts';
import type { Words } from '../../server/src/core/words.ts';
import { defaultSettings } from '../../server/src/settings/parse.ts';
import { draftOf } from '../support/holes.ts';

function newDesk(words: Words = noWords): Desk {
  const onRuleFailure = (rule: string, error: unknown): void => {
    throw new Error(`rule ${rule} failed`, { cause: error });
  };
  const across = together(createEchoRules(words), [createFigureRule(words)], onRuleFailure);
  return createDesk({ rules: createRules(), across, words, onRuleFailure }, defaultSettings.desk);
}

const line = fc.constantFrom(
  '村口的老槐树下摆着三张方桌，支书和大家一户一户地算账。',
  '一、把水渠修到田头',
  '（一）先修东渠',
  '2025年，全县粮食产量达到41.7万吨。',
  '2025年，全县粮食产量达到45.3万吨。',
  '完成投资X亿元，请各镇把清单报上来，办公室逐项核对之后再发文。',
  '同志们：',
  '在全县春耕会上的讲话',
  '第二天一早，拖拉机的声音从河那边传过来，地里的人越来越多。',
);
const text = fc.array(line, { minLength: 1, maxLength: 14 }).map((lines) => lines.join('\n'));
const step = fc.record({
  uri: fc.constantFrom('a:', 'b:', 'c:'),
  text: fc.option(text, { freq: 4, nil: undefined }),
  slices: fc.nat(4),
  size: fc.integer({ min: 1, max: 80 }),
  isWhole: fc.boolean(),
});

describe('drafts taken in slices', () => {
  it('end as those taken as a whole, and whoever changed was told', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 14 }), (steps) => {
        const desk = newDesk();
        const open = new Map<string, string>();
        const before = new Map<string, unknown>();
        const told = new Set<string>();
        let version = 0;
        const settle = (uri: string): void => {
          const source = open.get(uri);
          const changed = source === undefined ? desk.remove(uri) : desk.put(draftOf(source, 'plain', uri));
          for (const one of changed) told.add(one);
          // Of a draft of which only a part is there nothing is told.
          expect([...changed].filter((one) => desk.draft(one) === undefined)).toEqual([]);
          told.add(uri);
        };
        for (const { uri, text: next, slices, size, isWhole } of steps) {
          version += 1;
          if (next === undefined) open.delete(uri);
          else open.set(uri, next);
          const draft = next === undefined ? undefined : { ...draftOf(next, 'plain', uri), version };
          for (let at = 0; at < slices; at += 1) if (draft === undefined ? desk.dismiss(uri, size) : desk.prepare(draft, size)) break;
          // Some are left as they are, until something else is wanted of them.
          if (!isWhole) continue;
          settle(uri);
          // What is found is told of in steps too, some of which are left off when something changes.
          for (const each of open.keys()) desk.tellAhead(each, size % 9);
        }
        for (const uri of ['a:', 'b:', 'c:']) settle(uri);
        const fresh = newDesk();
        for (const [uri, source] of open) fresh.put(draftOf(source, 'plain', uri));
        for (const uri of open.keys()) {
          if (version % 2 === 0) while (!desk.tellAhead(uri, 1));
          expect(desk.findings(uri)).toEqual(fresh.findings(uri));
        }

        // One more comes and goes in slices: the others are told.
        told.clear();
        for (const uri of open.keys()) before.set(uri, desk.findings(uri));
        const last = draftOf([...open.values()].join('\n\n'), 'plain', 'd:');
        while (!desk.prepare(last, 40));
        const came = desk.put(last);
        for (const uri of open.keys()) if (!came.has(uri)) expect(desk.findings(uri)).toEqual(before.get(uri));
        while (!desk.dismiss('d:', 40));
        desk.remove('d:');
        for (const uri of open.keys()) expect(desk.findings(uri)).toEqual(before.get(uri));
      }),
      { numRuns: 150 },
    );
  });
});

describe('a draft of which a part has come', () => {
  const one = '村口的老槐树下摆着三张方桌，支书和大家一户一户地算账。';
  const more = Array.from({ length: 40 }, (_, at) => `第${String.fromCharCode(0x4e00 + at)}户的账单独记，年底对清。`).join('\n');
  it.each<[string, (desk: Desk) => ReadonlySet<string>]>([
    ['settings change', (desk) => desk.configure(defaultSettings.desk)],
    ['words become known', (desk) => desk.learn(['a:'])],
    ['another comes', (desk) => desk.put(draftOf('先看天气。', 'plain', 'c:'))],
    ['another goes', (desk) => desk.remove('c:')],
  ])('is told of to the others, though %s in between', (_, between) => {
    const desk = newDesk();
    desk.put(draftOf(one, 'plain', 'a:'));
    const draft = draftOf(`${one}\n${more}`, 'plain', 'b:');
    while (desk.draft('b:') === undefined && !desk.isUnderWay()) desk.prepare(draft, 60);
    const told = new Set(between(desk));
    while (!desk.prepare(draft, 60));
    for (const uri of desk.put(draft)) told.add(uri);
    expect(told).toContain('a:');
  });
});

describe('drafts that come piece by piece in turn', () => {
  const lines = (from: number, count: number): string[] =>
    Array.from({ length: count }, (_, at) => `第${String.fromCharCode(from + at)}户的账单独记，年底对清。`);
  const one = '村口的老槐树下摆着三张方桌，支书和大家一户一户地算账。';
  it('are found like those that come one by one, and told of to the others', () => {
    const texts = [one, [...lines(0x4e00, 20), one].join('\n'), lines(0x5e00, 24).join('\n')];
    const drafts = texts.map((text, at) => draftOf(text, 'plain', `${at}:`));
    const [first, ...others] = drafts as [Draft, ...Draft[]];
    const desk = newDesk();
    desk.put(first);
    const told = new Set<string>();
    // What the pieces of one left to judge has begun to be judged when more pieces of the other come.
    for (const coming = new Set(others); coming.size > 0;)
      for (const draft of coming) {
        if (!desk.prepare(draft, 60)) continue;
        coming.delete(draft);
        for (const uri of desk.put(draft)) told.add(uri);
      }
    expect(told).toContain('0:');
    const fresh = newDesk();
    for (const draft of drafts) fresh.put(draft);
    for (const { uri } of drafts) expect(desk.findings(uri)).toEqual(fresh.findings(uri));
  });
});

describe('drafts that come together', () => {
  it('are found as those that come one by one, whenever words become known', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 5 }), fc.boolean(), fc.boolean(), (texts, early, more) => {
        const drafts = texts.map((source, index) => draftOf(source, 'plain', `${index}:`));
        const known = new Set<string>();
        const words: Words = { of: (source) => (known.has(source) ? [{ length: source.length, tag: 'x' }] : undefined) };
        const together = newDesk(words);
        together.putAll(drafts);
        // Some ask before the words are known.
        if (early) for (const { uri } of drafts) together.findings(uri);
        const uris = drafts.map(({ uri }) => uri);
        for (const source of together.wants(...uris)) known.add(source);
        together.learn(uris);
        const last = draftOf(texts.join('\n'), 'plain', 'last:');
        if (more) together.put(last);

        const single = newDesk(words);
        for (const draft of more ? [...drafts, last] : drafts) single.put(draft);
        single.wants(...uris);
        single.learn(uris);
        for (const uri of uris) expect(together.findings(uri)).toEqual(single.findings(uri));
      }),
      { numRuns: 150 },
    );
  });
});
