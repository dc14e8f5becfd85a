// Owns how far the words of our dictionary agree with those of the full one: of all the word boundaries that both see, how many
// are the same (twice those in common over the sum of both, as word segmentation is measured). Both have our own terms, so that
// only what was left out of the dictionary makes a difference.
//
//   node agreement.mjs FOLDER DICTIONARY     reads {"name": "text", …} from standard input
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import nodejieba from 'nodejieba';
import { loadTypeScript } from '../../../scripts/load.mjs';

const [folder = ''] = process.argv.slice(2);
const { filesIn } = /** @type {typeof import('../../../server/src/words/dictionary.ts')} */ (
  await loadTypeScript('server/src/words/dictionary.ts')
);
const ours = filesIn(folder);
const full = join(dirname(createRequire(import.meta.url).resolve('nodejieba/package.json')), 'submodules/cppjieba/dict/jieba.dict.utf8');
/** @type {Record<string, string>} */
const texts = JSON.parse(readFileSync(0, 'utf8'));

/** @param {import('nodejieba').LoadOptions} files */
function boundaries(files) {
  nodejieba.load(files);
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, text.split('\n').map((line) => ends(line))]));
}

/** @param {string} line */
function ends(line) {
  let at = 0;
  return new Set(nodejieba.tag(line).map(({ word }) => (at += word.length)));
}

const [mine, theirs] = [boundaries(ours), boundaries({ ...ours, dict: full })];
console.log(
  JSON.stringify(
    Object.fromEntries(
      Object.keys(texts).map((name) => {
        let [shared, all] = [0, 0];
        for (const [index, line] of (mine[name] ?? []).entries()) {
          const other = theirs[name]?.[index] ?? new Set();
          shared += 2 * [...line].filter((end) => other.has(end)).length;
          all += line.size + other.size;
        }
        return [name, { shared, all }];
      }),
    ),
  ),
);
