/** The placeholder rule: what it is (`meta`) and how it is made. */
export { meta } from './meta.ts';
export { createPlaceholderRule, slotsOf } from './rule.ts';
export type { Hole } from './hole.ts';
