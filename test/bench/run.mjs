// Owns `npm run bench`: runs the measurements and prints one table, every figure a ratio or a size within this run.
// `npm run bench -- start patience` runs only those; `--write` keeps the table in docs/performance.md.
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { median } from './figures.mjs';
import { measureIndexBytes, measureIndexing } from './server/index.mjs';
import { measureKeystrokes } from './server/keystroke.mjs';
import { measureMemory } from './server/memory.mjs';
import { measurePatience, measureStart } from './server/start.mjs';

/** @typedef {{ what: string, measured: string, goal: string, met: boolean | undefined }} Row */

const args = process.argv.slice(2);
const only = args.filter((arg) => !arg.startsWith('--'));
const ratio = (/** @type {number} */ ours, /** @type {number} */ theirs) => ours / theirs;

/** @param {'mix' | 'dense'} blend @param {number} others @param {number} otherSize @param {{ p50?: number, p95: number }} goal */
async function keystroke(blend, others, otherSize, goal) {
  const runs = [];
  for (const seed of [7, 8, 9]) runs.push(await measureKeystrokes({ blend, others, otherSize, blocks: 12, dropped: 2, seed }));
  const p50 = median(runs.map((run) => ratio(run.p50.real, run.p50.floor)));
  const p95 = median(runs.map((run) => ratio(run.p95.real, run.p95.floor)));
  const bytes = median(runs.map((run) => run.bytes));
  const name = `\`${blend}\` 10 万字，另开 ${others} 份 · 100,000 characters, ${others} others open`;
  const rows = [
    { what: `${name}: p95`, measured: `${p95.toFixed(2)} ×`, goal: `≤ ${goal.p95} ×`, met: p95 <= goal.p95 },
    { what: `${name}: 每条发现 a diagnostic`, measured: `${bytes.toFixed(0)} B`, goal: '≤ 200 B', met: bytes <= 200 },
  ];
  if (goal.p50 !== undefined)
    rows.unshift({ what: `${name}: p50`, measured: `${p50.toFixed(2)} ×`, goal: `≤ ${goal.p50} ×`, met: p50 <= goal.p50 });
  return rows;
}

/** @type {Record<string, () => Promise<Row[]>>} */
const measurements = {
  start: async () => {
    const { real, floor } = await measureStart(9);
    return [
      { what: '启动应答 initialize answered', measured: `${ratio(real, floor).toFixed(2)} ×`, goal: '≤ 1.3 ×', met: real <= 1.3 * floor },
    ];
  },
  mix: () => keystroke('mix', 50, 25_000, { p50: 1.25, p95: 2 }),
  dense: () => keystroke('dense', 50, 25_000, { p50: 2, p95: 3 }),
  many: () => keystroke('mix', 1_000, 3_000, { p95: 3 }),
  patience: async () =>
    (await measurePatience()).map(({ phase, longest, p99 }) => ({
      what: `提问最久等多久 the longest wait of a question: ${phase}`,
      measured: `${longest.toFixed(0)} ms (p99 ${p99.toFixed(1)} ms)`,
      goal: '≤ 50 ms',
      met: longest <= 50,
    })),
  memory: async () => {
    const heaps = await measureMemory(8);
    const [first = 1, last = 1] = [heaps[2], heaps.at(-1)];
    const growth = last / first - 1;
    const curve = heaps.map((bytes) => (bytes / 2 ** 20).toFixed(1)).join(' ');
    return [
      {
        what: `连改 4000 处后的堆 the heap over 4,000 edits (${curve} MB)`,
        measured: `${(100 * growth).toFixed(1)} %`,
        goal: '≤ 5 %',
        met: growth <= 0.05,
      },
    ];
  },
  index: async () => {
    /** @type {Row[]} */
    const rows = [];
    for (const [blend, goal] of /** @type {const} */ ([
      ['mix', 40],
      ['dense', 100],
    ])) {
      const bytes = await measureIndexBytes(blend, 10);
      const what = `重复索引每字占内存 the index of repeats, a character: \`${blend}\`, 350,000 characters`;
      rows.push({ what, measured: `${bytes.toFixed(0)} B`, goal: `≤ ${goal} B`, met: bytes <= goal });
    }
    const phases = ['400 unopened drafts of 5,000 characters are read', 'read again from what was kept'];
    for (const [index, { longest, p99 }] of (await measureIndexing(400, 5_000)).entries()) {
      const what = `提问最久等多久 the longest wait of a question: ${phases[index]}`;
      rows.push({ what, measured: `${longest.toFixed(0)} ms (p99 ${p99.toFixed(1)} ms)`, goal: '≤ 50 ms', met: longest <= 50 });
    }
    return rows;
  },
  size: async () =>
    ['dist/server.js', 'dist/client.cjs', 'dist/cli.js'].map((file) => ({
      what: `\`${file}\``,
      measured: `${(statSync(file).size / 1024).toFixed(0)} KB`,
      goal: '—',
      met: undefined,
    })),
};

for (const name of only)
  if (!(name in measurements)) throw new Error(`no measurement is called ${name}: ${Object.keys(measurements).join(', ')}`);
/** @type {Row[]} */
const rows = [];
for (const [name, measure] of Object.entries(measurements)) {
  if (only.length > 0 && !only.includes(name)) continue;
  for (const row of await measure()) {
    rows.push(row);
    console.log(`${row.met === undefined ? ' ' : row.met ? '✓' : '✗'} ${row.measured.padStart(22)}   ${row.goal.padEnd(9)} ${row.what}`);
  }
}

if (args.includes('--write')) {
  const file = 'docs/performance.md';
  const table = rows.map(
    ({ what, measured, goal, met }) => `| ${what} | ${measured} | ${goal} | ${met === undefined ? '' : met ? '是 yes' : '否 no'} |`,
  );
  // Rows that were not measured now stay as they were.
  if (only.length > 0)
    table.unshift(
      ...readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => isOtherRow(line)),
    );
  const page = `# 速度 Performance

由 \`npm run bench -- --write\` 写成。倍数都与同一次运行中的空服务器相比：它不看文稿，只在每次改动后发布同样的发现；两边都开着，轮流接受同样的改动。没有任何测试断言时间。

Written by \`npm run bench -- --write\`. Ratios are against an empty server in the same run, which looks at nothing and publishes the same diagnostics after every change; both are alive and take equal edits in turn. No test asserts a time.

Node.js ${process.version}, ${process.platform} ${process.arch}.

| 项目 what | 实测 measured | 目标 goal | 达到 met |
|---|---|---|---|
${table.join('\n')}
`;
  writeFileSync(file, await format(page, { ...(await resolveConfig(file)), filepath: file }));
}

/** Whether a line of the page is a row that is not among those measured now. @param {string} line */
function isOtherRow(line) {
  const what = /^\| (.+?) +\| .*\|$/.exec(line)?.[1]?.trim();
  return what !== undefined && !what.startsWith('项目') && !what.startsWith('---') && !rows.some((row) => row.what === what);
}

process.exit(0);
