/** Owns slots written with letters and crosses: X XX x Ｘ ×, with known digits (20XX, 12.X), and N before a unit. */
import { surnames } from '../../text/surnames.ts';
import { classify } from './classify.ts';
import { demandsFigure, isBoundary, latinUnitAt, leftOf, neighbourAt, skipBlanks, skipBlanksBack } from './grammar.ts';
import type { Certainty, Slot } from './slot.ts';

/**
 * A run of marks with the digits, dots and single blanks inside it.
 * Matches: X XX.X 20XX 202X 20××  12.X  `X X`; the rest is told by the neighbours.
 */
const run =
  /(?:(?:(?<!\d)\d+(?:\.\d*)?)|(?:二[〇○零][〇○零一二三]?))?[Xx×](?:[Xx×\d]| ?\. ?(?=[Xx×])|\.(?=\d)| (?=[Xx×](?![A-Za-z\dXx×])))*/g;

/** What makes a single X a word of its own: X光, X射线, X染色体 … (級 and 线 only where no figure is meant). */
const letterWord =
  /^ ?(?:光|射线|波段|染色体|轴|字?[型形]|刀|片(?!区)|档(?!案)|架构|因子|因素|理论|世代|一代|战警|坐标|通道|基因|综合征|连锁|连接器|元素|级(?!以上|响应|应急|教授|职称|公路|河长|联动)|线(?!路|上|下)|值|方向的|变量|关节|腿|尾|档位|光机|效率”)/u;

const latin = /[A-Za-z]/;
const han = /\p{Script=Han}/u;
const clockTime = /(?<![\dXx:：])[Xx\d]{1,2}[:：][Xx]{2}(?![\dXx:：])/g;
const phone =
  /(?<![\dXx×])(?:1[3-9]\d{0,5}[Xx×*]{4,9}|1[Xx×*]{10}|1\d{2}[- ]?[Xx×*]{4}[- ]?[Xx×*\d]{4}|0[\dXx]{2,3}-[Xx×*\d]*[Xx×*]{3,}[Xx×*\d]*|[Xx×]{3,4}-[Xx×]{7,8}|×{7,11})(?![\dXx×])/g;
/** YYYY年MM月DD日, YYYY-MM-DD: the letters of a format, as a program or an assistant leaves them. */
const dateLetters =
  /(?<![A-Za-z\d])(?:YYYY|yyyy)(?=年|-MM|-mm|\/MM|\/mm)|(?<=(?:YYYY|yyyy|\d{4})[年/-])(?:MM|mm)(?=[月/-])|(?<=(?:MM|mm|\d)[月/-])(?:DD|dd)(?![A-Za-z])/g;
/** XX-XXXX-XX: a number of a contract or a thing, in three parts and more. */
const codeLetters = /(?<![A-Za-z\dXx×-])[Xx×]{2,6}(?:-[Xx×]{2,8}){2,5}(?![A-Za-z\dXx×-])/g;
/** A figure with its thousands set off: XX,XXX. Its first digits, where they are known, stay (46,⟦XXX⟧). */
const grouped = /(?<![A-Za-z\dXx×.]|[Xx×],)[Xx×]{1,3}(?:,[Xx×]{3})+(?:\.[Xx×]{1,4})?(?![A-Za-z\dXx×,])/g;
const mail =
  /(?<![\w.+-])(?=[\w.+*-]{0,40}[Xx*]{2})[\w.+*-]{2,64}@[\w*-]{1,64}(?:\.[\w*-]{1,64}){1,6}|(?<![\w.+-])[\w.+-]{1,64}@[Xx*]{2,40}(?:\.[\w-]{1,64}){1,6}/g;

/** The slots written with letters in one text whose width is folded. */
export function letterSlots(text: string): Slot[] {
  if (!/[Xx×NYy]|www\.\*/.test(text)) return [];
  const slots: Slot[] = [];
  const taken: Slot[] = [];
  const whole = (pattern: RegExp, kind: Slot['kind']): void => {
    for (const match of text.matchAll(pattern)) {
      const slot: Slot = {
        start: match.index,
        end: match.index + match[0].length,
        kind,
        family: 'letters',
        certainty: 'sure',
        tail: { start: match.index, end: match.index },
      };
      taken.push(slot);
      slots.push(slot);
    }
  };
  whole(mail, 'content');
  if (text.includes('www')) whole(/(?:https?:\/\/)?www\.[Xx*]{2,20}(?:\.[A-Za-z]{2,6}){1,3}/g, 'content');
  whole(phone, 'number');
  whole(clockTime, 'date');
  whole(codeLetters, 'content');
  if (/YY/i.test(text)) whole(dateLetters, 'date');
  for (const match of text.matchAll(grouped)) {
    const slot = letterSlot(text, match.index, match.index + match[0].length);
    if (slot?.certainty !== 'sure' || !['number', 'money'].includes(slot.kind)) continue;
    taken.push(slot);
    slots.push(slot);
  }
  taken.sort((a, b) => a.start - b.start);
  let next = 0;
  for (const match of text.matchAll(run)) {
    const start = match.index;
    const end = start + match[0].trimEnd().length;
    while (next < taken.length && (taken[next] as Slot).end <= start) next += 1;
    if (next < taken.length && (taken[next] as Slot).start < end) continue;
    const slot = letterSlot(text, start, end);
    if (slot) slots.push(slot);
  }
  // “N”就是…等N支力量: a name that the text has given.
  if (text.includes('“N”')) return slots.sort((a, b) => a.start - b.start);
  for (const match of text.matchAll(/(?<![A-Za-z\d+＋×\-.])(?:[Nn]|NN)(?![A-Za-z\d+＋×\-.])/g)) {
    const slot = letterN(text, match.index, match.index + match[0].length);
    if (slot) slots.push(slot);
  }
  return slots.sort((a, b) => a.start - b.start);
}

function letterSlot(text: string, start: number, end: number): Slot | undefined {
  const token = text.slice(start, end);
  const marks = token.replace(/[^Xx×]/g, '');
  const left = text[start - 1] ?? '';
  const right = text[end] ?? '';
  // GXX高速, S××省道: a road by its number.
  if (marks.length > 1 && /(?<![A-Za-z])[GSYC]$/.test(leftOf(text, start)) && /^(?:高速|[国省县乡]道|线)/u.test(text.slice(end, end + 2)))
    return {
      start,
      end,
      kind: 'number',
      family: 'letters',
      certainty: 'sure',
      tail: { start: end, end: end + (text[end] === '线' ? 1 : 2) },
    };
  // 代号叫“X”: the name itself.
  if (end - start === 1 && /(?:代号|代称|化名|笔名|网名|绰号|外号)(?:叫做?|为|是)?[“‘]$/u.test(leftOf(text, start))) return undefined;
  // NO.XXXX: the number of a paper.
  if (marks.length > 1 && !latin.test(right) && /(?<![A-Za-z])N[oO][.:]? ?$/.test(leftOf(text, start)))
    return { start, end, kind: 'document-number', family: 'letters', certainty: 'sure', tail: { start: end, end } };
  if ((latin.test(left) && !namesFigure(text, start, end)) || (latin.test(right) && !hasLatinUnit(text, start, end))) return undefined;
  if (((/[+＋]/.test(left) && !isGrowth(text, start, end)) || /^ ?[+＋]/.test(text.slice(end, end + 2))) && !isSum(text, start, end))
    return undefined;
  const range = isRange(text, start, end);
  if (!range && /[-_./@\\]/.test(left) && /[A-Za-z\d]/.test(text[start - 2] ?? '')) return undefined;
  if (!range && /[-_/@\\]/.test(right) && /[A-Za-z\d]/.test(text[end + 1] ?? '') && !/[Xx×]/.test(text[end + 1] ?? '')) return undefined;
  if (/^\/[A-Za-z]*[A-WYZa-wyz]/.test(text.slice(end, end + 6))) return undefined; // XX/XY
  if (isArithmetic(text, start, end, token)) return undefined;

  const reading = classify(text, start, end);
  // 46,XX: so many chromosomes, and the two that make the sex. Where a unit follows it is 46,XX万元.
  if (reading.evidence !== 'strong' && /^X{1,3}$/.test(token) && /(?<!\d)4[5-9], ?$/.test(leftOf(text, start))) return undefined;
  const digits = /\d|[二〇○零]/.test(token);
  if (digits && !digitsFit(text, end, token, reading.evidence) && !isYearGreeted(text, start, token)) return undefined;
  if (/^ ?染色体/.test(text.slice(end))) return undefined;
  const ranked = text[end] === '级' && reading.evidence === 'strong'; // 阵风X级
  if (!digits && !ranked && marks.length === 1 && letterWord.test(text.slice(end, end + 8))) return undefined;
  if (/(?<!\p{Script=Han})(?:那么|不妨|可)?(?:设(?![计备施立置想防区有])|令|记(?![录者忆]))[^，。；]{0,8}为$/u.test(leftOf(text, start)))
    return undefined;
  if (/^[=<>^∑≥≤≈＝]/.test(text.slice(skipBlanks(text, end, 2))) || /[=<>^∑≥≤≈＝]$/.test(leftOf(text, skipBlanksBack(text, start, 2)))) {
    if (reading.evidence !== 'strong') return undefined;
  }
  // 第X章 may be the tenth: a Roman numeral unless the draft has marks of its own.
  const roman = token === 'X' && /第 ?$/u.test(leftOf(text, start)) && /^ ?[章编卷篇节]/u.test(text.slice(end));
  // √ 已完成 × 未完成, 打“×”: a cross that stands beside a tick, or is drawn.
  if (
    token === '×' &&
    reading.evidence !== 'strong' &&
    (/[打画划]["“]?$/u.test(leftOf(text, start)) || /[√÷]/.test(text.slice(Math.max(0, start - 40), end + 40)))
  )
    return undefined;
  // “数据要素×”: what multiplies, as the names of programmes have it.
  if (token === '×' && reading.evidence === 'none' && /(?:要素|智能|互联网|科技|文旅)$/u.test(leftOf(text, start))) return undefined;
  // 若A市有X家企业: a letter of a case that is supposed, beside another one.
  if (/^[Xx]$/.test(token) && supposed.test(leftOf(text, start))) return undefined;
  // X、Y、Z世代: one letter of several.
  if (/^[Xx]$/.test(token) && /^ ?[、和与,] ?[Yy](?![A-Za-z])/.test(text.slice(end, end + 4))) return undefined;
  if (token === '×' && inFormula(text, start)) return undefined;
  // “公司×农户”: a sign between two words of a formula.
  if (token === '×' && reading.evidence === 'none' && han.test(left) && han.test(right) && /[“‘][^”’]{0,8}$/u.test(leftOf(text, start)))
    return undefined;
  const base: Slot = { start, end, kind: reading.kind, family: 'letters', certainty: 'likely', tail: reading.tail };
  const name = surnameName(text, start, end, reading.kind, reading.evidence);
  if (name) return { ...base, kind: 'name', certainty: name };
  return roman ? { ...base, certainty: 'habit' } : certainty(text, base, marks, reading.evidence);
}

/** 公司×农户×村集体: words that are multiplied, at least one of them nothing that a mark might stand before; 面积=长×宽. */
function inFormula(text: string, at: number): boolean {
  if (/=[^，。；、=]{1,8}$/.test(leftOf(text, at)) && han.test(text[at + 1] ?? '') && han.test(text[at - 1] ?? '')) return true;
  const from = Math.max(0, at - 20);
  for (const chain of text.slice(from, at + 20).matchAll(/\p{Script=Han}{2,6}(?:×\p{Script=Han}{2,6}){2,}/gu)) {
    const begin = from + chain.index;
    if (begin > at || begin + chain[0].length <= at) continue;
    for (let sign = text.indexOf('×', begin); sign >= 0 && sign < begin + chain[0].length; sign = text.indexOf('×', sign + 1))
      if (classify(text, sign, sign + 1).evidence === 'none') return true;
  }
  return false;
}

/** A case that is supposed, with a letter for a name (若A市). */
const supposed =
  /(?:假设|设每)[^，。；]{0,6}$|(?:若|假设|假定|假如|假使|已知|(?<![建开创增铺架])设)[^，。；]{0,4}(?<![A-Za-z])[A-WYZ](?:[市县区村镇厂]|公司|企业|单位|地)?[^，。；A-Za-z]{0,6}$/u;

/** How sure a mark is, from what it is written with and what speaks for it. */
function certainty(text: string, slot: Slot, marks: string, evidence: 'strong' | 'weak' | 'none'): Slot | undefined {
  const beside = (at: number): boolean => han.test(text[at] ?? '') || /[“”"《》（）()，。：；、〔〕【】→+\d]/.test(text[at] ?? '');
  // Find X, ID.4 X: the last letter of a name in letters.
  const afterWord = /[A-Za-z](?:[\d.]{0,6}\d)?$/.test(leftOf(text, slot.start).trimEnd());
  if (evidence === 'strong' && !(afterWord && marks.length === 1 && slot.tail.end === slot.tail.start)) {
    const named = afterWord && marks.length === 1 && slot.kind === 'content';
    return named ? undefined : { ...slot, certainty: 'sure' };
  }
  if (afterWord && marks.length < 3) return undefined;
  const lower = marks[0] === 'x';

  if (marks.length >= 2) {
    // A line of nothing but XXX names who speaks.
    if (marks.length > 2 && text.trim().length === slot.end - slot.start) return { ...slot, certainty: 'likely' };
    if (/^×+$/.test(marks) && /\d$/.test(leftOf(text, slot.start))) return undefined;
    return { ...slot, certainty: evidence === 'weak' || beside(slot.start - 1) || beside(slot.end) ? 'likely' : 'habit' };
  }
  if (lower && evidence !== 'weak') return undefined;
  return { ...slot, certainty: 'habit' };
}

/** 线路XXkm, 面积X.X m²: a unit in letters right behind. One letter may be anything (Xm), so it needs more than one mark. */
function hasLatinUnit(text: string, start: number, end: number): boolean {
  const unit = latinUnitAt(text, end);
  return unit !== undefined && (unit.end - end > 1 || (end - start > 1 && /[gmt]/.test(text[end] ?? '')));
}

/** GDPXX亿元: capitals that name a figure right before it, and its unit right behind. */
function namesFigure(text: string, start: number, end: number): boolean {
  const name = /(?<![A-Za-z\d])[A-Z]{2,8}$/.exec(leftOf(text, start));
  if (!name) return false;
  if (/^ ?(?:%|个百分点|[万亿千百]{0,2}[美欧日港]?元)/u.test(text.slice(end, end + 6))) return true;
  // 引进CTX台, 其中SCIXX篇: a measure word needs its figure.
  const unit = neighbourAt(text, end);
  return unit?.source === 'classifier' && isBoundary(text, unit.end) && (end - start > 1 || demandsFigure(text, start - name[0].length));
}

/** 同比+X.X%: a sign of growth and no formula (N+X). */
function isGrowth(text: string, start: number, end: number): boolean {
  return (
    /(?:^|[\p{Script=Han}，。；：、（(“])[+＋]$/u.test(leftOf(text, start)) && /^ ?(?:%|个?百分点|个点|pct)/u.test(text.slice(end, end + 5))
  );
}

/** XX+XX模式: what is added is left out on both sides. */
function isSum(text: string, start: number, end: number): boolean {
  return (
    end - start > 1 && (/[Xx×]{2}[+＋]$/.test(text.slice(Math.max(0, start - 3), start)) || /^[+＋][Xx×]{2}/.test(text.slice(end, end + 3)))
  );
}

/** 20XX-20XX, X-X: figures on both sides of a stroke, and no product code (X-37B). */
function isRange(text: string, start: number, end: number): boolean {
  return /[\dXx×]{1,4}-$/.test(text.slice(Math.max(0, start - 5), start)) || /^-[\dXx×]{1,4}(?![A-Za-z\d])/.test(text.slice(end, end + 6));
}

/** 3×4, 7×24小时, 10米×10米, 8×8×8: a sign between two sizes. */
function isArithmetic(text: string, start: number, end: number, token: string): boolean {
  if (!token.includes('×') && !/^\d+(?:\.\d+)?[xX]\d/.test(token)) return false;
  if (/^\d+(?:\.\d+)?(?:[×xX]\d+(?:\.\d+)?)+$/.test(token)) return true;
  const left = text.slice(Math.max(0, start - 3), start);
  const right = text.slice(end, end + 2);
  if (
    /^×\d*(?:\.\d+)?$/.test(token) &&
    /[\d)）米分厘m%％个人天元]\s?$/.test(left) &&
    (/\d/.test(token) || /^\s?[长宽高深厚]?[\d（(]/.test(right))
  )
    return true;
  return /^\d+(?:\.\d+)?×$/.test(token) && /^\s?[\d（(]/.test(right);
}

/** Known digits beside the marks: a year with its decade, a figure with its first digits, a masked figure before a unit. */
function digitsFit(text: string, end: number, token: string, evidence: string): boolean {
  const at = skipBlanks(text, end, 2);
  if (/^(?:19|20|二[〇○零])[〇○零一二三\dXx×]{0,1}[Xx×]{1,2}(?: [Xx×])?$/.test(token) || /^2[Xx×]{3}$/.test(token)) {
    return /^[年\-—–~～至.\/〕］\])）届届“”"]/.test(text.slice(at)) || evidence === 'strong';
  }
  if (/[Xx×]\d/.test(token) && !/[Xx×]{2}\d|[Xx×]\.\d/.test(token)) return false;
  return evidence === 'strong';
}

/** 告别20XX，展望20XX: the year alone, behind what is done to a year. */
function isYearGreeted(text: string, start: number, token: string): boolean {
  return (
    /^20[\dXx×][Xx×]$/.test(token) &&
    /(?:回[首顾望]|展望|告别|迎接|迎来|走过|挥别|拥抱|奔向|走进|再见|你好)[，,]?$/u.test(leftOf(text, start))
  );
}

/** 张XX, 李×: a surname before the marks and something that speaks of a person around them. */
function surnameName(text: string, start: number, end: number, kind: Slot['kind'], evidence: string): Certainty | undefined {
  if (!surnames.includes(text[start - 1] ?? ' ')) return undefined;
  const opens = start - 1 === 0 || /[，。；：、！？（(“\s和与由是请]|[记长任席员志人]$/u.test(text[start - 2] ?? '');
  if (!opens) return undefined;
  if (kind === 'name') return 'sure';
  const stops =
    /^(?:[，。；、：（）()“”\s]|同志|作|讲|主持|宣读|发言|介绍|汇报|出席|先后|分别|等)/u.test(text.slice(end)) || end === text.length;
  return stops && evidence !== 'strong' ? (end - start > 1 ? 'likely' : 'habit') : undefined;
}

/** N项, 第N届: a letter that mathematics made a figure. Only straight before a unit. */
function letterN(text: string, start: number, end: number): Slot | undefined {
  const reading = classify(text, start, end);
  if (reading.evidence !== 'strong' || (reading.tail.end === reading.tail.start && reading.kind !== 'ordinal')) return undefined;
  if (
    !['number', 'ordinal', 'money', 'percent', 'date'].includes(reading.kind) ||
    /^ ?(?:次方|多(?![万亿])|[种个条](?:可能|理由|原因|借口|办法|方法|选择)|对 ?[1１一N])/u.test(text.slice(end))
  )
    return undefined;
  const figure = reading.kind === 'ordinal' || reading.kind === 'money' || reading.kind === 'percent' || demandsFigure(text, start);
  return {
    start,
    end,
    kind: reading.kind,
    family: 'letters',
    certainty: text[start] === 'n' ? 'habit' : figure ? 'sure' : 'likely',
    tail: reading.tail,
  };
}
