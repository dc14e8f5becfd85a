/** Owns what the figure rule is: its kinds, messages, options and examples. */
import type { RuleMeta } from '../meta.ts';

/** The rule over figures: those that cannot be right, those that contradict each other, those that differ from the fact sheet. */
export const meta: RuleMeta = {
  id: 'figure',
  title: { zh: '数据矛盾', en: 'Figures that disagree' },
  why: {
    zh: '领导和代表最先核对的是数字：同一指标前后不一、增长后面写了负数、基数与增速或总数与部分对不上、占比和完成率算错、与数据表不符，都会被当场问住。',
    en: 'Figures are what an audience checks first: two values of one indicator, a negative growth, a rate that does not fit its base, parts that do not add up, a wrong share, a value that is not that of the fact sheet.',
  },
  whenNot: {
    zh: '口径不同（如当年价与可比价、全社会与规模以上）而文中没有写明时，可以保留；写明口径后不再提示。',
    en: 'When the two are measured differently (current and constant prices, all and above-scale) and the text does not say so; it stays silent once it does.',
  },
  kinds: [
    { id: 'mismatch', name: { zh: '与数据表不符', en: 'not as in the fact sheet' }, severity: 'warning' },
    { id: 'conflict', name: { zh: '前后不一', en: 'two values' }, severity: 'warning' },
    { id: 'direction', name: { zh: '升降相反', en: 'direction' }, severity: 'warning' },
    { id: 'arithmetic', name: { zh: '计算不符', en: 'arithmetic' }, severity: 'warning' },
  ],
  messages: {
    mismatch: {
      zh: '{name}（{period}）写作“{text}”，数据表为 {value}（{place}），请核对',
      en: '{name} ({period}) reads “{text}”, the fact sheet says {value} ({place}); please check',
    },
    take: { zh: '改为 {value}（{place}）', en: 'Change to {value} ({place})' },
    conflict: {
      zh: '{name}{period}此处为“{text}”，另一处为“{other}”，请核对',
      en: '{name}{period} is “{text}” here and “{other}” elsewhere; please check',
    },
    otherPlace: { zh: '另一处：{text}', en: 'The other place: {text}' },
    negative: {
      zh: '“{text}”：“{verb}”后面是负数，请核对是升还是降',
      en: '“{text}”: a negative figure behind “{verb}”; up or down?',
    },
    reversed: {
      zh: '由“{base}”到“{text}”不是“{verb}”，请核对',
      en: '“{base}” to “{text}” is not “{verb}”; please check',
    },
    write: { zh: '改为“{text}”', en: 'Change to “{text}”' },
    rate: {
      zh: '“{text}”与前面的数对不上：由“{base}”到“{value}”约为 {expected}%，请核对',
      en: '“{text}” does not fit: from “{base}” to “{value}” is about {expected}%; please check',
    },
    difference: {
      zh: '“{text}”与前面的数对不上：“{base}”与“{value}”相差 {expected}，请核对',
      en: '“{text}” does not fit: “{base}” and “{value}” are {expected} apart; please check',
    },
    gain: {
      zh: '“{text}”与总数的变化对不上：“{base}”与“{value}”相差 {expected}，请核对',
      en: '“{text}” does not fit the change of the total: “{base}” and “{value}” are {expected} apart; please check',
    },
    doubling: {
      zh: '“{text}”与所说的数对不上：由“{base}”到“{value}”是 {expected} 倍，请核对',
      en: '“{text}” does not fit: from “{base}” to “{value}” is {expected} times as much; please check',
    },
    partLarger: {
      zh: '其中的“{text}”比总数“{total}”还大，请核对',
      en: '“{text}” is a part, yet more than its total “{total}”; please check',
    },
    sum: {
      zh: '总数写作“{text}”，各部分相加为 {sum}，请核对',
      en: 'The total reads “{text}”, its parts add up to {sum}; please check',
    },
    shares: {
      zh: '各部分占比相加为 {sum}%（末项为“{text}”），请核对',
      en: 'The shares add up to {sum}% (the last is “{text}”); please check',
    },
    structure: { zh: '结构“{text}”相加为 {sum}，应为 100，请核对', en: 'The structure “{text}” adds up to {sum}, not 100; please check' },
    ratio: {
      zh: '“{text}”与前面的数对不上：“{part}”与“{whole}”之比约为 {expected}，请核对',
      en: '“{text}” does not fit: “{part}” of “{whole}” is about {expected}; please check',
    },
    usedFigure: { zh: '所依据的数：{text}', en: 'The figure it rests on: {text}' },
  },
  terms: {},
  options: [
    {
      id: 'arithmetic',
      type: 'boolean',
      default: true,
      description: {
        zh: '核对一句之内的计算：基数、增速与结果，总数与各部分。',
        en: 'Check the arithmetic within a sentence: base, rate and value; a total and its parts.',
      },
    },
    {
      id: 'across',
      type: 'boolean',
      default: true,
      description: {
        zh: '同一年份的指标也与其他打开的讲稿核对。',
        en: 'Compare indicators of the same year with those of the other open drafts too.',
      },
    },
  ],
  examples: [
    {
      bad: '2025年，全县粮食总产量达到⟦41.7万吨⟧。\n回顾2025年，全县粮食总产量达到⟦47.1万吨⟧，再创新高。',
      good: '2025年，全县粮食总产量达到41.7万吨。\n回顾2025年，全县粮食总产量达到41.7万吨，再创新高。',
    },
    { bad: '外贸进出口⟦增长-3.5%⟧。', good: '外贸进出口下降3.5%。' },
    { bad: '财政收入由100亿元增加到120亿元，增长⟦15%⟧。', good: '财政收入由100亿元增加到120亿元，增长20%。' },
    {
      bad: '全年接待游客⟦52万人次⟧，其中上半年20万人次、下半年35万人次。',
      good: '全年接待游客55万人次，其中上半年20万人次、下半年35万人次。',
    },
    { bad: '排查隐患320处，整改304处，整改率⟦59%⟧。', good: '排查隐患320处，整改304处，整改率95%。' },
  ],
};
