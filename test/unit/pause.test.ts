/** Work that waits for a pause: in a run of keystrokes that has none it goes on, and takes a small part of the time. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Pause } from '../../server/src/documents/pause.ts';

const every = 10;
const run = 5000;
const takes = 8;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Strikes keys for a while; each step of the work takes its time. Gives when each began, and the work. */
function strike(steps: number): { readonly begun: readonly number[]; readonly end: number } {
  const begun: number[] = [];
  const pause = new Pause(() => {
    begun.push(Date.now());
    vi.setSystemTime(Date.now() + takes);
    return begun.length < steps;
  });
  for (let end = Date.now() + run; Date.now() < end;) {
    pause.tell({ work: true, atOnce: true });
    vi.advanceTimersByTime(every);
  }
  return { begun, end: Date.now() };
}

describe('work in a run of keystrokes', () => {
  it('goes on, in a fifth of the time at most', () => {
    const { begun } = strike(Infinity);
    expect(begun.length).toBeGreaterThan(50);
    for (const [index, at] of begun.entries()) if (index > 1) expect(at - (begun[index - 1] ?? 0)).toBeGreaterThanOrEqual(5 * takes);
  });

  it('is done step after step when there is a pause', () => {
    const { begun, end } = strike(500);
    const before = begun.length;
    expect(before).toBeLessThan(200);
    vi.advanceTimersByTime(1000);
    expect(begun).toHaveLength(500);
    const behind = begun.filter((at) => at > end + 150);
    expect(behind.length).toBeGreaterThan(300);
    for (const [index, at] of behind.entries()) if (index > 0) expect(at - (behind[index - 1] ?? 0)).toBeLessThanOrEqual(takes + 1);
    expect(vi.getTimerCount()).toBe(0);
  });
});
