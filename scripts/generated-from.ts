/** What the generator reads of the product. */
export { metas } from '../server/src/core/rules/index.ts';
export { patternKinds, patternLimits } from '../server/src/settings/patterns.ts';
export { settingMetas } from '../server/src/settings/schema.ts';
