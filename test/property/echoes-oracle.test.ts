/** Owns the proof that the index is exact: after any edits its spans are those that comparing everything with everything finds. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allowedPhrases, Blocks } from '../../server/src/core/echoes/blocks.ts';
import { Corpus } from '../../server/src/core/echoes/corpus.ts';
import { Drafts } from '../../server/src/core/echoes/drafts.ts';
import { maximal, withoutOverlap } from '../../server/src/core/echoes/exact/within.ts';
import type { Pair } from '../../server/src/core/echoes/exact/within.ts';
import type { Block, Stretch } from '../../server/src/core/echoes/model.ts';
import { SayingReader } from '../../server/src/core/rules/repeated-phrase/sayings.ts';
import { outlineOf } from '../../server/src/core/text/sections/index.ts';
import { noWords } from '../../server/src/core/words.ts';
import { draftOf } from '../rules/echoes/support.ts';

const shortest = 8;

interface Bench {
  readonly drafts: Drafts;
  readonly blocks: Blocks;
}

function bench(): Bench {
  const blocks = new Blocks(noWords, allowedPhrases([]), new SayingReader([]));
  const corpus = new Corpus(blocks, { minimum: 9, near: true });
  return { blocks, drafts: new Drafts(corpus, blocks, (draft) => outlineOf(draft)) };
}

/** The matches of two blocks, by trying every alignment. */
function everyMatch(a: Block, b: Block): Pair[] {
  const matches: Pair[] = [];
  for (let shift = -(a.normal.length - 1); shift < b.normal.length; shift += 1) {
    if (a === b && shift === 0) continue;
    let run = 0;
    for (let at = Math.max(0, -shift); at <= a.normal.length; at += 1) {
      const equal = at < a.normal.length && at + shift < b.normal.length && a.normal.codes[at] === b.normal.codes[at + shift];
      if (equal) run += 1;
      else {
        if (run >= shortest) matches.push({ start: at - run, end: at, by: shift });
        run = 0;
      }
    }
  }
  return matches;
}

function spansByForce(block: Block, all: readonly Block[]): Stretch[] {
  if (block.units.size > 1) return block.normal.length >= shortest ? [{ start: 0, end: block.normal.length }] : [];
  const others = all.filter((other) => other !== block).flatMap((other) => everyMatch(block, other));
  const within = everyMatch(block, block).filter(({ by }) => by > 0);
  return maximal([...others, ...withoutOverlap(block, within, shortest)]);
}

function compare({ blocks }: Bench): void {
  const all = [...blocks.all()];
  for (const block of all) {
    expect(block.units.size).toBeGreaterThan(0);
    const found = block.spans.map(({ start, end }) => ({ start, end }));
    expect(found, block.text).toEqual(spansByForce(block, all));
  }
}

const alphabets = ['甲乙', '甲乙丙', '甲乙丙丁戊己'];
const noise = fc
  .tuple(fc.constantFrom(...alphabets), fc.array(fc.nat(60), { minLength: 1, maxLength: 60, size: 'max' }))
  .map(([alphabet, picks]) => picks.map((pick) => (pick > 57 ? '，' : pick > 55 ? ' ' : alphabet[pick % alphabet.length])).join(''));
const stock = [
  '山川河流湖海云雾雨雪霜',
  '东西南北上下左右前后内外远近高低',
  '春夏秋冬早晚日夜',
  '12亿元增长3%以上同比34亿元增长5%以上',
  '赤橙黄绿青蓝紫黑白灰，山川河流湖海云雾雨雪霜',
];
/** Noise of few characters, now and then a stretch that other paragraphs may hold too, whole or cut. */
const paragraph = fc
  .array(fc.tuple(noise, fc.nat(2 * stock.length), fc.nat(6), fc.nat(4)), { minLength: 1, maxLength: 4, size: 'max' })
  .map(
    (parts) =>
      `${parts.map(([some, pick, from, to]) => some.slice(0, pick * 4) + (stock[pick] ?? '').slice(from, -to || undefined).repeat(1 + (from % 3))).join('')}。`,
  );
const text = fc
  .array(paragraph, { minLength: 1, maxLength: 8, size: 'max' })
  .map((paragraphs) => `标题\n同志们：\n${paragraphs.join('\n')}`);

describe('the index of copies', () => {
  it('finds exactly the spans that brute force finds', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 4, size: 'max' }), (texts) => {
        const it = bench();
        texts.forEach((each, index) => it.drafts.put(draftOf(`draft-${String(index)}`, each)));
        compare(it);
      }),
      { numRuns: 100 },
    );
  });

  it('finds them when the drafts come together, and goes on from there', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 2, maxLength: 5, size: 'max' }), (texts) => {
        const it = bench();
        const drafts = texts.map((each, index) => draftOf(`draft-${String(index)}`, each));
        it.drafts.putAll(drafts);
        compare(it);
        it.drafts.settle();
        it.drafts.put(draftOf('draft-0', texts[1] ?? ''));
        compare(it);
        it.drafts.remove('draft-1');
        compare(it);
        for (const { uri } of drafts) it.drafts.remove(uri);
        expect(it.blocks.size).toBe(0);
      }),
      { numRuns: 100 },
    );
  });

  it('finds a copy every part of which stands in very many places', () => {
    const [a, b, c] = ['春江花月', '山高水长', '云起雪落'];
    const filler = (index: number): string => String.fromCharCode(0x5000 + index, 0x6000 + 7 * index, 0x7000 + 3 * index);
    const body = Array.from(
      { length: 400 },
      (_, index) => `${filler(index)}${a}${b}${filler(index + 500)}${b}${c}${filler(index + 900)}。`,
    );
    const whole = `${a}${b}${c}`;
    const first = `甲乙丙${whole}丁戊己。`;
    const last = `子丑寅${whole}卯辰巳。`;
    const it = bench();
    it.drafts.putAll([draftOf('first', `标题\n同志们：\n${[first, ...body].join('\n')}`), draftOf('last', `标题\n同志们：\n${last}`)]);
    for (const block of it.blocks.all())
      if (block.text === first || block.text === last) expect(block.spans).toMatchObject([{ start: 3, end: 15 }]);
    const [main] = it.drafts.desk('last')?.units.filter(({ block }) => block?.text === last) ?? [];
    expect(main?.block?.spans).toHaveLength(1);
  });

  it('stays exact through any edits, opens and closes', () => {
    const step = fc.record({
      uri: fc.nat(3),
      close: fc.nat(5),
      cut: fc.double({ min: 0, max: 1, noNaN: true }),
      paste: paragraph,
      keep: fc.nat(30),
    });
    fc.assert(
      fc.property(
        fc.array(text, { minLength: 2, maxLength: 4, size: 'max' }),
        fc.array(step, { minLength: 1, maxLength: 12, size: 'max' }),
        (texts, steps) => {
          const it = bench();
          const open = new Map<string, string>();
          const put = (uri: string, now: string): void => {
            open.set(uri, now);
            it.drafts.put(draftOf(uri, now));
          };
          texts.forEach((each, index) => put(`draft-${String(index)}`, each));
          for (const { uri: index, close, cut, paste, keep } of steps) {
            const uri = `draft-${String(index)}`;
            const now = open.get(uri);
            if (now !== undefined && close === 0) {
              open.delete(uri);
              it.drafts.remove(uri);
            } else {
              const old = now ?? texts[0] ?? '';
              const at = Math.floor(cut * old.length);
              put(uri, old.slice(0, at) + paste.slice(0, keep) + old.slice(at + (keep % 7)));
            }
            compare(it);
          }
          for (const uri of open.keys()) it.drafts.remove(uri);
          expect(it.blocks.size).toBe(0);
        },
      ),
      { numRuns: 40 },
    );
  });
});
