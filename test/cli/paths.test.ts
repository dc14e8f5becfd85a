/** Which files a call is about: folders, patterns, ignore files, names given twice. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { collect } from '../../server/src/cli/collect.ts';
import { workshop } from '../support/check.ts';

const { file, call } = workshop();
for (const name of [
  'tree/a.txt',
  'tree/b.md',
  'tree/old/c.txt',
  'tree/old/keep/d.txt',
  'tree/2025/e.txt',
  'tree/x.png',
  'tree/.git/f.txt',
  'tree/node_modules/g.txt',
  'one.txt',
])
  file(name, '');
file('tree/.speechdraftignore', '# 旧稿\nold/*\n!old/keep\n*.md\n');
file('tree/2025/.speechdraftignore', '!x\n');
file('.speechdraftignore', 'one.txt\n/2025\n');

const posix = process.platform !== 'win32';
if (!posix) console.log('skipped: links to a device: there are none on Windows');

describe('paths', () => {
  it.each<[name: string, given: string[], found: string[]]>([
    ['a folder', ['tree'], ['tree/2025/e.txt', 'tree/a.txt', 'tree/old/keep/d.txt']],
    ['a folder below an ignore file', ['tree/old'], ['tree/old/keep/d.txt']],
    ['a file that is named', ['tree/b.md', 'one.txt'], ['one.txt', 'tree/b.md']],
    ['a pattern', ['tree/**/*.txt'], ['tree/2025/e.txt', 'tree/a.txt', 'tree/old/keep/d.txt']],
    ['a pattern with a choice', ['tree/{a,b}.*'], ['tree/a.txt']],
    ['a pattern with folders above', ['tree/old/../*.txt', './tree/2025//*.txt'], ['tree/2025/e.txt', 'tree/a.txt']],
    ['a pattern that begins above', [`../${basename(process.cwd())}/tree/a.*`], ['tree/a.txt']],
    ['a pattern from the root', [`${process.cwd()}/tree/a.*`], ['tree/a.txt']],
    ['a pattern that names a hidden folder', ['**/.git/*.txt'], ['tree/.git/f.txt']],
    ['the working directory', ['.'], ['tree/2025/e.txt', 'tree/a.txt', 'tree/old/keep/d.txt']],
    ['a folder and a folder in it', ['tree/2025', 'tree'], ['tree/2025/e.txt', 'tree/a.txt', 'tree/old/keep/d.txt']],
    ['a file and its folder', ['./tree/2025/e.txt', 'tree/2025'], ['./tree/2025/e.txt']],
  ])('%s', (_, given, found) => {
    const expected = { paths: found, unread: [] };
    expect(collect(given)).toMatchObject(expected);
    expect(collect(given.toReversed())).toEqual(collect([...given, ...given]));
  });

  it.each([
    [`long/${'*a'.repeat(14)}b.txt`, '没有符合的文件'],
    [`long/+(+(a)+(a))b.txt`, '没有符合的文件；不认得 +(…|…) 一类写法，请用 {…,…}'],
    ['long/*.@(txt|md)', '没有符合的文件；不认得 +(…|…) 一类写法，请用 {…,…}'],
    [`${'**/'.repeat(40)}*x`, '没有符合的文件'],
    ['{a,b}'.repeat(25), '通配符太长，或花括号里的选择太多'],
    ['*'.repeat(2000), '通配符太长，或花括号里的选择太多'],
  ])('a pattern of any form comes to an end: %s', (pattern, zh) => {
    file(`long/${'a'.repeat(200)}.txt`, '');
    expect(collect([pattern])).toMatchObject({ paths: [], unread: [{ path: pattern, reason: { zh } }] });
  });
  it.each(['*.nothing', 'tree/*/g.txt', 'tree/node_modules/*.txt'])('a pattern that matches nothing is unread: %s', (path) => {
    expect(collect([path])).toMatchObject({ paths: [], unread: [{ path, reason: { zh: '没有符合的文件' } }] });
  });
  it.skipIf(!posix)('a pattern passes over nothing that it matches and nobody can read', () => {
    file('odd names/a.txt', '');
    symlinkSync('nowhere', 'odd names/b.txt');
    symlinkSync('c.txt', 'odd names/c.txt');
    symlinkSync('/dev/null', 'odd names/d.txt');
    execFileSync('mkfifo', ['odd names/e.txt']);
    const inFolder = collect(['odd names']);
    expect(inFolder.unread.map(({ path }) => path)).toEqual(['b', 'c', 'd', 'e'].map((name) => `odd names/${name}.txt`));
    expect(collect(['odd names/*.txt'])).toEqual(inFolder);
    expect(collect(['**/odd*/{b,e}.txt', 'odd */[a-d].txt'])).toMatchObject({ paths: inFolder.paths, unread: inFolder.unread });
  });
  it.skipIf(!posix)('a link that leads nowhere is left out by an ignore file', () => {
    file('dead/.speechdraftignore', 'b.txt\n');
    file('dead/a.txt', '');
    symlinkSync('nowhere', 'dead/b.txt');
    for (const given of ['dead', 'dead/*.txt']) expect(collect([given])).toMatchObject({ paths: ['dead/a.txt'], unread: [], excluded: 1 });
  });
  it.skipIf(process.platform !== 'linux')('a name in another encoding is said to be one', () => {
    mkdirSync('gbk');
    writeFileSync(Buffer.concat([Buffer.from('gbk/'), Buffer.from([0xb8, 0xe5]), Buffer.from('.txt')]), '');
    const zh = '文件名不是 UTF-8 编码，请改名后再查';
    for (const given of ['gbk', 'gbk/*.txt']) expect(collect([given])).toMatchObject({ paths: [], unread: [{ reason: { zh } }] });
  });
  it('a file whose name looks like a pattern is that file', () => {
    file('讲稿[终].txt', '');
    expect(collect(['讲稿[终].txt']).paths).toEqual(['讲稿[终].txt']);
  });
  it('what was left out is counted', async () => {
    expect(collect(['tree']).excluded).toBe(2);
    expect((await call(['tree'])).out).toBe('检查 3 份讲稿，发现 0 处；按 .speechdraftignore 排除 2 个。\n');
  });
  it('an ignore file that cannot be read is named and leaves nothing out', () => {
    file('torn/.speechdraftignore', Buffer.from([0xff, 0xfe, 0x41]));
    file('torn/a.txt', '');
    expect(collect(['torn'])).toMatchObject({ paths: ['torn/a.txt'], unread: [{ path: 'torn/.speechdraftignore' }] });
  });
  it.skipIf(!posix)('an ignore file that is a link is read inside the folder alone', () => {
    file('shared ignores/list', 'b.txt\n');
    for (const name of ['a', 'b']) file(`borrowed/in/${name}.txt`, '');
    symlinkSync('../../shared ignores/list', 'borrowed/in/.speechdraftignore');
    const inCwd = collect(['borrowed']);
    expect(inCwd).toMatchObject({ paths: ['borrowed/in/a.txt'], unread: [], excluded: 1 });
    const before = process.cwd();
    process.chdir('borrowed');
    const outside = collect(['.']);
    process.chdir(before);
    expect(outside).toMatchObject({
      paths: ['in/a.txt', 'in/b.txt'],
      unread: [{ path: 'in/.speechdraftignore', reason: { zh: '是通往文件夹之外的链接，未读' } }],
      excluded: 0,
    });
  });
  it.skipIf(!posix)('an ignore file of a folder that is come to through a link holds there', () => {
    file('apart/.speechdraftignore', 'b.txt\n');
    for (const name of ['a', 'b']) file(`apart/${name}.txt`, '');
    mkdirSync('near');
    symlinkSync('../apart', 'near/link');
    const before = process.cwd();
    process.chdir('near');
    const found = collect(['.']);
    process.chdir(before);
    expect(found).toMatchObject({ paths: ['link/a.txt'], unread: [], excluded: 1 });
  });
  it('a line of an ignore file that would take for ever is named, and the others hold', () => {
    const deep = `deep/${'a/'.repeat(60)}b.txt`;
    file('deep/.speechdraftignore', `c.txt\r\n${'**/a/'.repeat(12)}c\n`);
    file(deep, '');
    file('deep/c.txt', '');
    expect(collect(['deep'])).toMatchObject({
      paths: [deep],
      unread: [{ path: 'deep/.speechdraftignore', reason: { zh: '第 2 行太长或通配符太多，未用' } }],
      excluded: 1,
    });
  });
  it('a line of an ignore file that is longer than any path is named, and costs no draft', () => {
    file('broad/.speechdraftignore', `${'a'.repeat(4_000_000)}\nb.txt\n`);
    for (const name of ['a', 'b']) file(`broad/${name}.txt`, '');
    expect(collect(['broad'])).toMatchObject({
      paths: ['broad/a.txt'],
      unread: [{ path: 'broad/.speechdraftignore', reason: { zh: '第 1 行太长或通配符太多，未用' } }],
      excluded: 1,
    });
  });
  it.each(['abyss', 'abyss/**/*.txt'])('a folder that lies too deep is named, and nothing below it takes time: %s', (given) => {
    const deep = (count: number): string => `abyss/${'a/'.repeat(count)}b.txt`;
    file(deep(300), '');
    file(deep(100), '');
    file('abyss/.speechdraftignore', '**/a/**/a/**/c\n');
    expect(collect([given])).toMatchObject({
      paths: [deep(100)],
      unread: [{ path: deep(101).replace('/b.txt', ''), reason: { zh: '文件夹层数超过 100' } }],
    });
  });
  it.skipIf(!posix)('nothing beside the drafts is read that is no ordinary file', async () => {
    const zh = '不是普通文件（是管道、设备等）';
    file('odd/a.txt', '');
    mkdirSync('odd/.vscode');
    symlinkSync('/dev/null', 'odd/已知.json');
    execFileSync('mkfifo', ['odd/.speechdraftignore', 'odd/.vscode/settings.json']);
    expect(collect(['odd'])).toMatchObject({ paths: ['odd/a.txt'], unread: [{ path: 'odd/.speechdraftignore', reason: { zh } }] });
    expect((await call(['odd/a.txt'])).said).toEqual([expect.stringMatching(new RegExp(`settings\\.json：${zh}$`))]);
    expect(await call(['--baseline', 'odd/已知.json', 'odd/a.txt'])).toMatchObject({
      code: 2,
      said: [`基线文件 odd/已知.json 无法使用：${zh}`],
    });
  });
  it.skipIf(!posix)('folders that are linked with each other are gone through once for each link', () => {
    const folders = Array.from('abcdefghijkl');
    for (const name of folders) {
      file(`net/${name}/${name}.txt`, '');
      for (const other of folders) symlinkSync(`../${other}`, `net/${name}/to ${other}`);
    }
    const paths = folders.map((name) => `net/${name}/${name}.txt`);
    for (const given of ['net', 'net/**/*.txt', 'net/a/**/*.txt']) expect(collect([given]).paths).toHaveLength(paths.length);
    expect(collect(['net/*/*.txt'])).toMatchObject({ paths, unread: [] });
    expect(collect(['net/a/to b/*.txt', 'net/b/to */c.txt'])).toMatchObject({ paths: ['net/a/to b/b.txt', 'net/b/to c/c.txt'] });
  });
  it.skipIf(!posix)('a folder that is come to through two links is looked through for whatever the pattern says behind each', () => {
    for (const name of ['x', 'y']) file(`shared/${name}.txt`, '');
    for (const name of ['a', 'b']) {
      mkdirSync(`linked/${name}`, { recursive: true });
      symlinkSync('../../shared', `linked/${name}/link`);
    }
    const [x, y] = ['linked/a/link/x.txt', 'linked/b/link/y.txt'];
    expect(collect(['linked/{a/link/x,b/link/y}.txt'])).toMatchObject({ paths: [x, y], unread: [] });
    expect(collect(['linked/**/b/link/y.txt'])).toMatchObject({ paths: [y], unread: [] });
    expect(collect(['linked/**/*.txt']).paths).toEqual([x, 'linked/a/link/y.txt']);
  });
  it('a loop of links inside a folder is named', () => {
    file('links/a.txt', '');
    symlinkSync('round.txt', 'links/round.txt');
    expect(collect(['links'])).toMatchObject({
      paths: ['links/a.txt'],
      unread: [{ path: 'links/round.txt', reason: { zh: '符号链接成环' } }],
    });
  });
});

describe('standard input', () => {
  it('goes by the name it is given', async () => {
    const { out } = await call(['--format', 'json', '--stdin-filename', '讲稿.md', '-'], '完成投资X亿元。\n\n****\n');
    expect(JSON.parse(out)).toMatchObject({ files: [{ path: '讲稿.md', findings: [{ kind: 'money' }] }] });
  });
  it('is not mixed up with a file of that name', async () => {
    const { out, code } = await call(['--format', 'json', '--stdin-filename', 'one.txt', '-', 'one.txt'], '完成投资X亿元。');
    expect(code).toBe(2);
    expect(JSON.parse(out)).toMatchObject({ files: [{ path: 'one.txt' }], unread: [{ path: '-' }] });
  });
  it.each<[name: string, called: string, given: string[], path: string]>([
    ['in a folder', 'tree/old/keep/d.txt', ['tree/old'], 'tree/old/keep/d.txt'],
    ['spelled otherwise', './tree/../one.txt', ['one.txt'], 'one.txt'],
  ])('nor with one %s', async (_, called, given, path) => {
    const { out, code } = await call(['--format', 'json', '--stdin-filename', called, '-', ...given], '完成投资X亿元。');
    expect(code).toBe(2);
    expect(JSON.parse(out)).toMatchObject({ files: [{ path, findings: [] }], unread: [{ path: '-' }] });
  });
  it.each<[what: string, name: string, content: string]>([
    ['settings', 'settings.json', '{"speechDraft.placeholder.enabled": false}'],
    ['list', 'speech-draft.json', '{"ignored": [{"rule": "placeholder", "scope": "everywhere", "text": "X"}]}'],
  ])('has the %s of the file that it is called as', async (_, name, content) => {
    file(`desk/.vscode/${name}`, content);
    const { out } = await call(['--quiet', '--stdin-filename', 'desk/2026/讲稿.txt', '-'], '完成投资X亿元。');
    rmSync('desk', { recursive: true });
    expect(out).toBe('');
  });
});

describe('quiet', () => {
  it('leaves the sum out', async () => {
    expect(await call(['--quiet', 'tree/a.txt'])).toMatchObject({ out: '', code: 0 });
    expect((await call(['--quiet', 'nowhere.txt'])).out).toBe('nowhere.txt: 未读：文件不存在\n');
  });
});
