// Loaded by VS Code's extension host in place of the tests.
// Owns: sending what the tests print straight to the launcher (through a file), and their result, whole and in order.
'use strict';

const nodeConsole = require('node:console');
const fs = require('node:fs');
const path = require('node:path');
const stream = require('node:stream');
const url = require('node:url');

const outputFile = String(process.env.SPEECH_DRAFT_HOST_OUTPUT);
const testsPath = path.resolve(String(process.env.SPEECH_DRAFT_HOST_TESTS));
const output = fs.openSync(outputFile, 'a');

/** @param {Buffer} chunk @param {string} _encoding @param {() => void} done */
function write(chunk, _encoding, done) {
  fs.writeSync(output, chunk);
  done();
}

/** VS Code's console ignores changes to its methods, so it is replaced as a whole while the tests run. */
function redirect() {
  const toLauncher = new stream.Writable({ decodeStrings: true, write });
  const before = { console: globalThis.console, out: process.stdout.write, err: process.stderr.write };
  globalThis.console = new nodeConsole.Console({ stdout: toLauncher, stderr: toLauncher });
  process.stdout.write = toLauncher.write.bind(toLauncher);
  process.stderr.write = toLauncher.write.bind(toLauncher);
  return () => {
    globalThis.console = before.console;
    process.stdout.write = before.out;
    process.stderr.write = before.err;
  };
}

async function loadTests() {
  try {
    return require(testsPath);
  } catch (error) {
    const isModule = error instanceof Error && 'code' in error && error.code === 'ERR_REQUIRE_ESM';
    if (!isModule) throw error;
    return import(url.pathToFileURL(testsPath).href);
  }
}

exports.run = async () => {
  const restore = redirect();
  let result = 'failed';
  try {
    const { run } = await loadTests();
    await run();
    result = 'passed';
  } catch (error) {
    console.error(error);
    throw error;
  } finally {
    restore();
    fs.writeFileSync(`${outputFile}.result`, result);
  }
};
