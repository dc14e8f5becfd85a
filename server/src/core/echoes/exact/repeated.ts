/**
 * Owns which codes of many blocks may be part of a copy: those in a stretch of `sure` codes that seems to stand twice. Few
 * are among them by chance; none is left out that is part of a copy.
 */
import type { Block } from '../model.ts';
import { sure } from './fingerprints.ts';

/** All codes of blocks in one row. */
export interface Row {
  readonly codes: Uint16Array;
  /** Where each block begins, and where the last ends. */
  readonly starts: Int32Array;
  /** 1 where a stretch of `sure` codes begins that may stand elsewhere too. */
  readonly repeats: Uint8Array;
}

const factors: readonly number[] = [0x01000193, 0x85ebca6b];
/** So many bits for each stretch, that few share one by chance. */
const room = 16;
const mostBits = 2 ** 29;

/** The row of blocks, in their order. */
export function rowOf(blocks: readonly Block[]): Row {
  const starts = new Int32Array(blocks.length + 1);
  for (const [index, { normal }] of blocks.entries()) starts[index + 1] = (starts[index] as number) + normal.length;
  const size = starts[blocks.length] as number;
  const codes = new Uint16Array(size);
  for (const [index, { normal }] of blocks.entries()) codes.set(normal.codes, starts[index] as number);
  const repeats = new Uint8Array(size).fill(1);
  let bits = 1 << 10;
  while (bits < room * size && bits < mostBits) bits *= 2;
  // What stands twice by one hash is looked at again by another.
  for (const factor of factors) sieve({ codes, starts, repeats }, factor, bits);
  return { codes, starts, repeats };
}

function sieve({ codes, starts, repeats }: Row, factor: number, bits: number): void {
  const once = new Uint32Array(bits / 32);
  const twice = new Uint32Array(bits / 32);
  const mask = bits - 1;
  let leaving = 1;
  for (let count = 1; count < sure; count += 1) leaving = Math.imul(leaving, factor);
  for (const isSecond of [false, true])
    for (let block = 0; block + 1 < starts.length; block += 1) {
      const start = starts[block] as number;
      const last = (starts[block + 1] as number) - sure;
      let rolling = 0;
      for (let at = start; at < start + sure - 1 && at < codes.length; at += 1)
        rolling = (Math.imul(rolling, factor) + (codes[at] as number)) | 0;
      for (let at = start; at <= last; at += 1) {
        rolling = (Math.imul(rolling, factor) + (codes[at + sure - 1] as number)) | 0;
        const hash = mixed(rolling) & mask;
        rolling = (rolling - Math.imul(leaving, codes[at] as number)) | 0;
        if (repeats[at] === 0) continue;
        const word = hash >>> 5;
        const bit = 1 << (hash & 31);
        if (isSecond) {
          if (((twice[word] as number) & bit) === 0) repeats[at] = 0;
        } else if (((once[word] as number) & bit) === 0) once[word] = (once[word] as number) | bit;
        else twice[word] = (twice[word] as number) | bit;
      }
      if (isSecond) repeats.fill(0, Math.max(start, last + 1), starts[block + 1]);
    }
}

function mixed(hash: number): number {
  let value = hash ^ (hash >>> 16);
  value = Math.imul(value, 0x7feb352d);
  value ^= value >>> 15;
  value = Math.imul(value, 0x846ca68b);
  return value ^ (value >>> 16);
}
