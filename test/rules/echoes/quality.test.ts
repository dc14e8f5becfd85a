/** Owns the measures of quality: planted copies found, clean speeches left alone, the seeds' true repeats. */
import { describe, expect, it } from 'vitest';
import { draftText, randomFrom } from '../../bench/echoes/texts.ts';
import { cleanSpeeches, seedSpeeches } from './corpus.ts';
import { echoesOf, reasons, told } from './support.ts';

const speeches = cleanSpeeches();

/** Runs of whole clauses of 20 to 120 characters, without the mark behind them. */
function runsOf(text: string): string[] {
  const runs: string[] = [];
  for (const line of text.split('\n').slice(4)) {
    const clauses = [...line.matchAll(/[^，。；：！？、“”‘’（）《》—]{4,}/gu)];
    clauses.forEach((first, index) => {
      for (const last of clauses.slice(index, index + 5)) {
        const run = line.slice(first.index, last.index + last[0].length);
        if (/[“”‘’（）《》]/u.test(run)) break;
        if (run.length >= 20 && run.length <= 120) runs.push(run);
      }
    });
  }
  return runs;
}

interface Planted {
  readonly texts: Record<string, string>;
  readonly host: string;
  readonly source: string;
  readonly start: number;
  readonly end: number;
}

/** Puts `planted` at the start of a random sentence of another speech. */
function plant(source: number, planted: string, random: () => number): Planted {
  const host = (source + 1 + Math.floor(random() * (speeches.length - 1))) % speeches.length;
  const text = speeches[host]?.text ?? '';
  const body = text.indexOf('\n', 60);
  const places = [...text.matchAll(/。(?=\p{Script=Han})/gu)].map((found) => found.index + 1).filter((at) => at > body);
  const at = places[Math.floor(random() * places.length)] ?? 0;
  return {
    texts: { host: `${text.slice(0, at)}${planted}。${text.slice(at)}`, source: speeches[source]?.text ?? '' },
    host: 'host',
    source: 'source',
    start: at,
    end: at + planted.length,
  };
}

/** `text` with one word in `every` replaced by another of two characters. */
function reworded(text: string, share: number, random: () => number): string {
  const others = '泵站堤防灌浆渠系闸门砂袋雨量水尺汛期塘坝'.match(/../gu) ?? [];
  const words = [...text.matchAll(/\p{Script=Han}{2}/gu)];
  const wanted = Math.max(1, Math.round(words.length * share));
  const chosen = new Set<number>();
  while (chosen.size < wanted) chosen.add(Math.floor(random() * words.length));
  let result = text;
  for (const index of [...chosen].sort((a, b) => b - a)) {
    const at = words[index]?.index ?? 0;
    result = result.slice(0, at) + (others[Math.floor(random() * others.length)] ?? '') + result.slice(at + 2);
  }
  return result;
}

function pick<T>(items: readonly T[], random: () => number): T {
  return items[Math.floor(random() * items.length)] as T;
}

const verbs = ['推广', '用好', '复制', '升级', '总结'];
const named = [
  '“党支部+合作社+农户”模式',
  '“网格员+楼栋长”机制',
  '《河道巡护管理办法》',
  '《柳河镇防汛预案》和《值班制度》',
  '“周调度、月通报”办法',
  '（区级）应急物资目录',
  '“5+2”夜校和12个学习点',
];
const rests = ['完善利益联结机制', '每月底看一次进度', '让群众少跑两趟', '年底前覆盖60%以上的村', '先在青石镇试点再铺开'];
const leads = ['', '', '同时，', '要', '一是', '（二）', '各镇街要积极'];

describe('quality', () => {
  it('finds every planted copy of 20 characters and more, with its ends', () => {
    const random = randomFrom(11);
    const lost: string[] = [];
    let exempt = 0;
    let count = 0;
    for (let trial = 0; trial < 150; trial += 1) {
      const source = Math.floor(random() * speeches.length);
      const run = pick(runsOf(speeches[source]?.text ?? ''), random);
      const planted = plant(source, run, random);
      const echoes = echoesOf(planted.texts);
      count += 1;
      const found = echoes.findings('host').find((finding) => finding.start <= planted.start && finding.end >= planted.end);
      const there = echoes.findings('source').find((finding) => finding.related?.some((item) => item.uri === 'host'));
      const isExact = found?.start === planted.start && found.end - planted.end <= 1;
      if (isExact && there !== undefined) continue;
      // Only what is said of set phrases and names may leave too little; formulas of meetings are none of the text's own.
      const why = echoes.whyNot('host', { start: planted.start, end: planted.end });
      if (!why.some(({ reason }) => reason === 'mostly-set-phrase' || reason === 'name')) lost.push(run);
      else if (!why.some(({ reason }) => reason === 'ceremony')) exempt += 1;
    }
    expect(lost).toEqual([]);
    // A report to a people's congress is among the texts: half of its sentences are such wordings.
    expect(exempt / count).toBeLessThanOrEqual(0.05);
  });

  it('finds every sentence with quotations, titles, figures and brackets in it, whatever stands before and behind', () => {
    const random = randomFrom(5);
    const lost: string[] = [];
    for (let trial = 0; trial < 100; trial += 1) {
      const sentence = `${pick(verbs, random)}${pick(named, random)}，${pick(rests, random)}`;
      if (sentence.length < 20) continue;
      const source = Math.floor(random() * speeches.length);
      const around = (): string => `${pick(leads, random)}${sentence}${pick(['', '', '，这是今年的重点'], random)}`;
      const at = plant(source, around(), random);
      const text = speeches[source]?.text ?? '';
      const end = text.indexOf('\n', text.indexOf('。', 200)) + 1;
      const echoes = echoesOf({ ...at.texts, source: `${text.slice(0, end)}${around()}。\n${text.slice(end)}` });
      const start = at.texts['host']?.indexOf(sentence) ?? 0;
      const isFound = echoes
        .findings('host')
        .some((one) => one.start <= start && one.end >= start + sentence.length && one.kind === 'exact');
      if (!isFound) lost.push(sentence);
    }
    expect(lost).toEqual([]);
  });

  it('finds every sentence of invented text that is planted again, in one draft or another', () => {
    const random = randomFrom(31);
    const lost: string[] = [];
    for (let trial = 0; trial < 60; trial += 1) {
      const texts = [draftText(1_500, 0, [], random), draftText(1_500, 0, [], random)];
      const sentences = texts[0]?.match(/[^。\n]{19,}。/gu) ?? [];
      const run = pick(sentences, random);
      const host = texts[trial % 2] ?? '';
      const ends = [...host.matchAll(/。\n?/gu)]
        .map((found) => found.index + found[0].length)
        .filter((at) => !host.slice(0, at).endsWith(run));
      const at = pick(ends.slice(1), random);
      const planted = `${host.slice(0, at)}${run}${host.slice(at)}`;
      if (planted.indexOf(run) >= 0 && host.startsWith(run, at)) continue;
      const echoes = echoesOf(trial % 2 === 0 ? { host: planted } : { host: planted, source: texts[0] ?? '' });
      const isFound = echoes.findings('host').some((finding) => finding.start === at && finding.end === at + run.length);
      if (!isFound) lost.push(run);
    }
    expect(lost).toEqual([]);
  });

  for (const [share, least] of [
    [0.05, 0.95],
    [0.1, 0.85],
  ] as const)
    it(`finds near copies with ${String(share * 100)} % of the words changed`, () => {
      const random = randomFrom(23);
      let found = 0;
      const trials = 150;
      for (let trial = 0; trial < trials; trial += 1) {
        const source = Math.floor(random() * speeches.length);
        const sentences = (speeches[source]?.text ?? '').match(/(?<=。)[^。！？；\n“”]{24,120}(?=。)/gu) ?? [];
        const planted = plant(source, reworded(pick(sentences, random), share, random), random);
        const findings = echoesOf(planted.texts).findings('host');
        const covered = findings
          .filter((finding) => finding.related?.some((item) => item.uri === 'source'))
          .reduce((sum, finding) => sum + Math.max(0, Math.min(finding.end, planted.end) - Math.max(finding.start, planted.start)), 0);
        if (covered >= 0.5 * (planted.end - planted.start)) found += 1;
      }
      expect(found / trials).toBeGreaterThanOrEqual(least);
    });

  it('leaves clean speeches alone, each by itself and all together', () => {
    const characters = speeches.reduce((sum, { text }) => sum + text.length, 0);
    const alone = speeches.flatMap(({ name, text }) => told(echoesOf({ [name]: text }), name, text));
    const texts = Object.fromEntries(speeches.map(({ name, text }) => [name, text]));
    const together = speeches.flatMap(({ name, text }) => told(echoesOf(texts), name, text));
    expect(alone.length, alone.join('\n')).toBeLessThan(characters / 5000);
    const phrases = speeches.flatMap(({ name, text }) => told(echoesOf({ [name]: text }), name, text, 'repeated-phrase'));
    expect(phrases.length, phrases.join('\n')).toBeLessThan(characters / 5000);
    expect(together.length, together.join('\n')).toBeLessThan(characters / 5000);
  });

  const seeds = seedSpeeches();
  it.skipIf(seeds === undefined)(
    'tells the true repeats of the seeds and their parallelism (skipped where no seeds lie beside the project)',
    () => {
      const all = seeds ?? [];
      const last = all.at(-1)?.text ?? '';
      const found = told(echoesOf({ last }), 'last', last).join('\n');
      expect(found).toContain('在市对区目标责任书考核中排序');
      expect(found).toContain('省市区政府承诺的惠民实事的落实');
      const openings = echoesOf({ last })
        .findings('last')
        .filter((finding) => finding.kind === 'opening');
      expect(openings.map((finding) => last.slice(finding.start, finding.end))).toEqual(Array(4).fill('各乡镇、部门和社区'));
      for (const [index, head] of [
        [1, '在这场疫情防控阻击战中'],
        [2, '必须始终把'],
      ] as const) {
        const text = all[index]?.text ?? '';
        const echoes = echoesOf({ text });
        const start = text.indexOf(head);
        expect(echoes.findings('text').filter((finding) => text.slice(finding.start, finding.end).includes(head))).toEqual([]);
        const why = reasons(echoes, 'text', text, { start, end: start + head.length });
        expect(why.filter((reason) => reason.startsWith('parallelism')).join('\n')).toContain(head);
      }
    },
  );
  if (seeds === undefined) console.info('skipped: no seeds beside the project');
});
