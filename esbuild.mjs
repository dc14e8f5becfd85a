// Owns the build: bundles client, server, CLI and the words thread, and puts the dictionary beside them.
//
//   node esbuild.mjs                       into dist/, with source maps
//   node esbuild.mjs --watch               again after every change
//   node esbuild.mjs --production FOLDER   small, with the native module, as it is shipped
import * as esbuild from 'esbuild';
import { rmSync } from 'node:fs';
import { copyDictionary, copyNativeModule } from './scripts/native.mjs';

const production = process.argv.includes('--production');
const folder = production ? (process.argv.at(-1) ?? '') : 'dist';

/** @type {esbuild.BuildOptions} */
const shared = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  outdir: folder,
  sourcemap: !production,
  minify: production,
  // The sizes of what was built help nobody who only wants to try it; --watch says when it has built.
  logLevel: process.argv.includes('--watch') ? 'info' : 'warning',
  legalComments: 'none',
  charset: 'utf8',
};

/** VS Code loads extensions as CommonJS, and the words thread needs `require`; server and CLI are modules. @type {esbuild.BuildOptions[]} */
const builds = [
  { ...shared, format: 'cjs', entryPoints: { client: 'client/src/extension.ts' }, outExtension: { '.js': '.cjs' }, external: ['vscode'] },
  {
    ...shared,
    format: 'cjs',
    entryPoints: { 'words-worker': 'server/src/words/worker.ts' },
    outExtension: { '.js': '.cjs' },
    external: ['nodejieba'],
  },
  {
    ...shared,
    format: 'esm',
    entryPoints: { server: 'server/src/main.ts', cli: 'server/src/cli.ts' },
    // Its main file is a form of module whose imports no bundler can follow.
    alias: { 'jsonc-parser': 'jsonc-parser/lib/esm/main.js' },
    // What server and CLI share, and what is loaded only when it is needed (`await import`), are files of their own.
    splitting: true,
    chunkNames: 'parts/[name]-[hash]',
    banner: { js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);" },
  },
];

if (!process.argv.includes('--watch')) {
  rmSync(folder, { recursive: true, force: true });
  await Promise.all(builds.map((options) => esbuild.build(options)));
} else {
  for (const options of builds) await (await esbuild.context(options)).watch();
}
copyDictionary(`${folder}/dictionary`);
if (production) copyNativeModule(`${folder}/node_modules/nodejieba`);
