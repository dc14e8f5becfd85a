// In place of the native module of the same name, which needs a compiler.
// Owns: ending this process when the one that started it is gone.
'use strict';

const everyMilliseconds = 2000;

/** @param {number} pid the process to watch */
exports.start = (pid) => {
  const timer = setInterval(() => {
    try {
      process.kill(pid, 0);
    } catch {
      process.exit(87);
    }
  }, everyMilliseconds);
  timer.unref();
};

/** @param {number} code the exit code */
exports.exit = (code) => process.exit(code);
