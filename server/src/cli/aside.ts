/**
 * Owns looking at many drafts one by one in a thread beside the one that looks for repeats: neither needs what the other finds.
 * The thread reads again what lies beside the drafts, which cannot be sent (a person's own patterns are programs).
 */
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker, parentPort } from 'node:worker_threads';
import { Segmenter } from '../words/segmenter.ts';
import { lookAlone } from './alone.ts';
import type { Alone, FoundAlone } from './alone.ts';
import { readBeside } from './beside.ts';
import type { CheckCall, Teller } from './check.ts';
import { threadLimits } from './memory.ts';
import type { ReadFile } from './read.ts';
import { pass, tellerBy } from './telling.ts';
import type { Telling } from './telling.ts';

/** So many characters take longer than another thread and another dictionary. */
const many = 500_000;

/** What the thread is given. */
export interface AsideTask {
  readonly task: 'aside';
  readonly call: Pick<CheckCall, 'options' | 'home' | 'ending'>;
  /** All paths of the call, by which the settings are found. */
  readonly named: readonly string[];
  readonly files: readonly Pick<ReadFile, 'path' | 'text'>[];
}

type Word = Telling | { readonly kind: 'found'; readonly alone: Alone };

/** Whether a thread of their own for the drafts is worth it. */
export function isWorthAThread(files: readonly Pick<ReadFile, 'text'>[]): boolean {
  return availableParallelism() > 1 && files.reduce((sum, { text }) => sum + text.length, 0) >= many;
}

/** Looks at the drafts in a new thread of `cli.js`. Fails if the thread does. */
export function lookAside({ call, named, files }: Omit<AsideTask, 'task'>, teller: Teller): Promise<Alone> {
  const workerData: AsideTask = {
    task: 'aside',
    call: { options: call.options, home: call.home, ending: call.ending },
    named,
    files: files.map(({ path, text }) => ({ path, text })),
  };
  return new Promise<Alone>((resolve, reject) => {
    const worker = new Worker(join(call.home, 'cli.js'), { workerData, resourceLimits: threadLimits() });
    worker.on('message', (word: Word) => {
      if (word.kind === 'found') resolve(word.alone);
      else pass(word, teller);
    });
    worker.on('error', reject);
    worker.on('exit', (code) => reject(new Error(`a thread of the check ended with ${String(code)}`)));
  });
}

/** The other end. */
export async function serveAside({ call, named, files }: AsideTask): Promise<void> {
  const tell = (word: Word): void => parentPort?.postMessage(word);
  // What is wrong beside the drafts, or with the dictionary, is said by the thread that made this one.
  const silent = (): void => undefined;
  const beside = await readBeside(named, call.options, silent);
  const words = new Segmenter(call.home, silent, Infinity, call.ending);
  const { found, ruleFailed } = await lookAlone(files, beside, words, tellerBy(tell));
  words.release();
  tell({ kind: 'found', alone: { found: found.map(withoutDetails), ruleFailed } });
}

/** Details are for fixes, which the command line makes none of. */
function withoutDetails({ own, figures }: FoundAlone): FoundAlone {
  const bare = ([...findings]: FoundAlone['own']): FoundAlone['own'] => findings.map((finding) => ({ ...finding, detail: undefined }));
  return { own: bare(own), figures: bare(figures) };
}
