// Owns standing in for the client's bundle as the extension's main file: loads it, calls it, and keeps how long both took.
'use strict';

const fs = require('node:fs');

const begun = performance.now();
// Beside this file only where it is measured.
const client = require(String('./dist/client.cjs'));
const loaded = performance.now();

/** @param {unknown} context */
exports.activate = async (context) => {
  const called = performance.now();
  const result = client.activate(context);
  const returned = performance.now();
  fs.writeFileSync(String(process.env['SPEECH_DRAFT_BENCH_RESULT']), JSON.stringify({ load: loaded - begun, activate: returned - called }));
  return result;
};
exports.deactivate = client.deactivate;
