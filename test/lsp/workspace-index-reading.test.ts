/** How the drafts of the workspace are read: the cache of what was read, and the progress. */
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FileChangeType } from 'vscode-languageserver';
import { startClient } from '../support/client.ts';
import type { ClientSetup } from '../support/client.ts';
import {
  changed,
  clientIn,
  folderWith,
  here,
  isRepeated,
  known,
  on,
  other,
  places,
  put,
  reportOf,
  there,
  uriOf,
} from './workspace-drafts.ts';

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
