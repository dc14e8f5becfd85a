/** Which drafts of a folder are found: all but those that are hidden or left out, and by name the same ones. */
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
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

const posix = process.platform !== 'win32';
if (!posix) console.log('skipped: pipes and folders that are closed: there are none on Windows');
// Who may read everything meets no closed folder.
const isRoot = process.getuid?.() === 0;
if (isRoot) console.log('skipped: a folder that is closed: the tests run as root');

it.skipIf(!posix)('a pipe that is called as a draft is named', async () => {
  const top = join(folder, '.管道');
  mkdirSync(top);
  execFileSync('mkfifo', [join(top, 'a.txt')]);
  expect(await findDrafts({ roots: [top], endings: ['.txt'], exclude: [] })).toMatchObject({
    files: [],
    unread: [{ path: join(top, 'a.txt'), reason: { zh: '不是普通文件（是管道、设备等）' } }],
  });
});

it.skipIf(!posix)('a link to a folder is no draft and is not followed', async () => {
  const top = join(folder, '.链接');
  mkdirSync(join(top, '一'), { recursive: true });
  symlinkSync('..', join(top, '一', 'a.txt'));
  symlinkSync('..', join(top, '一', '上'));
  expect(await findDrafts({ roots: [top], endings: ['.txt'], exclude: [] })).toEqual({ files: [], unread: [] });
});

it.skipIf(!posix || isRoot)('a folder that is closed is named', async () => {
  const top = join(folder, '.关');
  mkdirSync(join(top, '一'), { recursive: true });
  chmodSync(join(top, '一'), 0);
  const { unread } = await findDrafts({ roots: [top], endings: ['.txt'], exclude: [] });
  chmodSync(join(top, '一'), 0o700);
  expect(unread).toMatchObject([{ path: join(top, '一'), reason: { zh: '没有读取权限' } }]);
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
