/** When a server counts as hanging: it says nothing for five beats while a person works. */
import { describe, expect, it } from 'vitest';
import { Heartbeat } from '../../client/src/heartbeat.ts';

/** Steps: `t` touch, `b` one beat, `a` the server answers everything, `r` it refuses. Gives the questions and the hangs. */
async function run(steps: string): Promise<{ asked: number; hangs: number; waiting: number }> {
  let [asked, hangs] = [0, 0];
  let beats: (() => void)[] = [];
  let open: { resolve: () => void; reject: (reason: Error) => void }[] = [];
  const heartbeat = new Heartbeat({
    ask: () => {
      asked += 1;
      return new Promise<void>((resolve, reject) => open.push({ resolve, reject }));
    },
    beat: (callback) => void beats.push(callback),
    hangs: () => (hangs += 1),
  });
  for (const step of steps) {
    const [due, questions] = [beats, open];
    if (step === 't') heartbeat.touch();
    if (step === 'b') beats = [];
    if (step === 'b') for (const callback of due) callback();
    if (step === 'a' || step === 'r') open = [];
    for (const { resolve, reject } of questions) {
      if (step === 'a') resolve();
      if (step === 'r') reject(new Error('gone'));
    }
    await Promise.resolve();
    await Promise.resolve();
  }
  return { asked, hangs, waiting: beats.length };
}

describe('a server', () => {
  it.each([
    ['that nobody needs is not asked', '', { asked: 0, hangs: 0, waiting: 0 }],
    ['that answers is left alone afterwards', 'tab', { asked: 1, hangs: 0, waiting: 0 }],
    ['that answers late does not hang', 'tbbbbab', { asked: 1, hangs: 0, waiting: 0 }],
    ['that says nothing for four beats may still answer', 'tbbbb', { asked: 1, hangs: 0, waiting: 1 }],
    ['that says nothing for five beats hangs, once', 'tbbbbb', { asked: 1, hangs: 1, waiting: 0 }],
    ['is asked once a beat, however much is typed', 'ttttattab', { asked: 2, hangs: 0, waiting: 1 }],
    ['that stops answering within the beat of an answer hangs', 'tatbbbbbb', { asked: 2, hangs: 1, waiting: 0 }],
    ['that is gone does not hang: its end is told by others', 'trb', { asked: 1, hangs: 0, waiting: 0 }],
    ['is asked again after it hung', 'tbbbbbtab', { asked: 2, hangs: 1, waiting: 0 }],
  ])('%s', async (_, steps, outcome) => {
    expect(await run(steps)).toEqual(outcome);
  });
});
