/**
 * Owns running a check in a thread of its own, so that the terminal stays alive: an interrupt ends it at once, and
 * nothing of a report is written before all of it is there.
 */
import { Worker, parentPort, workerData } from 'node:worker_threads';
import { serveAside } from './aside.ts';
import type { AsideTask } from './aside.ts';
import { ended } from '../words/ending.ts';
import { Baseline } from './baseline.ts';
import { check } from './check.ts';
import type { CheckCall, Stage, Teller } from './check.ts';
import { patience } from './look.ts';
import { threadLimits } from './memory.ts';
import { pass, tellerBy } from './telling.ts';
import type { Telling } from './telling.ts';

/** What a thread of the command is made for. */
type Task = { readonly task: 'check'; readonly call: CheckCall } | AsideTask;

type Word = Telling | { readonly kind: 'piece'; readonly bytes: Uint8Array } | { readonly kind: 'done'; readonly exitCode: number };

/** Reports go from thread to thread in pieces of about so many characters. */
const pieceLength = 1 << 20;
/** How long a stage says nothing more of how far it is, in milliseconds: each word wakes the other thread. */
const pause = 50;

/** A check that runs in a thread of its own. */
export interface Running {
  /** Fails if the thread does. */
  readonly outcome: Promise<{ report: Uint8Array[]; exitCode: number }>;
  /** Ends it before it is done; there is no outcome then, and nothing half written. */
  readonly stop: () => Promise<void>;
}

/** Runs a check in a new thread of the bundle `program`. */
export function checkInThread(program: URL, call: CheckCall, teller: Teller): Running {
  const worker = new Worker(program, { workerData: { task: 'check', call } satisfies Task, resourceLimits: threadLimits() });
  const outcome = new Promise<{ report: Uint8Array[]; exitCode: number }>((resolve, reject) => {
    const report: Uint8Array[] = [];
    worker.on('message', (word: Word) => {
      if (isStopped) return;
      if (word.kind === 'piece') report.push(word.bytes);
      else if (word.kind === 'done') resolve({ report, exitCode: word.exitCode });
      else pass(word, teller);
    });
    worker.on('error', (error) => {
      // Once it is to end, a thread of its own may end before it.
      if (!isStopped) reject(error);
    });
    worker.on('exit', (code) => {
      if (!isStopped) reject(new Error(`the thread of the check ended with ${code}`));
    });
  });
  let isStopped = false;
  return {
    outcome,
    async stop() {
      isStopped = true;
      await ended(call.ending, patience);
      await worker.terminate();
      if (call.options.baseline !== undefined) Baseline.clear(call.options.baseline);
    },
  };
}

/** The other end: does what the thread was made for. */
export async function serveThread(): Promise<void> {
  const task = workerData as Task;
  await (task.task === 'check' ? serveCheck(task.call) : serveAside(task));
}

async function serveCheck(call: CheckCall): Promise<void> {
  const tell = (word: Word): void => parentPort?.postMessage(word, word.kind === 'piece' ? [word.bytes.buffer as ArrayBuffer] : []);
  const teller = tellerBy(tell);
  const encoder = new TextEncoder();
  let last: Stage | undefined;
  let due = 0;
  const { report, exitCode } = await check(call, {
    ...teller,
    progress: (stage, done, total) => {
      const now = Date.now();
      if (stage === last && now < due) return;
      [last, due] = [stage, now + pause];
      teller.progress(stage, done, total);
    },
  });
  let text = '';
  for (const piece of report) {
    text += piece;
    if (text.length < pieceLength) continue;
    tell({ kind: 'piece', bytes: encoder.encode(text) });
    text = '';
  }
  tell({ kind: 'piece', bytes: encoder.encode(text) });
  tell({ kind: 'done', exitCode });
}
