// Owns the list of what is measured: every group, its rows, their goals and how long a group may take. The bench prints
// these rows and docs/performance.md holds them, in this order. Never here: how anything is measured.

/**
 * @typedef {object} Row
 * @property {string} id unique in its group
 * @property {string} what as it stands in the table
 * @property {'×' | '%' | 'B' | 'ms' | 'KB' | ''} unit
 * @property {number} [most] the goal: at most this
 * @property {number} [least] the goal: at least this
 */

/**
 * @typedef {object} Group
 * @property {string} name how it is asked for: `npm run bench -- NAME`
 * @property {number} minutes what it takes on two cores with nothing else going on, about
 * @property {number} bound minutes after which it is ended
 * @property {boolean} [asked] measured only when it is asked for
 * @property {readonly Row[]} rows
 */

/** @param {string} id @param {string} what @param {Row['unit']} unit @returns {Row} without a goal */
const shown = (id, what, unit) => ({ id, what, unit });
/** @param {string} id @param {string} what @param {number} most @param {Row['unit']} unit @returns {Row} */
const atMost = (id, what, most, unit) => ({ id, what, unit, most });
/** @param {string} id @param {string} what @param {number} least @param {Row['unit']} unit @returns {Row} */
const atLeast = (id, what, least, unit) => ({ id, what, unit, least });

/** @param {string} name @param {number} minutes @param {string} text @param {{ p50?: number, p95: number }} goal @returns {Group} */
const typing = (name, minutes, text, { p50, p95 }) => ({
  name,
  minutes,
  bound: 9,
  rows: [
    ...(p50 === undefined ? [] : [atMost('p50', `${text}: p50`, p50, '×')]),
    atMost('p95', `${text}: p95`, p95, '×'),
    atMost('bytes', `${text}: 每条发现 a diagnostic`, 200, 'B'),
    atMost('again', `${text}: 没有变化却重新发布 published though nothing changed`, 0, ''),
  ],
});

/** What a question from outside waits for, phase by phase, in the order in which they come. */
export const phases = /** @type {const} */ ([
  ['idle', '没有任务 nothing going on'],
  ['first', '打开 2.5 万字，载入词典 25,000 characters opened, the dictionary loads'],
  ['open', '打开 10 万字 100,000 characters opened'],
  ['edit', '改动其中 200 处 200 keystrokes in them'],
  ['close', '关闭一份 2.5 万字的 a draft of 25,000 characters closed'],
  ['long', '打开 100 万字 1,000,000 characters opened'],
  ['beside', '此时关闭一份 10 万字的 a draft of 100,000 characters closed beside it'],
]);

/** What is built, by the row that its size stands in. A folder ends in a slash. */
export const built = /** @type {const} */ ({
  client: 'client.cjs',
  library: 'language-client.cjs',
  server: 'server.js',
  cli: 'cli.js',
  parts: 'parts/',
  words: 'words-worker.cjs',
  dictionary: 'dictionary/',
});

const waits = '提问最久等多久 the longest wait of a question';

/** @param {string} text @param {{ jscpd: number, cpd: number }} goal */
const peers = (text, goal) => [
  atLeast('found', `${text}: 我们找到的 found by us`, 100, '%'),
  shown('found-spaced', `${text}: jscpd 逐字 character by character 找到的 found`, '%'),
  shown('found-raw', `${text}: jscpd 原文 as it is 找到的 found`, '%'),
  shown('found-cpd', `${text}: PMD CPD 找到的 found`, '%'),
  atMost('spaced', `${text}: 时间比 time beside jscpd 逐字 character by character`, goal.jscpd, '×'),
  shown('raw', `${text}: 时间比 time beside jscpd 原文 as it is`, '×'),
  atMost('cpd', `${text}: 时间比 time beside PMD CPD`, goal.cpd, '×'),
  shown('autocorrect', `${text}: 时间比 time beside AutoCorrect`, '×'),
  shown('zhlint', `${text}: 时间比 time beside zhlint`, '×'),
];

/** @type {readonly Group[]} */
export const groups = [
  { name: 'start', minutes: 0.2, bound: 3, rows: [atMost('ratio', '启动应答 initialize answered', 1.3, '×')] },
  {
    name: 'first',
    minutes: 0.2,
    bound: 3,
    rows: [
      atMost(
        'share',
        '2.5 万字的首批发现，占词典可用前的时间 first findings of 25,000 characters, until the dictionary is there',
        0.9,
        '×',
      ),
    ],
  },
  typing('mix', 2.5, '`mix` 10 万字，另开 50 份 100,000 characters, 50 others open', { p50: 1.25, p95: 2 }),
  typing('dense', 3.5, '`dense` 10 万字，另开 50 份 100,000 characters, 50 others open', { p50: 2, p95: 3 }),
  typing('many', 3, '`mix` 10 万字，另开 1000 份 100,000 characters, 1,000 others open', { p95: 3 }),
  {
    name: 'analysis',
    minutes: 2,
    bound: 9,
    rows: [
      ...Object.entries({ p50: 1000, p95: 300 }).map(([id, least]) =>
        atLeast(id, `从头分析是一次改动的多少倍 from scratch over one edit: ${id}`, least, '×'),
      ),
      ...Object.entries({ missing: '少报的', extra: '多报的' }).map(([id, zh]) =>
        atMost(id, `改动 2000 处 × 3 之后${zh} ${id} after 2,000 edits, three seeds`, 0, ''),
      ),
    ],
  },
  {
    name: 'patience',
    minutes: 1,
    bound: 6,
    rows: [
      atMost('words', `${waits}: 载入词典 the dictionary loads`, 20, 'ms'),
      ...phases.map(([id, what]) => atMost(id, `${waits}: ${what}`, 50, 'ms')),
    ],
  },
  { name: 'memory', minutes: 1.2, bound: 8, rows: [atMost('growth', '连改 1 万处后的堆 the heap over 10,000 edits', 5, '%')] },
  {
    name: 'index',
    minutes: 0.7,
    bound: 6,
    rows: [
      ...Object.entries({ mix: 40, dense: 100 }).map(([id, most]) =>
        atMost(id, `重复索引每字占内存 the index of repeats, a character: \`${id}\`, 350,000 characters`, most, 'B'),
      ),
      atMost('read', `${waits}: 读入 400 份未打开的 5000 字 400 unopened drafts of 5,000 characters are read`, 50, 'ms'),
      atMost('again', `${waits}: 再次读入（已存） read again from what was kept`, 50, 'ms'),
    ],
  },
  {
    name: 'dictionary',
    minutes: 0.5,
    bound: 4,
    rows: [
      atMost('load', '载入词典的时间 the dictionary loaded', 0.45, '×'),
      atMost('memory', '词典占的内存 memory of the dictionary', 0.6, '×'),
      atLeast('texts', '词界一致：示例和测试 word boundaries agree: examples and tests', 99, '%'),
      atLeast('speeches', '词界一致：真实讲稿 word boundaries agree: real speeches', 99, '%'),
    ],
  },
  {
    name: 'draft',
    minutes: 0.3,
    bound: 3,
    rows: [
      atMost('first', '检查 10 万字，不等词语 100,000 characters checked, before the words: 时间比 time beside AutoCorrect', 1, '×'),
      atMost('whole', '检查 10 万字，连同词语 100,000 characters checked, with the words: 时间比 time beside AutoCorrect', 1, '×'),
    ],
  },
  {
    name: 'autocorrect',
    minutes: 0.7,
    bound: 5,
    rows: [
      atLeast('p50', '一次改动，`autocorrect server` 是我们的多少倍 a keystroke, `autocorrect server` over ours: p50', 5, '×'),
      atLeast('findings', '发现的条数，我们是它的多少倍 findings, ours over its', 4, '×'),
    ],
  },
  {
    name: 'peers',
    minutes: 4,
    bound: 12,
    rows: peers('1000 份 1,000 drafts', { jscpd: 0.6, cpd: 0.2 }),
  },
  {
    name: 'peers-large',
    minutes: 8,
    bound: 30,
    asked: true,
    rows: peers('29 MB', { jscpd: 0.35, cpd: 0.2 }),
  },
  {
    name: 'activation',
    minutes: 1,
    bound: 6,
    rows: [
      atMost('own', '激活：载入代码和 activate() activation: the code loaded, activate() done', 50, 'ms'),
      shown('library', '随后载入语言客户端 the language client loaded after that', 'ms'),
      shown('findings', '从载入代码到首批发现 first findings, from the first line of the code', 'ms'),
    ],
  },
  {
    name: 'size',
    minutes: 0.5,
    bound: 5,
    rows: [...Object.entries(built).map(([id, name]) => shown(id, `\`${name}\``, 'KB')), shown('vsix', 'VSIX', 'KB')],
  },
];

const digits = { '×': 2, '%': 1, B: 0, ms: 0, KB: 0, '': 0 };

/** @param {Row} row @param {number} value */
export function valueShown({ unit }, value) {
  return `${value >= 100 ? value.toFixed(0) : value.toFixed(digits[unit])} ${unit}`.trim();
}

/** @param {Row} row */
export function goalShown({ most, least, unit }) {
  if (most !== undefined) return `≤ ${most} ${unit}`.trim();
  return least !== undefined ? `≥ ${least} ${unit}`.trim() : '—';
}

/** Whether a value is what the row aims at; `undefined` where it has no goal. @param {Row} row @param {number} value */
export function isMet({ most, least }, value) {
  if (most !== undefined) return value <= most;
  return least === undefined ? undefined : value >= least;
}
