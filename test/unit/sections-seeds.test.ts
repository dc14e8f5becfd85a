/** The outline of real speeches, read in place: how many sections stand at each depth, never their words. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createDraft } from '../../server/src/core/text/draft.ts';
import { outlineOf } from '../../server/src/core/text/sections/index.ts';
import type { Section } from '../../server/src/core/text/sections/index.ts';

const seeds = join(import.meta.dirname, '../../../shared/seeds');

/** By the number in the file's name: speeches, then headings at each depth. */
const shapes: Readonly<Record<string, readonly number[]>> = {
  '01': [1, 1, 3],
  '02': [1, 8],
  '03': [1, 3, 4],
  '04': [1],
  '05': [1, 6, 17],
};

function headings(sections: readonly Section[], depth: number, counts: number[]): number[] {
  for (const section of sections.filter(({ kind }) => kind === 'heading')) {
    counts[depth] = (counts[depth] ?? 0) + 1;
    headings(section.children, depth + 1, counts);
  }
  return counts;
}

if (!existsSync(seeds)) {
  it.skip(`no seeds at ${seeds}`, () => undefined);
  console.warn('skipped: the seeds are not on this machine');
} else {
  it.each(Object.entries(shapes))('speech %s has its shape', (number, shape) => {
    const file = readdirSync(seeds).find((name) => name.startsWith(number)) ?? '';
    const text = readFileSync(join(seeds, file), 'utf8');
    const { speeches } = outlineOf(createDraft({ uri: 'test:seed', version: 1, format: 'plain', text }));
    expect([
      speeches.length,
      ...headings(
        speeches.flatMap(({ sections }) => sections),
        0,
        [],
      ),
    ]).toEqual(shape);
  });
}
