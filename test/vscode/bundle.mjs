// Owns: turning the suite into what VS Code's extension host can load: CommonJS, one file for each test file.

import fs from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { repositoryRoot } from '../../scripts/host/paths.mjs';

const here = path.join(repositoryRoot, 'test', 'vscode');

/**
 * @param {string} folder a new one
 * @param {string[]} parts folders in test/vscode whose tests are wanted
 * @returns {Promise<string>} the file whose `run` runs them
 */
export async function bundleSuite(folder, parts) {
  const tests = parts.flatMap((part) =>
    fs
      .readdirSync(path.join(here, part))
      .filter((name) => name.endsWith('.test.ts'))
      .map((name) => path.join(here, part, name)),
  );
  fs.mkdirSync(folder);
  fs.symlinkSync(path.join(repositoryRoot, 'node_modules'), path.join(folder, 'node_modules'), 'junction'); // for mocha
  await build({
    entryPoints: [path.join(here, 'suite', 'run.ts'), ...tests],
    entryNames: '[name]',
    outdir: folder,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    sourcemap: 'inline',
    external: ['vscode', 'mocha'],
    logLevel: 'warning',
  });
  return path.join(folder, 'run.cjs');
}
