/** Owns what is known of the numbering rule: kinds, messages, options, examples. */
import type { RuleMeta } from '../meta.ts';

export const numberingMeta: RuleMeta = {
  id: 'numbering',
  title: { zh: '层次序号', en: 'Numbering of parts' },
  why: {
    zh: '序号跳号、重号或层级不对，听的人会以为漏了一段；说好讲三点却只有两点，多半是稿子没写完。',
    en: 'A skipped, repeated or misplaced number makes listeners think a part is missing; three points announced and two given usually means an unfinished draft.',
  },
  whenNot: {
    zh: '引用别处的序号、几篇讲话放在一个文件里、短稿中“一、”之下直接用“1.”，都不算错。',
    en: 'Numbers quoted from elsewhere, several speeches in one file, and 1. directly under 一、 in a short speech are no faults.',
  },
  kinds: [
    { id: 'gap', name: { zh: '缺号', en: 'missing number' }, severity: 'warning' },
    { id: 'repeat', name: { zh: '重号', en: 'repeated number' }, severity: 'warning' },
    { id: 'level', name: { zh: '层级或写法不对', en: 'wrong level or mark' }, severity: 'warning' },
    { id: 'count', name: { zh: '与预告的数目不符', en: 'count differs from what was announced' }, severity: 'warning' },
  ],
  messages: {
    start: {
      zh: '序号没有从头开始：应先有“{expected}”，这里却是“{found}”',
      en: 'Numbering does not begin at its start: “{expected}” should come before “{found}”',
    },
    gap: {
      zh: '序号跳号：“{previous}”之后应为“{expected}”，这里是“{found}”',
      en: 'A number is skipped: “{expected}” should follow “{previous}”, here stands “{found}”',
    },
    order: { zh: '序号颠倒：“{found}”排在了“{expected}”前面', en: 'Numbers out of order: “{found}” stands before “{expected}”' },
    repeat: {
      zh: '序号重复：“{previous}”之后应为“{expected}”，这里又是“{found}”',
      en: 'A number is repeated: “{expected}” should follow “{previous}”, here stands “{found}”',
    },
    lone: {
      zh: '“{found}”之后没有同级的下一项：只有一项就不必编号，或者后面有遗漏',
      en: '“{found}” has no second part at its level: a single part needs no number, or one is missing',
    },
    level: {
      zh: '层级不对：按前后序号，这里应为“{expected}”，而不是“{found}”',
      en: 'Wrong level: between its neighbours this should be “{expected}”, not “{found}”',
    },
    upsideDown: {
      zh: '层级颠倒：“{found}”放在了“{over}”下面，次序应为 一、（一）1.（1）',
      en: 'Levels upside down: “{found}” stands under “{over}”; the order is 一、（一）1.（1）',
    },
    mark: { zh: '序号写法：“{found}”应写作“{expected}”', en: 'Way of writing: “{found}” should be “{expected}”' },
    marks: {
      zh: '序号写法：“{found}”应写作“{expected}”，同级共 {count} 处',
      en: 'Way of writing: “{found}” should be “{expected}”, {count} places at this level',
    },
    mixed: {
      zh: '序数词前后不配：前面用“{first}”，这里应为“{expected}”，而不是“{found}”',
      en: 'Ordinals of two series: after “{first}” this should be “{expected}”, not “{found}”',
    },
    count: { zh: '数目不符：前面说“{found}”，后面有 {count} 项', en: 'Count differs: “{found}” is announced, parts found: {count}' },
    quote: { zh: '引号不配对：有前引号 {found}，没有后引号', en: 'Quotation marks do not pair: {found} is never closed' },
    bracket: { zh: '“{found}”没有配对的“{closing}”', en: '“{found}” is never closed by “{closing}”' },
    cutOff: { zh: '文末好像没有写完：“{found}”后面没有句末标点', en: 'The text seems to break off: no end mark after “{found}”' },
    fixRenumber: { zh: '从这里起重新编号（{from}…）', en: 'Renumber from here ({from}…)' },
    fixInsert: { zh: '补上“{expected}”', en: 'Insert “{expected}”' },
    fixMark: { zh: '改为“{expected}”', en: 'Change to “{expected}”' },
    fixMarks: { zh: '同级 {count} 处都改过来（“{expected}”）', en: 'Change all {count} of this level (“{expected}”)' },
    fixUnnumber: { zh: '去掉“{found}”', en: 'Remove “{found}”' },
    fixCount: { zh: '改为“{expected}”', en: 'Change to “{expected}”' },
    related: { zh: '前一个序号', en: 'the number before' },
    relatedAnnounced: { zh: '实际的各项从这里开始', en: 'the parts begin here' },
    relatedMark: { zh: '同样写法', en: 'written the same way' },
  },
  terms: {},
  options: [
    {
      id: 'marks',
      type: 'boolean',
      default: true,
      description: {
        zh: '检查序号后面的标点（1. 不写作 1、，（一）后不加顿号）。',
        en: 'Check the punctuation of numbers (1. not 1、, nothing after （一）).',
      },
    },
    {
      id: 'counts',
      type: 'boolean',
      default: true,
      description: {
        zh: '核对预告的数目（“我讲三点意见”之后是否真有三点）。',
        en: 'Check announced counts (whether three points follow “三点意见”).',
      },
    },
    {
      id: 'unfinished',
      type: 'boolean',
      default: true,
      description: {
        zh: '检查没有配对的引号、括号、书名号和没有写完的结尾。',
        en: 'Check for quotation marks and brackets that are never closed and a last line that breaks off.',
      },
    },
  ],
  examples: [
    {
      bad: '一、抓项目\n项目要早开工。\n⟦三、⟧抓作风\n作风要更扎实。\n',
      good: '一、抓项目\n项目要早开工。\n二、抓作风\n作风要更扎实。\n',
    },
    {
      bad: '要做到：一是任务清；二是时限清；⟦四是⟧责任清。\n',
      good: '要做到：一是任务清；二是时限清；三是责任清。\n',
    },
    {
      bad: '下面，我讲⟦三点意见⟧。\n一、认识要到位\n大家要多想一步。\n二、行动要到位\n大家要快走一步。\n',
      good: '下面，我讲两点意见。\n一、认识要到位\n大家要多想一步。\n二、行动要到位\n大家要快走一步。\n',
    },
  ],
};
