/** Owns the proof that no text is quadratic and that a draft that closes leaves nothing: by counting, not by the clock. */
import { describe, expect, it } from 'vitest';
import { allowedPhrases, Blocks } from '../../../server/src/core/echoes/blocks.ts';
import { Corpus } from '../../../server/src/core/echoes/corpus.ts';
import { Drafts } from '../../../server/src/core/echoes/drafts.ts';
import { Fingerprints } from '../../../server/src/core/echoes/exact/fingerprints.ts';
import type { Block } from '../../../server/src/core/echoes/model.ts';
import { normalize } from '../../../server/src/core/echoes/normal/normal.ts';
import { shield } from '../../../server/src/core/echoes/normal/shields.ts';
import type { Finding } from '../../../server/src/core/rules/finding.ts';
import { SayingReader } from '../../../server/src/core/rules/repeated-phrase/sayings.ts';
import { outlineOf } from '../../../server/src/core/text/sections/index.ts';
import { noWords } from '../../../server/src/core/words.ts';
import { draftText, randomFrom, stockOf } from '../../bench/echoes/texts.ts';
import { draftOf, echoesOf } from './support.ts';

const line = '各镇街要对照清单一项一项过，过不了关的不能放行。';
const many = (count: number, make: (index: number) => string): string => Array.from({ length: count }, (_, index) => make(index)).join('');

/** Texts of a size; twice the size must cost about twice as much. */
const texts: Readonly<Record<string, (size: number) => string>> = {
  'equal lines': (size) => many(size, () => `${line}\n`),
  'lines that differ in a number': (size) => many(size, (index) => `第${String(index)}条：${line}\n`),
  'lines that differ in a name': (size) => many(size, (index) => `${String.fromCharCode(0x4e00 + index)}村${line}\n`),
  'a word said again and again': (size) => '报告'.repeat(12 * size),
  'a word and a mark again and again': (size) => '报告，'.repeat(8 * size),
  'a sentence again and again in one line': (size) => line.repeat(size),
  'two paragraphs in turn': (size) =>
    many(size, (index) => (index % 2 === 0 ? `${line}\n` : '今年雨水来得早，上游三座水库都在高水位运行。\n')),
  'one long line': (size) => draftText(24 * size, 0.2, stockOf(60, randomFrom(3)), randomFrom(4)).replace(/\n/gu, ''),
  'no marks at all': (size) => draftText(24 * size, 0.2, stockOf(60, randomFrom(3)), randomFrom(4)).replace(/[\n，。：]/gu, ''),
};

/** Steps through the index, and places listed, for one draft. */
function costOf(text: string): { readonly steps: number; readonly listed: number } {
  let steps = 0;
  // Along a chain by entries, on a shelf by ids.
  const ways = (['ownerOf', 'owner'] as const).map((name) => [name, Fingerprints.prototype[name]] as const);
  for (const [name, way] of ways)
    Fingerprints.prototype[name] = function (this: Fingerprints<Block>, each) {
      steps += 1;
      return way.call(this, each) as Block;
    };
  let findings: readonly Finding[];
  try {
    findings = echoesOf({ text }).findings('text');
  } finally {
    for (const [name, way] of ways) Fingerprints.prototype[name] = way;
  }
  return { steps, listed: findings.reduce((sum, { related = [] }) => sum + 1 + related.length, 0) };
}

describe('twice as much text', () => {
  it.each(Object.entries(texts))('costs about twice as much: %s', (_name, make) => {
    const once = costOf(make(500));
    const twice = costOf(make(1_000));
    expect(twice.steps).toBeLessThan(3 * once.steps + 2_000);
    expect(twice.listed).toBeLessThan(3 * once.listed + 2_000);
  });
});

it('a row of letters without end is looked through for addresses in time', () => {
  const nothing = normalize('', []);
  for (const text of ['a'.repeat(300_000), 'a-'.repeat(150_000), 'a+'.repeat(150_000)])
    expect(shield(nothing, text, allowedPhrases([]))).toEqual([]);
});

describe('closing', () => {
  it('leaves nothing, whatever was typed before', () => {
    const blocks = new Blocks(noWords, allowedPhrases([]), new SayingReader([]));
    const corpus = new Corpus(blocks, { minimum: 13, near: true });
    const drafts = new Drafts(corpus, blocks, (draft) => outlineOf(draft));
    const random = randomFrom(17);
    const stock = stockOf(20, random);
    const open = new Map(['a', 'b', 'c'].map((uri) => [uri, draftText(3_000, 0.7, stock, random)]));
    for (const [uri, text] of open) drafts.put(draftOf(uri, text));
    for (let step = 0; step < 60; step += 1) {
      const uri = 'abc'[step % 3] ?? 'a';
      const text = open.get(uri) ?? '';
      const at = 20 + Math.floor(random() * (text.length - 40));
      const next = text.slice(0, at) + ['和', '。', '\n', stock[step % 20] ?? ''][step % 4] + text.slice(at + (step % 5));
      open.set(uri, next);
      drafts.put(draftOf(uri, next, step));
    }
    expect(corpus.groups.size).toBeGreaterThan(0);
    for (const uri of open.keys()) drafts.remove(uri);
    expect({ blocks: blocks.size, families: corpus.families.size, groups: corpus.groups.size, clans: corpus.clans.size }).toEqual({
      blocks: 0,
      families: 0,
      groups: 0,
      clans: 0,
    });
  });
});
