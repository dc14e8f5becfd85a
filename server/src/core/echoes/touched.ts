/** Owns what a change touches and must be said anew, gathered before anything is judged. */
import type { Block, Desk, Family, Unit } from './model.ts';

/** Blocks whose echoes may have changed; and the families whose relations did. */
export interface Touched {
  readonly blocks: Set<Block>;
  readonly respan: Set<Block>;
  readonly families: Set<Family>;
  /** Units beside which others came or went. */
  readonly around: Set<Unit>;
  /** Units of which an edit left what ends up to here; whether copies in one draft are parallel may have changed all the same. */
  readonly kept: Map<Unit, number>;
  /** Whether some units are nearer to each other, or farther, than before. */
  resized: boolean;
  /** Desks on which something is told otherwise. */
  readonly desks: Set<Desk>;
}

/** Nothing touched yet. */
export function untouched(): Touched {
  return {
    blocks: new Set(),
    respan: new Set(),
    families: new Set(),
    around: new Set(),
    kept: new Map(),
    resized: false,
    desks: new Set(),
  };
}
