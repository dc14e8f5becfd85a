// Owns running one group: a process of its own with a folder of its own, ended when its time is up, and nothing left of it.
import { spawn } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { goalShown, isMet, valueShown } from './catalogue.mjs';

/** @typedef {import('./catalogue.mjs').Group} Group */
/** @typedef {import('./report.mjs').Message} Message */

/**
 * What came of a row. Without a value it was not measured, and `shown` says why.
 * @typedef {{ what: string, goal: string, shown: string, measured: boolean, met: boolean | undefined }} Outcome
 */

/** The module that measures a group. @param {string} name */
const fileOf = (name) => new URL(`./measure/${name}.mjs`, import.meta.url);

/**
 * Measures a group. Every row has an outcome, whatever happens.
 * @param {Group} group
 * @param {{ said: (line: string) => void, waiting: (what: string, seconds: number) => void, row: (outcome: Outcome) => void }} teller
 * @param {URL} [file] the module that measures it
 * @returns {Promise<Outcome[]>} in the order of the group's rows
 */
export async function runGroup(group, teller, file = fileOf(group.name)) {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'sb-'))); // short, because sockets live in it
  const child = spawn(process.execPath, [fileURLToPath(new URL('./child.mjs', import.meta.url)), file.href], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    // A group of its own, so that whatever it started can be ended with it.
    detached: process.platform !== 'win32',
    env: { ...process.env, TMPDIR: folder, TEMP: folder, TMP: folder },
  });
  /** @type {Map<string, Outcome>} */
  const outcomes = new Map();
  let reason = 'it ended early';
  const end = () => {
    signal(child.pid, 'SIGKILL');
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  process.once('exit', end);
  const timer = setTimeout(() => {
    reason = `not ended within ${group.bound} min`;
    signal(child.pid, 'SIGKILL');
  }, group.bound * 60_000);
  child.on('message', (/** @type {Message} */ message) => {
    if (message.kind === 'phase') return teller.waiting(message.what, message.seconds);
    if (message.kind === 'say') return message.line && teller.said(message.line);
    if (message.kind === 'failed') {
      reason = message.reason.split('\n', 1)[0] ?? '';
      return reason !== message.reason && teller.said(message.reason);
    }
    const row = group.rows.find(({ id }) => id === message.id);
    if (!row) return teller.said(`${group.name}: no row is called ${message.id}`);
    const outcome = outcomeOf(row, message);
    outcomes.set(row.id, outcome);
    return teller.row(outcome);
  });
  try {
    await new Promise((resolve) => {
      child.once('error', resolve);
      child.once('exit', resolve);
    });
  } finally {
    clearTimeout(timer);
    process.off('exit', end);
    end();
  }
  for (const row of group.rows) {
    if (outcomes.has(row.id)) continue;
    const outcome = outcomeOf(row, { kind: 'missing', id: row.id, reason });
    outcomes.set(row.id, outcome);
    teller.row(outcome);
  }
  return group.rows.map(({ id }) => /** @type {Outcome} */ (outcomes.get(id)));
}

/**
 * @param {import('./catalogue.mjs').Row} row @param {Message & { kind: 'row' | 'bound' | 'missing' }} message
 * @returns {Outcome}
 */
function outcomeOf(row, message) {
  const { what } = row;
  const goal = goalShown(row);
  if (message.kind === 'missing') return { what, goal, shown: `未测 not measured: ${message.reason}`, measured: false, met: undefined };
  const { value, note } = message;
  const sign = message.kind === 'row' ? '' : row.least === undefined ? '< ' : '> ';
  return { what, goal, shown: `${sign}${valueShown(row, value)}${note && ` (${note})`}`, measured: true, met: isMet(row, value) };
}

/** Ends a process and all that it started. @param {number | undefined} pid @param {NodeJS.Signals} name */
function signal(pid, name) {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, name);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}
