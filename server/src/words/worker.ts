/**
 * Owns the thread in which the dictionary lives. It is started once and never again: ending it would not give its memory
 * back. Says whether it could load, then cuts the texts it is sent.
 */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { checkFiles, filesIn } from './dictionary.ts';
import { atWork, isEnding } from './ending.ts';
import type { CutReply, CutRequest, LoadReply, WorkerStart } from './messages.ts';

/** The calls of the native module that we use. */
interface Jieba {
  load(options: object): boolean;
  tag(text: string): { word: string; tag: string }[];
}

/** One call gets at most this many characters; beyond it the native side grows without need. */
const longestCall = 20_000;

function start(port: NonNullable<typeof parentPort>): void {
  const { home, ending } = workerData as WorkerStart;
  let jieba: Jieba | undefined;
  try {
    const files = filesIn(join(home, 'dictionary'));
    checkFiles(files);
    jieba = atWork(ending, () => {
      const library = createRequire(join(home, 'words-worker.cjs'))('nodejieba') as Jieba;
      library.load(files);
      return library;
    });
  } catch (error) {
    port.postMessage({ loaded: false, reason: error instanceof Error ? error.message : String(error) } satisfies LoadReply);
    port.close();
    return;
  }
  if (jieba === undefined) return port.close();
  const loaded = jieba;
  port.postMessage({ loaded: true } satisfies LoadReply);
  port.on('message', (request: CutRequest) => {
    const words: CutReply['words'][number][] = [];
    for (const text of request.texts) {
      const its = atWork(ending, () => cut(loaded, text));
      if (its === undefined) return port.close();
      words.push(its);
    }
    if (isEnding(ending)) return port.close();
    port.postMessage({ id: request.id, words } satisfies CutReply);
  });
}

function cut(jieba: Jieba, text: string): CutReply['words'][number] {
  const lengths: number[] = [];
  const tags: string[] = [];
  for (let at = 0; at < text.length; at += longestCall) {
    // Offsets are sums of lengths: the library keeps lengths even where it cannot keep a lone surrogate.
    for (const { word, tag } of jieba.tag(text.slice(at, at + longestCall))) {
      lengths.push(word.length);
      tags.push(tag);
    }
  }
  return { lengths, tags };
}

if (parentPort) start(parentPort);
