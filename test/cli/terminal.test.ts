/** What depends on a terminal: colours, progress, interrupts, readers that go away, and help in the person's language. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readArguments } from '../../server/src/cli/arguments.ts';
import { help } from '../../server/src/cli/help.ts';
import { localeOf } from '../../server/src/cli/locale.ts';
import { options } from '../../server/src/cli/options.ts';
import { ProgressLine, painter, usesColour } from '../../server/src/cli/terminal.ts';

const program = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

describe('colours', () => {
  // As the platform's own does: what it is asked with counts, else the environment of the process.
  const terminal = {
    isTTY: true,
    hasColors: (_count?: number, env: Readonly<Record<string, string | undefined>> = { NO_COLOR: '' }) => env['NO_COLOR'] === undefined,
  };
  it.each([
    ['a terminal', terminal, {}, true],
    ['a pipe', {}, {}, false],
    ['a terminal without colours', { isTTY: true, hasColors: () => false }, {}, false],
    ['NO_COLOR', terminal, { NO_COLOR: '1' }, false],
    ['an empty NO_COLOR', terminal, { NO_COLOR: '' }, true],
    ['FORCE_COLOR on a pipe', {}, { FORCE_COLOR: '1' }, true],
    ['FORCE_COLOR=0', terminal, { FORCE_COLOR: '0' }, false],
  ])('%s', (_, screen, env, expected) => {
    expect(usesColour(screen, env)).toBe(expected);
  });
  it('leave a text as it is where there are none', () => {
    expect(painter(false)('red', '错误')).toBe('错误');
    expect(painter(true)('red', '错误')).toContain('\u001b[31m错误');
  });
});

describe('the progress line', () => {
  it('comes late, goes on slowly, turns with the stage, and is taken away', () => {
    const shown: string[] = [];
    const line = new ProgressLine('zh', 0, (text) => shown.push(text.replace('\r\u001b[K', '')));
    line.show('read', 1, 9, 10);
    line.clear();
    line.show('look', 3, 9, 800);
    line.show('look', 4, 9, 850);
    line.show('look', 5, 9, 950);
    line.show('compare', 9, 9, 960);
    line.clear();
    expect(shown).toEqual(['检查 3/9 份…', '检查 5/9 份…', '比较 9 份之间的重复…', '']);
  });
});

it('the progress line counts one draft as one', () => {
  let shown = '';
  const line = new ProgressLine('en', 0, (text) => (shown += text));
  line.show('compare', 1, 1, 1_000);
  expect(shown).toContain('comparing 1 draft …');
});

describe('the progress line of a stage that takes long', () => {
  it.each([
    ['zh', ['比较 9 份之间的重复…', '比较 9 份之间的重复… 2 秒', '检查 1/9 份…', '检查 1/9 份… 3 秒', '']],
    ['en', ['comparing 9 drafts …', 'comparing 9 drafts … 2 s', 'checking 1/9 …', 'checking 1/9 … 3 s', '']],
  ] as const)('says for how long, in %s', (language, expected) => {
    const shown: string[] = [];
    const line = new ProgressLine(language, 0, (text) => shown.push(text.replace('\r\u001b[K', '')));
    line.tick(500);
    line.show('compare', 9, 9, 600);
    line.tick(650);
    line.tick(1_000);
    line.tick(1_050);
    line.tick(3_000);
    line.show('look', 1, 9, 3_010);
    line.tick(6_100);
    line.clear();
    expect(shown).toEqual(expected);
  });
});

describe('the help', () => {
  it.each(['zh', 'en'] as const)('names every option in %s', (language) => {
    const text = help(language);
    for (const [name, { shown }] of Object.entries(options)) expect(text).toContain(`--${name}${shown === '' ? '' : ` ${shown}`}\n`);
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(120);
  });
  it.each([
    [{}, undefined],
    [{ LANG: 'C.UTF-8' }, undefined],
    [{ LANG: 'POSIX' }, undefined],
    [{ LANG: 'zh_CN.UTF-8' }, 'zh_CN.UTF-8'],
    [{ LANG: 'zh_CN.UTF-8', LC_ALL: 'en_GB.UTF-8' }, 'en_GB.UTF-8'],
    [{ LANG: 'en_US.UTF-8', LC_ALL: '', LC_MESSAGES: 'zh_TW' }, 'zh_TW'],
  ])('follows the locale: %j', (env, expected) => {
    expect(localeOf(env)).toBe(expected);
  });
});

describe('a wrong call', () => {
  it.each<[args: string[], reason: RegExp]>([
    [[], /缺少命令 check/],
    [['chek', 'a.txt'], /没有命令 chek/],
    [['check'], /没有指明/],
    [['check', '--formt', 'json', 'a.txt'], /没有选项 --formt/],
    [['check', '--format', 'yaml', 'a.txt'], /没有值 yaml，可用：text\|json/],
    [['check', 'a.txt', '--format'], /--format 缺少值/],
    [['check', '--format', '--quiet', 'a.txt'], /--format 缺少值/],
    [['check', '--format=', 'a.txt'], /--format 缺少值/],
    [['check', '--quiet=yes', 'a.txt'], /--quiet 不带值/],
    [['check', '--constructor', 'a.txt'], /没有选项 --constructor/],
    [['check', '-x', 'a.txt'], /没有选项 -x/],
    [['check', '-dash.txt'], /没有选项 -dash\.txt；以“-”开头的文件名，前面请加 \.\//],
    [['check', 'a.txt', '-v2.txt'], /没有选项 -v2\.txt/],
  ])('%j', (args, reason) => {
    const call = readArguments(args);
    expect(call.kind).toBe('wrong');
    if (call.kind === 'wrong') expect(call.reason.zh).toMatch(reason);
  });
  it.each([
    ['zh', '--formt', '没有选项 --formt', '用法见 speech-draft --help'],
    ['en', '--formt', 'there is no option --formt', 'see speech-draft --help'],
    ['en', '--\u001b[31m\nx', 'there is no option --\ufffd[31m\ufffdx', 'see speech-draft --help'],
  ])('says what is wrong and where the help is, in %s: %j', (language, option, reason, where) => {
    const { stdout, stderr, status } = spawnSync(process.execPath, [program, 'check', '--lang', language, option, 'a.txt'], {
      encoding: 'utf8',
    });
    const said = `speech-draft: ${reason}\nspeech-draft: ${where}\n`;
    expect({ stdout, stderr, status }).toEqual({ stdout: '', stderr: said, status: 2 });
  });
  it('a name that begins with a dash stands behind --', () => {
    expect(readArguments(['check', '--', '--讲稿.txt', '-'])).toMatchObject({ kind: 'check', paths: ['--讲稿.txt', '-'] });
  });
});

const posix = process.platform !== 'win32';
if (!posix) console.log('skipped: an interrupt and a closed pipe: Windows has neither');
describe.skipIf(!posix)('a process', () => {
  it('that is interrupted writes nothing and ends with 130', async () => {
    const child = spawn(process.execPath, [program, 'check', '--format', 'json', '-'], { stdio: 'pipe' });
    let out = '';
    child.stdout.on('data', (data: Buffer) => (out += data.toString()));
    // Once it has read more than a pipe holds, it is at work, and it waits for the rest.
    await new Promise<void>((resolve) => child.stdin.write('完成投资X亿元。\n'.repeat(200_000), () => resolve()));
    child.kill('SIGINT');
    const code = await new Promise((resolve) => child.on('exit', resolve));
    expect({ code, out }).toEqual({ code: 130, out: '' });
  });

  // Of much text everything but the repeats is looked at in a thread of its own, which has a dictionary, too.
  it.each([
    [3_000, [0.4, 0.5, 0.6, 0.7]],
    [9_000, [0.3, 0.5, 0.6]],
  ])(
    'that is interrupted while the dictionary cuts words ends without a complaint: %i pairs',
    async (count, shares) => {
      // Sentences that differ from others in one character: of all of them the words are asked for.
      let seed = 7;
      const random = (below: number): number => {
        seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
        return Math.floor((seed / 2 ** 32) * below);
      };
      const character = (): string => String.fromCharCode(0x4e00 + random(5_000));
      const pairs = Array.from({ length: count }, () => {
        const sentence = Array.from({ length: 30 }, character).join('');
        const at = 1 + random(28);
        return `${sentence}。${sentence.slice(0, at)}${character()}${sentence.slice(at + 1)}。\n`;
      });
      const run = (after: number): Promise<{ code: unknown; said: string }> =>
        new Promise((resolve) => {
          const child = spawn(process.execPath, [program, 'check', '-'], { timeout: Math.round(after), killSignal: 'SIGINT' });
          child.stdout.resume();
          let said = '';
          child.stderr.on('data', (data: Buffer) => (said += data.toString()));
          child.on('close', (code, signal) => resolve({ code: code ?? signal, said }));
          child.stdin.end(pairs.join(''));
        });
      const from = performance.now();
      expect(await run(120_000)).toEqual({ code: 1, said: '' });
      const whole = performance.now() - from;
      // Whoever is faster than before has ended by then.
      for (const share of shares)
        expect([
          { code: 130, said: '' },
          { code: 1, said: '' },
        ]).toContainEqual(await run(share * whole));
    },
    120_000,
  );

  it('that is interrupted while it writes a baseline leaves the one that was, and nothing beside it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'speech-draft-interrupted-'));
    const baseline = join(folder, 'known.json');
    const before = '{"version": 1, "findings": []}';
    writeFileSync(baseline, before);
    const child = spawn(process.execPath, [program, 'check', '--baseline', baseline, '--update-baseline', '-']);
    const ended = new Promise((resolve) => child.on('exit', resolve));
    // In place of the new file stands a pipe, which takes no more than it holds until it is read.
    const unfinished = `${baseline}.${child.pid}.tmp`;
    spawnSync('mkfifo', [unfinished]);
    child.stdin.end('完成投资X亿元。\n'.repeat(2000));
    const reading = await open(unfinished, 'r');
    await reading.read(Buffer.alloc(1)); // it writes
    child.kill('SIGINT');
    await setTimeout(1000);
    while ((await reading.read(Buffer.alloc(1 << 20))).bytesRead > 0);
    expect(await ended).toBe(130);
    await reading.close();
    expect(readdirSync(folder)).toEqual(['known.json']);
    expect(readFileSync(baseline, 'utf8')).toBe(before);
    rmSync(folder, { recursive: true });
  });

  const full = existsSync('/dev/full');
  if (!full) console.log('skipped: a full disk: there is no /dev/full');
  it.skipIf(!full)('whose disk is full says so in one line', () => {
    const pipeline = `"$0" "$1" --help > /dev/full`;
    const { stderr, status } = spawnSync('sh', ['-c', pipeline, process.execPath, program], {
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'zh_CN.UTF-8' },
    });
    expect({ stderr, status }).toEqual({ stderr: 'speech-draft: 磁盘已满\n', status: 2 });
  });

  it('whose input is a folder has not read it', () => {
    const pipeline = `"$0" "$1" check - < /`;
    const { stdout, status } = spawnSync('sh', ['-c', pipeline, process.execPath, program], {
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'zh_CN.UTF-8' },
    });
    expect(status).toBe(2);
    expect(stdout).toContain('-: 未读：是文件夹，不是文件\n');
  });

  it('whose reader goes away ends quietly', () => {
    const examples = fileURLToPath(new URL('../../examples', import.meta.url));
    const pipeline = `"$0" "$1" check --format sarif "$2" | head -n 1`;
    const { stdout, stderr, status } = spawnSync('sh', ['-c', pipeline, process.execPath, program, examples], { encoding: 'utf8' });
    expect({ stdout, stderr, status }).toEqual({ stdout: '{\n', stderr: '', status: 0 });
  });
});
