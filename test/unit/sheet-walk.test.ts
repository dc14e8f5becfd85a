/** However many globs name fact sheets, a folder is looked into once, and one that none of them leads into is not. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import type fs from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { readSheetFiles } from '../../server/src/workspace/sheet-files.ts';

const looked = vi.hoisted((): string[] => []);
vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof fs>();
  const readdir = (...given: Parameters<typeof real.readdir>): ReturnType<typeof real.readdir> => {
    looked.push(String(given[0]));
    return real.readdir(...given);
  };
  return { ...real, readdir };
});

let folder: string;
beforeEach(() => {
  looked.length = 0;
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'speech-draft-walk-')));
  for (const name of ['a.csv', '一/a.csv', '一/二/b.csv', '旧/三/c.csv', '.隐/d.csv', 'node_modules/x/e.csv']) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), '指标,数值,单位\n固定资产投资,12.5,亿元\n');
  }
});
afterEach(() => rmSync(folder, { recursive: true }));

it.each<[globs: readonly string[], folders: readonly string[], files: number]>([
  [['*.csv'], [''], 1],
  [Array.from({ length: 50 }, (_, at) => `**/${at}*.csv`), ['', '一', '一/二', '旧', '旧/三'], 0],
  [['**/a.csv', '**/b.csv', '*/*/c.csv'], ['', '一', '一/二', '旧', '旧/三'], 4],
  [['{一,无}/*.csv', '*/a.csv'], ['', '一', '旧'], 1],
  [['一/二/*.csv'], ['一/二'], 1],
])('%j', async (globs, folders, files) => {
  expect((await readSheetFiles(globs, [folder])).files).toBe(files);
  expect(looked.map((path) => relative(folder, path)).sort()).toEqual(folders);
});
