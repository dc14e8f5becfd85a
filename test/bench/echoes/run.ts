/**
 * Owns the measurements of the echoes: building, one keystroke with many drafts open, memory, and the cases that must not
 * become quadratic. Prints one row per case; asserts nothing. Run with `--expose-gc` for memory.
 */
import { createEchoes } from '../../../server/src/core/echoes/index.ts';
import type { Echoes } from '../../../server/src/core/echoes/index.ts';
import { createDraft, editDraft } from '../../../server/src/core/text/draft.ts';
import type { Draft } from '../../../server/src/core/text/draft.ts';
import { outlineOf, ReadingCache } from '../../../server/src/core/text/sections/index.ts';
import type { Outline } from '../../../server/src/core/text/sections/index.ts';
import { noWords } from '../../../server/src/core/words.ts';
import { draftText, randomFrom, stockOf } from './texts.ts';

/** One measured case. */
export interface Row {
  readonly name: string;
  readonly figures: Readonly<Record<string, number>>;
}

function fresh(outlineOf?: (draft: Draft) => Outline): Echoes {
  return createEchoes({ words: noWords, options: { passage: {}, phrase: {} }, ...(outlineOf && { outlineOf }) });
}

function draftOf(uri: string, text: string): Draft {
  return createDraft({ uri, version: 1, format: 'plain', text });
}

function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0;
}

function heap(): number {
  const collect = (globalThis as { gc?: () => void }).gc;
  collect?.();
  collect?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return collect === undefined ? Number.NaN : heapUsed + arrayBuffers;
}

/** A draft of `size` beside `others` of 25,000 characters; then `edits` random keystrokes in the first. */
export function keystrokes(name: string, share: number, size: number, others: number, edits: number): Row {
  const random = randomFrom(7);
  const stock = stockOf(1_200, random);
  const drafts = [draftOf('file:///main.txt', draftText(size, share, stock, random))];
  for (let index = 0; index < others; index += 1)
    drafts.push(draftOf(`file:///other-${String(index)}.txt`, draftText(25_000, share, stock, random)));
  const characters = drafts.reduce((sum, draft) => sum + draft.text.length, 0);
  // The outline is made once for all who need it; what it costs is told apart.
  const cache = new ReadingCache();
  const outlines = new WeakMap<Draft, Outline>(drafts.map((draft) => [draft, outlineOf(draft, cache)]));
  const before = heap();
  const begun = performance.now();
  const echoes = fresh((draft) => outlines.get(draft) ?? outlineOf(draft, cache));
  echoes.putAll(drafts);
  const built = performance.now() - begun;
  const bytes = (heap() - before) / characters;
  for (const { uri } of drafts) echoes.remove(uri);
  const left = (heap() - before) / characters;
  const singly = performance.now();
  for (const draft of drafts) echoes.put(draft);
  const opened = performance.now() - singly;
  let draft = drafts[0] as Draft;
  const findings = echoes.findings(draft.uri).length;
  const times: number[] = [];
  const lists: number[] = [];
  const outline: number[] = [];
  let told = 0;
  for (let edit = 0; edit < edits; edit += 1) {
    const start = Math.floor(random() * draft.text.length);
    const insert = random() < 0.6 ? '和' : random() < 0.1 ? '\n' : '';
    draft = editDraft(draft, edit + 2, [{ start, end: start + (insert === '' ? 1 : 0), text: insert }]);
    const ahead = performance.now();
    outlines.set(draft, outlineOf(draft, cache));
    const from = performance.now();
    outline.push((from - ahead) * 1000);
    told += echoes.put(draft).size;
    const put = performance.now();
    times.push((put - from) * 1000);
    echoes.findings(draft.uri);
    lists.push((performance.now() - put) * 1000);
  }
  return {
    name,
    figures: {
      characters,
      'build ms': built,
      'ns/char': (built * 1e6) / characters,
      'one by one ms': opened,
      findings,
      'µs/edit p10': quantile(times, 0.1),
      'µs/edit p50': quantile(times, 0.5),
      'µs/edit p95': quantile(times, 0.95),
      'µs/list p10': quantile(lists, 0.1),
      'µs/list p50': quantile(lists, 0.5),
      'µs/outline p50': quantile(outline, 0.5),
      'drafts told/edit': told / edits,
      'bytes/char': bytes,
      'bytes/char after closing': left,
    },
  };
}

/** Cases that a quadratic index would not come back from. */
export function worst(name: string, text: string): Row {
  const echoes = fresh();
  const draft = draftOf('file:///worst.txt', text);
  const begun = performance.now();
  echoes.put(draft);
  const built = performance.now() - begun;
  const middle = Math.floor(text.length / 2);
  const next = editDraft(draft, 2, [{ start: middle, end: middle, text: '和' }]);
  const from = performance.now();
  echoes.put(next);
  const edited = performance.now() - from;
  return { name, figures: { characters: text.length, 'build ms': built, 'edit ms': edited, findings: echoes.findings(draft.uri).length } };
}

/** All cases; each is measured when it is called. */
export function cases(): (() => Row)[] {
  const random = randomFrom(3);
  const line = '各镇街要对照清单一项一项过，过不了关的不能放行。';
  const repeat = (count: number, make: (index: number) => string): string =>
    Array.from({ length: count }, (_, index) => make(index)).join('');
  return [
    () => keystrokes('realistic: 100k beside 50 × 25k, 20 % repeated', 0.2, 100_000, 50, 400),
    () => keystrokes('dense: 100k beside 50 × 25k, 96 % repeated', 0.96, 100_000, 50, 200),
    () =>
      worst(
        '10,000 equal lines',
        repeat(10_000, () => `${line}\n`),
      ),
    () =>
      worst(
        '10,000 lines that differ in a number',
        repeat(10_000, (index) => `第${String(index)}条：${line}\n`),
      ),
    () =>
      worst(
        '10,000 lines that differ in a name',
        repeat(10_000, (index) => `${String.fromCharCode(0x4e00 + index)}村${line}\n`),
      ),
    () => worst('a word repeated for 1 MB', '报告'.repeat(175_000)),
    () => worst('a sentence repeated for 1 MB', line.repeat(14_000)),
    () => worst('one line of 1 MB', draftText(350_000, 0.2, stockOf(200, random), random).replace(/\n/gu, '')),
    () => worst('one line of 1 MB without marks', draftText(350_000, 0.2, stockOf(200, random), random).replace(/[\n，。：]/gu, '')),
  ];
}
