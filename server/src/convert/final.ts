/** Owns the final check in words: the verdict, what is left, the length. What a person reads, wherever it is shown. */
import { gapDetail, lengthText, rangeAround, timeText } from '../core/stage/index.ts';
import type { FinalCheck, FinalGroup } from '../core/final/index.ts';
import type { Wording } from './wording.ts';

/** 可以定稿 or 尚不能定稿. */
export function verdict(ready: boolean, wording: Wording): string {
  return wording.pick(ready ? { zh: '可以定稿', en: 'Ready' } : { zh: '尚不能定稿', en: 'Not ready' });
}

/** What is left of one sort, in a few words. */
export function countOf({ items, blocking }: FinalGroup, wording: Wording): string {
  if (items.length === 0) return wording.pick({ zh: '无', en: 'none' });
  const advice = items.length - blocking;
  if (blocking === 0) return wording.pick({ zh: `${advice} 处供参考`, en: `${advice} worth a look` });
  if (advice === 0) return wording.pick({ zh: `${blocking} 处`, en: String(blocking) });
  return wording.pick({ zh: `${blocking} 处，另有 ${advice} 处供参考`, en: `${blocking}, and ${advice} worth a look` });
}

/** Length on paper and on the stage, against the target where there is one. */
export function lengthOf({ words, seconds, gap }: FinalCheck, targetMinutes: number, wording: Wording): string {
  const plain = `${wording.pick(lengthText(words))} · ${wording.pick(timeText(rangeAround(seconds)))}`;
  if (!gap) return plain;
  return wording.pick({ zh: `${plain}，${gapDetail(gap, targetMinutes).zh}`, en: `${plain}; ${gapDetail(gap, targetMinutes).en}` });
}

/** The report of one draft as lines of text. `placeOf` gives line and column of an offset, from 1. */
export function finalLines(
  name: string,
  check: FinalCheck,
  targetMinutes: number,
  wording: Wording,
  placeOf: (offset: number) => { readonly line: number; readonly column: number },
): string[] {
  const colon = wording.pick({ zh: '：', en: ': ' });
  const out = [`${name}${colon}${verdict(check.ready, wording)}`];
  out.push(`  ${wording.pick({ zh: '篇幅', en: 'Length' })}${colon}${lengthOf(check, targetMinutes, wording)}`);
  for (const group of check.groups) {
    out.push(`  ${wording.pick(group.title)}${colon}${countOf(group, wording)}`);
    for (const { finding, section, before, text, after } of group.items) {
      const { line, column } = placeOf(finding.start);
      const where = `${name}:${line}:${column}`;
      const said = wording.message(finding.rule, finding.message);
      out.push(`    ${where} ${section === '' ? '' : `${section} `}${before}【${text}】${after}`, `      ${said}`);
    }
  }
  return out;
}
