// Owns: running the suite inside VS Code's extension host: finds the test files beside it, reports, counts.

import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Mocha from 'mocha';

const testMilliseconds = 30_000;

/**
 * What the runner reads when VS Code has ended.
 */
interface Results {
  passed: number;
  failed: number;
  skipped: number;
}

/**
 * Called by VS Code. Writes the counts to the file that `SPEECH_DRAFT_RESULTS` names.
 *
 * @throws {Error} if a test has failed or none has run
 */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'tdd', timeout: testMilliseconds, color: false, forbidOnly: true });
  const files = readdirSync(__dirname).filter((name) => name.endsWith('.test.cjs'));
  for (const name of files.sort()) mocha.addFile(join(__dirname, name));
  const results = await new Promise<Results>((resolve) => {
    const runner = mocha.run(() => {
      const { passes = 0, failures = 0, pending = 0 } = runner.stats ?? {};
      resolve({ passed: passes, failed: failures, skipped: pending });
    });
  });
  const file = process.env['SPEECH_DRAFT_RESULTS'];
  if (file) writeFileSync(file, JSON.stringify(results));
  if (results.failed > 0) throw new Error(`${results.failed} tests failed`);
  if (results.passed === 0) throw new Error('no test has run');
}
