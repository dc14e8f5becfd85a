/** When drafts are published that nobody typed in: right behind a keystroke, and in a run of keystrokes from time to time. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createDraft } from '../../server/src/core/text/draft.ts';
import { indexLines } from '../../server/src/convert/positions.ts';
import type { Snapshot } from '../../server/src/documents/store.ts';
import { Publisher } from '../../server/src/features/publisher.ts';
import { Wording } from '../../server/src/convert/wording.ts';

const typedIn = 'file:///typed.txt';
const other = 'file:///other.txt';
const pause = 150;
const patience = 1000;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A publisher over drafts without findings, and when it sent which draft. */
function make(): { readonly publisher: Publisher; readonly sent: { readonly uri: string; readonly at: number }[] } {
  const sent: { uri: string; at: number }[] = [];
  const begun = Date.now();
  const publisher = new Publisher({
    wording: () => new Wording('zh', []),
    page: () => undefined,
    snapshotOf: (uri): Snapshot => {
      const text = '同志们：';
      return { uri, version: 1, lines: indexLines(text), draft: createDraft({ uri, version: 1, format: 'plain', text }) } as Snapshot;
    },
    linesOf: () => undefined,
    findingsOf: () => [],
    isLookedAt: () => true,
    shownOf: (findings) => findings,
    limits: () => ({ maxFindings: 100, caretDelay: 0 }),
    send: (uri) => sent.push({ uri, at: Date.now() - begun }),
    counts: () => undefined,
    tellCapped: () => undefined,
  });
  return { publisher, sent };
}

describe('a draft that shares a passage with the one that is typed in', () => {
  it('follows a keystroke before anything else happens', () => {
    const { publisher, sent } = make();
    publisher.publish(typedIn);
    publisher.publishSoon([other]);
    vi.advanceTimersByTime(1);
    expect(sent.map(({ uri }) => uri)).toEqual([typedIn, other]);
  });

  it.each([40, 100, 149])('is told from time to time while keys are struck every %d ms for five seconds, and at the end', (every) => {
    const { publisher, sent } = make();
    let struck = 0;
    for (; struck < 5000; struck += every) {
      publisher.publish(typedIn);
      publisher.publishSoon([other]);
      vi.advanceTimersByTime(every);
    }
    const last = struck - every;
    vi.advanceTimersByTime(pause);
    const told = sent.filter(({ uri }) => uri === other).map(({ at }) => at);
    for (const [index, at] of told.entries()) expect(at - (told[index - 1] ?? 0)).toBeLessThanOrEqual(patience + every);
    expect(told.at(-1)).toBeGreaterThan(last);
    expect(told.length).toBeGreaterThanOrEqual(5);
    expect(told.length).toBeLessThan(10);
  });

  it('is told after every key that is struck behind a pause', () => {
    const { publisher, sent } = make();
    for (let key = 0; key < 10; key += 1) {
      publisher.publishSoon([other]);
      vi.advanceTimersByTime(pause);
    }
    expect(sent).toHaveLength(10);
  });
});
