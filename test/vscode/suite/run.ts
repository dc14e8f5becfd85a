// Owns: running the suite inside VS Code's extension host: finds the test files beside it, reports, counts.

import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Mocha from 'mocha';
import { extensions } from 'vscode';
import { caughtCalls, trapNetwork } from './no-network';

const testMilliseconds = 30_000;
/** A rejected promise may be handled so much later. */
const patienceMilliseconds = 800;

/**
 * What the runner reads when VS Code has ended.
 */
interface Results {
  passed: number;
  failed: number;
  skipped: number;
}

/**
 * Called by VS Code. Writes the counts to the file that `SPEECH_DRAFT_RESULTS` names; `SPEECH_DRAFT_ONLY` are words that the
 * names of the wanted tests hold.
 *
 * @throws {Error} if a test has failed or none has run
 */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'tdd', timeout: testMilliseconds, color: false, forbidOnly: true });
  mocha.fgrep(process.env['SPEECH_DRAFT_ONLY'] ?? '');
  const files = readdirSync(__dirname).filter((name) => name.endsWith('.test.cjs'));
  for (const name of files.sort()) mocha.addFile(join(__dirname, name));
  trapNetwork(extensions.getExtension('speech-draft.speech-draft')?.extensionPath ?? '');
  const orphans = watchPromises();
  const results = await new Promise<Results>((resolve) => {
    const runner = mocha.run(() => {
      const { passes = 0, failures = 0, pending = 0 } = runner.stats ?? {};
      resolve({ passed: passes, failed: failures, skipped: pending });
    });
  });
  for (const reason of await orphans()) {
    results.failed += 1;
    console.error('nobody handles the rejected promise of the extension:', reason);
  }
  for (const call of caughtCalls()) {
    results.failed += 1;
    console.error('the extension reached for the network or for a program:', call);
  }
  const file = process.env['SPEECH_DRAFT_RESULTS'];
  if (file) writeFileSync(file, JSON.stringify(results));
  if (results.failed > 0) throw new Error(`${results.failed} tests failed`);
  if (results.passed === 0) throw new Error('no test has run');
}

/**
 * Watches for promises of the extension that are rejected and that nobody handles; VS Code complains of them in its log.
 *
 * @returns what they were rejected with
 */
function watchPromises(): () => Promise<string[]> {
  const told: string[] = [];
  const waiting = new Map<Promise<unknown>, { reason: unknown; timer: NodeJS.Timeout }>();
  const tell = (promise: Promise<unknown>): void => {
    const { reason, timer } = waiting.get(promise) ?? {};
    clearTimeout(timer);
    waiting.delete(promise);
    const stack = reason instanceof Error ? String(reason.stack) : JSON.stringify(reason);
    if (stack.includes('client.cjs')) told.push(stack);
  };
  // VS Code itself handles them after a second, and complains.
  process.on('unhandledRejection', (reason, promise: Promise<unknown>) =>
    waiting.set(promise, { reason, timer: setTimeout(() => tell(promise), patienceMilliseconds) }),
  );
  process.on('rejectionHandled', (promise) => {
    clearTimeout(waiting.get(promise)?.timer);
    waiting.delete(promise);
  });
  return async () => {
    await new Promise((resolve) => setImmediate(resolve));
    for (const promise of [...waiting.keys()]) tell(promise);
    return told;
  };
}
