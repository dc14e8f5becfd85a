// Owns loading a dictionary in a fresh process: says how long it took and how much memory the process grew by.
//
//   node load.mjs             the library's own files
//   node load.mjs FOLDER      those in a folder, by the names that the build gives them
import nodejieba from 'nodejieba';
import { loadTypeScript } from '../../../scripts/load.mjs';

const [folder] = process.argv.slice(2);
const { filesIn } = /** @type {typeof import('../../../server/src/words/dictionary.ts')} */ (
  await loadTypeScript('server/src/words/dictionary.ts')
);
const files = folder === undefined ? undefined : filesIn(folder);
const before = process.memoryUsage.rss();
const from = performance.now();
nodejieba.load(files);
nodejieba.tag('全县上下要把项目建设作为头等大事。');
const took = performance.now() - from;
console.log(JSON.stringify({ took, bytes: process.memoryUsage.rss() - before }));
