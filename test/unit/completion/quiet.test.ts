/** Completion leaves a person who writes alone: hardly anything comes up while ordinary prose is typed. */
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { NameCache } from '../../../server/src/core/completion/index.ts';
import { seeds, seedsMissing } from '../../support/seeds.ts';
import { ask, draftOf, proposeAt } from './ask.ts';

const folders = ['test/rules/numbering/clean', 'test/rules/echoes/clean', 'examples'];
const own = folders.flatMap((folder) =>
  readdirSync(new URL(`../../../${folder}/`, import.meta.url))
    .filter((name) => /\.(?:txt|md)$/.test(name))
    .map((name) => `${folder}/${name}`),
);

/** What VS Code sees as a word by itself, or what the server names as a trigger: it asks behind these and nothing else. */
const asks = /[\p{Script=Han}〇A-Za-z《]$/u;

/** Shorter ones are nearly all headings; a share in a hundred characters says something of them only together. */
const long = 1000;

/** Per hundred characters of texts typed one by one: how often something comes up, and how often nothing of it had been typed. */
function typed(...texts: readonly string[]): { readonly all: number; readonly uncalled: number } {
  let all = 0;
  let uncalled = 0;
  for (const text of texts) {
    const found = popups(text);
    all += found.all;
    uncalled += found.uncalled;
  }
  const characters = texts.reduce((sum, text) => sum + text.length, 0);
  return { all: (100 * all) / characters, uncalled: (100 * uncalled) / characters };
}

function popups(text: string): { readonly all: number; readonly uncalled: number } {
  const names = new NameCache();
  let all = 0;
  let uncalled = 0;
  for (let at = 1; at <= text.length; at += 1) {
    if (!asks.test(text.slice(at - 1, at))) continue;
    const found = proposeAt(draftOf(text.slice(0, at)), at, false, [], names);
    if (found.length === 0) continue;
    all += 1;
    if (found.every((proposal) => proposal.typed === 0)) uncalled += 1;
  }
  return { all, uncalled };
}

describe('typing a whole speech', () => {
  const texts = own.map((name): [string, string] => [name, readFileSync(new URL(`../../../${name}`, import.meta.url), 'utf8')]);
  it.each(texts.filter(([, text]) => text.length >= long))('%s', (_name, text) => {
    expect(typed(text).all).toBeLessThan(1);
  });

  it('short ones together', () => {
    const { all, uncalled } = typed(...texts.map(([, text]) => text).filter((text) => text.length < long));
    expect(all).toBeLessThan(1);
    expect(uncalled).toBeLessThan(0.5);
  });

  if (seedsMissing !== undefined) console.warn(`typing real speeches skipped: ${seedsMissing}`);
  it.skipIf(seedsMissing !== undefined).each(seeds().map(({ name, text }) => [name, text]))('%s', (_name, text) => {
    const { all, uncalled } = typed(text);
    expect(all).toBeLessThan(1);
    expect(uncalled).toBeLessThan(0.5);
  });
});

describe('while it is typed, nothing comes up', () => {
  it.each([
    ['in the middle of a sentence', '今年，全县要认清形势‸'],
    ['behind a comma', '越是任务艰巨，形势‸'],
    ['for a heading', '一、形势‸'],
    ['for an indicator', '全年地区生产‸'],
    ['for a name that was used', '感谢市农业农村局的支持。下面请市农业‸'],
    ['for a slot', '总投资x‸'],
    ['for a long slot', '总投资xx‸'],
    ['for an abbreviation', '全年GDP‸'],
    ['for one letter', '推动形势x‸'],
    ['inside a number', '12.5xs‸'],
    ['inside an address', '见 http://example.cn/xs‸'],
    ['inside a foreign word', '推动xs‸abc'],
    ['in a foreign sentence', '讲稿 The xs‸'],
    ['behind the mark itself', '要做到：一是‸'],
    ['behind a finished bracket', '（一）‸'],
    ['where one character is left', '一是抓早；二‸'],
    ['at a full stop that ends no item', '要做到：一是抓早；二是抓小。‸'],
    ['at a comma', '一是抓早，‸'],
  ])('%s', (_case, text) => {
    expect(ask(text, false).map((proposal) => proposal.label)).toEqual([]);
  });

  it.each([
    ['in code', '讲稿 `xs‸`'],
    ['in an English text', 'Some notes about\n\nproblems xs‸'],
  ])('%s', (_case, text) => {
    expect(ask(text, true, 'markdown')).toEqual([]);
  });

  it('in a text of another language', () => {
    expect(ask('Meeting notes\n\nproblems‸')).toEqual([]);
  });
});
