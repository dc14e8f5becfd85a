/** The terminal holds drafts against fact sheets that are named or lie beside them. */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readSheetFiles } from '../../server/src/workspace/sheet-files.ts';

const program = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sheets-'));
  await writeFile(join(folder, '报告.txt'), '2025年，全县粮食总产量达到14.7万吨。\n');
  await writeFile(join(folder, '指标数据.csv'), '指标,数值,单位,时期\n粮食产量,41.7,万吨,2025年\n');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Runs `speech-draft check` in the folder. */
function check(...args: string[]): Promise<{ code: number; kinds: string[]; unread: string[] }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [program, 'check', '--format', 'json', ...args, '报告.txt'], { cwd: folder }, (error, stdout) => {
      const report = JSON.parse(stdout) as { files: { findings: { kind: string }[] }[]; unread: { path: string }[] };
      resolve({
        code: typeof error?.code === 'number' ? error.code : 0,
        kinds: report.files.flatMap(({ findings }) => findings.map(({ kind }) => kind)),
        unread: report.unread.map(({ path }) => path),
      });
    });
  });
}

/** The whole report of such a call. */
function report(...args: string[]): Promise<string> {
  return new Promise((resolve) => {
    execFile(process.execPath, [program, 'check', '--lang', 'zh', ...args, '报告.txt'], { cwd: folder }, (_, stdout) => resolve(stdout));
  });
}

describe('fact sheets in the terminal', () => {
  it('are those that are named', async () => {
    expect(await check('--fact-sheet', '指标*.csv')).toEqual({ code: 1, kinds: ['mismatch'], unread: [] });
    expect(await check()).toEqual({ code: 0, kinds: [], unread: [] });
  });
  it.each(['指标[1].csv', '~指标{a,b}.csv', '!指标.csv', '单位/指标 (终).csv'])('are files, whatever they are called: %s', async (name) => {
    await mkdir(join(folder, '单位'));
    await rename(join(folder, '指标数据.csv'), join(folder, name));
    expect(await check('--fact-sheet', name)).toEqual({ code: 1, kinds: ['mismatch'], unread: [] });
  });
  it('give the same report in whatever order, and however often, they are named', async () => {
    await writeFile(join(folder, '二号表.csv'), '指标,数值,单位,时期\n粮食产量,42.9,万吨,2025年\n');
    const orders = [
      ['指标数据.csv', '二号表.csv'],
      ['二号表.csv', '指标数据.csv'],
      ['指*.csv', './二号表.csv', '*.csv', '指标数据.csv'],
    ];
    const reports = await Promise.all(orders.map((names) => report(...names.flatMap((name) => ['--fact-sheet', name]))));
    expect(reports[0]).toContain('42.9万吨');
    expect(new Set(reports).size).toBe(1);
  });
  it.skipIf(process.platform === 'win32')('that are a link are read where they are named', async () => {
    await mkdir(join(folder, '单位'));
    await symlink('../指标数据.csv', join(folder, '单位', '表.csv'));
    expect(await check('--fact-sheet', '单位/表.csv')).toEqual({ code: 1, kinds: ['mismatch'], unread: [] });
  });
  it('are those of the settings beside the drafts', async () => {
    await mkdir(join(folder, '.vscode'));
    await writeFile(join(folder, '.vscode', 'settings.json'), '{ "speechDraft.factSheets": ["指标数据.csv"] }');
    expect(await check()).toEqual({ code: 1, kinds: ['mismatch'], unread: [] });
    expect(await check('--no-settings')).toEqual({ code: 0, kinds: [], unread: [] });
  });
  it('that are missing or broken count as unread', async () => {
    await writeFile(join(folder, '坏.xlsx'), 'no table');
    expect(await check('--fact-sheet', '没有.xlsx', '--fact-sheet', '坏.xlsx', '--fact-sheet', '指标数据.csv')).toEqual({
      code: 2,
      kinds: ['mismatch'],
      unread: ['坏.xlsx', '没有.xlsx'],
    });
  });
  it.each([
    ['whose brackets are not closed', '指标: 1\n\n数值: [2\n', '第 4 行不是有效的 YAML'],
    ['that is nested without end', '['.repeat(20_000), '嵌套过深，无法读取。'],
    ['that is no table', '\n- 1\n', '第 2 行应是键值。'],
  ])('in YAML %s counts as unread', async (_, content, reason) => {
    await writeFile(join(folder, '坏.yaml'), content);
    expect(await check('--fact-sheet', '坏.yaml')).toMatchObject({ code: 2, unread: ['坏.yaml'] });
    expect((await readSheetFiles(['坏.yaml'], [folder])).faults.map(({ message }) => message.zh)).toEqual([
      expect.stringContaining(reason),
    ]);
  });
});
