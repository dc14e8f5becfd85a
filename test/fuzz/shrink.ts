/** Owns making a failing session small: steps and parts of texts are left out while it still fails. */
import type { Step } from './steps.ts';

/** Leaves out what can be left out. `fails` plays a session; it is asked until `deadline`, a time as `Date.now` has it. */
export async function shrink(
  steps: readonly Step[],
  fails: (steps: readonly Step[]) => Promise<boolean>,
  deadline: number,
): Promise<readonly Step[]> {
  let best = await fewer(steps, fails, deadline);
  for (let index = 0; index < best.length; index += 1) {
    const step = best[index];
    if (step?.do !== 'open') continue;
    const withText = (parts: readonly string[]): readonly Step[] => best.with(index, { ...step, text: parts.join('') });
    const parts = await fewer(step.text.split(/(?<=[\n。])/), (some) => fails(withText(some)), deadline);
    best = withText(parts);
  }
  return best;
}

/** Halves, quarters and so on are left out, one after another (delta debugging, Zeller 1999). */
async function fewer<T>(items: readonly T[], fails: (items: readonly T[]) => Promise<boolean>, deadline: number): Promise<readonly T[]> {
  let best = items;
  for (let size = Math.ceil(best.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < best.length && Date.now() < deadline;) {
      const without = best.toSpliced(at, size);
      if (await fails(without)) best = without;
      else at += size;
    }
  }
  return best;
}
