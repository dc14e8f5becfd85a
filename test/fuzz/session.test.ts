/** Random sessions with fixed seeds, and those that once failed. `npm run fuzz` plays others for as long as one likes. */
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { play } from './play.ts';
import { stepsOf } from './steps.ts';
import type { Step } from './steps.ts';

const snippets = fileURLToPath(new URL('../../snippets', import.meta.url));
const open = (text: string, name = '甲.txt'): Step => ({ do: 'open', name, language: 'plaintext', text });
const check: Step = { do: 'check' };

describe('a random session', () => {
  it.each([11, 12, 14, 15])('with seed %i goes on without a fault and always like a fresh start', async (seed) => {
    expect(await play(stepsOf(seed, 500, 170), snippets)).toBeUndefined();
  });
});

describe('a session that once failed', () => {
  const sentence = '我们要以更实的作风、更硬的举措，把群众的事一件一件办好。';
  it.each<[name: string, steps: readonly Step[]]>([
    ['a repeated sentence behind an emoji began inside it', [open(`同志们：\n👧${sentence}\n先说这些。\n👧${sentence}\n`), check]],
  ])('%s', async (_, steps) => {
    expect(await play(steps, snippets)).toBeUndefined();
  });
});
