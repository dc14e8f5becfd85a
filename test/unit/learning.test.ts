/** When the words of drafts are asked for: never in a run of keystrokes, once in the pause behind it. Counted, not timed. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Desk } from '../../server/src/core/engine/desk.ts';
import type { Snapshot } from '../../server/src/documents/store.ts';
import { Learning } from '../../server/src/session/learning.ts';

const pause = 150;
const patience = 1000;
const [a, b] = ['file:///a.txt', 'file:///b.txt'];

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

interface Made {
  readonly learning: Learning;
  /** The drafts that the desk looked at again, in order. */
  readonly learnt: string[];
  /** How often the words were asked. */
  readonly asked: () => number;
  readonly published: () => number;
  /** A version of a draft with words that nobody knows yet. */
  readonly type: (uri: string, isNew?: boolean) => void;
  /** Closes a draft. */
  readonly close: (uri: string) => void;
  /** While set, the words do not come, or what edits left to do is not done. */
  readonly words: { gate: Promise<void> | undefined };
  readonly edits: { gate: Promise<void> | undefined };
}

function make(): Made {
  const versions = new Map<string, number>();
  const unknown = new Map<string, string[]>();
  const learnt: string[] = [];
  const words: Made['words'] = { gate: undefined };
  const edits: Made['edits'] = { gate: undefined };
  let [asked, published] = [0, 0];
  const desk = {
    wants: (uri: string) => unknown.get(uri) ?? [],
    learn: ([uri = '']: string[]) => {
      learnt.push(uri);
      unknown.delete(uri);
      return new Set([uri]);
    },
  };
  const learning = new Learning({
    desk: desk as unknown as Desk,
    words: {
      ask: async () => {
        asked += 1;
        await words.gate;
      },
    },
    snapshotOf: (uri) => (versions.has(uri) ? ({ uri, version: versions.get(uri), draft: {} } as Snapshot) : undefined),
    published: () => ({
      publishSoon: () => (published += 1),
      settled: async () => edits.gate,
    }),
  });
  return {
    learning,
    learnt,
    asked: () => asked,
    published: () => published,
    type: (uri, isNew = false) => {
      const version = (versions.get(uri) ?? 0) + 1;
      versions.set(uri, version);
      unknown.set(uri, [`第${version}版`]);
      learning.want(uri, isNew);
    },
    close: (uri) => void versions.delete(uri),
    words,
    edits,
  };
}

describe('the words of a draft', () => {
  it('are learnt at once when it is opened and nothing else goes on', async () => {
    const { type, learnt } = make();
    type(a, true);
    await vi.advanceTimersByTimeAsync(1);
    expect(learnt).toEqual([a]);
  });

  it('are learnt once behind a run of keystrokes, and published once', async () => {
    const { type, learnt, asked, published } = make();
    for (let key = 0; key < 40; key += 1) {
      type(a);
      await vi.advanceTimersByTimeAsync(20);
    }
    expect({ learnt, asked: asked() }).toEqual({ learnt: [], asked: 0 });
    await vi.advanceTimersByTimeAsync(pause);
    expect({ learnt, asked: asked(), published: published() }).toEqual({ learnt: [a], asked: 1, published: 1 });
    await vi.advanceTimersByTimeAsync(2 * patience);
    expect(learnt).toEqual([a]);
  });

  it('are learnt from time to time in a run that does not end', async () => {
    const { type, learnt } = make();
    for (let key = 0; key < 250; key += 1) {
      type(a);
      await vi.advanceTimersByTimeAsync(20);
    }
    expect(learnt.length).toBeGreaterThanOrEqual(3);
    expect(learnt.length).toBeLessThanOrEqual(5);
  });

  it('are dropped when the draft has moved on before they came, and come with the version behind it', async () => {
    const { type, learnt, asked, words } = make();
    let open = (): void => undefined;
    words.gate = new Promise((resolve) => (open = resolve));
    type(a);
    await vi.advanceTimersByTimeAsync(pause);
    expect(asked()).toBe(1);
    type(a);
    words.gate = undefined;
    open();
    await vi.advanceTimersByTimeAsync(pause - 1);
    expect(learnt).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(learnt).toEqual([a]);
  });

  it('give way to a keystroke between two drafts', async () => {
    const { type, learnt, words } = make();
    let open = (): void => undefined;
    words.gate = new Promise((resolve) => (open = resolve));
    type(a);
    type(b);
    await vi.advanceTimersByTimeAsync(pause);
    type(b);
    words.gate = undefined;
    open();
    await vi.advanceTimersByTimeAsync(pause - 1);
    expect(learnt).toEqual([a]);
    await vi.advanceTimersByTimeAsync(1);
    expect(learnt).toEqual([a, b]);
  });

  it('wait until what edits left to do between other drafts is done', async () => {
    const { type, edits, learnt } = make();
    let open = (): void => undefined;
    edits.gate = new Promise((resolve) => (open = resolve));
    type(a, true);
    await vi.advanceTimersByTimeAsync(patience);
    expect(learnt).toEqual([]);
    open();
    await vi.advanceTimersByTimeAsync(pause);
    expect(learnt).toEqual([a]);
  });

  it.each<[string, (made: Made) => void]>([
    ['when the draft is closed', ({ close }) => void close(a)],
    ['when the draft has moved on', ({ type }) => void type(a)],
    ['at the end', ({ learning }) => void learning.stop()],
  ])('that waited for it are dropped %s', async (_, end) => {
    const made = make();
    let open = (): void => undefined;
    made.edits.gate = new Promise((resolve) => (open = resolve));
    made.type(a, true);
    await vi.advanceTimersByTimeAsync(pause);
    end(made);
    open();
    await vi.advanceTimersByTimeAsync(pause - 1);
    expect(made.learnt).toEqual([]);
  });

  it('are asked for nobody who has closed it', async () => {
    const { type, close, asked } = make();
    type(a);
    close(a);
    await vi.advanceTimersByTimeAsync(pause);
    expect(asked()).toBe(0);
  });
});
