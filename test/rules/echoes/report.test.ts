/** Owns the report of all echoes as the desk gives it: groups, their places, drafts with the same text. */
import { describe, expect, it } from 'vitest';
import { createEchoRules } from '../../../server/src/core/echoes/rules.ts';
import { createDesk } from '../../../server/src/core/engine/desk.ts';
import type { Desk } from '../../../server/src/core/engine/desk.ts';
import { noWords } from '../../../server/src/core/words.ts';
import { defaultSettings } from '../../../server/src/settings/parse.ts';
import { draftOf } from './support.ts';

const copy = '要把防汛备汛作为当前头等大事，逐村逐户排查隐患。';
const head = '工作会讲话\n同志们：\n';

function deskOf(texts: Readonly<Record<string, string>>): Desk {
  const desk = createDesk(
    {
      rules: [],
      across: createEchoRules(noWords),
      words: noWords,
      onRuleFailure: (id, error) => expect.fail(`${id}: ${String(error)}`),
    },
    defaultSettings.desk,
  );
  desk.putAll(Object.entries(texts).map(([uri, text]) => draftOf(uri, text)));
  return desk;
}

const texts = {
  b: `${head}一、防汛\n（一）排查\n${copy}\n今年雨水来得早，上游三座水库都在高水位运行。`,
  a: `${head}先看天气。${copy}\n全区经济迈上新台阶，税收也多了。\n教育工作迈上新台阶，新学校九月开门。\n医疗同样迈上新台阶，老人看病近了。`,
  c: `${head}先看天气。${copy}\n全区经济迈上新台阶，税收也多了。\n\n教育工作迈上新台阶，新学校九月开门。\n医疗同样迈上新台阶，老人看病近了。`,
  d: `${head}只说一句。今年雨水来得早，上游三座水库都在高水位运行。`,
};

describe('the report', () => {
  it('holds every group with every place, in a fixed order', () => {
    const { groups } = deskOf(texts).echoes();
    const told = groups.map(({ rule, kind, characters, places }) => [
      `${rule} ${kind} ${String(characters)}`,
      ...places.map(({ uri, start, end, section, paragraph }) => {
        const text = texts[uri as keyof typeof texts].slice(start, end);
        return `${uri} ${section} ${String(paragraph)} ${text}`;
      }),
    ]);
    expect(told).toEqual([
      ['repeated-passage exact 22', `a  1 ${copy}`, `b 一、（一） 1 ${copy}`],
      [
        'repeated-passage exact 20',
        'b 一、（一） 2 今年雨水来得早，上游三座水库都在高水位运行。',
        'd  1 今年雨水来得早，上游三座水库都在高水位运行。',
      ],
      ['repeated-phrase boilerplate 5', 'a  2 迈上新台阶', 'a  3 迈上新台阶', 'a  4 迈上新台阶'],
    ]);
  });

  it('is the same in whatever order the drafts came', () => {
    const reversed = Object.fromEntries(Object.entries(texts).reverse());
    expect(deskOf(reversed).echoes()).toEqual(deskOf(texts).echoes());
  });

  it('calls a group as its findings do, through edits elsewhere', () => {
    const desk = deskOf(texts);
    const before = desk.echoes().groups.map(({ id }) => id);
    for (const uri of ['a', 'b', 'd']) for (const { group } of desk.findings(uri)) expect(before).toContain(group);
    desk.put(draftOf('d', `${texts.d}\n再加一句。`, 2));
    expect(desk.echoes().groups.map(({ id }) => id)).toEqual(before);
  });

  it('names drafts with the same text', () => {
    expect(deskOf(texts).echoes().sameText).toEqual([['a', 'c']]);
  });

  it('leaves out a rule that is switched off', () => {
    const desk = deskOf(texts);
    desk.configure({ rules: { 'repeated-passage': { enabled: false, options: {} } } });
    expect(desk.echoes().groups.map(({ rule }) => rule)).toEqual(['repeated-phrase']);
  });

  it('is empty once all are closed', () => {
    const desk = deskOf(texts);
    for (const uri of Object.keys(texts)) desk.remove(uri);
    expect(desk.echoes()).toEqual({ groups: [], sameText: [] });
  });
});
