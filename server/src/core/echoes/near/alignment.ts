/** Owns the alignment of two short runs of codes: which stretches of one stand in the other, in order. */

/** Equal stretches: `length` codes at `a` of the one and `b` of the other. */
export interface Run {
  readonly a: number;
  readonly b: number;
  readonly length: number;
}

/**
 * The equal stretches of a longest common subsequence, in order. Single codes that are equal by chance between unequal
 * neighbours are left out. Costs the product of the lengths between common head and tail.
 */
export function align(a: Uint16Array, b: Uint16Array): Run[] {
  let head = 0;
  const shorter = Math.min(a.length, b.length);
  while (head < shorter && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1;
  const runs: Run[] = [];
  if (head > 0) runs.push({ a: 0, b: 0, length: head });
  for (const run of middle(a.subarray(head, a.length - tail), b.subarray(head, b.length - tail)))
    runs.push({ a: run.a + head, b: run.b + head, length: run.length });
  if (tail > 0) runs.push({ a: a.length - tail, b: b.length - tail, length: tail });
  return runs;
}

function middle(a: Uint16Array, b: Uint16Array): Run[] {
  const rows = a.length;
  const columns = b.length;
  if (rows === 0 || columns === 0) return [];
  const width = columns + 1;
  const longest = new Uint16Array((rows + 1) * width);
  for (let row = rows - 1; row >= 0; row -= 1)
    for (let column = columns - 1; column >= 0; column -= 1)
      longest[row * width + column] =
        a[row] === b[column]
          ? (longest[(row + 1) * width + column + 1] as number) + 1
          : Math.max(longest[(row + 1) * width + column] as number, longest[row * width + column + 1] as number);
  const runs: Run[] = [];
  for (let row = 0, column = 0; row < rows && column < columns;) {
    let length = 0;
    while (row + length < rows && column + length < columns && a[row + length] === b[column + length]) length += 1;
    if (length > 0) {
      if (length > 1) runs.push({ a: row, b: column, length });
      row += length;
      column += length;
    } else if ((longest[(row + 1) * width + column] as number) >= (longest[row * width + column + 1] as number)) row += 1;
    else column += 1;
  }
  return runs;
}
