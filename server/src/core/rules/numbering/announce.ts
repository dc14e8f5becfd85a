/** Owns announced counts: 我讲三点意见, 以下四个方面, 主要有三个原因：. */
import type { Span } from '../../text/span.ts';
import { readNumeral } from '../../text/sections/numerals.ts';

/** A count that a paragraph announces. Offsets count in the paragraph's text. */
export interface Announcement extends Span {
  readonly numeral: Span;
  readonly count: number;
  /** Where the words end behind which the list must begin. */
  readonly listFrom: number;
}

const count =
  /(?<![一二三四五六七八九十百千万几数两零〇\d第.．％%—～\-“])(?<n>[二两三四五六七八九]|十[一二三四五六七八九]?|[2-9]|1\d)[ \u3000]?(?<m>个|点|项|条|大|句|层|件|种|类|步|方面)/gu;

const strictMeasure = /^(?:点|方面|个方面|大方面|个问题|个层面|个要点|个重点|条|项|句话|层意思|件事|个字|个词|个关键词)/u;
const recalls =
  /(?:以上|上述|前述|前面|其他|另外|这|那|每|各|共|全部|其中|分为?|超过|近|约)[^，。；：]{0,2}$|(?:讲|谈|提|说|强调|提出|作|明确|部署|安排|总结|讨论|完成|实施|签订|开展|建成|出台)(?:了|过)/u;
const says = /(?:讲|谈|提|强调|汇报|报告|通报|提出|重申|补充|说)[^，。；：]{0,10}$/u;
const ahead = /我|下面|接下来|这里|在此|借此|再|重点|着重|主要|围绕/u;
const below = /(?:以下|如下|下列|下面)[^，。；：]{0,4}$/u;

/** The counts that `text` announces and that a list has to keep. */
export function announcementsIn(text: string): Announcement[] {
  const found: Announcement[] = [];
  for (const match of text.matchAll(count)) {
    const numeral = match.groups?.['n'] ?? '';
    const value = readNumeral(numeral);
    if (value === undefined) continue;
    const start = match.index;
    const listFrom = announces(text, start, start + numeral.length);
    if (listFrom === undefined) continue;
    const tail = /^[ \u3000]?\p{Script=Han}{1,3}/u.exec(text.slice(start + numeral.length, start + numeral.length + 8))?.[0].length ?? 1;
    found.push({ start, end: start + numeral.length + tail, numeral: { start, end: start + numeral.length }, count: value, listFrom });
  }
  return found;
}

function announces(text: string, start: number, measure: number): number | undefined {
  const sentence = text.slice(lastStop(text, start, '。！？；!?'), start);
  const clause = sentence.slice(lastStop(sentence, sentence.length, '，,'));
  if (recalls.test(clause)) return undefined;
  const after = /^[ \u3000]?[\p{Script=Han}“”、（）]{1,16}?(?:，[^。：；！？]{1,16})?(?<stop>[。：:])/u.exec(
    text.slice(measure, measure + farthest),
  );
  if (after === null) return undefined;
  const end = measure + after[0].length;
  if (after.groups?.['stop'] !== '。') return end;
  if (!strictMeasure.test(text.slice(measure, measure + farthest).trimStart())) return undefined;
  return below.test(clause) || (says.test(clause) && ahead.test(sentence)) ? end : undefined;
}

/** Words farther from a count than this have no say in what it announces. */
const farthest = 80;

function lastStop(text: string, before: number, stops: string): number {
  const least = Math.max(0, before - farthest);
  for (let at = before - 1; at >= least; at -= 1) if (stops.includes(text.charAt(at))) return at + 1;
  return least;
}
