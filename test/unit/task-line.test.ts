/** Tasks one behind the other: all are done, in order, whatever the moment at which they come. */
import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { TaskLine } from '../../server/src/features/echoes/task-line.ts';

interface Made {
  readonly line: TaskLine<number>;
  readonly done: number[];
  readonly failed: unknown[];
}

function made(run: (task: number) => Promise<void> = () => Promise.resolve()): Made {
  const done: number[] = [];
  const failed: unknown[] = [];
  const line = new TaskLine<number>(
    async (task) => {
      await run(task);
      done.push(task);
    },
    (error) => failed.push(error),
  );
  return { line, done, failed };
}

async function turns(count: number): Promise<void> {
  for (let step = 0; step < count; step += 1) await turn();
}

describe('a line of tasks', () => {
  // A task may come in any of the small steps between the end of the last one and the rest of the line.
  it.each(Array.from({ length: 12 }, (_, ticks) => ticks))('does a task that comes %i steps after the last one ended', async (ticks) => {
    let ended: () => void = () => undefined;
    const end = new Promise<void>((resolve) => (ended = resolve));
    const { line, done } = made((task) => {
      if (task === 1) queueMicrotask(ended);
      return Promise.resolve();
    });
    line.add(1);
    await end;
    for (let step = 0; step < ticks; step += 1) await Promise.resolve();
    line.add(2);
    await turns(3);
    expect(done).toEqual([1, 2]);
  });

  it('does the others when one fails', async () => {
    const { line, done, failed } = made((task) => (task === 1 ? Promise.reject(new Error('no')) : Promise.resolve()));
    for (const task of [1, 2, 3]) line.add(task);
    await turns(3);
    expect([done, failed.length]).toEqual([[2, 3], 1]);
  });

  it('is cleared of what waits, once what is being done has ended', async () => {
    let end: () => void = () => undefined;
    const { line, done } = made(() => new Promise((resolve) => (end = resolve)));
    for (const task of [1, 2]) line.add(task);
    await turns(2);
    expect([line.has(1), line.has(2)]).toEqual([false, true]);
    let isCleared = false;
    const clearing = line.clear().then(() => (isCleared = true));
    await turns(2);
    expect(isCleared).toBe(false);
    end();
    await clearing;
    expect(done).toEqual([1]);
    line.add(3);
    await turns(2);
    end();
    await turns(2);
    expect(done).toEqual([1, 3]);
  });
});
