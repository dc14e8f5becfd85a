/** Owns the proof that the bench can be trusted: its page says what it knows, a group that hangs is ended, repeats are counted right. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { goalShown, groups } from '../bench/catalogue.mjs';
import { runGroup } from '../bench/group.mjs';
import { metBy, renewed, said, tablesOf } from '../bench/page.mjs';
import { marksOfCpd, marksOfJscpd, marksOfOurs, spaced } from '../bench/peers/read.mjs';
import { exactRepeats, fewest, foundOf } from '../bench/peers/truth.mjs';

const root = join(import.meta.dirname, '../..');
const page = readFileSync(join(root, 'docs/performance.md'), 'utf8');
const scratch = mkdtempSync(join(tmpdir(), 'bench-'));
afterAll(() => {
  rmSync(scratch, { recursive: true });
});

describe('docs/performance.md', () => {
  const tables = tablesOf(page);
  it('has a table for every group and no other', () => {
    expect([...tables.keys()].sort()).toEqual(groups.map(({ name }) => name).sort());
  });
  it.each(groups.map((group) => [group.name, group] as const))('%s: its rows, their goals and verdicts', (name, { rows }) => {
    const lines = tables.get(name) ?? [];
    expect(lines.map(({ what, goal }) => [what, goal])).toEqual(rows.map((row) => [row.what, goalShown(row)]));
    expect(lines.map(({ met }) => met)).toEqual(rows.map((row, index) => said(metBy(row, lines[index]?.measured ?? ''))));
  });
  it('names the versions of the programs that it compares with', () => {
    const { dependencies } = JSON.parse(readFileSync(join(root, 'test/bench/peers/package.json'), 'utf8')) as {
      dependencies: Record<string, string>;
    };
    for (const name of ['jscpd', 'autocorrect-node', 'zhlint']) expect(page).toContain(dependencies[name]);
  });
  it('keeps what is not measured, renews what is, and drops rows that nobody knows', () => {
    const [first, second] = groups.filter(({ rows }) => rows.length > 1);
    const [row] = first?.rows ?? [];
    if (!first || !second || !row) throw new Error('no group has two rows');
    const stale = page.replace(
      `<!-- bench: ${first.name} -->\n\n`,
      (mark) => `${mark}| a | b | c | d |\n|---|---|---|---|\n| gone | 1 | — | |\n`,
    );
    const outcome = { what: row.what, goal: goalShown(row), shown: '12345 ×', measured: true, met: false };
    const reason = { ...outcome, what: first.rows[1]?.what ?? '', shown: 'not measured', measured: false, met: undefined };
    const next = tablesOf(renewed(stale, new Map([[first.name, [outcome, reason]]])));
    expect(next.get(first.name)?.map(({ what }) => what)).toEqual(first.rows.map(({ what }) => what));
    expect(next.get(first.name)?.[0]).toMatchObject({ measured: '12345 ×', met: '否 no' });
    expect(next.get(first.name)?.[1]?.measured).not.toBe('not measured');
    expect(next.get(second.name)).toEqual(tables.get(second.name));
    const bare = '<!-- bench: mix -->\n\nText.\n';
    expect(tablesOf(`${renewed(page.replace(/(<!-- bench: mix -->\n\n)(?:\|.*\n)+/, bare), new Map())}`).get('mix')).toHaveLength(
      groups.find(({ name }) => name === 'mix')?.rows.length ?? 0,
    );
  });
});

describe('a group', () => {
  it.each(groups.map(({ name }) => name))('%s has what measures it', (name) => {
    expect(existsSync(join(root, `test/bench/measure/${name}.mjs`))).toBe(true);
  });

  const run = async (body: string, bound: number): Promise<{ shown: string[]; said: string[] }> => {
    const file = join(scratch, 'measure.mjs');
    writeFileSync(file, `import { spawn } from 'node:child_process';\nexport async function measure(report) {\n${body}\n}\n`);
    const rows = ['one', 'two'].map((id) => ({ id, what: id, unit: '×' as const, most: 2 }));
    const lines: string[] = [];
    const teller = { said: (line: string) => void lines.push(line), waiting: () => undefined, row: () => undefined };
    const outcomes = await runGroup({ name: 'test', minutes: 0, bound, rows }, teller, pathToFileURL(file));
    return { shown: outcomes.map(({ shown, met }) => `${shown} ${String(met)}`), said: lines };
  };

  it('that ends has its rows', async () => {
    expect((await run(`report.row('two', 3, 'why'); report.bound('one', 1, '')`, 1)).shown).toEqual([
      '< 1.00 × true',
      '3.00 × (why) false',
    ]);
  });
  it('whose phase does not end loses the rows that are left', async () => {
    const { shown } = await run(`report.row('one', 1); await report.phase('a door', 0.01, () => new Promise(() => undefined));`, 1);
    expect(shown).toEqual(['1.00 × true', '未测 not measured: not ended within 0.01 s: a door undefined']);
  });
  it('that breaks says why', async () => {
    expect((await run(`throw new TypeError('no stairs')`, 1)).shown[0]).toContain('no stairs');
  });
  it('that does not end is ended, and what it started and wrote is gone', async () => {
    const body = `const child = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)'], { stdio: 'ignore' });
      report.say(String(child.pid)); report.say(process.env.TMPDIR); await new Promise((done) => setTimeout(done, 5)); for (;;);`;
    let ended = await run(body, 0.05);
    // A busy machine may not have started it by then.
    if (ended.said.length < 2) ended = await run(body, 0.7);
    const [pid = '', folder = ''] = ended.said;
    expect(ended.shown[0]).toContain('not measured: not ended within');
    expect(new Set(ended.shown).size).toBe(1);
    expect(folder).not.toBe('');
    expect(existsSync(folder)).toBe(false);
    await vi.waitFor(() => {
      expect(() => process.kill(Number(pid), 0)).toThrow('ESRCH');
    }, 10_000);
  });
});

describe('repeats', () => {
  /** The same by comparing every place with every other. */
  function plain(texts: readonly string[]): string[] {
    const lines = texts.flatMap((text, file) =>
      [...text.matchAll(/[^\n]+/g)].map((match) => ({ file, start: match.index, text: match[0] })),
    );
    const places = lines.flatMap((line) => Array.from({ length: line.text.length }, (_, at) => ({ line, at })));
    const spans: { file: number; start: number; end: number }[] = [];
    for (const one of places) {
      let longest = 0;
      for (const other of places) {
        if (one === other) continue;
        let same = 0;
        while (one.at + same < one.line.text.length && one.line.text[one.at + same] === other.line.text[other.at + same]) same += 1;
        longest = Math.max(longest, same);
      }
      const start = one.line.start + one.at;
      if (longest >= fewest) spans.push({ file: one.line.file, start, end: start + longest });
    }
    return spans
      .filter((span, index) => !(spans[index - 1]?.file === span.file && (spans[index - 1]?.end ?? 0) >= span.end))
      .map(({ file, start, end }) => `${String(file)} ${String(start)} ${String(end)}`);
  }
  const stock = ['要把防汛备汛作为当前头等大事', '逐村逐户排查隐患一个不漏', '修', '路', '\n', '各镇街对照清单一项一项过'];

  it('are those that comparing every place with every other finds', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.constantFrom(...stock), { maxLength: 8 }), { maxLength: 3 }), (made) => {
        const texts = made.map((parts) => parts.join(''));
        expect(exactRepeats(texts).map(({ file, start, end }) => `${String(file)} ${String(start)} ${String(end)}`)).toEqual(plain(texts));
      }),
    );
  });
  it('do not count the punctuation at their ends, nor run over lines', () => {
    const texts = ['甲。要把防汛备汛作为头等大事，\n乙', '丙。要把防汛备汛作为头等大事，丁', '要把防汛备汛\n作为头等大事'];
    expect(exactRepeats(texts).map(({ file, start, end }) => texts[file]?.slice(start, end))).toEqual(
      Array(2).fill('要把防汛备汛作为头等大事'),
    );
  });
  it('are found as far as they are marked', () => {
    const texts = ['要把防汛备汛作为当前头等大事，修路', '要把防汛备汛作为当前头等大事，造林'];
    const truth = exactRepeats(texts);
    const marks = (...lengths: number[]) => lengths.map((length, file) => ({ file, start: 14 - length, end: 14 }));
    expect(foundOf(texts, truth, marks(14, 14))).toEqual({ pointedAt: 1, characters: 1, whole: 1 });
    expect(foundOf(texts, truth, marks(14, 12))).toEqual({ pointedAt: 1, characters: 26 / 28, whole: 0.5 });
    expect(foundOf(texts, truth, marks(11, 0))).toEqual({ pointedAt: 0, characters: 11 / 28, whole: 0 });
  });
});

describe('reports', () => {
  const texts = ['修路𠮷，要把防汛备汛作为头等大事。\n好', '好\n要把防汛备汛作为头等大事。'];
  const names = ['a.txt', 'b.txt'];
  const repeat = '要把防汛备汛作为头等大事。';
  const shown = (spans: readonly { file: number; start: number; end: number }[]) =>
    spans.map(({ file, start, end }) => `${String(file)} ${texts[file]?.slice(start, end) ?? ''}`);
  const expected = [`0 ${repeat}`, `1 ${repeat}`];

  it.each([false, true])('of jscpd are read, blanks between: %s', (isSpaced) => {
    const at = (text: string, name: string) => {
      const [before = ''] = text.split(repeat);
      const bytes = (part: string) => Buffer.byteLength(isSpaced ? spaced(part) : part);
      return { name, startLoc: { position: bytes(before) }, endLoc: { position: bytes(before + repeat) - (isSpaced ? 1 : 0) } };
    };
    const report = { duplicates: [{ firstFile: at(texts[0] ?? '', 'x/a.txt'), secondFile: at(texts[1] ?? '', 'b.txt') }] };
    expect(shown(marksOfJscpd(JSON.stringify(report), names, texts, isSpaced))).toEqual(expected);
  });
  it('of PMD CPD are read', () => {
    expect(shown(marksOfCpd('1\t6\t1\t19\t/x/a.txt\n2\t1\t2\t14\t/x/b.txt\n', names, texts))).toEqual(expected);
  });
  it('of ours are read', () => {
    const finding = { rule: 'repeated-passage', start: 5, end: 18, related: [{ path: 'x/b.txt', start: 2, end: 15 }] };
    const report = { files: [{ path: 'x/a.txt', findings: [finding, { rule: 'placeholder', start: 0, end: 2, related: [] }] }] };
    expect(shown(marksOfOurs(JSON.stringify(report), names))).toEqual(expected);
  });
});
