/** What lies beside the drafts, the final check and the hook, as a person or Git meets them on the command line. */
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const program = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const hook = fileURLToPath(new URL('../../docs/hooks/pre-commit', import.meta.url));

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'speech draft 定稿-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}
const run = (command: string, args: string[], env: Record<string, string> = {}): Ran => {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: folder, encoding: 'utf8', env: { ...process.env, ...env } });
  return { code: status, out: stdout, err: stderr };
};
const check = (...args: string[]): Ran => run(process.execPath, [program, 'check', '--lang', 'zh', ...args]);
const put = (name: string, content: string | Buffer): string => {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return name;
};
const unfinished = '同志们：\n全年完成投资X亿元，增长X%（待核实）。\n谢谢大家！\n';
const finished = '同志们：\n全年完成投资三十亿元，各项工作都有新进展。\n谢谢大家！\n';
const lastLine = (text: string): string | undefined => text.trimEnd().split('\n').at(-1);

describe('the list beside the drafts', () => {
  const entry = { rule: 'placeholder', scope: 'everywhere', text: 'X' };

  it('is honoured, and the sum says so', () => {
    put('讲稿/.vscode/speech-draft.json', JSON.stringify({ ignored: [entry] }));
    put('讲稿/一季度/a b.txt', unfinished);
    const { out } = check('讲稿');
    expect(out).toBe('讲稿/一季度/a b.txt:2:15: 警告 待办：（待核实） [placeholder/note]\n检查 1 份讲稿，发现 1 处；已忽略 2 处。\n');
    expect(lastLine(check('--no-ignores', '讲稿').out)).toBe('检查 1 份讲稿，发现 3 处。');
  });

  it('is the nearest one', () => {
    put('.vscode/speech-draft.json', JSON.stringify({ ignored: [entry] }));
    put('里/.vscode/speech-draft.json', '{}');
    put('里/a.txt', unfinished);
    put('b.txt', unfinished);
    expect(lastLine(check('b.txt', '里').out)).toBe('检查 2 份讲稿，发现 4 处；已忽略 2 处。');
  });

  it('that is broken ignores nothing and is named', () => {
    put('.vscode/speech-draft.json', '{"ignored": [');
    put('a.txt', unfinished);
    const { code, out, err } = check('a.txt');
    expect(code).toBe(1);
    expect(lastLine(out)).toBe('检查 1 份讲稿，发现 3 处。');
    expect(err).toContain('speech-draft.json：第 1 行不是有效的 JSON');
  });
});

describe('the settings beside the drafts', () => {
  it('hold, but for the mode, unless they are turned off', () => {
    put(
      '.vscode/settings.json',
      '{ // 设置\n "speechDraft.placeholder.enabled": false, "speechDraft.mode": "off", "editor.wordWrap": "on", }',
    );
    put('子/a.txt', unfinished);
    expect(check('子').out).toBe('检查 1 份讲稿，发现 0 处。\n');
    expect(lastLine(check('--no-settings', '子').out)).toBe('检查 1 份讲稿，发现 3 处。');
    put('.vscode/settings.json', '{ "speechDraft.mode": "off" }');
    expect(lastLine(check('子').out)).toBe('检查 1 份讲稿，发现 3 处。');
  });

  it('send no control of the terminal on', () => {
    put('.vscode/settings.json', String.raw`{"speechDraft.\u001b[31m\n红": 1}`);
    put('a.txt', finished);
    expect(check('a.txt').err).toContain('没有名为 speechDraft.\ufffd[31m\ufffd红 的设置');
  });

  it.each<[string, string, string]>([
    ['an unknown name', '{"speechDraft.nosuch": 1}', '没有名为 speechDraft.nosuch 的设置'],
    ['a wrong value', '{"speechDraft.maxFindings": "many"}', '"many" 无效'],
    ['no JSON', '{"speechDraft.maxFindings": ', '不是有效的 JSON'],
    ['no object', '[1]', '内容应是一组键值'],
    ['nothing', '', ''],
  ])('with %s are named, and the check goes on', (_name, content, said) => {
    put('.vscode/settings.json', content);
    put('a.txt', unfinished);
    const { code, out, err } = check('a.txt');
    expect(code).toBe(1);
    expect(lastLine(out)).toBe('检查 1 份讲稿，发现 3 处。');
    if (said === '') expect(err).toBe('');
    else expect(err).toContain(said);
  });
});

describe('the final check', () => {
  it('sends no control of the terminal on from a draft', () => {
    put('a.txt', '同志们：\n全年完成\u001b]0;投资\u0007【\u001b[31m金额】万元。\n');
    expect(check('--final', 'a.txt').out).not.toMatch(/(?!\n)\p{Cc}/u);
  });

  it.each<[string, string[], number, string]>([
    ['a finished draft', ['完 成.txt'], 0, '可以定稿'],
    ['one with holes', ['未完.txt'], 1, '尚不能定稿'],
    ['both', ['完 成.txt', '未完.txt'], 1, '尚不能定稿'],
    ['one that is not there', ['完 成.txt', '没有.txt'], 2, '尚不能定稿'],
    ['one that is no text', ['完 成.txt', '坏.txt'], 2, '尚不能定稿'],
    ['one that would pass by --fail-on', ['--fail-on', 'none', '未完.txt'], 1, '尚不能定稿'],
  ])('%s', (_name, args, code, verdict) => {
    put('完 成.txt', finished);
    put('未完.txt', unfinished);
    put('坏.txt', Buffer.from([0, 1, 2, 0, 255, 0]));
    const ran = check('--final', ...args);
    expect(ran.code).toBe(code);
    expect(lastLine(ran.out)).toContain(verdict);
    expect(lastLine(ran.out)?.includes('尚不能定稿')).toBe(code !== 0);
  });

  it('lists what is left, sort by sort, with its place and words, and the length against the target', () => {
    put('未完.txt', unfinished);
    const { out } = check('--final', '--target-minutes', '5', '未完.txt');
    expect(out).toContain('待填处：2 处\n    未完.txt:2:7 全年完成投资【X】亿元，增长X%（待核实）。\n      待填：投资 X 亿元（金额）\n');
    expect(out).toContain('待办备注：1 处\n');
    expect(out).toMatch(/篇幅：\d+ 字 · 约 .*比目标 5 分钟短约 5 分钟/);
    for (const sort of ['重复段落', '重复套话', '层次序号']) expect(out).toContain(`${sort}：无\n`);
  });

  it('takes the target from the settings, and the verdict into the JSON', () => {
    put('.vscode/settings.json', '{"speechDraft.stage.targetMinutes": 8}');
    put('a.txt', finished);
    expect(check('--final', 'a.txt').out).toContain('目标 8 分钟');
    const { code, out } = check('--final', '--format', 'json', 'a.txt');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ version: 1, final: { ready: true, drafts: [{ path: 'a.txt', ready: true }] } });
    expect(JSON.parse(check('--format', 'json', 'a.txt').out)).not.toHaveProperty('final');
  });

  it.each(['0x5', '-3', '1e9', 'ten', '601'])('refuses a target of %s', (minutes) => {
    put('a.txt', finished);
    const { code, err } = check('--final', `--target-minutes=${minutes}`, 'a.txt');
    expect(code).toBe(2);
    expect(err).toContain('--target-minutes');
  });
});

describe('the hook', () => {
  const git = (...args: string[]): Ran =>
    run('git', ['-c', 'user.name=t', '-c', 'user.email=t@localhost', ...args], {
      PATH: `${join(folder, 'bin')}${delimiter}${process.env['PATH'] ?? ''}`,
      LC_ALL: 'zh_CN.UTF-8',
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_CONFIG_SYSTEM: '/dev/null',
    });
  beforeEach(() => {
    expect(git('init', '-q').code).toBe(0);
    put('bin/speech-draft', `#!/bin/sh\nexec '${process.execPath}' '${program}' "$@"\n`);
    chmodSync(join(folder, 'bin/speech-draft'), 0o755);
    put('.gitignore', 'bin\n');
    mkdirSync(join(folder, '.git/hooks'), { recursive: true });
    cpSync(hook, join(folder, '.git/hooks/pre-commit'));
    chmodSync(join(folder, '.git/hooks/pre-commit'), 0o755);
  });

  it('keeps an unfinished draft out and lets a finished one in, whatever their names', () => {
    put('讲话 稿/“第 1 稿”.txt', unfinished);
    git('add', '-A');
    const refused = git('commit', '-qm', '一');
    expect(refused.code).toBe(1);
    expect(refused.out + refused.err).toContain('讲话 稿/“第 1 稿”.txt:2:7');
    expect(refused.out + refused.err).toContain('尚不能定稿');
    put('讲话 稿/“第 1 稿”.txt', finished);
    git('add', '-A');
    expect(git('commit', '-qm', '二').code).toBe(0);
  });

  it('looks at what is staged, with the list that is staged', () => {
    put('a.txt', finished);
    git('add', '-A');
    put('a.txt', unfinished);
    expect(git('commit', '-qm', '一').code).toBe(0);
    put(
      '.vscode/speech-draft.json',
      JSON.stringify({ ignored: ['X', '（待核实）'].map((text) => ({ rule: 'placeholder', scope: 'everywhere', text })) }),
    );
    git('add', 'a.txt');
    expect(git('commit', '-qm', '二').code).toBe(1);
    git('add', '-A');
    expect(git('commit', '-qm', '三').code).toBe(0);
  });

  it('has nothing to say where no draft is staged', () => {
    put('图.svg', '<svg/>');
    git('add', '图.svg');
    expect(git('commit', '-qm', '一')).toMatchObject({ code: 0, out: '' });
  });
});
