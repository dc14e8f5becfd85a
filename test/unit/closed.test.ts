/** A draft that was closed is held by nobody: when garbage is collected it is gone, whatever was typed in it. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import type { Desk } from '../../server/src/core/engine/desk.ts';
import { createDraft, editDraft } from '../../server/src/core/text/draft.ts';
import type { Draft } from '../../server/src/core/text/draft.ts';
import { noWords } from '../../server/src/core/words.ts';
import { makeDesk } from '../bench/desk/make.ts';
import { draftText, randomFrom, stockOf } from '../bench/echoes/texts.ts';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** How many are still there when garbage has been collected, a turn of the event loop later. */
async function leftOf(held: readonly WeakRef<object>[]): Promise<number> {
  await new Promise((done) => setImmediate(done));
  collect();
  return held.filter((one) => one.deref() !== undefined).length;
}

const random = randomFrom(31);
const stock = stockOf(20, random);
const textOf = (): string => draftText(2_000, 0.7, stock, random);
const open = (uri: string): Draft => createDraft({ uri, version: 1, format: 'plain', text: textOf() });

/** Types in a draft and asks what is found after each keystroke; gives what would hold a version of it. */
function type(desk: Desk, uri: string, put: 'put' | 'edit'): WeakRef<object>[] {
  const held: WeakRef<object>[] = [];
  for (let step = 0; step < 40; step += 1) {
    const draft = desk.draft(uri) as Draft;
    const start = Math.floor(random() * draft.text.length);
    const next = editDraft(draft, step + 2, [{ start, end: start, text: ['和', '。', '\n', stock[step % 20] ?? ''][step % 4] ?? '' }]);
    held.push(new WeakRef(next), ...next.paragraphs.map((paragraph) => new WeakRef(paragraph)));
    desk[put](next);
    desk.findings(uri);
    desk.findings('file:///stays.txt');
  }
  return held;
}

describe('a draft that was closed', () => {
  it.each(['put', 'edit'] as const)('is gone, and so is what was typed in it (%s)', async (how) => {
    const desk = makeDesk(noWords);
    desk.put(open('file:///stays.txt'));
    const held: WeakRef<object>[] = [];
    for (let round = 0; round < 3; round += 1) {
      const uri = `file:///goes-${String(round)}.txt`;
      desk.put(open(uri));
      held.push(...type(desk, uri, how));
      desk.remove(uri);
      desk.findings('file:///stays.txt');
    }
    expect(held.length).toBeGreaterThan(1_000);
    expect(await leftOf(held)).toBe(0);
    expect(desk.findings('file:///stays.txt').length).toBeGreaterThan(0);
  });
});
