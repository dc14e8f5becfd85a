// Owns standing in for the client's bundle as the extension's main file: loads it, calls it, and notes how long things took.
'use strict';

const Module = require('node:module');

/** Milliseconds; `begun` is the first line of our code. */
const times = { begun: performance.now(), load: 0, activate: 0, library: 0 };

// The bundle of the language client is loaded later; that is noted too.
const original = Module.prototype.require;
/** @this {NodeJS.Module} @param {string} name */
Module.prototype.require = function (name) {
  if (!name.endsWith('language-client.cjs')) return original.call(this, name);
  const before = performance.now();
  const loaded = original.call(this, name);
  times.library = performance.now() - before;
  return loaded;
};
// Beside this file only where it is measured.
const client = require(String('./dist/client.cjs'));
times.load = performance.now() - times.begun;

/** Until what it gives is there, as VS Code counts. @param {unknown} context @returns {Promise<typeof times>} */
exports.activate = async (context) => {
  const called = performance.now();
  await client.activate(context);
  times.activate = performance.now() - called;
  return times;
};
exports.deactivate = client.deactivate;
