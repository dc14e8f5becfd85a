/** Owns speaking time: pace, range, target. */
import { plural } from '../plural.ts';
import type { Bilingual } from '../rules/meta.ts';
import type { Spoken } from './spoken.ts';

/** Characters said in a minute. */
export const paces = { slow: 160, middle: 200, fast: 240 } as const;

/** A pace by its name, or in characters a minute. */
export function paceOf(pace: number | string): number {
  if (typeof pace === 'number') return pace;
  return Object.hasOwn(paces, pace) ? paces[pace as keyof typeof paces] : paces.middle;
}

/** Slowest and fastest pace that can be set. */
export const paceLimits = { minimum: 100, maximum: 320 } as const;

/** Seconds that a text takes at a pace in characters a minute. */
export function secondsOf(spoken: Spoken, pace: number): number {
  return (spoken.syllables * 60) / pace + spoken.pause;
}

/** A time as a person says it: from–to. */
export interface TimeRange {
  readonly low: number;
  readonly high: number;
  readonly unit: 'second' | 'minute';
}

/** Two speakers of the same pace differ by about this much either way. */
const spread = 0.135;
const shortest = 120;

/** The range around a time: whole minutes, or tens of seconds below two minutes; from 0 where it is less than ten seconds. */
export function rangeAround(seconds: number): TimeRange {
  const unit = seconds < shortest ? 'second' : 'minute';
  const step = unit === 'second' ? 10 : 60;
  const scale = unit === 'second' ? 1 : 60;
  if (seconds > 0 && seconds * (1 + spread) < step) return { low: 0, high: step / scale, unit };
  const low = Math.max(seconds > 0 ? step : 0, Math.round((seconds * (1 - spread)) / step) * step);
  const high = Math.max(low, Math.round((seconds * (1 + spread)) / step) * step);
  return { low: low / scale, high: high / scale, unit };
}

/** 约 18–24 分钟, 不到 10 秒 */
export function timeText(range: TimeRange): Bilingual {
  if (range.low === 0 && range.high > 0) return { zh: `不到 ${String(range.high)} 秒`, en: `under ${String(range.high)} s` };
  const span = range.low === range.high ? String(range.low) : `${String(range.low)}–${String(range.high)}`;
  return range.unit === 'minute' ? { zh: `约 ${span} 分钟`, en: `about ${span} min` } : { zh: `约 ${span} 秒`, en: `about ${span} s` };
}

/** How a speech stands to its target. */
export interface TargetGap {
  readonly state: 'over' | 'short' | 'fits';
  /** Seconds too many (over) or too few (short), counted from the target itself. */
  readonly seconds: number;
  /** About as many characters to cut or to add at the pace. */
  readonly characters: number;
}

/** A speech within this part of its target fits. */
const tolerance = 0.1;

/** What is over or short of a target in minutes. */
export function againstTarget(seconds: number, targetMinutes: number, pace: number): TargetGap {
  const gap = seconds - targetMinutes * 60;
  const state = Math.abs(gap) <= targetMinutes * 60 * tolerance ? 'fits' : gap > 0 ? 'over' : 'short';
  return { state, seconds: Math.abs(gap), characters: Math.round((Math.abs(gap) * pace) / 60 / 10) * 10 };
}

/** 超 3 分钟: what is over or short in as few words as can be; tens of seconds below a minute. */
export function gapText(gap: TargetGap): Bilingual {
  if (gap.state === 'fits') return { zh: '时长合适', en: 'on target' };
  const span = roughly(gap.seconds);
  return gap.state === 'over' ? { zh: `超 ${span.zh}`, en: `${span.en} over` } : { zh: `差 ${span.zh}`, en: `${span.en} short` };
}

/** What is over or short of the target, and about how much to cut or to add. */
export function gapDetail(gap: TargetGap, targetMinutes: number): Bilingual {
  const span = roughly(gap.seconds);
  const length = lengthText(gap.characters);
  if (gap.state === 'fits') return { zh: `与目标 ${targetMinutes} 分钟相符`, en: `fits the target of ${targetMinutes} min` };
  return gap.state === 'over'
    ? {
        zh: `比目标 ${targetMinutes} 分钟长约 ${span.zh}，可删约 ${length.zh}`,
        en: `about ${span.en} over the target of ${targetMinutes} min: cut about ${length.en}`,
      }
    : {
        zh: `比目标 ${targetMinutes} 分钟短约 ${span.zh}，可增约 ${length.zh}`,
        en: `about ${span.en} short of the target of ${targetMinutes} min: add about ${length.en}`,
      };
}

/** 1 234 字: groups of three are set apart by a narrow blank that does not break (GB/T 15835-2011, 5.1.1). */
export function lengthText(words: number): Bilingual {
  const grouped = String(words).replace(/\B(?=(?:\d{3})+$)/gu, '\u202f');
  return { zh: `${grouped} 字`, en: `${grouped} ${plural(words, 'character')}` };
}

function roughly(seconds: number): Bilingual {
  if (seconds < 60) {
    const tens = Math.max(10, Math.round(seconds / 10) * 10);
    return { zh: `${tens} 秒`, en: `${tens} s` };
  }
  const minutes = Math.round(seconds / 60);
  return { zh: `${minutes} 分钟`, en: `${minutes} min` };
}
