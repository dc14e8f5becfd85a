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
/** How long a failure is made small, in milliseconds. */
const patience = 180_000;

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

/** How often each thing was done, as `edit 240 · ask 40 …`. */
function tally(counts: ReadonlyMap<string, number>): string {
  return [...counts].map(([name, count]) => `${name} ${count}`).join(' · ');
}

/** What a step is counted as. */
function nameOf(step: Step): string {
  if (step.do === 'ask') return step.cancel ? 'ask and give up' : step.late ? 'ask late' : 'ask';
  return step.do === 'edit' && step.stale ? 'edit of a stale version' : step.do;
}

async function main(): Promise<number> {
  const deadline = Date.now() + minutes * 60_000;
  const counts = new Map<string, number>();
  let played = 0;
  let seed = first;
  for (; seed === first || Date.now() < deadline; seed += 1) {
    const steps = stepsOf(seed, edits);
    const fault = await judged(steps);
    if (fault === undefined) {
      for (const step of steps) counts.set(nameOf(step), (counts.get(nameOf(step)) ?? 0) + 1);
      for (const step of steps) if (step.do === 'edit') played += step.edits.length;
      continue;
    }
    console.log(`seed ${seed} fails: ${fault}\nmaking it small …`);
    const small = await shrink(steps, async (some) => kindOf(await judged(some)) === kindOf(fault), Date.now() + patience);
    console.log(`${await judged(small)}\nnpm run fuzz -- --seed ${seed} --edits ${edits} --minutes 0\n${JSON.stringify(small, null, 1)}`);
    console.log(`${played} edits in ${seed - first} sessions before: ${tally(counts)}`);
    return 1;
  }
  console.log(`${played} edits in ${seed - first} sessions (seeds ${first} to ${seed - 1}): nothing found\n${tally(counts)}`);
  return 0;
}

process.exitCode = await main();
