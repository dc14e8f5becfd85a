/**
 * Owns `npm run fuzz -- [--minutes N] [--seed S] [--edits N]`: random sessions, one after another, until the time is
 * over or one fails. A failure is made small and printed with its seed; the same seed plays the same session first.
 */
import { parseArgs } from 'node:util';
import { play } from './play.ts';
import { shrink } from './shrink.ts';
import { stepsOf } from './steps.ts';
import type { Step } from './steps.ts';

const { values } = parseArgs({ options: { minutes: { type: 'string' }, seed: { type: 'string' }, edits: { type: 'string' } } });
const minutes = Number(values.minutes ?? 1);
const edits = Number(values.edits ?? 240);
const first = Number(values.seed ?? 1);

const rejected: string[] = [];
process.on('unhandledRejection', (reason) => rejected.push(`nobody waits for: ${reason instanceof Error ? reason.stack : String(reason)}`));

/** Plays a session; a promise that is rejected unseen is a fault too. */
async function judged(steps: readonly Step[]): Promise<string | undefined> {
  rejected.length = 0;
  return (await play(steps, 'snippets')) ?? rejected[0];
}

/** What sort of fault it is, without the step and the place: making it small must not end at another one. */
function kindOf(fault: string | undefined): string | undefined {
  return fault
    ?.replace(/^step .*?\): /u, '')
    .replace(/(?:file|untitled):\S*/gu, '')
    .slice(0, 24)
    .replace(/\d+/gu, '');
}

async function main(): Promise<number> {
  const deadline = Date.now() + minutes * 60_000;
  let seed = first;
  for (; seed === first || Date.now() < deadline; seed += 1) {
    const steps = stepsOf(seed, edits);
    const fault = await judged(steps);
    if (fault === undefined) continue;
    console.log(`seed ${seed} fails: ${fault}\nmaking it small …`);
    const small = await shrink(steps, async (some) => kindOf(await judged(some)) === kindOf(fault), Date.now() + 60_000);
    console.log(`${await judged(small)}\nnpm run fuzz -- --seed ${seed} --edits ${edits} --minutes 0\n${JSON.stringify(small, null, 1)}`);
    return 1;
  }
  console.log(`${(seed - first) * edits} edits in ${seed - first} sessions (seeds ${first} to ${seed - 1}): nothing found`);
  return 0;
}

process.exitCode = await main();
