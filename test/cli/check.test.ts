/** The command line as a person or a script meets it: output by the contract, exit codes, and nothing unread called clean. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';

const program = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'speech-draft-cli-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Report {
  version: number;
  files: { path: string; encoding: string; characters: number; findings: Record<string, unknown>[] }[];
  unread: { path: string; reason: string }[];
}

function run(args: string[], input?: string | Buffer): { code: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'zh_CN.UTF-8' },
    ...(input !== undefined && { input }),
  });
  return { code: status, out: stdout, err: stderr };
}
const report = (args: string[], input?: string | Buffer): Report & { code: number | null } => {
  const { code, out } = run(['check', '--format', 'json', ...args], input);
  return { code, ...(JSON.parse(out) as Report) };
};
const file = (name: string, content: string | Buffer): string => {
  writeFileSync(join(folder, name), content);
  return name;
};

describe('findings', () => {
  it('are counted in good English, one as well', () => {
    const one = file('one.txt', '同志们：\n完成投资X亿元。\n');
    const two = file('two.txt', '同志们：\n完成投资5亿元。\n');
    expect(run(['check', '--lang', 'en', one]).out).toMatch(/\n1 draft checked, 1 finding\.\n$/);
    expect(run(['check', '--lang', 'en', '--final', one]).out).toMatch(/\nFinal check of 1 draft: Not ready; 1 with things left\.\n$/);
    expect(run(['check', '--lang', 'en', one, two]).out).toMatch(/\n2 drafts checked, 1 finding\.\n$/);
  });

  it('stand in JSON as the contract says', () => {
    const path = file('a.txt', '同志们：\r\n完成投资X亿元😀，于20XX年X月完工。\r\n');
    const { code, version, files, unread } = report([path]);
    expect(code).toBe(1);
    expect(version).toBe(1);
    expect(unread).toEqual([]);
    expect(files[0]).toMatchObject({ path, encoding: 'utf-8', characters: 29 });
    expect(files[0]?.findings[0]).toEqual({
      rule: 'placeholder',
      kind: 'money',
      severity: 'error',
      message: '待填：投资 X 亿元（金额）',
      text: 'X',
      start: 10,
      end: 11,
      startLine: 2,
      startColumn: 5,
      endLine: 2,
      endColumn: 6,
      related: [],
    });
    const group = files[0]?.findings[1]?.['group'];
    expect(group).toBeTruthy();
    expect(files[0]?.findings[2]?.['group']).toBe(group);
  });

  it('stand in text with line and column, and a sum', () => {
    const { code, out } = run(['check', file('b.txt', '第一行。\n完成投资XX亿元。\n')]);
    expect(code).toBe(1);
    expect(out).toBe('b.txt:2:5: 错误 待填：投资 XX 亿元（金额） [placeholder/money]\n检查 1 份讲稿，发现 1 处。\n');
  });

  it('are the same whatever the order of the files', () => {
    const paths = ['z.txt', 'y.md', 'x.txt'].map((name) => file(name, '完成投资X亿元。\n'));
    expect(run(['check', '--format', 'json', ...paths]).out).toBe(run(['check', '--format', 'json', ...paths.toReversed()]).out);
  });

  it('read Markdown by the name of the file', () => {
    const text = '第一段。\n\n****\n\n第二段。\n';
    expect(report([file('rule.md', text)]).files[0]?.findings).toEqual([]);
    expect(report([file('rule.txt', text)]).files[0]?.findings).toHaveLength(1);
  });

  it('come from standard input too', () => {
    const { files, code } = report(['-'], '完成投资X亿元。');
    expect(files[0]).toMatchObject({ path: '-', findings: [{ kind: 'money' }] });
    expect(code).toBe(1);
  });

  it('stand in SARIF', () => {
    const { out } = run(['check', '--format', 'sarif', file('s.txt', '完成投资X亿元。')]);
    const sarif = JSON.parse(out) as { version: string; runs: { results: { ruleId: string; locations: unknown[] }[] }[] };
    expect(sarif.version).toBe('2.1.0');
    expect(sarif.runs[0]?.results[0]).toMatchObject({
      ruleId: 'placeholder',
      level: 'error',
      locations: [{ physicalLocation: { region: { startLine: 1, startColumn: 5, endColumn: 6 } } }],
    });
  });
});

describe('exit codes', () => {
  const clean = '各项工作扎实推进。\n';
  it.each([
    ['clean', clean, [], 0],
    ['a finding', '完成投资X亿元。', [], 1],
    ['a warning below the bar', '请XX同志讲话。', ['--fail-on', 'error'], 0],
    ['an error at the bar', '完成投资X亿元。', ['--fail-on', 'error'], 1],
    ['never', '完成投资X亿元。', ['--fail-on', 'none'], 0],
  ])('%s', (_, text, args, code) => {
    expect(run(['check', ...args, file('exit.txt', text)]).code).toBe(code);
  });

  it.each([[['check']], [[]], [['frobnicate', 'x']], [['check', '--format', 'yaml', 'a.txt']], [['check', '--nonsense', 'a.txt']]])(
    'a wrong call is 2 and says why: %j',
    (args) => {
      const { code, out, err } = run(args);
      expect(code).toBe(2);
      expect(out).toBe('');
      expect(err).toContain('speech-draft');
    },
  );

  it('help and version are 0', () => {
    expect(run(['--help'])).toMatchObject({ code: 0 });
    expect(run(['--version']).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

/** What comes of each kind of file stands in files.test.ts. */
describe('what cannot be read is named, and the rest is reported', () => {
  const good = (): string => file('good.txt', '完成投资X亿元。');
  const gbk = Buffer.from([0xcd, 0xea, 0xb3, 0xc9, 0xcd, 0xb6, 0xd7, 0xca, 0x58, 0xd2, 0xda, 0xd4, 0xaa, 0xa1, 0xa3]);
  const emptyFolder = (): string => {
    mkdirSync(join(folder, 'empty'), { recursive: true });
    return 'empty';
  };
  it.each([
    ['a missing file', () => 'missing.txt', /不存在/],
    ['a folder without drafts', emptyFolder, /没有讲稿/],
  ])('%s', (_, make, reason) => {
    const path = make();
    const { code, files, unread } = report([path, good()]);
    expect(code).toBe(2);
    expect(unread).toEqual([{ path, reason: expect.stringMatching(reason) as string }]);
    expect(files.map((item) => item.findings.length)).toEqual([1]);
    expect(run(['check', path, good()]).out).toContain(`${path}: 未读：`);
  });

  it.each([
    ['UTF-8 with a byte order mark', Buffer.from('\ufeff完成投资X亿元。'), [], 'utf-8'],
    ['UTF-16 LE with a mark', Buffer.from('\ufeff完成投资X亿元。', 'utf16le'), [], 'utf-16le'],
    ['GBK by itself', gbk, [], 'gb18030'],
    ['GBK when named', gbk, ['--encoding', 'gb18030'], 'gb18030'],
  ])('%s is read', (_, content, args, encoding) => {
    const { files, code } = report([...args, file('coded.txt', content)]);
    expect(code).toBe(1);
    expect(files[0]).toMatchObject({ encoding, findings: [{ start: 4, end: 5, text: 'X' }] });
  });

  it('walks a folder once, whatever its links', () => {
    mkdirSync(join(folder, 'tree/inner'), { recursive: true });
    writeFileSync(join(folder, 'tree/inner/讲话 稿😀.txt'), '完成投资X亿元。');
    writeFileSync(join(folder, 'tree/picture.png'), 'x');
    symlinkSync('..', join(folder, 'tree/inner/loop'));
    const { files, unread } = report(['tree']);
    expect(unread).toEqual([]);
    expect(files.map((item) => item.path)).toEqual([join('tree', 'inner', '讲话 稿😀.txt')]);
  });

  it('checks a file once under however many names', () => {
    const path = file('once.txt', '完成投资X亿元。');
    symlinkSync('once.txt', join(folder, 'twice.txt'));
    expect(report([path, `./${path}`, 'twice.txt']).files.map((item) => item.path)).toEqual(['./once.txt']);
  });

  it('takes an empty file for what it is', () => {
    expect(report([file('empty.txt', '')])).toMatchObject({ code: 0, files: [{ characters: 0, findings: [] }], unread: [] });
  });
});
