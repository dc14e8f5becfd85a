/** Owns slots written with 某: 某万元, 某某县, 某月某日. Never 某些, 某个, 张某. */
import { lesserSurnames, surnames } from '../../text/surnames.ts';
import { classify } from './classify.ts';
import { demandsFigure, isBoundary, leftOf } from './grammar.ts';
import type { Certainty, Slot } from './slot.ts';

const run = /某{1,4}/g;

/** 某 in its own sense: some, a certain. */
const vague =
  /^(?:些|种|个|一|类|项|方面|时|处|地(?!区)|人(?!次|民|口|大|社)|位|程度|段|天|次|句|件事|条|本|篇|家(?!企业|公司)|间|份|张|块|座|首|则|起|名(?!称)|几|特定|单一|几个|环节|阶段|部分|领域|方|刻|年(?!某|月|\d|[，。至底度]|来(?:[，。；]|$)))/u;

const surname = new RegExp(`[${surnames}${lesserSurnames}]$`, 'u');

/** What may stand before a surname: the start, a stop, or a word for a person. */
const opensName = /(?:^|[，。；：、（“\s]|[人民工员长任师户者记生友和与对向由是])$/u;

/** The slots written with 某 in one text whose width is folded. */
export function mouSlots(text: string): Slot[] {
  if (!text.includes('某')) return [];
  const slots: Slot[] = [];
  for (const match of text.matchAll(run)) {
    const start = match.index;
    const end = start + match[0].length;
    const certainty = sureness(text, start, end);
    if (!certainty) continue;
    const reading = classify(text, start, end);
    slots.push({ start, end, kind: reading.kind, family: 'mou', certainty, tail: reading.tail });
  }
  return slots;
}

function sureness(text: string, start: number, end: number): Certainty | undefined {
  const left = leftOf(text, start);
  const right = text.slice(end);
  const long = end - start > 1;
  const reading = classify(text, start, end);
  const counted = reading.evidence === 'strong' && ['percent', 'money', 'number', 'date', 'ordinal'].includes(reading.kind);
  // 张某、李某某: a person kept anonymous, not a slot.
  if (
    surname.test(left) &&
    (!counted || (!long && /^[所家人名位处户]/u.test(right)) || opensName.test(left.slice(0, -1))) &&
    !/^(?:省|市|县|区|镇|乡|村|局|厅|公司)/u.test(right)
  )
    return undefined;
  if (/近$/u.test(left) && /^年来/u.test(right)) return 'sure';
  if (reading.kind === 'ordinal' || (reading.kind === 'percent' && counted)) return 'sure';
  if (!long && vague.test(right)) {
    const counted =
      reading.kind === 'number' &&
      reading.evidence === 'strong' &&
      !/^(?:种|处|方面|一|类|时|段|人|个(?:环节|时期|阶段|方面|角度|领域|部分|程度|细节|问题|时候|人(?![。，])))/u.test(right);
    const asked =
      demandsFigure(text, start) || isBoundary(text, reading.tail.end) || /(?:有|共|约|达|于|至|每|前|了|进|找|后的|移)$/u.test(left);
    return counted && asked ? 'habit' : undefined;
  }
  if (['money', 'percent'].includes(reading.kind) && reading.evidence === 'strong') return 'sure';
  if (reading.kind === 'date' && reading.evidence === 'strong')
    return /^(?:年|月|日)(?:某|\d|[底，。至到度])|^月[底份]/u.test(right) || /[年月]$/u.test(left) ? 'sure' : 'habit';
  if (reading.kind === 'name' && reading.evidence === 'strong')
    return long || /^(?:同志|书记|市长|县长|区长)/u.test(right) ? 'likely' : 'habit';
  if (long) return reading.evidence === 'none' ? 'habit' : 'likely';
  if (reading.kind === 'number' && reading.evidence === 'strong' && /^(?:万|亿|千|百)|^(?:人次|户次|平方米|公里|亩|吨|公斤)/u.test(right))
    return 'likely';
  return reading.evidence === 'strong' ? 'habit' : undefined;
}
