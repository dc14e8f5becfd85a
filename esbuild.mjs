// Owns the build: bundles client, server, CLI and the words thread, and puts the dictionary beside them.
//
//   node esbuild.mjs                       into dist/, with source maps
//   node esbuild.mjs --watch               again after every change
//   node esbuild.mjs --production FOLDER   small, with the native module, as it is shipped
import * as esbuild from 'esbuild';
import { rmSync } from 'node:fs';
import { join, relative } from 'node:path';
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

/**
 * The files of the client that are loaded when they are needed (`import()`), and the bundles that they are. VS Code waits for
 * `client.cjs` alone, and the language client is five sixths of the client.
 */
const late = { 'language-client': 'client/src/connection.ts' };

/** Leaves a file of `late` in its bundle. @type {esbuild.Plugin} */
const apart = {
  name: 'apart',
  setup: (build) =>
    build.onResolve({ filter: /^\./ }, ({ kind, path, resolveDir }) => {
      const file = relative('.', join(resolveDir, path)).replaceAll('\\', '/');
      const name = kind === 'dynamic-import' && Object.entries(late).find((entry) => entry[1] === file)?.[0];
      return name ? { path: `./${name}.cjs`, external: true } : undefined;
    }),
};

/** VS Code loads extensions as CommonJS, and the words thread needs `require`; server and CLI are modules. @type {esbuild.BuildOptions[]} */
const builds = [
  {
    ...shared,
    format: 'cjs',
    entryPoints: { client: 'client/src/extension.ts', ...late },
    outExtension: { '.js': '.cjs' },
    external: ['vscode'],
    plugins: [apart],
    // `require` instead: VS Code gives out its API there.
    supported: { 'dynamic-import': false },
  },
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
