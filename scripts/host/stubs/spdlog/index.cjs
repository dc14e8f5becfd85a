// In place of the native module of the same name, which needs a compiler.
// Owns: VS Code's log files and output channels, written at once and never rotated.
'use strict';

const fs = require('node:fs');
const path = require('node:path');

const methods = ['trace', 'debug', 'info', 'warn', 'error', 'critical'];
const info = methods.indexOf('info');

/** One log file. Messages below the level are dropped; with formatters cleared a message is written as it is. */
class Logger {
  /** @param {string} file */
  constructor(file) {
    this.file = file;
    this.level = info;
    this.bare = false;
    const writers = methods.map((method, level) => [method, (/** @type {string} */ message) => this.put(level, message)]);
    Object.assign(this, Object.fromEntries(writers));
  }

  /** @param {number} level @param {string} message */
  put(level, message) {
    if (level < this.level) return;
    const time = new Date().toISOString().slice(0, -1).replace('T', ' ');
    const line = this.bare ? message : `${time} [${methods[level]}] ${message}\n`;
    try {
      fs.appendFileSync(this.file, line);
    } catch {
      // the run is over and its folder is gone
    }
  }

  getLevel() {
    return this.level;
  }

  /** @param {number} level */
  setLevel(level) {
    this.level = level;
  }

  clearFormatters() {
    this.bare = true;
  }

  setPattern() {
    this.bare = false;
  }

  flush() {}

  drop() {}
}

/** @param {string} _name @param {string} file */
async function openLog(_name, file) {
  await fs.promises.mkdir(path.dirname(file), { recursive: true });
  return new Logger(file);
}

exports.version = 11100;
exports.Logger = Logger;
exports.createRotatingLogger = openLog;
exports.createAsyncRotatingLogger = openLog;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
