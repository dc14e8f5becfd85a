/** A folder from somewhere cannot make us read, or write, what lies outside it: not by a path, not by a link. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { changeListFile, listName, readListFile } from '../../server/src/workspace/list-file.ts';
import { settingsBeside } from '../../server/src/workspace/settings-file.ts';
import { readSheetFiles } from '../../server/src/workspace/sheet-files.ts';

const secret = '{"version":1,"allowedPhrases":["外面的话"]}';
const table = '指标,数值,单位\n固定资产投资,12.5,亿元\n';

let top: string;
let folder: string;
let outside: string;
beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), 'speech-draft-outside-'));
  folder = join(top, 'folder');
  outside = join(top, 'outside');
  for (const one of [folder, outside]) mkdirSync(one);
  writeFileSync(join(outside, 'speech-draft.json'), secret);
  writeFileSync(join(outside, '表.csv'), table);
});
afterEach(() => rmSync(top, { recursive: true, force: true }));

// Links need a right of their own on Windows.
const links = process.platform !== 'win32';
if (!links) console.log('skipped: links that lead out of a folder: Windows');

describe.skipIf(!links)('a list', () => {
  const check = (name: string, link: () => void): void => {
    it(name, () => {
      link();
      const list = join(folder, listName);
      const read = readListFile(list);
      expect({ broken: read.broken, sidecar: read.sidecar.allowedPhrases }).toEqual({ broken: true, sidecar: [] });
      expect(read.faults.map(({ zh }) => zh)).toEqual(['是通往文件夹之外的链接，未读']);
      expect(changeListFile(list, () => ({ allowedPhrases: ['改掉'] }))).toEqual(read.faults[0]);
      expect(readFileSync(join(outside, 'speech-draft.json'), 'utf8')).toBe(secret);
    });
  };
  check('that is a link', () => {
    mkdirSync(join(folder, '.vscode'));
    symlinkSync(join(outside, 'speech-draft.json'), join(folder, listName));
  });
  check('in a folder that is a link', () => symlinkSync(outside, join(folder, '.vscode')));

  it('is not made in a folder that is a link', () => {
    rmSync(join(outside, 'speech-draft.json'));
    symlinkSync(outside, join(folder, '.vscode'));
    expect(changeListFile(join(folder, listName), () => ({ allowedPhrases: ['改掉'] }))?.zh).toContain('文件夹之外');
    expect(readdirSync(outside)).toEqual(['表.csv']);
  });

  it('that is a link inside the folder is read and stays a link', () => {
    mkdirSync(join(folder, '.vscode'));
    writeFileSync(join(folder, 'list.json'), secret);
    symlinkSync('../list.json', join(folder, listName));
    expect(changeListFile(join(folder, listName), () => ({ allowedPhrases: ['里面的话'] }))).toBeUndefined();
    expect(readFileSync(join(folder, 'list.json'), 'utf8')).toContain('里面的话');
    expect(readListFile(join(folder, listName)).sidecar.allowedPhrases).toEqual(['里面的话']);
  });
});

describe.skipIf(!links)('settings', () => {
  const settings = '{"speechDraft.placeholder.enabled":false}';
  const given = (): unknown => {
    const { given, fault } = settingsBeside([join(folder, '讲稿.txt')]);
    return fault?.zh ?? given;
  };
  beforeEach(() => writeFileSync(join(outside, 'settings.json'), settings));

  it.each<[what: string, link: () => void]>([
    [
      'that are a link',
      () => (mkdirSync(join(folder, '.vscode')), symlinkSync(join(outside, 'settings.json'), join(folder, '.vscode/settings.json'))),
    ],
    ['in a folder that is a link', () => symlinkSync(outside, join(folder, '.vscode'))],
  ])('%s are not read', (_, link) => {
    link();
    expect(given()).toBe('是通往文件夹之外的链接，未读');
  });

  it('that are a link inside the folder are read', () => {
    mkdirSync(join(folder, '.vscode'));
    writeFileSync(join(folder, 'ours.json'), settings);
    symlinkSync('../ours.json', join(folder, '.vscode/settings.json'));
    expect(given()).toEqual({ 'placeholder.enabled': false });
  });
});

describe('fact sheets', () => {
  it.each([
    ['../outside/*.csv'],
    ['**/../../outside/*.csv'],
    ['{..,.}/outside/*.csv'],
    ['/**/*.csv'],
    ['@(..)/outside/*.csv'],
    ['C:\\*.csv'],
    ['~/*.csv'],
    ['..\\outside\\*.csv'],
  ])('by %s are not read', async (glob) => {
    expect((await readSheetFiles([glob], [folder])).files).toBe(0);
  });

  it.each<[name: string, globs: readonly string[], files: number, said: readonly string[]]>([
    ['that would take for ever with some names', [`${'*a'.repeat(12)}*b.csv`], 0, []],
    ['with choices without end', ['{a,b}'.repeat(30), '*.csv'], 1, ['太多，未用。']],
    [
      'without end',
      Array.from({ length: 100_000 }, () => '../*.csv'),
      0,
      ['只用前 50 项。', ...Array.from({ length: 50 }, () => '之外，未读。')],
    ],
    ['that leave some out', ['*.csv', '!a*'], 0, []],
  ])('by globs %s are found in time', async (_, globs, files, said) => {
    writeFileSync(join(folder, `${'a'.repeat(200)}.csv`), table);
    const found = await readSheetFiles(globs, [folder]);
    expect(found.files).toBe(files);
    expect(found.refused.map(({ zh }, at) => zh.slice(-(said[at]?.length ?? 0)))).toEqual(said);
  });

  it.each<[globs: readonly string[], found: readonly string[]]>([
    [['**/*.csv'], ['一/a.csv', '一/二/b.csv', '旧/c.csv']],
    [
      ['**/*.csv', '!旧'],
      ['一/a.csv', '一/二/b.csv'],
    ],
    [
      ['**/*.csv', '!**/二/'],
      ['一/a.csv', '旧/c.csv'],
    ],
    [['**/*.csv', '!一/*'], ['旧/c.csv']],
    [
      ['一/*.csv', '一/二/*.csv', '{一,旧}/?.csv'],
      ['一/a.csv', '一/二/b.csv', '旧/c.csv'],
    ],
    [['.隐/*.csv'], ['.隐/d.csv']],
    [['node_modules/*.csv', '**/e.csv'], []],
  ])('by the globs %j are these', async (globs, found) => {
    for (const name of ['一/a.csv', '一/二/b.csv', '旧/c.csv', '.隐/d.csv', 'node_modules/e.csv']) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), table);
    }
    const { entries } = await readSheetFiles(globs, [folder]);
    const root = realpathSync(folder);
    expect(entries.map(({ uri }) => relative(root, fileURLToPath(uri)))).toEqual(found);
  });

  it('in folders that lie too deep are not read, which is said once', async () => {
    for (const name of ['一', '二']) {
      const deep = (count: number): string => join(folder, name, 'a/'.repeat(count));
      mkdirSync(deep(100), { recursive: true });
      for (const count of [99, 100]) writeFileSync(join(deep(count), 'b.csv'), table);
    }
    const { files, refused } = await readSheetFiles(['**/*.csv'], [folder]);
    expect(files).toBe(2);
    expect(refused.map(({ zh }) => zh)).toEqual([expect.stringMatching(/^2 个文件夹里的数据表未读，如“一\/a\/.*”：文件夹层数超过 100。$/)]);
    expect((await readSheetFiles(['*.csv'], [folder])).refused).toEqual([]);
  });

  it.skipIf(!links)('by a link to a file or a folder are not read', async () => {
    symlinkSync(join(outside, '表.csv'), join(folder, '链接.csv'));
    symlinkSync(outside, join(folder, '里'));
    expect((await readSheetFiles(['**/*.csv', '里/*.csv', '*.csv'], [folder])).files).toBe(0);
    writeFileSync(join(folder, '自己的.csv'), table);
    expect((await readSheetFiles(['**/*.csv', '里/*.csv', '*.csv'], [folder])).files).toBe(1);
    expect(existsSync(join(outside, '表.csv'))).toBe(true);
  });
});
