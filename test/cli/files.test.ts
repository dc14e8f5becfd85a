/** Every kind of file that a person may hand over, and what comes of it. docs/files.md is held against these rows. */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { collect } from '../../server/src/cli/collect.ts';
import { readDraft } from '../../server/src/cli/read.ts';
import type { EncodingWish } from '../../server/src/files/decode.ts';
import { encodeAs } from '../support/encode.ts';

const folder = mkdtempSync(join(tmpdir(), 'speech-draft-files-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const speech = '同志们：\n今年以来，全县上下真抓实干，完成投资X亿元，增长X%。\n下一步，要把各项工作抓实抓好。\n';
const place = (name: string): string => join(folder, name);
const file = (name: string, content: string | Uint8Array): string => {
  writeFileSync(place(name), content);
  return place(name);
};
const gbk = (text: string): Uint8Array => encodeAs('gb18030', text);
const utf16 = (text: string, order: 'le' | 'be'): Buffer => {
  const bytes = Buffer.from(text, 'utf16le');
  return order === 'le' ? bytes : bytes.swap16();
};

/** What comes of a path, as docs/files.md says it. */
function outcome(path: string, wish: EncodingWish = 'auto'): string {
  const { paths, unread, skipped } = collect([path]);
  const told = (what: string, list: typeof unread): string[] => list.map(({ reason }) => `${what}：${reason.zh}`);
  return [
    ...paths.map((found) => {
      const read = readDraft(found, wish, 5_000_000);
      return 'text' in read ? `检查，\`${read.encoding}\`` : `未读：${read.reason.zh}`;
    }),
    ...told('未读', unread),
    ...told('略过', skipped),
  ].join('；');
}

interface Row {
  /** As it stands in the table of the page. */
  readonly name: string;
  readonly make: () => string;
  readonly wish?: EncodingWish;
}

const rows: readonly Row[] = [
  { name: 'UTF-8，无 BOM', make: () => file('utf8.txt', speech) },
  { name: 'UTF-8，有 BOM', make: () => file('bom.txt', `\ufeff${speech}`) },
  { name: 'UTF-16 LE，有 BOM', make: () => file('le-bom.txt', utf16(`\ufeff${speech}`, 'le')) },
  { name: 'UTF-16 BE，有 BOM', make: () => file('be-bom.txt', utf16(`\ufeff${speech}`, 'be')) },
  { name: 'UTF-16 LE，无 BOM', make: () => file('le.txt', utf16(speech, 'le')) },
  { name: 'UTF-16 BE，无 BOM', make: () => file('be.txt', utf16(speech, 'be')) },
  {
    name: 'UTF-32，有 BOM',
    make: () => file('utf32.txt', Buffer.from(Uint32Array.from(`\ufeff${speech}`, (char) => char.codePointAt(0) ?? 0).buffer)),
  },
  { name: 'GBK / GB18030', make: () => file('gbk.txt', gbk(speech)) },
  { name: 'GB18030，有 BOM', make: () => file('gb-bom.txt', gbk(`\ufeff${speech}`)) },
  { name: 'GB18030，有四个字节的生僻字：`邓𬱖`', make: () => file('rare.txt', gbk('请邓𬱖同志、王𠮷同志发言。')) },
  { name: 'GBK，满是生僻字：`淼垚喆堃`', make: () => file('names.txt', gbk('会议邀请淼垚、喆堃、瑢瑀、翀骉同志发言。')) },
  { name: 'GBK，只有几个字：`联通工作`', make: () => file('short.txt', gbk('联通工作')) },
  { name: 'GBK，短到与 UTF-8 分不清：`一一`', make: () => file('one.txt', gbk('一一')) },
  { name: '同上，`--encoding gb18030`', make: () => file('one.txt', gbk('一一')), wish: 'gb18030' },
  { name: '纯 ASCII', make: () => file('ascii.txt', 'X%\n') },
  { name: 'UTF-8，换行 CR LF', make: () => file('crlf.txt', speech.replaceAll('\n', '\r\n')) },
  { name: 'UTF-8，换行 CR', make: () => file('cr.txt', speech.replaceAll('\n', '\r')) },
  { name: '空文件', make: () => file('empty.txt', '') },
  { name: '只有 BOM', make: () => file('only-bom.txt', '\ufeff') },
  { name: 'UTF-8，截断在字的中间', make: () => file('cut.txt', Buffer.from(speech.trimEnd()).subarray(0, -1)) },
  { name: 'UTF-8，第 2 行坏了一个字节', make: () => file('broken.txt', Buffer.from(speech).fill(0xff, 30, 31)) },
  { name: 'GBK，截断在字的中间', make: () => file('gb-cut.txt', gbk(speech.trimEnd()).subarray(0, -1)) },
  { name: 'UTF-8 里混入一行 GBK', make: () => file('mixed.txt', Buffer.concat([Buffer.from(speech), gbk('请予审议。\n')])) },
  { name: 'GBK 里混入一行 UTF-8', make: () => file('mixed-gb.txt', Buffer.concat([gbk(speech), Buffer.from('第三产业发展\n')])) },
  { name: 'UTF-16，字节数为奇数', make: () => file('odd.txt', utf16(`\ufeff${speech}`, 'le').subarray(0, -1)) },
  { name: 'Big5（繁体）', make: () => file('big5.txt', encodeAs('big5', '今年以來，全縣上下認真貫徹落實決策部署，完成投資X億元。')) },
  {
    name: '日文 Shift_JIS',
    make: () => file('sjis.txt', encodeAs('shift_jis', '本日はお忙しいところお集まりいただき、ありがとうございます。')),
  },
  {
    name: '韩文 EUC-KR',
    make: () => file('euckr.txt', encodeAs('euc-kr', '올해 우리 군은 투자 유치에 큰 성과를 거두었습니다. 여러분 감사합니다.')),
  },
  { name: '西文 Windows-1252', make: () => file('latin.txt', Buffer.from('Mesdames et messieurs, cette année à l’école', 'latin1')) },
  { name: 'UTF-8 文件，`--encoding gb18030`', make: () => file('forced.txt', speech), wish: 'gb18030' },
  { name: 'GBK 文件，`--encoding utf-8`', make: () => file('forced-gb.txt', gbk(speech)), wish: 'utf-8' },
  { name: 'UTF-16 BE 无 BOM，`--encoding utf-16`', make: () => file('forced-be.txt', utf16(speech, 'be')), wish: 'utf-16' },
  { name: '含空字符的二进制文件', make: () => file('binary.txt', Buffer.from([0x41, 0, 0x42, 0xff, 0])) },
  { name: 'Word 文档改名为 .txt', make: () => file('renamed.txt', Buffer.from('PK\x03\x04\x14\0\x06\0', 'latin1')) },
  { name: '旧版 Word 文档', make: () => file('old.doc', Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'latin1')) },
  { name: 'PDF', make: () => file('a.pdf', '%PDF-1.7\n%\n') },
  { name: '文件夹里的 .docx（旁边有一份讲稿）', make: () => inFolder('documents', 'a.docx', 'b.txt') },
  { name: '没有讲稿的文件夹', make: () => inFolder('pictures', 'a.png') },
  { name: '50 MB，超过 500 万字符', make: () => file('long.txt', Buffer.alloc(50_000_004, '字句章节')) },
  { name: '超过 200 MB', make: () => sparse('huge.txt', 200_000_001) },
  { name: '名字有空格、汉字、表情：`讲话 稿😀.txt`', make: () => file('讲话 稿😀.txt', speech) },
  { name: '文件不存在', make: () => place('nowhere.txt') },
  { name: '指向自己的符号链接', make: () => link('loop.txt', 'loop.txt') },
  { name: '指向空处的符号链接', make: () => link('dangling.txt', 'gone.txt') },
  { name: '有符号链接指回上级的文件夹', make: () => circle() },
  { name: '管道（FIFO）', make: () => pipe() },
  { name: '设备', make: () => '/dev/null' },
];

function inFolder(name: string, ...inside: string[]): string {
  mkdirSync(place(name), { recursive: true });
  for (const one of inside) file(`${name}/${one}`, speech);
  return place(name);
}
function sparse(name: string, size: number): string {
  const path = file(name, '');
  spawnSync('truncate', ['-s', String(size), path]);
  return path;
}
function link(name: string, to: string): string {
  symlinkSync(to, place(name));
  return place(name);
}
function circle(): string {
  mkdirSync(place('circle/inner'), { recursive: true });
  file('circle/inner/a.txt', speech);
  symlinkSync('..', place('circle/inner/up'));
  return place('circle');
}
function pipe(): string {
  spawnSync('mkfifo', [place('pipe.txt')]);
  return place('pipe.txt');
}

/** The rows of the table in the page: what is handed over, and what comes of it. */
const page = readFileSync(new URL('../../docs/files.md', import.meta.url), 'utf8');
const documented = new Map(
  [...page.matchAll(/^\| (.+?) \| ((?:检查|未读|略过).*?) \|$/gm)].map(([, name = '', result = '']) => [name, result] as const),
);

describe('docs/files.md', () => {
  const posix = process.platform !== 'win32';
  if (!posix) console.log('skipped: rows of links, pipes and devices: there are none on Windows');
  it.skipIf(!posix).each(rows.map((row) => [row.name, row] as const))('%s', (name, { make, wish }) => {
    expect(outcome(make(), wish)).toBe(documented.get(name));
  });
  it('has a test for every row', () => {
    expect([...documented.keys()].filter((name) => name !== permission)).toEqual(rows.map(({ name }) => name));
  });
});

const permission = '没有读取权限';
const program = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

/** A person who may not read everything: the one who runs the tests, or nobody where that is the superuser. */
const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
const reaches = process.platform !== 'win32' && spawnSync(process.execPath, [program, '--version'], nobody).status === 0;
if (!reaches) console.log(`skipped: “${permission}”: nobody but the superuser can run the program here`);
it.skipIf(!reaches)(permission, () => {
  const path = file('secret.txt', speech);
  chmodSync(folder, 0o755);
  chmodSync(path, 0);
  const { stdout, status } = spawnSync(process.execPath, [program, 'check', '--format', 'json', '--lang', 'zh', path], {
    encoding: 'utf8',
    ...nobody,
  });
  const { files, unread } = JSON.parse(stdout) as { files: unknown[]; unread: { reason: string }[] };
  expect({ status, files }).toEqual({ status: 2, files: [] });
  expect(unread.map(({ reason }) => `未读：${reason}`)).toEqual([documented.get(permission)]);
});

it.skipIf(!reaches)('a pattern looks into no folder that it cannot lead into', () => {
  for (const name of ['a', 'c']) {
    mkdirSync(join(folder, 'shut', name), { recursive: true });
    file(`shut/${name}/b.txt`, '');
  }
  chmodSync(folder, 0o755);
  chmodSync(join(folder, 'shut/c'), 0);
  const unread = (pattern: string): unknown => {
    const call = [program, 'check', '--format', 'json', '--lang', 'zh', pattern];
    const { stdout } = spawnSync(process.execPath, call, { encoding: 'utf8', cwd: folder, ...nobody });
    return (JSON.parse(stdout) as { unread: unknown }).unread;
  };
  expect(unread('shut/a*/*.txt')).toEqual([]);
  expect(unread('shut/*/*.txt')).toEqual([{ path: 'shut/c', reason: permission }]);
  chmodSync(join(folder, 'shut/c'), 0o755);
});
