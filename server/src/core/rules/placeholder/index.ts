/** The placeholder rule: what it is (`meta`) and how it is made. */
export { meta } from './meta.ts';
export { createPlaceholderRule } from './rule.ts';
export { slotsOf } from './slots.ts';
export type { Hole } from './hole.ts';
export { aboutHole, isHole, takeOut } from './about.ts';
export type { AboutHole } from './about.ts';
