/** The baseline: what was known stays quiet wherever it moves, what is new is reported. */
import { lstatSync, readFileSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { reasonOf, whyNotWritten } from '../../server/src/files/reasons.ts';
import { workshop } from '../support/check.ts';

const { file, call } = workshop();

/** Takes the findings of one text as known and returns what is found in another. */
async function newIn(before: string, after: string): Promise<{ code: number; found: string[]; known: number }> {
  file('draft.txt', before);
  expect((await call(['--baseline', 'known.json', '--update-baseline', 'draft.txt'])).code).toBe(0);
  file('draft.txt', after);
  const { out, code } = await call(['--baseline', 'known.json', '--format', 'json', 'draft.txt']);
  const { files, known } = JSON.parse(out) as { files: { findings: { text: string; startLine: number }[] }[]; known: number };
  return { code, found: files[0]?.findings.map(({ text, startLine }) => `${startLine} ${text}`) ?? [], known };
}

const first = '全年完成投资X亿元，同比增长XX%。';
const second = '新建道路X公里。';

describe('after an edit', () => {
  it.each<[name: string, before: string, after: string, found: string[], known: number]>([
    ['nothing changed', first, first, [], 2],
    ['lines moved', `${first}\n${second}\n`, `同志们：\n\n${second}\n${first}\n`, [], 3],
    ['indented and spaced', first, `　　全年完成投资 X 亿元，同比增长 XX %。`, [], 2],
    ['one of two was filled', first, '全年完成投资86亿元，同比增长XX%。', [], 1],
    ['words in front changed', first, '今年全县完成投资X亿元，同比增长XX%。', [], 2],
    ['a new one', first, `${first}\n${second}\n`, ['2 X'], 2],
    ['another of the same kind in other words', '完成投资X亿元。', '完成投资X亿元。\n上缴税收X亿元。', ['2 X'], 1],
    ['a copy of a known one', second, `${second}\n\n同志们：\n\n${second}`, ['5 X'], 1],
  ])('%s', async (_, before, after, found, known) => {
    const result = await newIn(before, after);
    expect(result.found.filter((one) => /X/.test(one) && one.length < 6)).toEqual(found);
    expect(result.known).toBe(known);
    expect(result.code).toBe(result.found.length > 0 ? 1 : 0);
  });
});

describe('the file', () => {
  it('holds nothing of the draft, and is the same on every run', async () => {
    file('a.txt', first);
    file('b.txt', second);
    await call(['--baseline', 'one.json', '--update-baseline', 'a.txt', 'b.txt']);
    expect(await call(['--baseline', 'one.json', 'a.txt', 'b.txt'])).toMatchObject({ code: 0 });
    await call(['--baseline', 'two.json', '--update-baseline', 'b.txt', 'a.txt', 'b.txt']);
    const text = readFileSync('one.json', 'utf8');
    expect(text).toBe(readFileSync('two.json', 'utf8'));
    expect(text).not.toMatch(/投资|道路/);
    expect(Object.keys(JSON.parse(text) as object)).toEqual(['version', 'findings']);
  });

  it('that may not be written is not said to be one that may not be read', () => {
    const refused = Object.assign(new Error('refused'), { code: 'EACCES' });
    expect([reasonOf(refused).zh, whyNotWritten(refused).zh]).toEqual(['没有读取权限', '没有权限']);
  });

  it('keeps what it knows of files that were not checked, and forgets those that are gone', async () => {
    file('kept.txt', first);
    file('old.txt', first);
    await call(['--baseline', 'many.json', '--update-baseline', 'kept.txt', 'old.txt']);
    file('other.txt', second);
    await call(['--baseline', 'many.json', '--update-baseline', 'other.txt']);
    expect((await call(['--baseline', 'many.json', 'kept.txt', 'other.txt'])).code).toBe(0);
  });

  it.each([
    ['missing', undefined, /基线文件 .* 无法使用：文件不存在/],
    ['not JSON', '{', /不是有效的 JSON/],
    ['of another kind', '{"version":1}', /不是由 --update-baseline 写成的/],
    ['null', 'null', /不是由/],
    ['with a broken entry', '{"version":1,"findings":[{"path":1}]}', /不是由/],
  ])('%s: the call ends and says so', async (name, content, said) => {
    const path = `${name}.json`;
    if (content !== undefined) file(path, content);
    file('draft.txt', first);
    const result = await call(['--baseline', path, 'draft.txt']);
    expect(result).toMatchObject({ code: 2, out: '', said: [expect.stringMatching(said) as string] });
    if (content !== undefined) expect(readFileSync(path, 'utf8')).toBe(content);
  });

  it('may begin with the mark of UTF-8, as some editors write it', async () => {
    file('draft.txt', first);
    await call(['--baseline', 'marked.json', '--update-baseline', 'draft.txt']);
    file('marked.json', `\ufeff${readFileSync('marked.json', 'utf8')}`);
    expect(await call(['--baseline', 'marked.json', 'draft.txt'])).toMatchObject({ code: 0, said: [] });
  });

  it('stays where a link leads', async () => {
    file('draft.txt', first);
    file('shared/known.json', '{"version":1,"findings":[]}');
    symlinkSync(join('shared', 'known.json'), 'link.json');
    await call(['--baseline', 'link.json', '--update-baseline', 'draft.txt']);
    expect(lstatSync('link.json').isSymbolicLink()).toBe(true);
    expect(readdirSync('shared')).toEqual(['known.json']);
    expect(await call(['--baseline', 'link.json', 'draft.txt'])).toMatchObject({ code: 0 });
  });

  it('is needed by --update-baseline', async () => {
    expect(await call(['--update-baseline', 'draft.txt'])).toMatchObject({
      code: 2,
      said: [expect.stringMatching(/--baseline/) as string],
    });
  });
});
