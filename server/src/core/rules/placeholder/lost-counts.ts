/**
 * Owns measure words that are left without their figure between other words: 制定项措施, 从人发展到人, 近人参加, 惠及万群众. All
 * are doubtful: they count in a draft that is sure to have lost figures.
 */
import { alternatives, compoundAt, countsSomething, matchAt, wordAt } from './grammar.ts';
import type { Gap } from './empty-dates.ts';
import * as lexicon from './lexicon.ts';

const measure = '[个家项户名件条所座处场批位台套篇份次人]';
const counting = alternatives(lexicon.counting);

/** A verb that counts, a measure word, and what it counts: 召开|次|会议. */
const behindVerb = new RegExp(`(?:${counting})(?:了|近|约|超过)?()(?=[个家项户名件条所座处场批位台套篇份次])`, 'gu');
/** 修订部法规: a department is no law. */
const laws = new RegExp(`(?:${counting})了?()(?=部(?:法律|法规|规章|地方性))`, 'gu');
/** A measure word opens a clause, and no noun with it: ，项工作. */
const opens = /(?:^|[，。；：、])()(?=[项家件](?!\p{Script=Han}?[、，。]))/gu;
/** 从人发展到人, 由40个减少到个: two figures of one unit, of which one or both are lost. */
const fromTo = new RegExp(
  `(?:由|从)(?:每[人月年户亩]){0,2}([\\d.]*)((?:万|亿)?${measure}次?|[万亿]?元|岁|%)(?:增加|发展|减少|扩大|扩展|增长|提高|上升|壮大|压缩|精简|拓展|下降|缩减|增|减|升|降)(?:到|至|为)([\\d.]*)\\2`,
  'gu',
);
/** 近人参加: nearly how many. */
const nearly = /(?<![附亲靠接临邻贴将最相远就])近()(?=[人户名家](?:参[加与]|出席|受益|报名|群众|居民|企业|代表|干部|师生|党员|职工))/gu;
/** 超过人, 达到家以上: a stop follows. */
const reached = new RegExp(
  `(?:超过|达到|不足|多达|高达|共计|总计|合计|累计|仅有|共有|突破)()(?=${measure}次?(?:以上|左右)?(?:$|[，。；、）]|(?:参[加与]|受益)))`,
  'gu',
);
/** 惠及万群众: 万 with what it counts; 万众, 万家 are words. */
const tenThousands = new RegExp(
  `(?:${counting})(?:了|近|约|超过)?()(?=[万亿](?:多|余)?(?:人口|群众|居民|农民|农村|农户|城镇|职工|学生|劳动力|贫困|困难|家庭|老人))`,
  'gu',
);

/** Between which words alone a unit or a part of a figure has no figure: 影响多亿人口, 下降%、%, 是去年的倍, 年满岁, 配备万个卫生室. */
const between: readonly RegExp[] = [
  /(?<=[\p{Script=Han}，])(?<![许更很好太那这么差不几十百千万亿数成])(?<!比[^，。；]{1,8})()(?=多(?:万|亿))/gu,
  /(?<=[\p{Script=Han}，])(?<![其剩业盈多有残几十百千万亿数])()(?=余(?:万|亿))/gu,
  /(?<=(%|个百分点|[万亿]元|万[人吨亩户])[、—～~和与至到])()(?=\1)/gu,
  /(?:增长|增加|提高|扩大|[年期前]的)了?()(?=倍(?:以上|左右|多)?[，。；、])/gu,
  /(?:年满|未满|不满|寿命达?到?|年龄)()(?=岁)/gu,
  /(?<=[\p{Script=Han}])(?<![一二两三四五六七八九十百千几每整满逢的])()(?=周年(?![庆报度祭]))/gu,
  /(?<![合节制签预邀条公契相])约()(?=[人户名家](?:参[加与]|出席|受益))/gu,
  /(?<=\p{Script=Han})(?<![一二两三四五六七八九十百千万亿几数多余上近成巨过超])()(?=万[个辆套件座台条起种只]|亿[只件个株]|[万亿]千瓦(?!时))/gu,
  /每[人月年户亩]()(?=元(?:[，。；的]|提高|增|标准|以上|补))/gu,
];

/** The figures lost between words in one text whose width is folded. */
export function lostCounts(text: string): Gap[] {
  const gaps: Gap[] = [];
  const put = (at: number, length: number): void => {
    gaps.push({ start: at, end: at, tail: at + length, certainty: 'habit' });
  };
  const each = (pattern: RegExp, fits: (at: number) => boolean = () => true): void => {
    for (const match of text.matchAll(pattern)) {
      const at = match.index + match[0].length;
      if (compoundAt(text, at) === 0 && fits(at)) put(at, 1);
    }
  };
  const counts = (at: number): boolean => !begins(text, at) && (countsSomething(text, at) || matchAt(things, text, at + 1) !== undefined);
  each(behindVerb, counts);
  each(opens, counts);
  each(laws);
  each(nearly);
  each(reached);
  each(tenThousands);
  for (const pattern of between) each(pattern);
  for (const match of text.matchAll(fromTo)) {
    const [whole, first = '', unit = '', second = ''] = match;
    if (first === '') put(match.index + whole.indexOf(unit), unit.length);
    if (second === '') put(match.index + whole.length - unit.length, unit.length);
  }
  return gaps;
}

const things = new RegExp(`(?:${alternatives(lexicon.counted)})`, 'y');

/** A longer word starts here: 项目, 名录, 台账. */
function begins(text: string, at: number): boolean {
  const word = wordAt(text, at);
  return word !== undefined && word.end - at > 1 && word.source !== 'session';
}
