/** Owns where a row of numbers does not run 1, 2, 3. Knows nothing of text. */

/** One number that is not what it should be. */
export interface Slip {
  /** Index in the row. */
  readonly index: number;
  /**
   * - `start`: the row does not begin with its first number; `gap`: numbers are left out before this one;
   * - `repeat`: this number was there before; `order`: this one and the next changed places.
   */
  readonly kind: 'start' | 'gap' | 'repeat' | 'order';
  readonly expected: number;
  /** Whether the numbers behind it go on as if this one were right: then this one alone is wrong. */
  readonly alone: boolean;
}

/**
 * Cuts a row where it begins anew with 1: several outlines may follow each other. A 1 that is followed by what would have
 * come anyway, or that stands behind a single 1, is a slip and cuts nothing.
 */
export function runsOf(numbers: readonly number[]): { readonly from: number; readonly to: number }[] {
  const runs: { from: number; to: number }[] = [];
  let from = 0;
  for (let at = 1; at < numbers.length; at += 1) {
    if (numbers[at] !== 1) continue;
    const before = at - from;
    const meant = (numbers[at - 1] as number) + 1;
    if (numbers[at + 1] === meant + 1 && meant !== 1) continue;
    if (before === 1 && numbers[from] === 1) continue;
    runs.push({ from, to: at });
    from = at;
  }
  if (numbers.length > 0) runs.push({ from, to: numbers.length });
  return runs;
}

/** The slips of one run that should begin with `start`. Each slip is told once; what follows is counted on from it. */
export function slipsOf(numbers: readonly number[], start: number): Slip[] {
  const slips: Slip[] = [];
  let expected = start;
  for (let index = 0; index < numbers.length; index += 1) {
    const number = numbers[index] as number;
    const next = numbers[index + 1];
    if (number === expected) {
      expected += 1;
      continue;
    }
    if (number > expected && next === expected && index > 0) {
      slips.push({ index, kind: 'order', expected, alone: false });
      expected = number + 1;
      index += 1;
      continue;
    }
    const alone = index > 0 && next === expected + 1;
    slips.push({ index, kind: kindOf(number, expected, index), expected, alone });
    expected = alone ? expected + 1 : number + 1;
  }
  return slips;
}

function kindOf(number: number, expected: number, index: number): Slip['kind'] {
  if (number < expected) return 'repeat';
  return index === 0 ? 'start' : 'gap';
}
