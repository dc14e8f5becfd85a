/** Owns words that stand twice (我们我们, 的的): the characters propose, the words decide. */
import { isBlank, isHan } from '../../text/chars.ts';
import type { Word } from '../../words.ts';

/** A stretch of a text in which a word stands twice; offsets are UTF-16 code units. */
export interface Doubled {
  readonly start: number;
  /** Behind the first of the two. */
  readonly middle: number;
  /** Where the second begins; blanks may lie between. */
  readonly second: number;
  readonly end: number;
}

const longestWord = 6;

/** Every place where the same one to six characters stand twice in a row. */
export function proposeDoubled(text: string): Doubled[] {
  const proposals: Doubled[] = [];
  for (let start = 0; start + 1 < text.length; start += 1) {
    if (!isHan(text.charCodeAt(start))) continue;
    for (let length = 1; length <= longestWord; length += 1) {
      const middle = start + length;
      if (!isHan(text.charCodeAt(middle - 1))) break;
      let second = middle;
      while (isBlank(text.charCodeAt(second))) second += 1;
      if (text.charCodeAt(second) !== text.charCodeAt(start)) continue;
      let same = 1;
      while (same < length && text.charCodeAt(start + same) === text.charCodeAt(second + same)) same += 1;
      if (same === length) proposals.push({ start, middle, second, end: second + length });
    }
  }
  return proposals;
}

/** Words that are never said twice, whatever stands around them; known without a dictionary. */
const sure = new Set(
  '我们 你们 他们 她们 它们 咱们 大家 我们的 以及 并且 而且 但是 因此 所以 因为 由于 如果 虽然 同时 此外 另外 对于 关于 根据 按照 通过 为了 进行 可以 应当 应该 必须 已经 正在 这个 那个 这些 那些 全市 全区 全县 全镇 各级 各地 各部门 各单位 群众 干部 工作'.split(
    ' ',
  ),
);
const sureSingle = new Set('的和与及在把被将从向于'.split(''));
/**
 * Single characters that do not stand twice on purpose. Measures, stretches of time and verbs do: 件件有着落, 岁岁重阳, 看看.
 */
const grammatical = new Set('的地得了和与及或把被对从向于以为在是也都就将而且并但之其我你他她它这那有不已又再更最很'.split(''));
/** Where two equal pairs make a word of four. */
const idioms = /的的确确|和和美美|和和气气|是是非非|从从容容|有有无无/u;
/** Where two equal characters belong to two words, as far as that can be seen without a dictionary. */
const lawful =
  /在在|与与|目的的|有的的|的的士|总和和|共和和|温和和|缓和和|中和和|调和和|参与与|给与与|赋与与|实在在|存在在|现在在|正在在|内在在|所在在|外在在|潜在在|火把把|将将|即将将|主将将|方向向|面向向|导向向|从从|服从从|关于于|对于于|由于于|处于于|位于于|等于于|至于于/u;
/** Verbs that a speaker may say twice to soften them (研究研究). */
const softened = new Set(
  '研究 讨论 考虑 商量 学习 总结 反思 了解 熟悉 打听 检查 调研 琢磨 思考 掂量 盘点 梳理 讲讲 说说 看看 想想 算算 体会 感受 锻炼 活动 休息 交流 沟通 协调 辛苦 高兴 热闹 试试 走走 听听 比比 问问 聊聊 谈谈 坐坐 转转 反映 汇报 介绍 商议 合计 参谋 关心 过问 提醒 打扫 收拾 整理 准备 对照 比较 观察 见识 请教 切磋 探讨 推敲 斟酌 参观 体验 表示 意思 打磨'.split(
    ' ',
  ),
);

/** What goes on while something else begins (说着说着), the digits of a year (二〇二〇), and those who speak for others (人大代表代表人民). */
const twice = /^(?:\p{Script=Han}着|[〇零一二三四五六七八九]+|代表)$/u;

/** A degree that is laid on: 抓得很紧很紧, 非常非常感谢. */
const laidOn = /^(?:[很太]\p{Script=Han}{1,2}|非常|十分)$/u;

/** One by one: 一户一户, 一条条. */
const counted = /^(?!一(?:定|直|起|样|些|切|般|方面))[一两三几半]./u;

/** Which proposals are words that stand twice. Without the words only the surest. */
export function doubledOf(text: string, proposals: readonly Doubled[], words: readonly Word[] | undefined): Doubled[] {
  const found: Doubled[] = [];
  const starts = words === undefined ? undefined : wordStarts(words);
  for (const proposal of proposals) {
    const word = text.slice(proposal.start, proposal.middle);
    const last = found.at(-1);
    if (last !== undefined && proposal.start < last.end && proposal.middle !== last.end) continue;
    const around = text.slice(Math.max(0, proposal.start - 1), proposal.end + 2);
    if (softened.has(word) || twice.test(word) || counted.test(word) || laidOn.test(word) || idioms.test(around)) continue;
    if (word.length === 1 && !grammatical.has(word)) continue;
    if (isPlayedOn(text, word, proposal)) continue;
    if (starts === undefined && lawful.test(around)) continue;
    const isDoubled = starts === undefined ? sure.has(word) || (word.length === 1 && sureSingle.has(word)) : isCut(starts, proposal);
    if (isDoubled) found.push(proposal);
  }
  return found;
}

/** A word called out at the head of a clause, whose characters the next clause plays on: 干部干部，先干一步. */
function isPlayedOn(text: string, word: string, { start, end }: Doubled): boolean {
  if (word.length === 1 || text[end] !== '，' || !/[，。！？；：“\s]/u.test(text[start - 1] ?? '，')) return false;
  const [next = ''] = /^[^，。！？；：\n]*/u.exec(text.slice(end + 1, end + 9)) ?? [];
  return !next.includes(word) && [...word].some((character) => next.includes(character));
}

function wordStarts(words: readonly Word[]): Set<number> {
  const starts = new Set<number>([0]);
  let at = 0;
  for (const { length } of words) starts.add((at += length));
  return starts;
}

/** Whether both halves are whole words, cut alike. */
function isCut(starts: ReadonlySet<number>, { start, middle, second, end }: Doubled): boolean {
  if (!starts.has(start) || !starts.has(middle) || !starts.has(second) || !starts.has(end)) return false;
  for (let step = 1; step < middle - start; step += 1) if (starts.has(start + step) !== starts.has(second + step)) return false;
  return true;
}
