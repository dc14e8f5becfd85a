// Owns the race of whole processes on one folder of drafts: ours and the others in turn, and what each of them finds.
import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { median } from '../figures.mjs';
import { speech } from '../server/texts.mjs';
import { autoCorrect, cpd, installPeers, jscpd, zhlint } from './install.mjs';
import { marksOfCpd, marksOfJscpd, marksOfOurs, spaced } from './read.mjs';
import { exactRepeats, fewest, foundOf } from './truth.mjs';

/** @typedef {import('../report.mjs').Report} Report */
/** @typedef {import('./truth.mjs').Span} Span */

/**
 * @typedef {object} Runner
 * @property {string} id of its row
 * @property {string} name with its version
 * @property {string[]} command the whole call
 * @property {string} [folder] where it is called
 * @property {string} [found] the row of what it finds
 * @property {() => Span[]} [marks] what it marked, when it has run
 */

const rounds = 3;
/** Who takes longer than this is not run again, in seconds. */
const patience = 30;

/**
 * Measures and tells all rows of a group of peers.
 * @param {Report} report
 * @param {{ count: number, size: number, bound: number }} folder drafts, characters of each, and seconds for one run
 */
export async function race(report, { count, size, bound }) {
  const modules = await report.phase('the programs to compare with are installed', 180, installPeers);
  const place = mkdtempSync(join(tmpdir(), 'race-'));
  const names = Array.from({ length: count }, (_, index) => `draft-${String(index).padStart(4, '0')}.txt`);
  const texts = await report.phase(`${count} drafts of ${size} characters are written`, 120, () => layOut(place, names, size));
  const runners = runnersOf(report, modules, place, names, texts);
  report.say(runners.map(({ name }) => name).join(', '));
  const failed = await time(report, runners, join(place, 'out'), bound);
  const truth = await report.phase('all repeats are found the plain way', 300, () => exactRepeats(texts));
  report.say(`${truth.length} repeats of ${fewest} characters and more`);
  for (const { id, name, found, marks } of runners) {
    if (found === undefined || marks === undefined) continue;
    const reason = failed.get(id);
    if (reason !== undefined) {
      report.missing(found, `${name}: ${reason === '' ? `not ended within ${bound} s` : reason}`);
      continue;
    }
    try {
      const { pointedAt, characters, whole } = foundOf(texts, truth, marks());
      const percent = (/** @type {number} */ share) => `${(100 * share).toFixed(1)} %`;
      report.row(found, 100 * pointedAt, `字 characters ${percent(characters)}, 整段 whole ${percent(whole)}`);
    } catch (error) {
      report.missing(found, `没有结果 it left no result: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}

/** Writes the drafts twice, as they are and character by character. @param {string} place @param {readonly string[]} names @param {number} size */
function layOut(place, names, size) {
  for (const folder of ['raw', 'spaced', 'out']) mkdirSync(join(place, folder));
  // The truth counts twelve characters with the punctuation among them, we count without; nine is the least that can be set.
  mkdirSync(join(place, 'raw', '.vscode'));
  writeFileSync(join(place, 'raw', '.vscode', 'settings.json'), JSON.stringify({ 'speechDraft.repeated-passage.minimumLength': 9 }));
  return names.map((name, index) => {
    // A title that all share would be a repeat, though nobody's.
    const text = speech('plain', size, 20_000 + index).replace(/^.*/, `讲话之${index + 1}`);
    writeFileSync(join(place, 'raw', name), text);
    writeFileSync(join(place, 'spaced', name), spaced(text));
    return text;
  });
}

/**
 * @param {Report} report @param {string} modules @param {string} place
 * @param {readonly string[]} names @param {readonly string[]} texts
 * @returns {Runner[]} ours first
 */
function runnersOf(report, modules, place, names, texts) {
  const [raw, apart, out] = [join(place, 'raw'), join(place, 'spaced'), join(place, 'out')];
  const copies = (
    /** @type {string} */ id,
    /** @type {string} */ folder,
    /** @type {string} */ tokens,
    /** @type {boolean} */ isSpaced,
  ) => {
    const { name, command } = jscpd(modules);
    const to = join(out, id);
    const switches = ['-k', tokens, '-l', '0', '-z', '1gb', '-r', 'json', '-o', to, '--no-gitignore', '--silent', '--no-tips', folder];
    const marks = () => marksOfJscpd(readFileSync(join(to, 'jscpd-report.json'), 'utf8'), names, texts, isSpaced);
    return { id, found: `found-${id}`, name: `${name} -k ${tokens} -l 0`, command: [...command, ...switches], marks };
  };
  /** @type {Runner[]} */
  const runners = [
    {
      id: 'ours',
      found: 'found',
      name: 'speech-draft',
      command: [process.execPath, resolve('dist/cli.js'), 'check', '--format', 'json', raw],
      marks: () => marksOfOurs(readFileSync(join(out, 'ours.txt'), 'utf8'), names),
    },
    copies('spaced', apart, '12', true),
    copies('raw', raw, '5', false),
  ];
  const theirs = cpd(modules);
  if (typeof theirs === 'string') for (const id of ['cpd', 'found-cpd']) report.missing(id, theirs);
  else {
    const to = join(out, 'cpd.tsv');
    const marks = () => marksOfCpd(readFileSync(to, 'utf8'), names, texts);
    runners.push({ id: 'cpd', found: 'found-cpd', name: theirs.name, command: [...theirs.command, raw, '12', to], marks });
  }
  const [correct, lint] = [autoCorrect(modules), zhlint(modules)];
  runners.push({ id: 'autocorrect', name: correct.name, command: [...correct.command, raw] });
  runners.push({ id: 'zhlint', name: lint.name, command: [...lint.command, '*.txt'], folder: raw });
  return runners;
}

/** Runs all in turn, tells the ratios, and gives who failed and why, nothing where its time was up. @param {Report} report @param {readonly Runner[]} runners @param {string} folder for what they say @param {number} bound seconds */
async function time(report, runners, folder, bound) {
  /** @type {Map<string, number[]>} */
  const took = new Map(runners.map(({ id }) => [id, []]));
  /** @type {Map<string, string>} */
  const failed = new Map();
  for (let round = 0; round < rounds; round += 1)
    for (const runner of runners) {
      const before = took.get(runner.id) ?? [];
      if (failed.has(runner.id) || (before[0] ?? 0) > patience * 1000) continue;
      const result = await report.phase(`${runner.name}, ${round + 1} of ${rounds}`, bound + 20, () => run(runner, folder, bound));
      if (typeof result === 'number') before.push(result);
      else failed.set(runner.id, result);
    }
  const ours = median(took.get('ours') ?? []);
  if (failed.has('ours')) throw new Error(`speech-draft: ${failed.get('ours')}`);
  for (const { id, name } of runners) {
    const reason = failed.get(id);
    const theirs = median(took.get(id) ?? []);
    const note = `${seconds(ours)} : ${seconds(theirs)}${id === 'ours' ? '' : `, ${name}`}`;
    if (id === 'ours') continue;
    if (reason === undefined) report.row(id, ours / theirs, note);
    else if (reason === '') report.bound(id, ours / (bound * 1000), `${seconds(ours)} : > ${bound} s, ${name}`);
    else report.missing(id, `${name}: ${reason}`);
  }
  return failed;
}

const seconds = (/** @type {number} */ milliseconds) => `${(milliseconds / 1000).toFixed(2)} s`;

/**
 * Runs one process to its end; what it says goes to a file.
 * @param {Runner} runner @param {string} folder for what it says @param {number} bound seconds
 * @returns {Promise<number | string>} milliseconds; or why it failed, nothing where its time was up
 */
function run({ id, command, folder: cwd, marks }, folder, bound) {
  const complained = join(folder, `${id}.err`);
  const [out, err] = [openSync(join(folder, `${id}.txt`), 'w'), openSync(complained, 'w')];
  const [program = '', ...args] = command;
  return new Promise((resolve) => {
    const from = performance.now();
    const child = spawn(program, args, { cwd, stdio: ['ignore', out, err] });
    let isOver = false;
    const timer = setTimeout(() => {
      isOver = true;
      child.kill('SIGKILL');
    }, bound * 1000);
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code) => {
      const took = performance.now() - from;
      clearTimeout(timer);
      closeSync(out);
      closeSync(err);
      if (isOver) return resolve('');
      // A linter that has found something may say so by its exit code; one that has broken down has left no result.
      const broke = /OutOfMemoryError|heap out of memory|\w+(?:Error|Exception)\b(?=.*\n\s+at )/.exec(
        readFileSync(complained, 'utf8'),
      )?.[0];
      const isBroken = broke !== undefined || code === null || (marks !== undefined && code > 1);
      return resolve(isBroken ? (broke ?? `exit ${code}`) : took);
    });
  });
}
