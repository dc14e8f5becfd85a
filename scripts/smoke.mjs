// Owns the smoke test of a package: what is inside an unpacked .vsix, and nothing else, checks a draft.
//
//   node scripts/smoke.mjs FOLDER      the folder `extension` of an unpacked .vsix

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

const folder = resolve(process.argv[2] ?? '');
const require = createRequire(import.meta.url);

// The native module is of this system, and its dictionary is whole.
const { load, cut } = require(join(folder, 'dist/node_modules/nodejieba'));
const dictionary = (/** @type {string} */ name) => join(folder, 'dist/dictionary', `${name}.utf8`);
load({
  dict: dictionary('jieba.dict'),
  hmmDict: dictionary('hmm_model'),
  userDict: dictionary('user.dict'),
  idfDict: dictionary('idf'),
  stopWordDict: dictionary('stop_words'),
});
assert.ok(cut('全县地区生产总值增长').includes('地区生产总值'), 'the words of a speech are known');

// The command line finds the hole, and says so.
const { status, stdout, stderr } = spawnSync(
  process.execPath,
  [join(folder, 'dist/cli.js'), 'check', '--format', 'json', join(folder, 'media/walkthrough/sample.txt')],
  { encoding: 'utf8' },
);
assert.equal(status, 1, stderr);
for (const rule of ['placeholder', 'repeated-passage', 'numbering']) assert.ok(stdout.includes(`"${rule}"`), `no ${rule} in ${stdout}`);
console.log(`${folder}: native module and command line work on ${process.platform}-${process.arch}, Node.js ${process.version}`);
