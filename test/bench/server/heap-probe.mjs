// Owns the bench's look into a server's heap: on SIGUSR2 it collects garbage and writes the bytes in use to standard error.
process.on('SIGUSR2', () => {
  globalThis.gc?.();
  globalThis.gc?.();
  process.stderr.write(`heap ${process.memoryUsage().heapUsed}\n`);
});
