// Owns starting the fuzzer: one bundle of TypeScript, so that it needs nothing but Node.js; see main.ts.
import * as esbuild from 'esbuild';

const outfile = 'dist/fuzz.mjs';
await esbuild.build({
  entryPoints: ['test/fuzz/main.ts'],
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  outfile,
  logLevel: 'error',
});
await import(new URL(`../../${outfile}`, import.meta.url).href);
