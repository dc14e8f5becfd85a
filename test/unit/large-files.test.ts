/** Settings and lists of any size and depth: read, or named and left alone; never an exception, never a flood of words. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseSettings } from '../../server/src/settings/parse.ts';
import { changeListFile, listName, readListFile } from '../../server/src/workspace/list-file.ts';
import { settingsBeside } from '../../server/src/workspace/settings-file.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'speech-draft-large-'));
  mkdirSync(join(folder, '.vscode'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const tenMegabytes = 10_000_000;
const many = (count: number): string[] => Array.from({ length: count }, (_, index) => `第${index}句常说的话`);
const texts: [name: string, text: () => string][] = [
  ['one long line of nothing', () => ' '.repeat(tenMegabytes)],
  ['a value that never ends', () => `{"a":"${'长'.repeat(tenMegabytes / 3)}`],
  ['brackets that never close', () => '['.repeat(tenMegabytes)],
  ['objects that never close', () => '{"a":'.repeat(tenMegabytes / 5)],
  ['zeros', () => '\0'.repeat(tenMegabytes)],
];
const list = (phrases: number): string => JSON.stringify({ version: 1, allowedPhrases: many(phrases) });

describe('a list of 10 MB', () => {
  const path = (): string => join(folder, listName);

  it.each(texts)('%s', (_, text) => {
    writeFileSync(path(), text());
    const { broken, faults } = readListFile(path());
    expect(faults.length).toBeLessThan(20);
    if (!broken) return;
    expect(faults).toHaveLength(1);
    expect(changeListFile(path(), () => ({ allowedPhrases: [] }))).toBeDefined();
    expect(readFileSync(path(), 'utf8')).toBe(text());
  });

  it('that is one is used', () => {
    writeFileSync(path(), list(400_000));
    expect(readListFile(path()).sidecar.allowedPhrases).toHaveLength(400_000);
  });

  it('is what it says itself, not what it is made to inherit', () => {
    writeFileSync(path(), '{ "version": 1, "__proto__": { "allowedPhrases": ["凝心聚力"] } }');
    expect(readListFile(path())).toMatchObject({ sidecar: { allowedPhrases: [] }, faults: [] });
  });

  it('is still one; what is larger than 20 MB is named', () => {
    writeFileSync(path(), Buffer.alloc(20_000_001, ' '));
    expect(readListFile(path())).toMatchObject({ broken: true, faults: [{ zh: '超过 20 MB，文件过大' }] });
  });
});

describe('settings of 10 MB', () => {
  it.each(texts)('in a file: %s', (_, text) => {
    writeFileSync(join(folder, '.vscode', 'settings.json'), text());
    const { given, fault } = settingsBeside([join(folder, '稿.txt')]);
    expect(given).toEqual({});
    expect(fault?.zh).toBe('超过 5 MB，文件过大');
  });

  it.each([
    ['a list', '[1]', '内容应是一组键值'],
    ['a word', '"speechDraft.mode"', '内容应是一组键值'],
    ['20,000 levels', `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`, '嵌套过深'],
    ['another encoding', Buffer.from([0x80, 0x81]), '不是 UTF-8 编码'],
  ])('of another shape: %s', (_, text, zh) => {
    writeFileSync(join(folder, '.vscode', 'settings.json'), text);
    expect(settingsBeside([join(folder, '稿.txt')])).toMatchObject({ given: {}, fault: { zh } });
  });

  it.each<[string, () => unknown]>([
    ['100,000 unknown names', () => Object.fromEntries(many(100_000).map((name) => [name, 1]))],
    ['100,000 phrases that are no texts', () => ({ 'repeated-passage': { allowed: Array.from({ length: 100_000 }, () => 5) } })],
    ['100,000 levels', () => Array.from({ length: 100_000 }).reduce<unknown>((inner) => ({ mode: inner }), 'final')],
    ['a text of 10 MB', () => ({ mode: '长'.repeat(tenMegabytes / 3) })],
  ])('from an editor: %s', (_, given) => {
    const { faults } = parseSettings(given());
    expect(faults.length).toBeGreaterThan(0);
    expect(faults.length).toBeLessThan(100);
    for (const { zh } of faults) expect(zh.length).toBeLessThan(400);
  });
});
