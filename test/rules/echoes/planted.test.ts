/**
 * Owns the measure of what is found: sentences and clauses with names, titles, quotations, brackets and figures, planted
 * twice as they are and with some words changed, cut by the real dictionary.
 */
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { createEchoes } from '../../../server/src/core/echoes/index.ts';
import type { Finding } from '../../../server/src/core/rules/finding.ts';
import { Segmenter } from '../../../server/src/words/segmenter.ts';
import { draftOf } from './support.ts';

const planted = 150;
const words = new Segmenter(fileURLToPath(new URL('../../../dist', import.meta.url)), () => undefined);
afterAll(() => words.release());

/** The same numbers from the same seed. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
}

const list = (text: string): string[] => text.split(' ');
const surnames = list('赵 钱 孙 李 周 吴 郑 王 冯 陈 褚 卫 沈 韩 杨 欧阳 司马 温 项');
const names = list('立国 晓梅 建华 志远 海燕 文斌 玉兰 大勇 春生 永福 思源 佳宁 振东');
const titles = list('书记 镇长 站长 主任 院长 教授 支书 工程师 局长 同志');
const places = list('青石镇 柳河村 东陵区 望江社区 北坡 南湾水库 高新园区 清泉街道');
const bodies = list('水利站 农技中心 卫生院 第三中学 供销社 招商专班 机修车间 气象台');
const deeds = list('连夜查看了 挨家挨户走访了 现场敲定了 反复比选了 牵头修订了 带队丈量了 当面核对了 逐项盘点了');
const things = list(
  '三处塌方的护坡 漏雨的粮仓屋顶 老旧小区的雨污管线 断头路的征迁红线 养老驿站的消防通道 返乡青年的创业台账 校车线路的绕行方案',
);
const ends = list(
  '把能当天办的当天办了结 连午饭都是在工棚里对付的 比原先的预算省下将近一半 回来就开了个短会分头认领 争取在上冻之前全部完工',
);
const books = list('《山塘除险加固办法》 《夜间施工告知书》 《老年食堂运营细则》');
const quotations = list('“马上就办” “一杆子插到底” “错峰不错岗”');
const figures = list('46户 12.7公里 830万元 9月中旬');
const signs = list(
  '山 水 风 云 田 路 桥 灯 雨 雪 麦 稻 花 果 竹 松 鱼 鸟 牛 羊 村 屋 井 渠 坡 岭 滩 港 炉 钢 盐 茶 丝 棉 纸 笔 画 琴 棋 门 窗 墙 瓦 砖 木',
);

type Pick = (from: readonly string[]) => string;

function clause(pick: Pick): string {
  const person = (): string => pick(surnames) + pick(names) + pick(titles);
  const deed = (): string => pick(deeds) + pick(things);
  const kinds: Readonly<Record<string, () => string>> = {
    body: () => `${pick(places)}${pick(bodies)}的${person()}${deed()}`,
    two: () => `${person()}和${person()}${deed()}`,
    book: () => `按照${pick(books)}的要求${person()}${pick(deeds)}${pick(figures)}${pick(things)}`,
    quotation: () => `${person()}一句${pick(quotations)}带动大家${deed()}`,
    bracket: () => `${pick(bodies)}（含${pick(places)}分点）用${pick(figures)}经费${deed()}`,
  };
  return kinds[pick(Object.keys(kinds))]?.() ?? '';
}

function atLeast(length: number, make: () => string): string {
  for (;;) {
    const text = make();
    if (text.length >= length) return text;
  }
}

/** A draft that says a thing once, among what nobody says twice. */
function around(pick: Pick, before: string, text: string, behind: string): string {
  const noise = (): string => Array.from({ length: 15 }, () => pick(signs)).join('');
  return `会议讲话\n同志们：\n${noise()}。\n${noise()}${before}${text}${behind}${noise()}。\n${noise()}。`;
}

async function passagesIn(texts: readonly [string, string]): Promise<readonly Finding[]> {
  const echoes = createEchoes({ words, options: { passage: {}, phrase: {} } });
  for (const [index, text] of texts.entries()) echoes.put(draftOf(String(index), text));
  for (let wants = echoes.wants(); wants.length > 0; wants = echoes.wants()) {
    await words.ask(wants);
    echoes.learn();
  }
  return echoes.findings('0').filter(({ rule }) => rule === 'repeated-passage');
}

/** The text with a share of its words changed into other characters. */
async function changed(text: string, share: number, random: () => number, pick: Pick): Promise<string> {
  await words.ask([text]);
  const parts: string[] = [];
  let at = 0;
  for (const { length } of words.of(text) ?? []) parts.push(text.slice(at, (at += length)));
  const free = parts.flatMap((part, index) => (/^\p{Script=Han}+$/u.test(part) ? [index] : []));
  for (let left = Math.max(1, Math.round(free.length * share)); left > 0; left -= 1) {
    const [index = 0] = free.splice(Math.floor(random() * free.length), 1);
    parts[index] = Array.from(parts[index] ?? '', () => pick(signs)).join('');
  }
  return parts.join('');
}

describe('what is planted', () => {
  it.each([
    { what: 'sentences', before: '。', end: '。', behind: '' },
    { what: 'clauses', before: '，', end: '', behind: '，' },
  ])('is found with its exact ends: $what', async ({ before, end, behind }) => {
    const random = numbers(11);
    const pick: Pick = (from) => from[Math.floor(random() * from.length)] ?? '';
    const missed: string[] = [];
    for (let count = 0; count < planted; count += 1) {
      const text = atLeast(20, () => clause(pick) + (end === '' ? '' : `，${pick(ends)}`)) + end;
      const drafts = [around(pick, before, text, behind), around(pick, before, text, behind)] as const;
      const found = (await passagesIn(drafts)).map((one) => drafts[0].slice(one.start, one.end));
      if (!found.includes(text)) missed.push(`${text} | ${found.join(' | ')}`);
    }
    expect(missed).toEqual([]);
    expect(words.state.by).toBe('nodejieba');
  });

  it.each([
    { share: 0.05, least: 0.95 },
    { share: 0.1, least: 0.85 },
  ])('is found with $share of its words changed, in $least of all cases at least', async ({ share, least }) => {
    const random = numbers(23);
    const pick: Pick = (from) => from[Math.floor(random() * from.length)] ?? '';
    let found = 0;
    for (let count = 0; count < planted; count += 1) {
      const text = `${clause(pick)}，${pick(ends)}，${clause(pick)}。`;
      const first = around(pick, '。', text, '');
      const second = around(pick, '。', await changed(text, share, random, pick), '');
      const start = first.indexOf(text);
      const covered = (await passagesIn([first, second])).reduce(
        (sum, one) => sum + Math.max(0, Math.min(one.end, start + text.length) - Math.max(one.start, start)),
        0,
      );
      if (covered * 2 > text.length) found += 1;
    }
    console.info(`${String(share * 100)} % of the words changed: ${String(found)} of ${String(planted)} found`);
    expect(found / planted).toBeGreaterThanOrEqual(least);
  });
});
