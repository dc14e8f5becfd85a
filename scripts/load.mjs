// Owns loading the project's TypeScript from a script: bundles one entry in memory and imports it.
import * as esbuild from 'esbuild';

/** @param {string} entry path from the project's root @returns {Promise<unknown>} what the module exports */
export async function loadTypeScript(entry) {
  const { outputFiles } = await esbuild.build({
    entryPoints: [entry],
    bundle: true,
    platform: 'node',
    format: 'esm',
    write: false,
    logLevel: 'error',
  });
  const code = outputFiles[0]?.text ?? '';
  return import(`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`);
}
