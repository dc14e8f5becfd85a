/**
 * When drafts are published that nobody typed in: right behind a keystroke, and in a run of keystrokes from time to time;
 * and that nothing is published twice.
 */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createDraft } from '../../server/src/core/text/draft.ts';
import { indexLines } from '../../server/src/convert/positions.ts';
import type { Snapshot } from '../../server/src/documents/store.ts';
import { Publisher } from '../../server/src/features/publisher.ts';
import { Wording } from '../../server/src/convert/wording.ts';
import type { Finding } from '../../server/src/core/rules/finding.ts';

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

interface Made {
  readonly publisher: Publisher;
  readonly sent: { readonly uri: string; readonly version: number | undefined; readonly at: number; readonly found: number }[];
  /** How often the client was told of counts. */
  readonly counted: () => number;
  /** The versions and the findings of the drafts; they can be changed. */
  readonly now: {
    version: number;
    findings: Finding[];
    /** How many more turns it takes to work them out. */ turns: number;
    /** The same for what edits left to do, and the drafts that this touches. */ rest: number;
    readonly touched: string[];
  };
}

/** A publisher over drafts that are all alike, and when it sent which. */
function make(): Made {
  const sent: Made['sent'] = [];
  const begun = Date.now();
  const now: Made['now'] = { version: 1, findings: [], turns: 0, rest: 0, touched: [] };
  let counts = 0;
  const wording = new Wording('zh', []);
  const publisher = new Publisher({
    wording: () => wording,
    page: () => undefined,
    snapshotOf: (uri): Snapshot => {
      const text = '同志们：投资X亿元。';
      const { version } = now;
      return { uri, version, lines: indexLines(text), draft: createDraft({ uri, version, format: 'plain', text }) } as Snapshot;
    },
    linesOf: () => undefined,
    findingsOf: () => now.findings,
    rest: () => {
      now.rest = Math.max(0, now.rest - 1);
      return now.rest === 0 ? new Set(now.touched.splice(0)) : undefined;
    },
    tellAhead: () => {
      now.turns = Math.max(0, now.turns - 1);
      return now.turns === 0;
    },
    isLookedAt: () => true,
    shownOf: (findings) => findings,
    limits: () => ({ maxFindings: 100, caretDelay: 0 }),
    extraOf: () => [],
    send: ({ uri, version, diagnostics }) => sent.push({ uri, version, at: Date.now() - begun, found: diagnostics.length }),
    counts: () => (counts += 1),
    tellCapped: () => undefined,
  });
  return { publisher, sent, counted: () => counts, now };
}

/** A finding like no other. */
function hole(number: number): Finding {
  const message = { id: `${number}`, args: {} };
  return { rule: 'placeholder', kind: 'money', severity: 'error', message, start: 6, end: 7 };
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
    const { publisher, sent, now } = make();
    let struck = 0;
    for (; struck < 5000; struck += every) {
      now.findings = [hole(struck)];
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

  it('is told once all is worked out, in as many turns as that takes', () => {
    const { publisher, sent, now } = make();
    now.turns = 5;
    publisher.publishSoon([other]);
    for (let turn = 0; turn < 9 && now.turns > 0; turn += 1) {
      expect(sent).toEqual([]);
      vi.advanceTimersToNextTimer();
    }
    vi.advanceTimersByTime(1);
    expect(sent.map(({ uri }) => uri)).toEqual([other]);
  });

  it('is told once what edits left to do shows that it changed, in as many turns as that takes', () => {
    const { publisher, sent, now } = make();
    now.rest = 5;
    now.touched.push(other);
    publisher.publishSoon([]);
    for (let turn = 0; turn < 9 && now.rest > 0; turn += 1) {
      expect(sent).toEqual([]);
      vi.advanceTimersToNextTimer();
    }
    vi.advanceTimersByTime(1);
    expect(sent.map(({ uri }) => uri)).toEqual([other]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it.each([1, 2, 5])('is told though nobody else speaks of it, when somebody waits for what edits left to do: %d turns', async (rest) => {
    const { publisher, sent, now } = make();
    now.rest = rest;
    now.touched.push(other);
    let left: number | undefined;
    void publisher.settled().then(() => (left = now.rest));
    await vi.advanceTimersByTimeAsync(pause);
    expect({ left, sent: sent.map(({ uri }) => uri), timers: vi.getTimerCount() }).toEqual({ left: 0, sent: [other], timers: 0 });
  });

  it('in a run of keystrokes takes no more of the time because somebody waits', async () => {
    const [every, most] = [20, 1_000_000];
    const turnsWith = async (waits: boolean): Promise<number> => {
      const { publisher, now } = make();
      now.rest = most;
      for (let key = 0; key < 100; key += 1) {
        publisher.publishSoon([]);
        if (waits) void publisher.settled();
        await vi.advanceTimersByTimeAsync(every);
      }
      publisher.stop();
      return most - now.rest;
    };
    expect(await turnsWith(true)).toBe(await turnsWith(false));
  });

  it('is told after every key that is struck behind a pause', () => {
    const { publisher, sent, now } = make();
    for (let key = 0; key < 10; key += 1) {
      now.findings = [hole(key)];
      publisher.publishSoon([other]);
      vi.advanceTimersByTime(pause);
    }
    expect(sent).toHaveLength(10);
  });
});

describe('what a client has been told', () => {
  it('is not told again, neither at once nor later', () => {
    const { publisher, sent, counted, now } = make();
    now.findings = [hole(1)];
    publisher.publish(typedIn);
    publisher.publish(typedIn);
    now.findings = [hole(1)];
    publisher.publishSoon([typedIn, other]);
    vi.advanceTimersByTime(pause);
    publisher.publishSoon([typedIn, other]);
    vi.advanceTimersByTime(pause);
    expect(sent.map(({ uri }) => uri)).toEqual([typedIn, other]);
    expect(counted()).toBe(2);
  });

  it.each<[string, (now: Made['now']) => void]>([
    ['a new version, even if nothing else changed: a client may wait for it', (now) => (now.version += 1)],
    ['another message in the same place', (now) => (now.findings = [hole(2)])],
    ['another place', (now) => (now.findings = [{ ...hole(1), end: 9 }])],
    ['nothing any more', (now) => (now.findings = [])],
  ])('is told once more when there is %s', (_, change) => {
    const { publisher, sent, now } = make();
    now.findings = [hole(1)];
    publisher.publish(typedIn);
    change(now);
    publisher.publish(typedIn);
    publisher.publish(typedIn);
    expect(sent).toHaveLength(2);
  });

  it('is told again after it was cleared', () => {
    const { publisher, sent, now } = make();
    now.findings = [hole(1)];
    publisher.publish(typedIn);
    publisher.clear(typedIn);
    publisher.publish(typedIn);
    expect(sent.map(({ version, found }) => [version, found])).toEqual([
      [1, 1],
      [undefined, 0],
      [1, 1],
    ]);
  });
});
