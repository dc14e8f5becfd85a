/** Looking at many drafts in a thread beside: the same findings as without it, the settings of the folder with them, and no end in silence. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { lookAlone } from '../../server/src/cli/alone.ts';
import { isWorthAThread, lookAside } from '../../server/src/cli/aside.ts';
import { readArguments } from '../../server/src/cli/arguments.ts';
import { readBeside } from '../../server/src/cli/beside.ts';
import { notEnding } from '../../server/src/words/ending.ts';
import { Segmenter } from '../../server/src/words/segmenter.ts';

const home = fileURLToPath(new URL('../../dist/', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'speech-draft-aside-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const silent = { say: () => undefined, progress: () => undefined };

const drafts: Readonly<Record<string, string>> = {
  'a.txt': '同志们：\n全县完成投资X亿元，同比增长XX.X%。〔待商〕\n一是抓项目。三是抓落实。\n',
  'b.txt': '# 工作报告\n2025年全县地区生产总值105.6亿元，我们我们要继续努力。\n某同志主持会议。\n',
  'c.md': '# 讲话\n\n2025年全县地区生产总值150.6亿元，增长**X**%。\n',
  'd.txt': '',
};
mkdirSync(join(folder, '.vscode'));
writeFileSync(
  join(folder, '.vscode', 'settings.json'),
  JSON.stringify({ 'speechDraft.placeholder.patterns': ['〔待商〕'], 'speechDraft.placeholder.caution': 'strict' }),
);
const files = Object.entries(drafts).map(([name, text]) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return { path, text };
});
const named = files.map(({ path }) => path);
const ending = notEnding();
const { options } = readArguments(['check', ...named]);

describe('a thread beside', () => {
  it('finds what one thread finds', async () => {
    const words = new Segmenter(home, () => undefined);
    const beside = await readBeside(named, options, () => undefined);
    const here = await lookAlone(files, beside, words, silent);
    const progress: string[] = [];
    const there = await lookAside(
      { call: { home, options, ending }, named, files },
      { ...silent, progress: (stage, done, total) => void progress.push(`${stage} ${done}/${total}`) },
    );
    await words.stop();
    const bare = ({ found, ruleFailed }: typeof here) => ({
      ruleFailed,
      found: found.map(({ own, figures }) => [own, figures].map((list) => list.map((finding) => ({ ...finding, detail: undefined })))),
    });
    expect(bare(there)).toEqual(bare(here));
    const all = there.found.map(({ own, figures }) => [...own, ...figures].map(({ rule, kind }) => `${rule} ${kind}`));
    expect(all[0]).toEqual(expect.arrayContaining(['placeholder money', 'placeholder content', 'numbering gap']));
    expect(all[1]).toContain('figure conflict');
    expect(progress).toContain('look 4/4');
  });

  it('that fails is no clean report', async () => {
    const lost = lookAside({ call: { home: join(folder, 'nowhere'), options, ending }, named, files }, silent);
    await expect(lost).rejects.toThrow();
  });

  it('is made for much text', () => {
    expect(isWorthAThread(files)).toBe(false);
  });
});
