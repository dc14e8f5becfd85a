/** Owns the first drafts of all: their blocks are gathered, then compared together, which costs less than one by one. */
import { Copies } from './exact/copies.ts';
import type { Fingerprints } from './exact/fingerprints.ts';
import type { Block, Desk, Unit } from './model.ts';
import type { Families } from './near/families.ts';

/** The blocks of drafts that come together. */
export class FirstBlocks {
  readonly #blocks = new Set<Block>();

  /** Takes units out and puts others in. */
  exchange(removed: readonly Unit[], added: readonly Unit[]): Set<Desk> {
    for (const unit of removed) unit.block?.units.delete(unit);
    for (const unit of added)
      if (unit.block !== undefined) {
        unit.block.units.add(unit);
        this.#blocks.add(unit.block);
      }
    return new Set();
  }

  /** The blocks that stand somewhere, in the order in which they came; the others go to `forget`. */
  standing(forget: (block: Block) => void): Block[] {
    const here: Block[] = [];
    for (const block of this.#blocks)
      if (block.units.size > 0) here.push(block);
      else forget(block);
    return here;
  }
}

/** Enters blocks where nothing was yet, with their spans and families. Returns the copies between them. */
export function enterFirst(blocks: readonly Block[], index: Fingerprints<Block>, families: Families, shortest: number): Copies {
  const copies = new Copies(blocks);
  copies.tell(shortest, index);
  index.addAll(blocks);
  families.enterAll(blocks);
  return copies;
}
