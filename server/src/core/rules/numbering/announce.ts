/** Owns announced counts: 我讲三点意见, 以下四个方面, 共有六项议程：, 主要有三个原因：. */
import type { Span } from '../../text/span.ts';
import { readNumeral } from '../../text/sections/numerals.ts';

/** A count that a paragraph announces. Offsets count in the paragraph's text. */
export interface Announcement extends Span {
  readonly numeral: Span;
  readonly count: number;
  /** Where the words end behind which the list must begin. */
  readonly listFrom: number;
  /**
   * Where the list has to begin to be the one that is meant: `inline` at once in this paragraph; `next` there or at once in the
   * next one; `near` a few paragraphs on as well.
   */
  readonly reach: 'inline' | 'next' | 'near';
}

const count =
  /(?<![一二三四五六七八九十百千万几数两零〇\d第.．％%—～\-余])(?<![一二三四五六七八九十百千万几数两\d][个点项条]?[至到])(?<n>[二两三四五六七八九]|十[一二三四五六七八九]?|[2-9]|1\d)[ \u3000]?(?!个(?:月|小时|星期|工作日)|项基本原则)(?:[个点项条大句层件种类步篇关场道笔组招段张样仗]|方面|部分)/gu;

/** Counts of somebody else or of a part of what was counted: no list has to keep them. */
const never = /(?:以上|上述|前述|前面|其他|另外|每|各|超过|近|约)[^，。；：]{0,2}$/u;
/** Both were named before they were counted: 从增加供给和抑制需求两方面. */
const named = /从[^，。；：]{2,40}[和与及][^，。；：]{2,40}$/u;
/** Counts of what was there before; a list right behind them keeps them even so. */
const recalls = /(?:这|那|全部|其中)[^，。；：]{0,2}$|(?:了|过)[^，。；：了过]{0,6}$/u;

const strictMeasure = /^(?:点|方面|(?:个|大)方面|个(?:问题|层面|要点|重点|字|词|关键词|部分|内容)|部分|条|项|句话|层意思|件事)/u;
const says = /(?:讲|谈|提|强调|汇报|报告|通报|提出|重申|补充|说)[^，。；：]{0,10}$/u;
const ahead = /我|下面|接下来|这里|在此|借此|再|重点|着重|主要|围绕/u;
const saysBehind = /^[^，。；：]{0,8}(?:讲|谈|汇报|报告|通报|说|作)/u;
const below = /(?:以下|如下|下列|下面)[^，。；：]{0,4}$/u;

/** What a list can be of: words for parts of a talk or of a task, not for things. */
const partNouns =
  '方面|问题|特点|原因|环节|重点|要点|关键|关系|体会|启示|感受|变化|转变|突破|意见|要求|希望|建议|想法|看法|打算|措施|举措|抓手|工作|任务|内容|部分|议程|议题|题目|文章|硬仗|实事|事|大事|事情|做法|经验|教训|不足|差距|短板|难题|到位|机制|原则|准备|保障|行动|工程|战役|目标|体系|战略|计划|支撑|优势|机遇|挑战|字|话';
const ofParts = new RegExp(
  `^[ \\u3000]?(?:[点条]|部分|方面|[个项件大条种类句层篇场步关]?[\\p{Script=Han}“”]{0,8}?(?:${partNouns})(?:上|里)?的?(?:工作|任务|问题|情况)?)$`,
  'u',
);
/** Words of those who say what is to come. */
const duty =
  /[要须应有是讲谈]|主要|重点|着力|着重|切实|体现|表现|反映|包括|归纳|概括|做好|抓好|做到|把握|处理|抓住|突出|分为?|围绕|聚焦|实施|从/u;

/** The counts that `text` announces and that a list has to keep. `isHead`: the text is a heading on its own line. */
export function announcementsIn(text: string, isHead: boolean): Announcement[] {
  const found: Announcement[] = [];
  for (const match of text.matchAll(count)) {
    const numeral = match.groups?.['n'] ?? '';
    const value = readNumeral(numeral);
    if (value === undefined) continue;
    const start = match.index;
    const end = start + numeral.length;
    const list = listOf(text, start, end, isHead);
    if (list === undefined) continue;
    const tail = /^[ \u3000]?(?:[个大]?[方层]面|部分|\p{Script=Han}{1,3})/u.exec(text.slice(end, end + 8))?.[0].length ?? 1;
    found.push({ start, end: end + tail, numeral: { start, end }, count: value, ...list });
  }
  return found;
}

type Reach = Pick<Announcement, 'listFrom' | 'reach'>;

/** The words counted, what else stands before the list, and the stop. */
const behind =
  /^(?<what>[ \u3000]?[\p{Script=Han}“”、（）]{1,16}?)(?<more>，(?!一[是要])[^。：；！？]{1,24}?)?(?<stop>[。：:]|，(?=一[是要]|首先|第一|其一|1[.．、])|[ \u3000]*$)/u;

function listOf(text: string, start: number, measure: number, isHead: boolean): Reach | undefined {
  const sentence = text.slice(lastStop(text, start, '。！？；!?'), start);
  const clause = sentence.slice(lastStop(sentence, sentence.length, '，,'));
  if (never.test(clause) || named.test(clause) || /“[^”]{0,4}$/u.test(clause)) return undefined;
  const after = behind.exec(text.slice(measure, measure + farthest));
  if (after === null) return undefined;
  const { what = '', more = '', stop = '' } = after.groups ?? {};
  const listFrom = measure + after[0].length;
  const isPast = recalls.test(clause);
  if (stop === '：' || stop === ':') return { listFrom, reach: isPast ? 'next' : 'near' };
  const isOfParts = ofParts.test(what);
  if (stop.startsWith('，')) return isOfParts && more === '' ? { listFrom, reach: 'inline' } : undefined;
  if (stop !== '。') return isHead && isOfParts && !isPast && listFrom >= text.length ? { listFrom, reach: 'next' } : undefined;
  if (!isPast && strictMeasure.test(text.slice(measure, measure + farthest).trimStart()) && isTold(sentence, clause))
    return { listFrom, reach: 'near' };
  if (!isOfParts) return isParted(clause, what, more);
  return { listFrom, reach: !isPast && duty.test(clause) ? 'next' : 'inline' };

  /** 我从三个方面汇报：the verb stands behind the count. */
  function isParted(before: string, counted: string, rest: string): Reach | undefined {
    const from = /从[^，。；：]{0,4}$/u.test(before) && /^[ \u3000]?(?:[个大]?方面|[个大]?层面)/u.test(counted);
    const verb = saysBehind.test(counted.replace(/^[ \u3000]?[个大]?(?:方面|层面)/u, ''));
    return from && verb && !isPast && (ahead.test(sentence) || rest !== '') ? { listFrom, reach: 'next' } : undefined;
  }
}

/** Whether the speaker says that the parts come now: 下面我讲三点。 现提出以下四点要求。 */
function isTold(sentence: string, clause: string): boolean {
  return below.test(clause) || (says.test(clause) && ahead.test(sentence));
}

/** Words farther from a count than this have no say in what it announces. */
const farthest = 80;

function lastStop(text: string, before: number, stops: string): number {
  const least = Math.max(0, before - farthest);
  for (let at = before - 1; at >= least; at -= 1) if (stops.includes(text.charAt(at))) return at + 1;
  return least;
}
