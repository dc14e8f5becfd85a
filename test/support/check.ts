/** Owns calling the command line inside the test: the same path from the arguments to the report, without a process. */
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';
import { readArguments } from '../../server/src/cli/arguments.ts';
import { check } from '../../server/src/cli/check.ts';
import { notEnding } from '../../server/src/words/ending.ts';

const home = fileURLToPath(new URL('../../dist', import.meta.url));

/** What came of a call. */
export interface Result {
  readonly out: string;
  readonly code: number;
  readonly said: readonly string[];
}

/** A folder for the files of one test file, which is the working directory meanwhile. */
export function workshop(): { file: (name: string, content: string | Uint8Array) => string; call: typeof call } {
  const folder = mkdtempSync(join(tmpdir(), 'speech-draft-cli-'));
  const before = process.cwd();
  process.chdir(folder);
  afterAll(() => {
    process.chdir(before);
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    file: (name, content) => {
      mkdirSync(dirname(name), { recursive: true });
      writeFileSync(name, content);
      return name;
    },
    call,
  };
}

/** Calls `check`; `input` is standard input. */
async function call(args: readonly string[], input?: string): Promise<Result> {
  const read = readArguments(['check', ...args]);
  if (read.kind !== 'check') return { out: '', code: 2, said: [read.kind === 'wrong' ? read.reason.zh : read.kind] };
  const said: string[] = [];
  const { report, exitCode } = await check(
    { ...read, language: 'zh', home, colour: false, ending: notEnding(), ...(input !== undefined && { input: Buffer.from(input) }) },
    { say: (line) => said.push(line), progress: () => undefined },
  );
  return { out: [...report].join(''), code: exitCode, said };
}
