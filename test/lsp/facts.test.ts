/** Fact sheets over real messages: a table on the disk fills holes, contradicts figures, explains them, and is read again when it changes. */
import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import writeExcelFile from 'write-excel-file/node';
import type { CodeLens, Hover, TextDocumentEdit } from 'vscode-languageserver/node';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { previewCommand } from '../../server/src/protocol.ts';
import { startClient } from '../support/client.ts';
import type { TestClient } from '../support/client.ts';

let folder = '';
let client: TestClient | undefined;

beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'facts-')));
});
afterEach(async () => {
  await client?.stop();
  client = undefined;
  await rm(folder, { recursive: true, force: true });
});

const heads = ['指标', '数值', '单位', '同比（%）', '时期', '来源'];
const rows = [
  ['2025年主要指标'],
  heads,
  ['地区生产总值', '23.20', '亿元', '6.1', '2025年', '统计局'],
  ['一般公共预算收入', '38512', '万元', '-3.5', '2025年', '财政局'],
];

async function excel(name: string, table: string[][]): Promise<void> {
  const data = table.map((row) => row.map((value) => ({ value, type: String })));
  await writeExcelFile(data, { sheet: '全年' }).toFile(join(folder, name));
}

const uri = 'file:///drafts/report.txt';
const uriIn = (name: string): string => pathToFileURL(join(folder, name)).href;

async function start(settings: unknown = {}, initializationOptions: unknown = {}): Promise<TestClient> {
  client = await startClient({
    settings,
    initializationOptions,
    folder: pathToFileURL(folder).href,
    capabilities: {
      workspace: {
        configuration: true,
        workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} },
        didChangeWatchedFiles: { dynamicRegistration: true },
      },
    },
  });
  return client;
}

/** The titles of the quick fixes at the first place where `what` stands. */
async function titlesAt(text: string, what: string): Promise<string[]> {
  return (await actionsAt(text, what)).map(({ title }) => title);
}

async function actionsAt(text: string, what: string) {
  const before = text.slice(0, text.indexOf(what)).split('\n');
  const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  return (await client?.actions(uri, { start: position, end: position })) ?? [];
}

const figures = (diagnostics: { code?: unknown }[]) => diagnostics.filter(({ code }) => code === 'figure');

describe('a fact sheet', () => {
  it('fills a hole, its sentence and the draft, and shows its source', async () => {
    await excel('指标数据.xlsx', rows);
    const server = await start();
    const text = '2025年，全县地区生产总值完成X亿元，同比增长X%；一般公共预算收入X亿元，增长X%。';
    server.open(uri, text);
    await server.diagnostics(uri, (found) => found.length === 4);
    await server.poll(async () => (await titlesAt(text, 'X亿元，同比')).some((title) => title.startsWith('填入')));
    expect(await titlesAt(text, 'X亿元，同比')).toEqual(
      expect.arrayContaining([
        '填入 23.20（指标数据.xlsx：地区生产总值，2025年）',
        '按数据表填入本句的 2 处',
        '按数据表填入全稿的 4 处（先预览）',
      ]),
    );
    expect(await titlesAt(text, 'X亿元，增长')).toContain('填入 3.8512（指标数据.xlsx：一般公共预算收入，2025年，原为 38512万元）');
    const all = (await actionsAt(text, 'X亿元，同比')).find(({ title }) => title.includes('全稿'));
    const [change] = (all?.edit?.documentChanges ?? []) as TextDocumentEdit[];
    expect(change?.textDocument).toEqual({ uri, version: 1 });
    // Down, not up: the word is turned with the figure.
    expect(change?.edits.map((edit) => ('newText' in edit ? edit.newText : ''))).toEqual(['23.20', '6.1', '3.8512', '下降3.5']);
    expect(Object.values(all?.edit?.changeAnnotations ?? {})).toEqual([expect.objectContaining({ needsConfirmation: true })]);
  });

  it('has our own client show the whole draft ticked, before anything is filled in', async () => {
    await excel('指标数据.xlsx', rows);
    const server = await start({}, { commands: true });
    const text = '2025年，全县地区生产总值完成X亿元；一般公共预算收入X亿元。';
    server.open(uri, text);
    await server.poll(async () => (await titlesAt(text, 'X亿元；')).some((title) => title.includes('全稿的 2 处（先预览）')));
    const all = (await actionsAt(text, 'X亿元；')).find(({ title }) => title.includes('全稿'));
    expect(all?.edit).toBeUndefined();
    expect(all?.command).toMatchObject({
      command: previewCommand,
      arguments: [{ uri, version: 1, edits: [{ newText: '23.20' }, { newText: '3.8512' }] }],
    });
  });

  it('says above a paragraph where its figures stand, while that is wanted', async () => {
    await excel('指标数据.xlsx', rows);
    const server = await start({ figureSource: true });
    const text = '今天开会。\n2025年，全县地区生产总值完成23.20亿元，财政形势稳定，粮食产量41万吨。';
    server.open(uri, text);
    const lenses = () => server.connection.sendRequest<CodeLens[]>('textDocument/codeLens', { textDocument: { uri } });
    await server.poll(async () => (await lenses()).length > 0);
    expect((await lenses()).map(({ range, command }) => [range.start.line, command?.title])).toEqual([
      [1, '指标数据.xlsx：地区生产总值，2025年：23.20亿元'],
    ]);
    server.configure({ figureSource: false });
    await server.poll(async () => (await lenses()).length === 0);
  });

  it('keeps what is wrong with its rows beside what is found in it, while it is open as text', async () => {
    const name = uriIn('指标数据.csv');
    const content = '指标,数值,单位\n粮食产量,待核,万吨\n蔬菜产量,XX,万吨\n';
    await writeFile(join(folder, '指标数据.csv'), content);
    const server = await start();
    const both = (found: { code?: unknown }[]) => ['fact-sheet', 'placeholder'].every((code) => found.some((one) => one.code === code));
    await server.diagnostics(name, (found) => found.length === 2);
    server.open(name, content);
    await server.diagnostics(name, both);
    await server.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: name, type: 2 }] });
    server.change(name, 2, [{ range: { start: { line: 2, character: 0 }, end: { line: 2, character: 0 } }, text: '水果产量,XX,万吨\n' }]);
    await server.diagnostics(name, (found, version) => version === 2 && both(found));
    server.close(name);
    await server.diagnostics(name, (found) => found.length === 2 && found.every(({ code }) => code === 'fact-sheet'));
  });

  it('offers every row that may be meant and prefers none', async () => {
    await writeFile(join(folder, '指标数据.csv'), '指标,数值,单位,时期\n粮食产量,41.7,万吨,2025年\n粮食产量,40.9,万吨,2024年\n');
    const server = await start();
    const text = '全县粮食总产量达到X万吨。';
    server.open(uri, text);
    await server.poll(async () => (await titlesAt(text, 'X')).filter((title) => title.startsWith('填入')).length === 2);
    const actions = (await actionsAt(text, 'X')).filter(({ title }) => title.startsWith('填入'));
    expect(actions.map(({ title, isPreferred }) => [title, isPreferred === true])).toEqual([
      ['填入 41.7（指标数据.csv：粮食产量，2025年）', false],
      ['填入 40.9（指标数据.csv：粮食产量，2024年）', false],
    ]);
  });

  it('contradicts a figure, says where it stands, and is read again when it is saved', async () => {
    await excel('指标数据.xlsx', rows);
    const server = await start();
    const text = '2025年，全县地区生产总值完成25.2亿元。';
    server.open(uri, text);
    const [finding] = figures(await server.diagnostics(uri, (found) => figures(found).length === 1));
    expect(finding).toMatchObject({ severity: 2, data: { kind: 'mismatch' }, message: expect.stringContaining('23.20亿元') as string });
    expect(await titlesAt(text, '25.2')).toContain('改为 23.20亿元（指标数据.xlsx：地区生产总值，2025年）');
    const hover = await server.connection.sendRequest<Hover>('textDocument/hover', {
      textDocument: { uri },
      position: { line: 0, character: 17 },
    });
    expect(JSON.stringify(hover.contents)).toMatch(/比上年增长 6\.1%.*“全年”第 3 行，统计局/);
    await excel(
      '指标数据.xlsx',
      rows.map((row) => row.map((cell) => (cell === '23.20' ? '25.20' : cell))),
    );
    await server.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: uriIn('指标数据.xlsx'), type: 2 }] });
    await server.diagnostics(uri, (found) => figures(found).length === 0);
  });

  it('names its own faults at their row', async () => {
    await writeFile(join(folder, '指标数据.csv'), '指标,数值,单位\n粮食产量,待核,万吨\n蔬菜产量,12,\n水果产量,8,万吨\n');
    await writeFile(join(folder, '指标数据二.xlsx'), 'no table');
    const server = await start();
    const found = await server.diagnostics(uriIn('指标数据.csv'), (list) => list.length === 2);
    expect(found.map(({ range, message }) => [range.start.line, message])).toEqual([
      [1, '第 2 行“粮食产量”：“待核”不是数，未采用。'],
      [2, '第 3 行“蔬菜产量”：没有单位，未采用。请在“单位”一列写明。'],
    ]);
    expect((await server.diagnostics(uriIn('指标数据二.xlsx'), (list) => list.length === 1))[0]?.message).toMatch(/不是 Excel 文件/);
    await rm(join(folder, '指标数据.csv'));
    await server.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: uriIn('指标数据.csv'), type: 3 }] });
    await server.diagnostics(uriIn('指标数据.csv'), (list) => list.length === 0);
  });

  it('is never read from outside the folder', async () => {
    const outside = await mkdtemp(join(tmpdir(), 'outside-'));
    await writeFile(join(outside, '指标数据.csv'), '指标,数值,单位\n粮食产量,41.7,万吨\n');
    await mkdir(join(folder, 'sub'));
    await symlink(join(outside, '指标数据.csv'), join(folder, '指标数据.csv'));
    await writeFile(join(folder, 'sub', '内.csv'), '指标,数值,单位\n蔬菜产量,12,万吨\n');
    const server = await start({ factSheets: ['../**/*.csv', `${outside}/*.csv`, '*.csv', 'sub/*.csv'] });
    const text = '粮食产量X万吨，蔬菜产量X万吨。';
    server.open(uri, text);
    await server.poll(async () => (await titlesAt(text, 'X万吨。')).some((title) => title.startsWith('填入 12')));
    expect((await titlesAt(text, 'X万吨，')).filter((title) => title.startsWith('填入'))).toEqual([]);
    await server.until(() => server.messages.filter((message) => message.includes('之外')).length === 2, 'two refusals');
    await rm(outside, { recursive: true });
  });
});
