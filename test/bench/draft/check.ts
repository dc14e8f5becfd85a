/** Owns checking one draft in this process, from nothing, as the terminal does: all rules, with and without the words. */
import { createDraft } from '../../../server/src/core/text/draft.ts';
import { Segmenter } from '../../../server/src/words/segmenter.ts';
import { makeDesk } from '../desk/make.ts';

/** Milliseconds to the findings before and with the words, and how many there are in the end. */
export interface Checked {
  readonly first: number;
  readonly whole: number;
  readonly findings: number;
}

/** Makes what checks texts; `home` is the folder of the bundles. The dictionary is loaded once, as by a server. */
export function createChecker(home: string): { check: (text: string) => Promise<Checked>; stop: () => Promise<void> } {
  const fail = (reason: string): never => {
    throw new Error(reason);
  };
  const words = new Segmenter(home, fail);
  const check = async (text: string): Promise<Checked> => {
    const from = performance.now();
    const desk = makeDesk(words);
    const uri = 'file:///bench/draft.txt';
    desk.put(createDraft({ uri, version: 1, format: 'plain', text }));
    desk.findings(uri);
    const first = performance.now() - from;
    await words.ask(desk.wants(uri));
    desk.learn([uri]);
    const findings = desk.findings(uri).length;
    return { first, whole: performance.now() - from, findings };
  };
  return { check, stop: () => words.stop() };
}
