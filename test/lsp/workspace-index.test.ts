/** Drafts of the workspace that are not open: compared with when that is switched on, and never shown findings of their own. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { FileChangeType } from 'vscode-languageserver';
import type { Diagnostic, Location } from 'vscode-languageserver';
import { reportMark } from '../../client/src/echoes/report/markdown.ts';
import { copiesMethod, echoReportMethod, trustedMethod } from '../../server/src/protocol.ts';
import type { CopiesResult, EchoReportResult } from '../../server/src/protocol.ts';
import { startClient } from '../support/client.ts';
import type { ClientSetup, TestClient } from '../support/client.ts';

const undo: (() => void | Promise<void>)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

const shared = '全县上下紧盯年初确定的十件民生实事，逐项建立台账，逐月通报进度，逐件对账销号';
const here = `工作会讲话\n同志们：\n今年以来，${shared}。\n下一步要早打算。\n`;
const there = `动员会讲话\n各位代表：\n过去一年，${shared}。\n会后就动手。\n`;
const other = '座谈会讲话\n同志们：\n今天天气很好，大家谈谈看法。\n';
const on = { workspaceIndex: true };

function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'workspace-index-'));
  undo.push(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) put(join(folder, name), content);
  return folder;
}

function put(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

async function clientIn(folder: string, setup: ClientSetup = {}): Promise<TestClient> {
  const client = await startClient({ folder: uriOf(folder), settings: on, ...setup });
  undo.push(() => client.stop());
  return client;
}

const uriOf = (...path: string[]): string => pathToFileURL(join(...path)).href;
const repeats = (all: readonly Diagnostic[]): Diagnostic[] => all.filter(({ code }) => code === 'repeated-passage');
const isRepeated = (all: Diagnostic[]): boolean => repeats(all).length > 0;
const isClean = (all: Diagnostic[]): boolean => repeats(all).length === 0;
const places = (all: readonly Diagnostic[]): string[] =>
  repeats(all).flatMap(({ relatedInformation = [] }) => relatedInformation.map(({ location }) => location.uri));
const reportOf = (client: TestClient): Promise<EchoReportResult> => client.connection.sendRequest(echoReportMethod);

function changed(client: TestClient, type: FileChangeType, ...path: string[]): void {
  void client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: uriOf(...path), type }] });
}

/** Waits until so many drafts that are not open are compared with. */
async function known(client: TestClient, count: number): Promise<EchoReportResult> {
  await client.poll(async () => (await reportOf(client)).elsewhere === count);
  return reportOf(client);
}

describe('drafts that are not open', () => {
  it('are compared with when that is switched on, and given up when it is switched off', async () => {
    const folder = folderWith({ 'b.txt': there, 'c/d.md': other });
    const a = uriOf(folder, 'a.txt');
    const client = await clientIn(folder, { settings: {} });
    client.open(a, here);
    await client.diagnostics(a, isClean);
    expect((await reportOf(client)).elsewhere).toBe(0);
    client.configure(on);
    const [finding] = repeats(await client.diagnostics(a, isRepeated));
    const [place] = finding?.relatedInformation ?? [];
    expect(place?.location).toEqual({
      uri: uriOf(folder, 'b.txt'),
      range: { start: { line: 2, character: 5 }, end: { line: 2, character: 6 + shared.length } },
    });
    await known(client, 2);
    client.configure({});
    await client.diagnostics(a, isClean);
    expect((await reportOf(client)).elsewhere).toBe(0);
    expect(client.published.every(({ uri, diagnostics }) => uri === a || diagnostics.length === 0)).toBe(true);
  });

  it('answer where the copies are, and stand in the report with the draft that repeats them', async () => {
    const folder = folderWith({ 'b.txt': there, 'c.txt': other });
    const a = uriOf(folder, 'a.txt');
    const client = await clientIn(folder);
    client.open(a, here);
    await client.diagnostics(a, isRepeated);
    const report = await known(client, 2);
    expect(report.drafts.map(({ uri, notOpen }) => [uri, notOpen])).toEqual([
      [a, undefined],
      [uriOf(folder, 'b.txt'), true],
    ]);
    expect(report.groups[0]?.places.map(({ uri, text }) => [uri, text])).toEqual([
      [a, `${shared}。`],
      [uriOf(folder, 'b.txt'), `${shared}。`],
    ]);
    const position = { line: 2, character: 10 };
    const range = { start: position, end: position };
    const found = await client.connection.sendRequest<CopiesResult>(copiesMethod, { textDocument: { uri: a }, range });
    expect(found.copies.map(({ uri }) => uri)).toEqual([a, uriOf(folder, 'b.txt')]);
    const references = await client.connection.sendRequest<Location[]>('textDocument/references', {
      textDocument: { uri: a },
      position,
      context: { includeDeclaration: false },
    });
    expect(references.map(({ uri }) => uri)).toEqual([uriOf(folder, 'b.txt')]);
  });

  it('give way to what the editor has, and come back when it is closed', async () => {
    const folder = folderWith({ '（定稿）b.txt': there });
    const [a, b] = [uriOf(folder, 'a.txt'), uriOf(folder, '（定稿）b.txt')];
    const client = await clientIn(folder);
    client.open(a, here);
    await client.diagnostics(a, isRepeated);
    client.open(b, there);
    await client.diagnostics(b, (all) => places(all).join() === a);
    expect((await reportOf(client)).sameText).toEqual([]);
    client.change(b, 2, [{ text: other }]);
    await client.diagnostics(a, isClean);
    client.close(b);
    await client.diagnostics(a, (all) => places(all).join() === b);
    await client.diagnostics(b, (all) => all.length === 0);
  });

  it.each(['b%281%29.txt', 'b(1).txt', '%62(1).txt'])('are one with the document that an editor names %s', async (name) => {
    const folder = folderWith({ 'b(1).txt': there });
    const a = uriOf(folder, 'a.txt');
    const written = `${uriOf(folder)}/${name}`;
    const client = await clientIn(folder);
    client.open(a, here);
    await client.diagnostics(a, isRepeated);
    client.open(written, there);
    await client.diagnostics(a, (all) => places(all).join() === written);
    expect((await reportOf(client)).elsewhere).toBe(0);
  });

  it('are no reports that were exported', async () => {
    const quoted = `# 重复报告\n\n> ${shared}。\n`;
    const folder = folderWith({ '报告.md': `${reportMark}\n\n${quoted}`, 'b.md': other });
    const a = uriOf(folder, 'a.txt');
    const client = await clientIn(folder);
    client.open(a, here);
    await known(client, 2);
    expect(repeats(await client.diagnostics(a, isClean))).toEqual([]);
    put(join(folder, '报告.md'), quoted);
    changed(client, FileChangeType.Changed, folder, '报告.md');
    await client.diagnostics(a, isRepeated);
  });

  it('follow what happens to the files', async () => {
    const folder = folderWith({ 'b.txt': other });
    const a = uriOf(folder, 'a.txt');
    const client = await clientIn(folder);
    client.open(a, here);
    await known(client, 1);
    put(join(folder, 'b.txt'), there);
    changed(client, FileChangeType.Changed, folder, 'b.txt');
    await client.diagnostics(a, isRepeated);
    mkdirSync(join(folder, 'c'));
    renameSync(join(folder, 'b.txt'), join(folder, 'c', 'b.txt'));
    changed(client, FileChangeType.Deleted, folder, 'b.txt');
    await client.diagnostics(a, isClean);
    changed(client, FileChangeType.Created, folder, 'c', 'b.txt');
    await client.diagnostics(a, (all) => places(all).join() === uriOf(folder, 'c', 'b.txt'));
    rmSync(join(folder, 'c'), { recursive: true });
    changed(client, FileChangeType.Deleted, folder, 'c');
    await client.diagnostics(a, isClean);
  });

  it('are left out by an ignore file, by what the editor hides, by their language, in hidden folders and through links', async () => {
    const outside = folderWith({ 'x.txt': there });
    const folder = folderWith({
      '.speechdraftignore': '旧稿/\n',
      '旧稿/b.txt': there,
      '归档/c.txt': there,
      'd.md': there,
      '.git/e.txt': there,
      'node_modules/f.txt': there,
      'notes.log': there,
      'k.txt': other,
    });
    symlinkSync(outside, join(folder, 'linked'));
    symlinkSync(join(outside, 'x.txt'), join(folder, 'link.txt'));
    const a = uriOf(folder, 'a.txt');
    const client = await clientIn(folder, {
      settings: { ...on, languages: ['plaintext'] },
      sections: { 'files.exclude': { '**/归档': true, '*.txt': false } },
    });
    client.open(a, here);
    expect((await known(client, 1)).unchecked).toEqual([]);
    await client.diagnostics(a, isClean);
    put(join(folder, '.speechdraftignore'), '');
    changed(client, FileChangeType.Changed, folder, '.speechdraftignore');
    await client.diagnostics(a, (all) => places(all).join() === uriOf(folder, '旧稿', 'b.txt'));
  });

  it('are named when they cannot be read', async () => {
    const folder = folderWith({
      'b.txt': Uint8Array.from([0xe4, 0xbd, 0xa0, 0xe5, 0xa5, 0xff, 0xe4, 0xbd]),
      'c.txt': '很长。'.repeat(70_000),
    });
    const client = await clientIn(folder);
    const a = uriOf(folder, 'a.txt');
    client.open(a, here);
    await client.poll(async () => (await reportOf(client)).unchecked.length === 2);
    const { unchecked } = await reportOf(client);
    expect(unchecked.map(({ uri }) => uri)).toEqual([uriOf(folder, 'b.txt'), uriOf(folder, 'c.txt')]);
    expect(unchecked[1]?.reason).toBe('超过 200000 个字符，未与之比较；打开后照常检查');
    put(join(folder, 'c.txt'), there);
    changed(client, FileChangeType.Changed, folder, 'c.txt');
    await client.diagnostics(a, isRepeated);
    expect((await reportOf(client)).unchecked).toHaveLength(1);
  });

  it('are not read in a workspace that is not trusted', async () => {
    const folder = folderWith({ 'b.txt': there });
    const a = uriOf(folder, 'a.txt');
    const client = await clientIn(folder, { initializationOptions: { trusted: false } });
    client.open(a, here);
    await client.diagnostics(a, isClean);
    expect((await reportOf(client)).elsewhere).toBe(0);
    await client.connection.sendNotification(trustedMethod);
    await client.diagnostics(a, isRepeated);
  });

  it('stay compared with when the settings of a rule change', async () => {
    const folder = folderWith({ 'b.txt': there });
    const a = uriOf(folder, 'a.txt');
    const client = await clientIn(folder);
    client.open(a, here);
    await client.diagnostics(a, isRepeated);
    client.configure({ ...on, 'repeated-passage': { minimumLength: 100 } });
    await client.diagnostics(a, isClean);
    client.configure({ ...on, 'repeated-passage': { minimumLength: 15 } });
    await client.diagnostics(a, isRepeated);
  });
});

describe('the cache of what was read', () => {
  const storageOf = (folder: string): ClientSetup => ({ initializationOptions: { storage: join(folder, 'drafts') } });
  const files = (storage: string): { files: [string, { hash: string }][] } =>
    JSON.parse(readFileSync(join(storage, 'drafts', 'files.json'), 'utf8')) as { files: [string, { hash: string }][] };

  it('holds a text for each file, is read in place of what did not change, and goes when it is switched off', async () => {
    const folder = folderWith({ 'b.txt': there, 'c.txt': other });
    const storage = folderWith({});
    const a = uriOf(folder, 'a.txt');
    const first = await clientIn(folder, storageOf(storage));
    first.open(a, here);
    await known(first, 2);
    await first.until(() => existsSync(join(storage, 'drafts', 'files.json')), 'the cache');
    const kept = new Map(files(storage).files);
    expect([...kept.keys()]).toEqual([join(folder, 'b.txt'), join(folder, 'c.txt')]);
    // What the cache says of an unchanged file is believed: its bytes are not looked at again.
    writeFileSync(join(storage, 'drafts', 'texts', kept.get(join(folder, 'c.txt'))?.hash ?? ''), `${there}又一件事。`);
    const second = await clientIn(folder, storageOf(storage));
    second.open(a, here);
    await second.diagnostics(a, (all) => places(all).length === 2);
    put(join(folder, 'c.txt'), `${other}${other}`);
    changed(second, FileChangeType.Changed, folder, 'c.txt');
    await second.diagnostics(a, (all) => places(all).join() === uriOf(folder, 'b.txt'));
    await second.until(() => readdirSync(join(storage, 'drafts', 'texts')).length === 2, 'the old text to go');
    second.configure({});
    await second.until(() => !existsSync(join(storage, 'drafts')), 'the cache to go');
  });

  it('counts as empty when it is damaged', async () => {
    const folder = folderWith({ 'b.txt': there });
    const storage = folderWith({ 'drafts/files.json': '{"version":1,"files":[["b",null],3' });
    const a = uriOf(folder, 'a.txt');
    const client = await clientIn(folder, storageOf(storage));
    client.open(a, here);
    await client.diagnostics(a, isRepeated);
  });

  it('is written to no more once the server has answered that it ends', async () => {
    const folder = folderWith(
      Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`${String(index)}.txt`, `${other}${String(index)}`])),
    );
    const storage = folderWith({});
    const a = uriOf(folder, 'a.txt');
    const client = await startClient({ folder: uriOf(folder), settings: on, ...storageOf(storage) });
    client.open(a, here);
    await client.until(() => existsSync(join(storage, 'drafts', 'texts')), 'the first text to be kept');
    await client.stop();
    rmSync(join(storage, 'drafts'), { recursive: true });
    for (let turns = 0; turns < 50; turns += 1) await new Promise((resolve) => setImmediate(resolve));
    expect(existsSync(join(storage, 'drafts'))).toBe(false);
  });
});

describe('the progress', () => {
  const capabilities = { workspace: { configuration: true }, window: { workDoneProgress: true } };

  it('is shown, and stops the reading when it is cancelled; what was not read is named', async () => {
    const names = Array.from({ length: 40 }, (_, index) => `${String(index).padStart(2, '0')}.txt`);
    const folder = folderWith(Object.fromEntries(names.map((name) => [name, `${other}${name}`])));
    const a = uriOf(folder, 'a.txt');
    const client = await clientIn(folder, { capabilities, settings: {} });
    const said: { kind: string; title?: string; cancellable?: boolean; message?: string }[] = [];
    client.connection.onRequest('window/workDoneProgress/create', () => null);
    client.connection.onNotification('$/progress', ({ token, value }: { token: string; value: (typeof said)[number] }) => {
      said.push(value);
      if (said.length === 4) void client.connection.sendNotification('window/workDoneProgress/cancel', { token });
    });
    client.open(a, here);
    client.configure(on);
    await client.until(() => said.at(-1)?.kind === 'end', 'the end of the progress');
    expect(said[0]).toMatchObject({ kind: 'begin', title: '讲稿：读取工作区里没有打开的讲稿', cancellable: true });
    expect(said[1]).toMatchObject({ kind: 'report', message: '1/40 份' });
    const { elsewhere, unchecked } = await reportOf(client);
    expect(elsewhere).toBeGreaterThan(0);
    expect(elsewhere).toBeLessThan(40);
    expect(unchecked).toHaveLength(40 - elsewhere);
    expect(unchecked[0]?.reason).toBe('读取已取消，未与之比较');
  });
});
