// Owns the rows of what is shipped: the bundles as they lie in the package, and the package.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { built } from '../catalogue.mjs';

/** @param {string} path @returns {number} bytes of a file, or of all files in a folder */
function sizeOf(path) {
  const stat = statSync(path);
  return stat.isDirectory() ? readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0) : stat.size;
}

/** @param {string[]} args */
function run(args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${args[0]} failed: ${stdout}${stderr}`);
}

/** @param {import('../report.mjs').Report} report */
export async function measure(report) {
  const folder = join(mkdtempSync(join(tmpdir(), 'built-')), 'dist');
  await report.phase('the bundles are built as they are shipped', 60, () => run(['esbuild.mjs', '--production', folder]));
  for (const [id, name] of Object.entries(built)) report.row(id, sizeOf(join(folder, name)) / 1024);
  await report.phase('the package is made', 120, () => run(['scripts/package.mjs']));
  const target = process.env['SPEECH_DRAFT_TARGET'] ?? `${process.platform}-${process.arch}`;
  report.row('vsix', sizeOf(`dist/speech-draft-${target}.vsix`) / 1024);
}
