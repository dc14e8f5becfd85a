// Owns `npm run bench`: measures the groups one after another and prints their rows.
//
//   npm run bench                          all but those that are measured only when asked for
//   npm run bench -- mix peers-large       these
//   npm run bench -- --list                what there is, and how many minutes each takes
//   npm run bench -- --write …             and keeps what was measured in docs/performance.md
import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { groups } from './catalogue.mjs';
import { runGroup } from './group.mjs';
import { renewed } from './page.mjs';

const args = process.argv.slice(2);
const names = args.filter((arg) => !arg.startsWith('--'));
const unknown = [
  ...names.filter((name) => !groups.some((group) => group.name === name)),
  ...args.filter((arg) => arg.startsWith('--') && !['--list', '--write'].includes(arg)),
];
if (unknown.length > 0) {
  console.error(`there is no ${unknown.join(', ')}; there are: ${groups.map(({ name }) => name).join(', ')}, --list and --write`);
  process.exit(2);
}
if (args.includes('--list')) {
  for (const { name, minutes, asked } of groups) console.log(`${name.padEnd(12)} ${minutes} min${asked ? ', only when asked for' : ''}`);
  process.exit(0);
}
// What a group has started is ended on the way out.
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.once(signal, () => process.exit(130));

const chosen = groups.filter(({ name, asked }) => (names.length > 0 ? names.includes(name) : !asked));
/** @type {Map<string, import('./group.mjs').Outcome[]>} */
const outcomes = new Map();
const begun = Date.now();
for (const group of chosen) {
  console.log(`\n── ${group.name} (${group.minutes} min) ──`);
  const teller = {
    said: (/** @type {string} */ line) => console.log(`  ${line}`),
    waiting: (/** @type {string} */ what, /** @type {number} */ seconds) => console.error(`  … ${what} (≤ ${seconds} s)`),
    row: (/** @type {import('./group.mjs').Outcome} */ { what, goal, shown, met }) =>
      console.log(`${met === undefined ? ' ' : met ? '✓' : '✗'} ${shown.padStart(24)}   ${goal.padEnd(10)} ${what}`),
  };
  outcomes.set(group.name, await runGroup(group, teller));
}
const all = [...outcomes.values()].flat();
const count = (/** @type {(outcome: import('./group.mjs').Outcome) => boolean} */ is) => all.filter(is).length;
console.log(
  `\n${count(({ met }) => met === true)} goals met, ${count(({ met }) => met === false)} missed, ` +
    `${count(({ measured }) => !measured)} rows not measured, ${((Date.now() - begun) / 60_000).toFixed(1)} min`,
);
if (args.includes('--write')) {
  const file = 'docs/performance.md';
  const page = renewed(readFileSync(file, 'utf8'), outcomes);
  writeFileSync(file, await format(page, { ...(await resolveConfig(file)), filepath: file }));
}
