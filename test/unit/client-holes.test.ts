// Going from hole to hole: which comes next, and asking until the answer is for the text on the screen.

import { describe, expect, test } from 'vitest';
import { findHoles } from '../../client/src/holes/find.ts';
import { holeFrom } from '../../client/src/holes/order.ts';
import type { Direction } from '../../client/src/holes/order.ts';
import type { PlainRange } from '../../server/src/protocol.ts';

/** One line; `⟦…⟧` are the holes, `‹…›` the selection. */
function read(marked: string): { holes: PlainRange[]; selection: PlainRange } {
  const at: Record<string, number[]> = { '⟦': [], '⟧': [], '‹': [], '›': [] };
  let character = 0;
  for (const sign of marked) {
    if (sign in at) at[sign]?.push(character);
    else character += sign.length;
  }
  const ranges = (open: string, close: string): PlainRange[] =>
    (at[open] ?? []).map((start, index) => range([0, start], [0, at[close]?.[index] ?? start]));
  const selection = ranges('‹', '›')[0];
  if (!selection) throw new Error(`no selection in ${marked}`);
  return { holes: ranges('⟦', '⟧'), selection };
}

function range(start: readonly [number, number], end: readonly [number, number]): PlainRange {
  return { start: { line: start[0], character: start[1] }, end: { line: end[0], character: end[1] } };
}

describe('the next and the previous hole', () => {
  const check = (marked: string, next: number | undefined, previous: number | undefined): void => {
    test(marked, () => {
      const { holes, selection } = read(marked);
      expect(holeFrom('next', holes, selection)).toBe(next);
      expect(holeFrom('previous', holes, selection)).toBe(previous);
    });
  };
  check('没有‹›空', undefined, undefined);
  check('‹›种树⟦XX⟧棵，修路⟦X⟧公里', 0, 1);
  check('种树‹›⟦XX⟧棵，修路⟦X⟧公里', 0, 1);
  check('种树⟦‹XX›⟧棵，修路⟦X⟧公里', 1, 1);
  check('种树⟦X‹›X⟧棵，修路⟦X⟧公里', 1, 0);
  check('种树⟦XX⟧‹›棵，修路⟦X⟧公里', 1, 0);
  check('种树⟦XX⟧棵，‹修›路⟦X⟧公里', 1, 0);
  check('种树⟦XX⟧棵，修路⟦‹X›⟧公里', 0, 0);
  check('种树⟦XX⟧棵，修路⟦X⟧公里‹›', 0, 1);
  check('只有⟦‹XX›⟧一处', 0, 0);
  // a selection that goes on beyond the hole has been there
  check('种树‹⟦XX⟧ ›棵，修路⟦X⟧公里', 1, 1);
  // zero width: the caret in it is the selection of it
  check('投资⟦‹›⟧亿元，增长⟦⟧%，⟦XX⟧人', 1, 2);
  check('投资⟦⟧亿元，增长⟦‹›⟧%，⟦XX⟧人', 2, 0);
  check('投资⟦⟧亿元，增长⟦⟧%，⟦‹XX›⟧人', 0, 1);

  test('lines count before characters', () => {
    const holes = [range([0, 9], [0, 10]), range([2, 1], [2, 2]), range([2, 5], [2, 5]), range([7, 0], [7, 3])];
    const from = (direction: Direction, line: number, character: number): number | undefined =>
      holeFrom(direction, holes, range([line, character], [line, character]));
    expect(from('next', 1, 0)).toBe(1);
    expect(from('previous', 1, 99)).toBe(0);
    expect(from('next', 2, 3)).toBe(2);
    expect(from('previous', 7, 0)).toBe(2);
  });

  test('going on visits every hole and comes back', () => {
    const { holes } = read('‹›⟦⟧甲⟦XX⟧乙⟦X⟧⟦XX⟧丙⟦……⟧');
    for (const direction of ['next', 'previous'] as const) {
      const visited: number[] = [];
      let selection = range([0, 0], [0, 3]);
      for (let step = 0; step < holes.length; step += 1) {
        const index = holeFrom(direction, holes, selection) ?? -1;
        visited.push(index);
        selection = holes[index] ?? selection;
      }
      expect(visited.toSorted()).toEqual([0, 1, 2, 3, 4]);
      expect(holeFrom(direction, holes, selection)).toBe(visited[0]);
    }
  });
});

describe('asking for holes', () => {
  const hole = { range: range([0, 0], [0, 2]), kind: 'number', message: '待填' };
  const never = new Promise<never>(() => undefined);

  interface Run {
    /** The version of each answer in turn; the last one stays. */
    readonly answers: readonly number[];
    /** The version of the document after each answer; the last one stays. */
    readonly versions: readonly number[];
    readonly state: string;
    readonly asked: number;
  }
  const check = (name: string, { answers, versions, state, asked }: Run): void => {
    test(name, async () => {
      let clock = 0;
      let count = 0;
      const found = await findHoles({
        version: () => versions[count - 1] ?? versions.at(-1) ?? 0,
        ask: (): Promise<{ version: number; holes: (typeof hole)[] }> => {
          count += 1;
          if (count > 1000) throw new Error('asks for ever');
          return Promise.resolve({ version: answers[count - 1] ?? answers.at(-1) ?? 0, holes: [hole] });
        },
        now: () => clock,
        pause: (milliseconds) => {
          if (milliseconds > 1000) return never;
          clock += milliseconds;
          return Promise.resolve();
        },
      });
      expect(found.state).toBe(state);
      if (asked > 0) expect(count).toBe(asked);
      if (found.state === 'found') expect(found.holes).toEqual([hole]);
    });
  };
  check('the first answer fits', { answers: [3], versions: [3], state: 'found', asked: 1 });
  check('the server lags', { answers: [1, 2, 3], versions: [3], state: 'found', asked: 3 });
  check('typed while the answer was on its way', { answers: [3, 4], versions: [4, 4], state: 'found', asked: 2 });
  check('not checked', { answers: [-1], versions: [3], state: 'unchecked', asked: 1 });
  check('never catches up', { answers: [1], versions: [3], state: 'late', asked: 0 });

  test('no answer at all', async () => {
    const found = await findHoles({ version: () => 1, ask: () => never, now: () => 0, pause: () => Promise.resolve() });
    expect(found).toEqual({ state: 'late' });
  });

  test('a failure comes through', async () => {
    const asking = findHoles({ version: () => 1, ask: () => Promise.reject(new Error('gone')), now: () => 0, pause: () => never });
    await expect(asking).rejects.toThrow('gone');
  });
});
