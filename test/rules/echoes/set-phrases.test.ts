/** Owns the proof that every line of the lexicon of set phrases is found and keeps its own repetition from being a finding. */
import { describe, expect, it } from 'vitest';
import { normalize } from '../../../server/src/core/echoes/normal/normal.ts';
import { Phrases } from '../../../server/src/core/echoes/normal/phrases.ts';
import { setPhrases } from '../../../server/src/core/rules/repeated-passage/set-phrases/index.ts';
import { echoesOf, told } from './support.ts';

/** A phrase as it may stand in a text. */
function filled(phrase: string): string {
  return phrase.replaceAll('{n}', '二十').replaceAll(/\{…+\}/gu, '青田县');
}

for (const [kind, phrases] of Object.entries(setPhrases))
  describe(`set phrases: ${kind}`, () => {
    it.each(phrases)('%s', (phrase) => {
      const line = filled(phrase);
      const hits = new Phrases([phrase]).find(normalize(`这里要说${line}的事`, []));
      expect(hits).toHaveLength(1);
      const text = `青田县工作会讲话\n同志们：\n早上先讲${line}而后看水。\n晚间再谈${line}另有安排。`;
      expect(told(echoesOf({ text }), 'text', text)).toEqual([]);
    });
  });

describe('the lexicon', () => {
  it('holds no line twice', () => {
    const all = Object.values(setPhrases).flat();
    expect(all.filter((phrase, index) => all.indexOf(phrase) !== index)).toEqual([]);
  });

  it('does not shield what stands around a set phrase', () => {
    const copy = '各镇要把三号泵站的值守名单逐一核对清楚，不许漏掉一个人';
    const text = `工作会讲话\n同志们：\n坚持稳中求进工作总基调，${copy}。\n先看水。坚持稳中求进工作总基调，${copy}。`;
    expect(told(echoesOf({ text }), 'text', text)).toHaveLength(2);
  });
});

interface Row {
  readonly phrase: string;
  readonly text: string;
  readonly finds: readonly string[];
}

const rows: readonly Row[] = [
  { phrase: '统筹发展和安全', text: '要统筹 发展、和安全，', finds: ['统筹 发展、和安全'] },
  { phrase: '党的{n}届{n}中全会', text: '党的二十届三中全会和党的19届5中全会', finds: ['党的二十届三中全会', '党的19届5中全会'] },
  { phrase: '在{…}的坚强领导下', text: '在市委、市政府的坚强领导下前进', finds: ['在市委、市政府的坚强领导下'] },
  { phrase: '在{…}的坚强领导下', text: '在路上，没有人不说集体的坚强领导下', finds: [] },
  { phrase: '在{…}的坚强领导下', text: '在一个长得不能再长的说不完道不尽的地方的坚强领导下', finds: [] },
];

describe('the search for phrases', () => {
  it.each([
    ['that begin gap after gap', `${'甲{……}'.repeat(12)}丙`, 0],
    ['with more gaps than anybody writes', `甲${'{…}'.repeat(20_000)}乙`, 0],
    ['with many gaps that are there', `${'甲{……}'.repeat(12)}乙`, 20],
  ])('comes to an end with phrases %s', (_, phrase, fewest) => {
    const text = Array.from({ length: 1000 }, (_, index) => `甲${'乙丁戊己庚辛壬癸'[(index * index) % 7] ?? ''}`).join('');
    const hits = new Phrases([phrase]).find(normalize(text, []));
    expect({ some: hits.length > 0, many: hits.length >= fewest }).toEqual({ some: fewest > 0, many: true });
  });
  it.each(rows)('$phrase in $text', ({ phrase, text, finds }) => {
    const normal = normalize(text, []);
    const hits = new Phrases([phrase]).find(normal);
    expect(hits.map(({ start, end }) => text.slice(normal.at[start], (normal.at[end - 1] ?? 0) + 1).replace(/(?<=\d)$/u, ''))).toEqual(
      finds,
    );
  });
});
