/** Owns slots drawn with signs: stars, underlines, circles and squares, question marks, dashes before a unit. */
import type { Format } from '../../text/draft.ts';
import type { Mask } from '../../text/mask.ts';
import { surnames } from '../../text/surnames.ts';
import { classify } from './classify.ts';
import type { Reading } from './classify.ts';
import { demandsFigure, isBoundary, latinUnitAt, leftOf, skipBlanks, skipBlanksBack } from './grammar.ts';
import type { Certainty, Family, Slot } from './slot.ts';

const han = /\p{Script=Han}/u;

/** What a run of signs needs around it, besides a neighbour that speaks for a slot. */
interface Stroke {
  readonly family: Family;
  readonly pattern: RegExp;
}

const strokes: readonly Stroke[] = [
  { family: 'stars', pattern: /(?:(?:19|20)\d?)?\*+(?:[.·]\*+)?/g },
  { family: 'lines', pattern: /(?:(?:19|20)\d?)?_+(?:\._+)?/g },
  { family: 'circles', pattern: /(?:(?:19|20)\d?)?(?:[○〇◯]+|[□▢]+|[●△▲◇◆■]+)/g },
  { family: 'circles', pattern: /(?<![A-Za-z\d])(?:O{2,4})(?![A-Za-z\d])/g },
  { family: 'circles', pattern: /(?:(?:19|20)\d?)?#{2,}|(?<![\w#)])#(?=\s?(?:[万亿]{0,2}美?元|%|个百分点))/g },
  { family: 'queries', pattern: /(?:(?:19|20)\d?)?[?？]+(?:[.．][?？]+)?/g },
  { family: 'dots', pattern: /(?<![\d—/-])(?:-{2,}|—{2,}|\/{2,})(?=\s?(?:[万亿]{0,2}[美欧港]?元|%|个百分点))/g },
  // One dash only where a figure is asked for.
  {
    family: 'dots',
    pattern: /(?<=\p{Script=Han})[—–-](?=\s?(?:[万亿]{0,2}[美欧港]?元|%|个百分点|[万余]?[个家项户件人名处台套座公吨亩]))/gu,
  },
];

/** The slots drawn with signs in one text whose width is folded. */
export function strokeSlots(text: string, format: Format, masks: readonly Mask[]): Slot[] {
  if (!/[*_○〇◯□▢●△▲◇◆■?？#\-—/]|O{2}/.test(text)) return [];
  const slots: Slot[] = [];
  const emphasis = [...masks.filter((mask) => mask.kind === 'emphasis'), ...pairsOf(text, '*'), ...pairsOf(text, '_')];
  const pairs = new Map<string, Mask>();
  for (const mask of emphasis.reverse()) {
    pairs.set(`from ${mask.start}`, mask);
    pairs.set(`to ${mask.end}`, mask);
  }
  const whole = text.trim();
  // A line of nothing but signs is a rule or a frame, unless it is one sign that stands for a name.
  const bare = whole.replace(/[*_\s.\-=—○●□■]/g, '') === '';
  for (const { family, pattern } of strokes) {
    for (const match of text.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      const slot = strokeSlot(text, start, end, family, pairs.get(`from ${start}`) ?? pairs.get(`to ${end}`), format, whole, bare);
      if (slot) slots.push(slot);
    }
  }
  return slots.sort((a, b) => a.start - b.start);
}

function strokeSlot(
  text: string,
  start: number,
  end: number,
  family: Family,
  pair: Mask | undefined,
  format: Format,
  whole: string,
  bare: boolean,
): Slot | undefined {
  const token = text.slice(start, end);
  const left = text[start - 1] ?? '';
  const right = text[end] ?? '';
  if (
    (/[A-Za-z]/.test(right) && (token.length < 2 || !latinUnitAt(text, end))) ||
    (/[A-Za-z]/.test(left) && family !== 'queries' && end - start < 2)
  )
    return undefined;
  if (/[\d)）]/.test(left) && /[\d(（]/.test(right)) return undefined;
  if (family === 'circles' && token[0] === '#' && /^\s/.test(right) && text.slice(0, start).trim() === '') return undefined; // a heading of Markdown
  const reading = classify(text, start, end);
  const slot = (certainty: Certainty): Slot => ({ start, end, kind: reading.kind, family, certainty, tail: reading.tail });

  if (whole === token)
    return wholeLine(token, family, format) ? { ...slot(family === 'circles' ? 'likely' : 'habit'), kind: 'name' } : undefined;
  if (bare) return undefined;
  switch (family) {
    case 'stars':
      return star(text, start, end, reading, pair, format) ? slot(reading.evidence === 'none' ? 'likely' : 'sure') : undefined;
    case 'lines':
      return line(text, start, end, reading, pair, format, slot);
    case 'circles':
      return circle(text, start, end, token, reading)
        ? slot(/^[□▢]$/.test(token) ? 'habit' : reading.evidence === 'none' ? 'likely' : 'sure')
        : undefined;
    case 'queries':
      if (token.length === 1) {
        const certainty = loneQuery(text, start, end, reading);
        return certainty && slot(certainty);
      }
      return query(text, start, end, token, reading) ? slot('sure') : undefined;
    default:
      return reading.evidence === 'strong' &&
        (demandsFigure(text, start) || (token.length > 1 && han.test(left)) || isTally(text, start, reading))
        ? slot('likely')
        : undefined;
  }
}

/** A line of nothing but stars or underlines: a rule in Markdown; in plain text a name or value left out, unless it is long. */
function wholeLine(token: string, family: Family, format: Format): boolean {
  if (format === 'markdown' && /^(?:\*{3,}|_{3,})$/.test(token)) return false;
  return (family === 'stars' || family === 'lines' || family === 'circles') && token.length >= 2 && token.length <= 12;
}

function star(text: string, start: number, end: number, reading: Reading, pair: Mask | undefined, format: Format): boolean {
  const left = text[start - 1] ?? '';
  const right = text[end] ?? '';
  if (start === 0 && end === 1 && /^[ \t]/.test(right)) return false; // a bullet
  if (end - start === 1) {
    if (/^\*+\s*(?:注|号)/.test(text.slice(start))) return false; // a footnote
    if (start === 0) return reading.evidence === 'strong' && ['date', 'number'].includes(reading.kind) && reading.tail.start === end;
    if (reading.evidence !== 'strong' || !/[\p{Script=Han}\d—~～〔〕、，；。：“（-]/u.test(text[skipBlanksBack(text, start, 1) - 1] ?? ''))
      return false;
  }
  if (pair && !pairIsSlots(text, pair, format)) return false;
  // abc****: an account with its end hidden.
  if (reading.evidence === 'none' && /[A-Za-z]/.test(left)) return false;
  if (/(?:密码|口令|账号|卡号|尾号|验证码)(?:是|为|[:：])?\s*$/u.test(leftOf(text, start))) return false;
  if (reading.evidence === 'strong') return true;
  const beside = (sign: string): boolean => han.test(sign) || /[“”"《》（）()，。：:；、!！?？【】〔〕\d%％]/.test(sign);
  return beside(left) || beside(right) || beside(text[skipBlanks(text, end, 2)] ?? '');
}

/** Two double signs on one line, as emphasis from Markdown stands in plain text (and `__` between ideographs in Markdown too). */
function pairsOf(text: string, sign: '*' | '_'): Mask[] {
  const pairs: Mask[] = [];
  const pattern =
    sign === '*' ? /(?<!\*)(\*{2,3})(?![*\s])[^*\n]{1,60}?(?<!\s)\1(?!\*)/g : /(?<!_)__(?![_\s])([^_\n]{2,40}?)(?<!\s)__(?!_)/g;
  for (const match of text.matchAll(pattern)) pairs.push({ start: match.index, end: match.index + match[0].length, kind: 'emphasis' });
  return pairs;
}

const exactTail =
  /^(?:省|市|县|区|州|旗|镇|乡|村|街道|社区|县[(（]市[)）]|市[(（]县[)）]|年|月|日|同志|书记|市长|县长|区长|局|厅|委|公司|亿元|万元|元|人|个|项|%)$/;
const unitOpens = /^\s?(?:[万亿]{0,2}元|%|个百分点|届|万人|万户|人次|平方米|公里|年\S{0,3}[*月])/;

/** Whether what looks like emphasised words is two slots with text between: `**县**乡`, `投资**亿元，增长**个百分点`. */
export function pairIsSlots(text: string, pair: Mask, format: Format): boolean {
  const width = text.slice(pair.start).match(/^[*_]+/)?.[0].length ?? 0;
  const inner = text.slice(pair.start + width, pair.end - width);
  if (inner === '' || inner.startsWith('、') || exactTail.test(inner) || /^[^“‘《（]*[”’》）]/u.test(inner)) return true;
  const clause = /[，。；、：]/.test(inner);
  if (clause && unitOpens.test(inner)) return true;
  const opening = classify(text, pair.start, pair.start + width);
  const closing = classify(text, pair.end - width, pair.end);
  const counts = (reading: Reading): boolean => reading.evidence === 'strong' && reading.kind !== 'content';
  // **张华**同志: a name that is there.
  if (inner.length < 4 && surnames.includes(inner[0] ?? ' ') && /^\p{Script=Han}+$/u.test(inner) && closing.kind === 'name') return false;
  // Plain text has no emphasis of its own: one end that reads as a slot is enough.
  if (format === 'plain' && (counts(opening) || (counts(closing) && closing.tail.end > closing.tail.start))) return true;
  // ***同志和***同志: no emphasis ends in a word that goes on.
  if ((counts(opening) || counts(closing)) && /[和与及由请在]$/u.test(inner)) return true;
  // ***主持会议，***作报告
  if (clause && [opening, closing].every(({ kind, evidence }) => kind === 'name' && evidence !== 'none')) return true;
  if (opening.evidence !== 'strong' || !clause) return false;
  return closing.evidence === 'strong' || (inner.length <= 3 && /[、，。；]$/.test(inner));
}

const signature = /(?:签名|签字|签章|盖章|公章|手印|签收|画押)[^，。；]{0,6}[:：（(]?\s*$/u;
const nameWhole = /^(?:习近平|毛泽东|邓小平|江泽民|胡锦涛)/u;

function line(
  text: string,
  start: number,
  end: number,
  reading: Reading,
  pair: Mask | undefined,
  format: Format,
  slot: (certainty: Certainty) => Slot,
): Slot | undefined {
  if (signature.test(leftOf(text, start))) return undefined;
  if (pair && !pairIsSlots(text, pair, format)) return undefined;
  if (nameWhole.test(text.slice(end))) return { ...slot('sure'), kind: 'name', removable: true };
  const left = text[start - 1] ?? '';
  const right = text[end] ?? '';
  if (end - start === 1)
    return reading.evidence === 'strong' &&
      !/日期/u.test(text.slice(end, end + 2)) &&
      ['place', 'money', 'percent', 'number', 'date'].includes(reading.kind) &&
      !/\d/.test(left)
      ? slot('sure')
      : undefined;
  if (isField(text, start, end)) return undefined;
  const beside = (sign: string): boolean => han.test(sign) || /[“”"《》（）()，。：:；、【】〔〕\d%％]/.test(sign);
  if (reading.evidence === 'strong') return slot('sure');
  return beside(left) || beside(right) ? slot('likely') : undefined;
}

/** A field of a form (`联系电话：________　编号：________`) or a leader to a page number: left for a pen, not for the writer. */
function isField(text: string, start: number, end: number): boolean {
  if (end - start < 6) return false;
  const label = /(?:^|[ \t\u3000]|[:：]_+)[\p{Script=Han}\u3000 ]{1,10}[:：][ \u3000]*$/u.test(leftOf(text, start));
  return (label && /^(?:[ \t\u3000]|$)/.test(text.slice(end))) || /^\s*\d{1,3}\s*$/.test(text.slice(end));
}

const chineseDigit = /[一二三四五六七八九零〇○]/;
const wholeYear = /(?<![一二三四五六七八九零〇○O])[一二][一二三四五六七八九零〇○O]{3}$/u;

function circle(text: string, start: number, end: number, token: string, reading: Reading): boolean {
  const left = text[start - 1] ?? '';
  const right = text[end] ?? '';
  const bare = token.replace(/^\d+/, '');
  // 二〇〇〇年, 一九〇〇年: a year in characters, also with circles typed for the nought.
  if (right === '年' && wholeYear.test(text.slice(Math.max(0, start - 4), end))) return false;
  if (/[○〇]/.test(bare) && (chineseDigit.test(left) || chineseDigit.test(right)) && !/^[〇○]{2,}$/.test(bare)) return false;
  if (/^[〇○]+$/.test(bare) && chineseDigit.test(left) && !/[年]/.test(right)) return false;
  if (/^[〇○]{1,2}$/.test(bare) && /[二一]$/.test(left)) return false;
  if (/[●★]/.test(bare + left) && /^[○☆◯]/.test(right)) return false; // ●●●○: three of four
  const opens = text.slice(0, start).trim() === '';
  if (opens && bare.length === 1) return reading.evidence === 'strong' && !/^\s/.test(right) && reading.kind !== 'content';
  if (/^[□▢]/.test(bare) && bare.length === 1 && /^\s?(?:是|否|有|无|同意|不同意)/.test(text.slice(end))) return false;
  if (bare.length > 1 && reading.evidence === 'strong') return true;
  if (bare.length === 1) return reading.evidence === 'strong' && (reading.kind === 'date' || !/^\s/.test(left));
  const beside = (sign: string): boolean => han.test(sign) || /[“”"《》（）()，。：:；、【】〔〕\d%％]/.test(sign);
  if (/^O/.test(bare) && reading.evidence === 'none') return false;
  return beside(left) || beside(right) || beside(text[skipBlanks(text, end, 2)] ?? '');
}

/** With these no sentence begins, so none ends before them: 亿元, %, 个百分点. */
const neverOpens = /^ ?(?:(?:万亿|亿|万)[美欧港日]?元|%|个百分点)(?!以上|户|村|镇|乡|级|大关|产业|企业|项目|俱乐部)/u;

/** 完成投资？亿元, 引进？家，: one question mark for a figure. Before most units it may end a question, so the habit decides. */
function loneQuery(text: string, start: number, end: number, reading: Reading): Certainty | undefined {
  if (reading.evidence !== 'strong' || reading.tail.end === end || reading.kind === 'content') return undefined;
  const isAsked = demandsFigure(text, start);
  // 企业为什么愿意来？亿元投资怎么落地？
  const mayOpen = !isAsked && asks(text, start) && han.test(text[reading.tail.end] ?? '');
  if (neverOpens.test(text.slice(end, end + 10)) && !mayOpen && (isAsked || han.test(text[start - 1] ?? ''))) return 'sure';
  // ？月？日
  if (/^月[?？]日/.test(text.slice(end, end + 3)) || (/[?？]月$/.test(leftOf(text, start)) && text[end] === '日')) return 'sure';
  return asks(text, start) && !(isAsked && isBoundary(text, reading.tail.end)) ? undefined : 'habit';
}

/** 新增企业—家: a dash for the figure, where a verb at the head of the clause counts; `学校—家，两点一线` counts nothing. */
function isTally(text: string, start: number, { tail }: Reading): boolean {
  return (
    isBoundary(text, tail.end) &&
    /(?:^|[，。；：、\s])(?:[\p{Script=Han}]{0,3}(?:新增|建成|新建|引进|共有|完成|培训|实施|培育|发放|整治|排查|走访|慰问))\p{Script=Han}{0,8}$/u.test(
      leftOf(text, start),
    )
  );
}

/** 怎么办？人们…, 行不行？各位…: a question, whatever follows it. Of its last clause only: `引进几家企业，完成投资？亿元`. */
function asks(text: string, at: number): boolean {
  const clause = /[^。！？?；，,\n]*$/u.exec(text.slice(Math.max(0, at - 24), at))?.[0] ?? '';
  return /[吗呢么吧嘛何谁哪几怎]|没有?$|难道|是否|能否|可否|(\p{Script=Han})不\1/u.test(clause);
}

/** What a figure is the answer to: 参加人数, 完成率, 总额. */
const figureNoun = /(?:[人户件次总]数|总[额量]|[成率]率|金额)[:：]?$/u;

/** ？？亿元, 达到？？，: question marks where a figure must stand; not a question asked twice. */
function query(text: string, start: number, end: number, token: string, reading: Reading): boolean {
  if (token.length < 2 && !/\d/.test(token))
    return reading.evidence === 'strong' && demandsFigure(text, start) && reading.kind !== 'content';
  if (reading.evidence === 'strong' && reading.tail.end > reading.tail.start) return true;
  if (/^[（(【\[]$/.test(text[start - 1] ?? '') && /^[）)】\]]$/.test(text[end] ?? '')) return true;
  if (asks(text, start)) return false;
  // 由？？主持, 参加人数？？
  if (/[由请]$/.test(text[start - 1] ?? '') && han.test(text[end] ?? '')) return true;
  if (figureNoun.test(leftOf(text, start)) && isBoundary(text, end)) return true;
  return demandsFigure(text, start) && token.length >= 2;
}
