/** The reports, each held against its contract: JSON and SARIF against their schemas, annotations by their grammar. */
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formats } from '../../server/src/cli/reports/index.ts';
import { pieces } from '../../server/src/cli/reports/pieces.ts';
import type { Json } from '../../server/src/cli/reports/pieces.ts';
import { workshop } from '../support/check.ts';
import { encodeAs } from '../support/encode.ts';
import { sarifSchema } from '../support/sarif.ts';

const schema = JSON.parse(readFileSync(new URL('../../docs/schemas/check.schema.json', import.meta.url), 'utf8')) as object;
const { file, call } = workshop();

const passage = '各级各部门要把安全生产责任落到岗位，把隐患排查做到车间，把应急演练抓到班组。';
file('稿 #1, 50%:甲.txt', `同志们：\r\n\r\n完成投资X亿元😀，增长X%。\r\n${passage}\r\n`);
file('b.md', `# 讲话\n\n${passage}\n\n于20XX年X月X日召开，请【领导姓名】讲话，今年  亿元。\n`);
file('c.speech', encodeAs('gb18030', '请审议（待补充）。\n'));
file('d.docx', 'PK\x03\x04');
file('empty.txt', '');
const every = ['.', 'missing.txt'];

/** The faults of a report by a schema. */
function faults(against: object, report: string): unknown {
  const validate = new Ajv2020({ allErrors: true }).compile(against);
  return validate(JSON.parse(report)) ? [] : validate.errors;
}

describe('json', () => {
  it('keeps to docs/schemas/check.schema.json', async () => {
    const { out } = await call(['--format', 'json', ...every]);
    expect(faults(schema, out)).toEqual([]);
    const report = JSON.parse(out) as { files: unknown[]; unread: unknown[]; skipped: unknown[] };
    expect([report.files.length, report.unread.length, report.skipped.length]).toEqual([4, 1, 1]);
  });
  it('with a baseline too', async () => {
    const { out } = await call(['--format', 'json', '--baseline', 'known.json', '--update-baseline', 'b.md']);
    expect(faults(schema, out)).toEqual([]);
    expect((JSON.parse(out) as { known: number }).known).toBeGreaterThan(0);
  });
  it('with the final check too', async () => {
    const { out } = await call(['--format', 'json', '--final', 'b.md']);
    expect(faults(schema, out)).toEqual([]);
    expect(JSON.parse(out)).toMatchObject({ final: { ready: false, drafts: [{ path: 'b.md' }] } });
  });
  it('points at the very words', async () => {
    const { out } = await call(['--format', 'json', 'b.md']);
    const text = readFileSync('b.md', 'utf8');
    const { files } = JSON.parse(out) as { files: { findings: Record<'text' | 'start' | 'end' | 'startLine' | 'startColumn', never>[] }[] };
    for (const { text: words, start, end, startLine, startColumn } of files[0]?.findings ?? []) {
      expect(text.slice(start, end)).toBe(words);
      expect(text.split('\n')[startLine - 1]?.slice(startColumn - 1)).toMatch(
        new RegExp(`^${String(words).replace(/[^\p{L}\p{N}]/gu, '.')}`, 'u'),
      );
    }
  });
  it('comes in pieces as it would in one', () => {
    const value = fc.letrec<{ any: Json }>((tie) => ({
      any: fc.oneof(
        { maxDepth: 4 },
        fc.string(),
        fc.integer(),
        fc.boolean(),
        fc.array(tie('any'), { maxLength: 4 }),
        fc.dictionary(fc.string(), fc.option(tie('any'), { nil: undefined }), { maxKeys: 4, noNullPrototype: true }),
      ),
    })).any;
    fc.assert(
      fc.property(value, (any) => {
        expect([...pieces(any)].join('')).toBe(JSON.stringify(any, null, 2));
      }),
    );
  });
});

describe('sarif', () => {
  it('keeps to the standard', async () => {
    const { out } = await call(['--format', 'sarif', ...every]);
    expect(faults(sarifSchema, out)).toEqual([]);
  });
  it('points into its own tables', async () => {
    const { runs } = JSON.parse((await call(['--format', 'sarif', ...every])).out) as {
      runs: {
        tool: { driver: { rules: { id: string }[] } };
        artifacts: { location: { uri: string } }[];
        results: {
          ruleId: string;
          ruleIndex: number;
          locations: { physicalLocation: { artifactLocation: { uri: string; index: number } } }[];
        }[];
      }[];
    };
    for (const { tool, artifacts, results } of runs) {
      expect(results.length).toBeGreaterThan(5);
      for (const { ruleId, ruleIndex, locations } of results) {
        expect(tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
        const { uri, index } = locations[0]?.physicalLocation.artifactLocation ?? { uri: '', index: -1 };
        expect(artifacts[index]?.location.uri).toBe(uri);
      }
      expect(artifacts.map(({ location }) => decodeURIComponent(location.uri))).toContain('稿 #1, 50%:甲.txt');
    }
  });
  it('knows a finding again when lines have moved', async () => {
    const prints = async (text: string): Promise<string[]> => {
      file('moved.txt', text);
      const { runs } = JSON.parse((await call(['--format', 'sarif', 'moved.txt'])).out) as {
        runs: { results: { partialFingerprints: Record<string, string> }[] }[];
      };
      return runs.flatMap(({ results }) => results.map(({ partialFingerprints }) => partialFingerprints['speechDraft/v1'] ?? ''));
    };
    const before = await prints('完成投资X亿元。\n新建道路X公里。\n');
    expect(new Set(before).size).toBe(before.length);
    expect((await prints('同志们：\n\n新建道路X公里。\n完成投资X亿元。\n')).sort()).toEqual(before.sort());
  });
});

describe('github', () => {
  it('escapes what would end a value', async () => {
    const { out } = await call(['--format', 'github', '稿 #1, 50%:甲.txt']);
    const lines = out.trimEnd().split('\n');
    for (const line of lines.slice(0, -1))
      expect(line).toMatch(
        /^::(?:error|warning|notice) file=[^,:]*%2C 50%25%3A[^,:]*,line=\d+,endLine=\d+,(?:col=\d+,endColumn=\d+,)?title=[\w/-]+::[^\r\n]+$/,
      );
    expect(lines[0]).toBe(
      '::error file=稿 #1%2C 50%25%3A甲.txt,line=3,endLine=3,col=5,endColumn=5,title=placeholder/money::待填：投资 X 亿元（金额）',
    );
    expect(lines[1]).toContain('X%25（百分比）');
    expect(lines.at(-1)).toMatch(/^检查 1 份讲稿/);
  });
  it.skipIf(process.platform === 'win32')('sends no control of the terminal', async () => {
    file('e\u001b[31m\n.txt', '完成投资X亿元。\n');
    const { out } = await call(['--format', 'github', 'e\u001b[31m\n.txt']);
    expect(out).toMatch(/^::error file=e\ufffd\[31m%0A\.txt,/);
    expect(out).not.toMatch(/[^\P{Cc}\n]/u);
  });
  it('has no sum and names nothing that was passed over where it is to be quiet', async () => {
    for (const name of ['a.txt', 'b.docx']) file(`papers/${name}`, '完成投资X亿元。');
    const { out } = await call(['--format', 'github', 'papers']);
    expect(out.split('\n')).toHaveLength(4);
    expect((await call(['--quiet', '--format', 'github', 'papers'])).out.split('\n')).toEqual([out.split('\n')[0], '']);
  });
  it('names what is unread', async () => {
    expect((await call(['--format', 'github', 'missing.txt'])).out).toContain('::error file=missing.txt::未读：文件不存在\n');
  });
});

describe('every format', () => {
  it.each(formats)('%s: the same bytes, whatever the order and number of the arguments', async (format) => {
    const names = ['稿 #1, 50%:甲.txt', 'b.md', 'c.speech', 'missing.txt', 'd.docx'];
    const { out, code } = await call(['--format', format, ...names]);
    expect(await call(['--format', format, ...names.toReversed(), 'b.md', 'missing.txt'])).toMatchObject({ out, code });
  });
  it.each(formats)('%s: the same exit code', async (format) => {
    expect((await call(['--format', format, 'b.md'])).code).toBe(1);
    expect((await call(['--format', format, 'empty.txt'])).code).toBe(0);
    expect((await call(['--format', format, 'b.md', 'missing.txt'])).code).toBe(2);
  });
});
