/** Owns finding which of many contents stand in a block: by their first codes, however many hold them. */
import type { Block } from '../model.ts';
import { sure } from './fingerprints.ts';
import { contentKey } from './matching.ts';

/** A content of at least `sure` codes. */
export interface Standing {
  /** Its content key. */
  readonly key: number;
  /** In codes. */
  readonly length: number;
}

/** Contents that are looked for in blocks. */
export class Standings<T extends Standing> {
  /** By a hash of the first codes. */
  readonly #byHead = new Map<number, Set<T>>();
  readonly #heads = new Map<T, number>();

  get size(): number {
    return this.#heads.size;
  }

  /** Adds a content that begins at `start` of a block. */
  add(item: T, block: Block, start: number): void {
    const head = headOf(block.normal.codes, start);
    this.#heads.set(item, head);
    const alike = this.#byHead.get(head);
    if (alike) alike.add(item);
    else this.#byHead.set(head, new Set([item]));
  }

  delete(item: T): void {
    const head = this.#heads.get(item);
    if (head === undefined) return;
    this.#heads.delete(item);
    const alike = this.#byHead.get(head);
    alike?.delete(item);
    if (alike?.size === 0) this.#byHead.delete(head);
  }

  /** The contents that stand in a stretch of a block, and where. */
  *in(block: Block, start: number, end: number): Iterable<{ readonly item: T; readonly start: number }> {
    if (this.#byHead.size === 0) return;
    const { codes } = block.normal;
    for (let at = start; at + sure <= end; at += 1) {
      const alike = this.#byHead.get(headOf(codes, at));
      if (alike === undefined) continue;
      for (const item of [...alike])
        if (at + item.length <= end && contentKey(codes, at, at + item.length) === item.key) yield { item, start: at };
    }
  }
}

function headOf(codes: Uint16Array, start: number): number {
  let head = 0;
  for (let at = start; at < start + sure; at += 1) head = (Math.imul(head, 0x01000193) ^ (codes[at] as number)) | 0;
  return head;
}
