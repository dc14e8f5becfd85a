/** Owns directions: 增长 with a negative figure, 增加到 with a smaller one. */
import type { Claim } from '../../facts/claims.ts';
import { differ } from '../../facts/numbers.ts';
import { isExact } from './slip.ts';
import type { Slip } from './slip.ts';

const opposite: Readonly<Record<string, string>> = {
  增长: '下降',
  增加: '减少',
  上升: '下降',
  提高: '降低',
  提升: '下降',
  上涨: '下跌',
  下降: '增长',
  减少: '增加',
  降低: '提高',
  回落: '上升',
  下滑: '增长',
  下跌: '上涨',
};

/** Directions that a claim's own words contradict. `text` is the paragraph as it stands. */
export function directionSlips(text: string, claims: readonly Claim[]): Slip[] {
  return [...claims.flatMap((claim) => negative(text, claim)), ...claims.flatMap((claim, at) => reversed(text, claim, claims[at + 1]))];
}

/** 增长-3%, 下降-2%. Behind 增速为 a negative figure is right, and so is 负增长3%. */
function negative(text: string, { figure, verb }: Claim): Slip[] {
  if (!figure.negative || verb === undefined) return [];
  const word = text.slice(verb.start, verb.end);
  const turned = opposite[word];
  if (turned === undefined || !/^(?:了|约|近)? ?$/u.test(text.slice(verb.end, figure.start))) return [];
  const figureText = text.slice(figure.start + 1, figure.end);
  return [
    {
      kind: 'direction',
      start: verb.start,
      end: figure.end,
      message: { id: 'negative', args: { text: text.slice(verb.start, figure.end), verb: word } },
      related: [],
      instead: [turned + figureText, word + figureText],
    },
  ];
}

const rising = /(?:增加|增长|提高|提升|上升|扩大|上涨|攀升|壮大)(?:到|至|为)|增至|升至/u;
const falling = /(?:下降|降低|减少|压减|回落|缩小|缩减|压缩)(?:到|至|为)|降至|减至/u;

/** 由120亿元增加到100亿元. */
function reversed(text: string, base: Claim, value: Claim | undefined): Slip[] {
  if (!base.base || !isExact(base) || !isExact(value) || value.base || value.figure.unit.family !== base.figure.unit.family) return [];
  if (base.sentence.start !== value.sentence.start) return [];
  const between = text.slice(base.figure.end, value.figure.start);
  const said = rising.exec(between) ?? falling.exec(between);
  if (!said || /[，。；]/u.test(between) || !differ(base.figure.amount, value.figure.amount)) return [];
  const rose = value.figure.amount.value > base.figure.amount.value;
  if (rose === rising.test(said[0])) return [];
  return [
    {
      kind: 'direction',
      start: value.figure.start,
      end: value.figure.end,
      message: {
        id: 'reversed',
        args: {
          base: text.slice(base.figure.start, base.figure.end),
          text: text.slice(value.figure.start, value.figure.end),
          verb: said[0],
        },
      },
      related: [base.figure],
    },
  ];
}
