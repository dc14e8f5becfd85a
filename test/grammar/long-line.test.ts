/** Owns the promise that a line five times as long costs about five times as much, whatever it is made of. */
import { beforeAll, describe, expect, it } from 'vitest';
import { INITIAL } from 'vscode-textmate';
import type { IGrammar } from 'vscode-textmate';
import { loadGrammar } from '../support/grammar.ts';

/** What a 100,000-character line is made of: every mark that opens, repeats or almost matches something. */
const materials: readonly [string, ...string[]] = [
  '全县完成投资X亿元，增长12.5%，“十四五”规划《XX办法》（待核实）；一是稳，二是进。',
  '我们要坚持稳中求进工作总基调',
  'X', 'X ', 'XX.', 'Xa', '×', '20X', '*', '* ', '_', '_a', '○', '〇', 'O', '□', '某', '张某', '…', '……年', '？',
  '【', '【名称', '】', '[', '[名称', '{{', '${', '<', '<名称', '（', '（此处', '）', '《', '》', '“', '”', '‘', '「', '〔', '〔2026〕',
  '一', '一、', '一是', '（一）', '第一', '首先', '1', '1.', '1,', '1 - ', '2026年', '2026年 ', '百分之', '——', ' ', '　', '完成', '完成 ', '年 ', '待', '发函', '月', '日月',
  '同志们', '各位', '掌声（', '讲话', '：', '，',
]; // prettier-ignore

/** Marks that the Markdown injection reads in a way of its own. */
const inMarkdown = [materials[0], '*', '* ', '**年', '_', '__', '__年', '[', '（一）', '一、', '同志们'];

let plain: IGrammar;
let markdown: IGrammar;
beforeAll(async () => {
  plain = await loadGrammar('text.speech');
  markdown = await loadGrammar('text.html.markdown');
  for (const grammar of [plain, markdown]) cost(grammar, materials[0], 20_000);
});

/** Milliseconds for one line of `length` UTF-16 code units. */
function cost(grammar: IGrammar, material: string, length: number): number {
  const line = material.repeat(Math.ceil(length / material.length)).slice(0, length);
  const begin = performance.now();
  grammar.tokenizeLine(line, INITIAL);
  return performance.now() - begin;
}

/**
 * A quadratic pattern gives 25, a linear one 5. The floor keeps the clock's grain out of it, and a machine that was busy
 * elsewhere gets two more tries.
 */
function check(grammar: IGrammar, material: string): void {
  const floor = 10;
  const bound = 12;
  let ratio = Infinity;
  for (let attempt = 0; attempt < 3 && ratio >= bound; attempt += 1)
    ratio = (cost(grammar, material, 100_000) + floor) / (cost(grammar, material, 20_000) + floor);
  expect(ratio).toBeLessThan(bound);
}

describe('a line of 100,000 characters against one of 20,000', () => {
  it.each(materials)('speech: %j', (material) => check(plain, material), 60_000);
  it.each(inMarkdown)('Markdown: %j', (material) => check(markdown, material), 60_000);
});
