// Owns the tables of docs/performance.md: one for each group, behind a comment that names it. Text between them is written by
// hand and stays as it is.
import { goalShown, groups, isMet } from './catalogue.mjs';

/** @typedef {import('./group.mjs').Outcome} Outcome */
/** @typedef {{ what: string, measured: string, goal: string, met: string }} Line */

const table = /<!-- bench: (\S+) -->\n\n((?:\|.*\n)*)/g;
const header = '| 项目 what | 实测 measured | 目标 goal | 达到 met |\n|---|---|---|---|\n';

/** The tables of a page by the name of their group. @param {string} page @returns {Map<string, Line[]>} */
export function tablesOf(page) {
  return new Map(
    [...page.matchAll(table)].map(([, name = '', lines = '']) => {
      const cells = lines
        .split('\n')
        .slice(2)
        .filter(Boolean)
        .map((line) => line.split('|').map((cell) => cell.trim()));
      return [name, cells.map(([, what = '', measured = '', goal = '', met = '']) => ({ what, measured, goal, met }))];
    }),
  );
}

/**
 * The page with what was measured now. Rows that were not measured stay as they were.
 * @param {string} page @param {ReadonlyMap<string, readonly Outcome[]>} outcomes by group
 */
export function renewed(page, outcomes) {
  const before = tablesOf(page);
  for (const { name } of groups) if (!before.has(name)) throw new Error(`the page has no table for ${name}`);
  const platform = `Node.js ${process.version}, ${process.platform} ${process.arch}.`;
  return page.replace(/^Node\.js v.*$/m, platform).replace(table, (_, /** @type {string} */ name, /** @type {string} */ old) => {
    const group = groups.find((candidate) => candidate.name === name);
    if (!group) return '';
    const lines = group.rows.map((row) => {
      const now = outcomes.get(name)?.find(({ what, measured }) => what === row.what && measured);
      const kept = before.get(name)?.find(({ what }) => what === row.what)?.measured ?? '—';
      const shown = now?.shown ?? kept;
      return `| ${row.what} | ${shown} | ${goalShown(row)} | ${now ? said(now.met) : said(metBy(row, shown))} |\n`;
    });
    return `<!-- bench: ${name} -->\n\n${header}${lines.join('')}${old === '' ? '\n' : ''}`;
  });
}

/** Whether a figure as it stands in a table is what its row aims at. @param {import('./catalogue.mjs').Row} row @param {string} shownValue */
export function metBy(row, shownValue) {
  const value = /^[<>]? ?(-?\d+(?:\.\d+)?)(?: |$)/.exec(shownValue)?.[1];
  return value === undefined ? undefined : isMet(row, Number(value));
}

/** How a table says whether a goal is met. @param {boolean | undefined} met */
export function said(met) {
  return met === undefined ? '' : met ? '是 yes' : '否 no';
}
