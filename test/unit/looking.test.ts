/** How drafts are looked at in slices, driven by hand: what is there in part when something else comes is put or taken off. */
import { afterEach, expect, it, vi } from 'vitest';
import { createEchoRules } from '../../server/src/core/echoes/rules.ts';
import { createDesk } from '../../server/src/core/engine/desk.ts';
import type { Desk } from '../../server/src/core/engine/desk.ts';
import { noWords } from '../../server/src/core/words.ts';
import { snapshots } from '../../server/src/documents/store.ts';
import type { Snapshot } from '../../server/src/documents/store.ts';
import { markdownReader } from '../../server/src/markup/markdown.ts';
import { Looking } from '../../server/src/session/looking.ts';
import type { LookingDeps } from '../../server/src/session/looking.ts';
import { defaultSettings } from '../../server/src/settings/parse.ts';

const uri = 'file:///a.txt';
const other = 'file:///b.txt';
const most = 10_000;

it('nothing is kept of a draft that was too long, fitted until a part of it had come, and is too long again', () => {
  const across = createEchoRules(noWords);
  const desk = createDesk({ rules: [], across, words: noWords, onRuleFailure: (rule) => expect.fail(rule) }, defaultSettings.desk);
  const { create } = snapshots(markdownReader, () => most);
  let snapshot: Snapshot | undefined;
  const nothing = (): void => undefined;
  const looking = new Looking({
    desk,
    snapshotOf: () => snapshot,
    most: () => most,
    before: () => [],
    counts: nothing,
    closed: nothing,
    wording: () => ({ pick: () => '' }),
    learning: { want: nothing },
    speaker: { tell: nothing, forget: nothing },
    published: () => ({ publish: nothing, publishSoon: nothing, clear: nothing }),
  } as unknown as LookingDeps);
  const line = '各村要把堰塘清淤排在冬修的头一件，谁家门前的沟谁家领着掏。\n';
  const take = (lines: number, version: number): void => {
    snapshot = create(uri, 'plaintext', version, line.repeat(lines));
  };
  const all = (): void => {
    while (!looking.slice(uri));
    looking.finish(uri);
  };
  take(500, 1);
  all();
  take(200, 2);
  while (!desk.isUnderWay()) looking.slice(uri);
  take(500, 3);
  all();
  expect(looking.unchecked().map((each) => each.uri)).toEqual([uri]);
  expect(desk.isUnderWay()).toBe(false);
  expect(across.report().groups).toEqual([]);
});

afterEach(() => {
  vi.useRealTimers();
});

/** Looking at drafts on a computer that takes so many milliseconds for whatever is asked of the desk. */
function slowly(milliseconds: number, known: boolean): Looking {
  vi.useFakeTimers({ toFake: ['performance'] });
  const { create } = snapshots(markdownReader, () => most);
  const open = new Map([uri, other].map((each) => [each, create(each, 'plaintext', 1, '同志们：\n')]));
  const desk: Pick<Desk, 'prepare' | 'draft'> = {
    prepare: () => {
      vi.advanceTimersByTime(milliseconds);
      return true;
    },
    draft: (each: string) => (known ? open.get(each)?.draft : undefined),
  };
  return new Looking({ desk, snapshotOf: (each: string) => open.get(each) } as unknown as LookingDeps);
}

it.each<[string, number, boolean, readonly string[], readonly boolean[]]>([
  ['a new draft that took long is put in the next turn, however long that takes', 50, false, [uri, uri], [false, true]],
  ['a new draft that took no time is put at once', 0, false, [uri], [true]],
  ['an edited draft is put at once, however long it took', 50, true, [uri], [true]],
  ['two new drafts do not wait for each other', 50, false, [uri, other, uri, other], [false, false, true, true]],
])('%s', (_, milliseconds, known, turns, done) => {
  const looking = slowly(milliseconds, known);
  expect(turns.map((each) => looking.slice(each))).toEqual(done);
});

it('does nothing of what edits left to do while a draft comes or goes in slices', () => {
  vi.useFakeTimers({ toFake: ['performance'] });
  let asked = 0;
  const desk: Pick<Desk, 'isUnderWay' | 'rest'> = {
    isUnderWay: () => true,
    rest: () => {
      asked += 1;
      vi.advanceTimersByTime(1);
      return undefined;
    },
  };
  expect(new Looking({ desk } as unknown as LookingDeps).rest()).toBeUndefined();
  expect(asked).toBe(0);
});
