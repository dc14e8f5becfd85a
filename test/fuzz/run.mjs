// Owns starting the fuzzer: one bundle of TypeScript, so that it needs nothing but Node.js; see main.ts.
import { rm } from 'node:fs/promises';
import * as esbuild from 'esbuild';

// With the process in its name: of two fuzzers at a time one would read what the other had half written, and find nothing.
const outfile = `dist/fuzz-${process.pid}.mjs`;
await esbuild.build({
  entryPoints: ['test/fuzz/main.ts'],
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  outfile,
  logLevel: 'error',
});
const file = new URL(`../../${outfile}`, import.meta.url);
try {
  await import(file.href);
} finally {
  await rm(file);
}
