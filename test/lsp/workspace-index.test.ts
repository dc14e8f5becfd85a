/** Drafts of the workspace that are not open: compared with when that is switched on, and never shown findings of their own. */
import { mkdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FileChangeType } from 'vscode-languageserver';
import type { Location } from 'vscode-languageserver';
import { reportMark } from '../../client/src/echoes/report/markdown.ts';
import { copiesMethod, trustedMethod } from '../../server/src/protocol.ts';
import type { CopiesResult } from '../../server/src/protocol.ts';
import {
  changed,
  clientIn,
  folderWith,
  here,
  isClean,
  isRepeated,
  known,
  on,
  opened,
  other,
  places,
  put,
  repeats,
  reportOf,
  shared,
  there,
  uriOf,
} from './workspace-drafts.ts';

describe('drafts that are not open', () => {
  it('are compared with when that is switched on, and given up when it is switched off', async () => {
    const { folder, a, client } = await opened({ 'b.txt': there, 'c/d.md': other }, { settings: {} });
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
    const { folder, a, client } = await opened({ 'b.txt': there, 'c.txt': other });
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
    const { folder, a, client } = await opened({ '报告.md': `${reportMark}\n\n${quoted}`, 'b.md': other });
    await known(client, 2);
    expect(repeats(await client.diagnostics(a, isClean))).toEqual([]);
    put(join(folder, '报告.md'), quoted);
    changed(client, FileChangeType.Changed, folder, '报告.md');
    await client.diagnostics(a, isRepeated);
  });

  it('follow what happens to the files', async () => {
    const { folder, a, client } = await opened({ 'b.txt': other });
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
    const { a, client } = await opened({ 'b.txt': there }, { initializationOptions: { trusted: false } });
    await client.diagnostics(a, isClean);
    expect((await reportOf(client)).elsewhere).toBe(0);
    await client.connection.sendNotification(trustedMethod);
    await client.diagnostics(a, isRepeated);
  });

  it('stay compared with when the settings of a rule change', async () => {
    const { a, client } = await opened({ 'b.txt': there });
    await client.diagnostics(a, isRepeated);
    client.configure({ ...on, 'repeated-passage': { minimumLength: 100 } });
    await client.diagnostics(a, isClean);
    client.configure({ ...on, 'repeated-passage': { minimumLength: 15 } });
    await client.diagnostics(a, isRepeated);
  });
});
