// Owns: the one line that says a long installation is under way, on standard error.

const everyMilliseconds = 1000;

/**
 * Says that something is being installed: at a terminal one line whose seconds count up, elsewhere a line now and one
 * when it is done.
 *
 * @param {string} what
 * @returns {() => void} says that it is done
 */
export function showProgress(what) {
  const start = process.hrtime.bigint();
  const seconds = () => Math.round(Number(process.hrtime.bigint() - start) / 1e9);
  const terminal = process.stderr.isTTY;
  if (!terminal) process.stderr.write(`${what} …\n`);
  const show = () => process.stderr.write(`\r${what} … ${seconds()} s`);
  const timer = terminal ? setInterval(show, everyMilliseconds) : undefined;
  timer?.unref();
  if (terminal) show();
  return () => {
    clearInterval(timer);
    if (terminal) process.stderr.write(`\r${what} … ${seconds()} s ✓\n`);
    else process.stderr.write(`${what}: ${seconds()} s ✓\n`);
  };
}
