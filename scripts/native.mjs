// Owns what is taken from nodejieba: the few files that it runs on, and a dictionary without what a speech never holds.
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const root = dirname(createRequire(import.meta.url).resolve('nodejieba/package.json'));
const sources = join(root, 'submodules/cppjieba/dict');

/** The files of nodejieba that are needed at run time, besides a dictionary. */
const runtimeFiles = ['index.js', 'package.json', 'LICENSE', 'build/Release/nodejieba.node'];

/**
 * Words that stay: common ones; rare ones only when they are long terms; names of people and places only when well known.
 * Loading costs time and memory by the number of words.
 * @param {string} word @param {number} frequency @param {string} tag
 */
function keeps(word, frequency, tag) {
  if (/^(?:nr|ns|nt|nz)/.test(tag)) return frequency >= 50;
  return frequency >= 5 || (word.length >= 4 && /^[nvil]/.test(tag));
}

/** Writes the dictionary into a folder. @param {string} folder */
export function copyDictionary(folder) {
  mkdirSync(folder, { recursive: true });
  const lines = readFileSync(join(sources, 'jieba.dict.utf8'), 'utf8').split('\n').filter(Boolean);
  const kept = lines.filter((line) => {
    const [word = '', frequency = '0', tag = ''] = line.split(' ');
    return keeps(word, Number(frequency), tag);
  });
  writeFileSync(join(folder, 'jieba.dict.utf8'), kept.join('\n') + '\n');
  cpSync(join(sources, 'hmm_model.utf8'), join(folder, 'hmm_model.utf8'));
  writeFileSync(join(folder, 'user.dict.utf8'), readFileSync(new URL('../server/src/words/terms.txt', import.meta.url), 'utf8'));
  // Only keyword extraction reads these two, which we do not use; they must exist and hold a line.
  writeFileSync(join(folder, 'idf.utf8'), '的 1\n');
  writeFileSync(join(folder, 'stop_words.utf8'), '的\n');
}

/** Copies what the native module runs on. @param {string} folder */
export function copyNativeModule(folder) {
  if (!existsSync(join(root, 'build/Release/nodejieba.node'))) throw new Error('nodejieba is not built: run npm ci');
  for (const file of runtimeFiles) cpSync(join(root, file), join(folder, file));
}
