/** How quiet the numbering rule is: clean speeches of our own, and the seeds where they are at hand. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { numbering } from '../../../server/src/core/rules/numbering/index.ts';
import { check, draftOf, findingsIn } from './check.ts';

const here = import.meta.dirname;
const seeds = join(here, '../../../../shared/seeds');

describe('clean speeches', () => {
  // Those without rows of numbers stand apart, because nothing can be planted in them.
  const files = ['clean', 'rowless'].flatMap((folder) => readdirSync(join(here, folder)).map((file) => `${folder}/${file}`));
  it('are at hand', () => {
    expect(files.length).toBeGreaterThanOrEqual(39);
  });
  it.each(files)('%s', (file) => {
    const text = readFileSync(join(here, file), 'utf8');
    const findings = findingsIn(draftOf(text, file.endsWith('.md') ? 'markdown' : 'plain'));
    expect(findings.map((item) => `${item.message.id} ${text.slice(item.start, item.end)}`)).toEqual([]);
  });
});

/** By the number in the file's name: message and length of the marked text of each true slip. */
const slips: Readonly<Record<string, readonly string[]>> = {
  '01': ['count 4', 'cutOff 6'],
  '02': ['marks 2', 'marks 3', 'marks 3'],
  '03': ['quote 1', 'count 4'],
  '04': [],
  '05': [],
};

describe('seeds', () => {
  if (!existsSync(seeds)) {
    it.skip(`no seeds at ${seeds}`, () => undefined);
    console.warn('skipped: the seeds are not on this machine');
    return;
  }
  it.each(Object.keys(slips))('%s has its true slips and no others', (number) => {
    const file = readdirSync(seeds).find((name) => name.startsWith(number));
    expect(file).toBeDefined();
    const findings = findingsIn(draftOf(readFileSync(join(seeds, file ?? ''), 'utf8')));
    expect(findings.map((item) => `${item.message.id} ${String(item.end - item.start)}`)).toEqual(slips[number]);
  });
});

describe('examples of the rule', () => {
  it.each(numbering.meta.examples.map(({ bad, good }) => [bad, good] as const))('%s', (bad, good) => {
    const marked = bad.replace(
      /⟦([^⟧]*)⟧/gu,
      (_whole, token: string) => `⟦${token}|${findingsIn(draftOf(bad.replace(/[⟦⟧]/gu, '')))[0]?.kind ?? ''}⟧`,
    );
    check(marked);
    check(good);
  });
});
