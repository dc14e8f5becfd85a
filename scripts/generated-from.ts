/** What the generator reads of the product. */
export { metas } from '../server/src/core/rules/index.ts';
export { settingMetas } from '../server/src/settings/schema.ts';
