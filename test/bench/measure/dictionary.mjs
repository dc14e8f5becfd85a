// Owns the rows of the dictionary: its cost beside the library's own, and how far the words agree.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { median } from '../figures.mjs';

const rounds = 5;
const seeds = new URL('../../../../shared/seeds/', import.meta.url);

/** @param {string[]} args @returns {{ took: number, bytes: number }} */
const load = (args) => JSON.parse(execFileSync(process.execPath, ['test/bench/words/load.mjs', ...args], { encoding: 'utf8' }));

/** @param {URL} folder @param {RegExp} name @returns {string} all that is in such files */
function read(folder, name) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => name.test(file))
    .sort()
    .map((file) => readFileSync(new URL(file.split('/').map(encodeURIComponent).join('/'), folder), 'utf8'))
    .join('\n');
}

/** Texts that the dictionary was not chosen on: the examples, and the Chinese in the tests of the rules. */
function ownTexts() {
  const said = read(new URL('../../rules/', import.meta.url), /\.(?:ts|txt|md)$/).match(
    /[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef\d.%]{12,}/gu,
  );
  return `${read(new URL('../../../examples/', import.meta.url), /\.(?:txt|md)$/)}\n${(said ?? []).join('\n')}`;
}

/** @param {Record<string, string>} texts @returns {Record<string, { shared: number, all: number }>} */
function agreement(texts) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['test/bench/words/agreement.mjs', 'dist/dictionary'], {
    input: JSON.stringify(texts),
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

/** @param {import('../report.mjs').Report} report */
export async function measure(report) {
  /** @type {{ ours: { took: number, bytes: number }[], theirs: { took: number, bytes: number }[] }} */
  const loads = { ours: [], theirs: [] };
  for (let round = 0; round < rounds; round += 1)
    await report.phase(`both dictionaries are loaded, ${round + 1} of ${rounds}`, 30, () => {
      loads.ours.push(load(['dist/dictionary']));
      loads.theirs.push(load([]));
    });
  /** @param {'took' | 'bytes'} part */
  const ratio = (part) => median(loads.ours.map((each) => each[part])) / median(loads.theirs.map((each) => each[part]));
  report.row('load', ratio('took'));
  report.row('memory', ratio('bytes'));
  const texts = { texts: ownTexts(), ...(existsSync(seeds) && { speeches: read(seeds, /\.txt$/) }) };
  const agreed = await report.phase('words are compared', 60, () => agreement(texts));
  for (const [id, { shared, all }] of Object.entries(agreed)) report.row(id, (100 * shared) / all, `${all / 2} 处 boundaries`);
  if (!('speeches' in agreed)) report.missing('speeches', '真实讲稿不在旁边 the folder of real speeches is not beside the project');
}
