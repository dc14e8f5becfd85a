/** Which drafts of a folder are found: all but those that are hidden or left out, and by name the same ones. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findDrafts } from '../../server/src/workspace/draft-files.ts';

const long = `${'a'.repeat(200)}.txt`;
const names = ['甲.txt', long, '归档/乙.txt', '一/归档/丙.txt', '一/丁.txt', '.隐/戊.txt', '一/.己.txt', 'node_modules/庚.txt', '辛.csv'];
const all = ['一/丁.txt', '一/归档/丙.txt', '归档/乙.txt', '甲.txt', long].sort();
let folder: string;
beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'speech-draft-found-')));
  for (const name of names) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), '');
  }
  mkdirSync(join(folder, '文件夹.txt'));
});
afterAll(() => rmSync(folder, { recursive: true }));

it('a folder that lies too deep is named', async () => {
  const top = join(folder, '.深');
  const deep = (count: number): string => join(top, 'a/'.repeat(count));
  mkdirSync(deep(101), { recursive: true });
  for (const count of [100, 101]) writeFileSync(join(deep(count), 'b.txt'), '');
  const { files, unread } = await findDrafts({ roots: [top], endings: ['.txt'], exclude: [] });
  expect(files.map(({ path }) => path)).toEqual([join(deep(100), 'b.txt')]);
  expect(unread).toMatchObject([{ path: join(deep(101), '.').replace(/\/$/, ''), reason: { zh: '文件夹层数超过 100' } }]);
});

it.each<[exclude: readonly string[], without: readonly string[]]>([
  [[], []],
  [['归档'], ['归档/乙.txt']],
  [['**/归档'], ['归档/乙.txt', '一/归档/丙.txt']],
  [['**/归档/'], ['归档/乙.txt', '一/归档/丙.txt']],
  [
    ['**/{乙,丙}.txt', '甲.*'],
    ['归档/乙.txt', '一/归档/丙.txt', '甲.txt'],
  ],
  [[`${'*a'.repeat(14)}b.txt`, '{a,b}'.repeat(30)], []],
])('without %j', async (exclude, without) => {
  const wanted = { roots: [folder], endings: ['.txt'], exclude };
  const found = all.filter((name) => !without.includes(name));
  const waysOf = async (only?: readonly string[]): Promise<string[]> => {
    const { files, unread } = await findDrafts(wanted, only);
    expect(unread).toEqual([]);
    return files.map(({ path }) => relative(folder, path));
  };
  expect(await waysOf()).toEqual(found);
  expect(await waysOf([...names, '没有.txt', '文件夹.txt', '../外.txt'].map((name) => join(folder, name)))).toEqual(found);
});
