/** Owns what part a section or a paragraph plays in a speech: achievements, situation, tasks … told from headings and stock openings. */
import type { Draft } from '../draft.ts';
import type { Span } from '../span.ts';
import type { Outline, Section, Speech } from './model.ts';

/** The parts that speeches are made of. */
export type Role =
  | 'opening'
  | 'greeting'
  | 'congratulation'
  | 'agenda'
  | 'achievements'
  | 'experience'
  | 'problems'
  | 'situation'
  | 'guiding-thought'
  | 'targets'
  | 'tasks'
  | 'safeguards'
  | 'pledge'
  | 'hopes'
  | 'wishes'
  | 'closing';

/** A stretch of a speech and the part it plays. Stretches do not overlap and stand in order. */
export interface RoleStretch extends Span {
  readonly role: Role;
  /** The section, when the stretch is one. */
  readonly section?: Section;
}

interface Sign {
  readonly role: Role;
  readonly heading?: RegExp;
  readonly opening?: RegExp;
}

/** In order of trust: the first that matches wins. */
const signs: readonly Sign[] = [
  {
    role: 'guiding-thought',
    heading: /指导思想|总体要求|总体思路|基本思路/u,
    opening: /(?:指导思想|总体要求|总体思路|总要求)(?:就)?是[：:，]/u,
  },
  {
    role: 'targets',
    heading: /(?:预期|主要|奋斗|发展|工作)目标|目标任务$/u,
    opening: /(?:预期|主要|奋斗|发展|总体)目标(?:有[^，。]{1,4})?(?:是)?[：:]/u,
  },
  {
    role: 'problems',
    heading: /问题(?:要|和|与|在|$)|不足|短板|差距|教训|病根|症结/u,
    opening:
      /(?:清醒地?|也要|还要|必须)(?:认识|看)到[^。]{0,30}(?:问题|不足|差距|短板|困难)|存在(?:的|一些|不少|着)[^。]{0,12}(?:问题|不足|差距)|(?:问题|差距)还(?:不少|很大)/u,
  },
  {
    role: 'experience',
    heading: /经验|体会|启示|做法|精神(?:要|$)/u,
    opening: /(?:经验|体会|启示)[^。]{0,10}[：:。]|实践(?:充分)?(?:证明|告诉|昭示)|我们(?:深切|深刻)?体会到/u,
  },
  {
    role: 'achievements',
    heading: /成绩|成效|回顾|工作总结|过去[^，]{0,6}工作|(?:上半年|去年|一年来|五年来)[^，]{0,6}工作|没有掉队/u,
    opening:
      /^(?:一年来|五年来|过去(?:的)?一年|去年(?:以来)?[^。]{0,6}，|年初以来|今年以来|上半年|(?:20|二〇)..年，在)|取得了?[^。]{0,14}(?:成绩|成效|成就)/u,
  },
  {
    role: 'situation',
    heading: /形势|认识|(?:重要|紧迫)性|重大意义|为什么|机遇|挑战|站位/u,
    opening: /^(?:当前|目前|综合(?:审视|判断|分析)|从(?:国际|国内|外部|全国|全省|全市|全县|全区)[^。]{0,6}看|看形势)/u,
  },
  {
    role: 'safeguards',
    heading: /(?:组织)?领导|保障|作风|(?:党的|自身)建设|责任|落实|纪律|监督|确保|干部/u,
    opening: /^(?:各级(?:各部门|党委|党组织)?|各(?:县|市|区|乡镇|街道|单位|部门))[^。]{0,20}要(?:切实|加强|把|压实|层层)/u,
  },
  {
    role: 'tasks',
    heading:
      /任务|重点|工作(?:安排|部署|要求|要抓实)?$|抓好|着力|全力|加快|推进|突出|坚持|扎实|聚焦|推动|提升|再[上换下鼓]|今年抓什么|怎么[抓办]|怎样/u,
    opening: /^(?:今年|明年|下一步|下半年|接下来|要|必须)[^。]{0,40}(?:重点|抓好|任务|着力)/u,
  },
  {
    role: 'hopes',
    heading: /希望|期望|寄语|几点要求|建议/u,
    opening: /^(?:希望|期待|我(?:相信|坚信)|(?:在此|借此机会|这里)[^。]{0,16}(?:希望|建议))/u,
  },
];

const openings: readonly Sign[] = [
  { role: 'agenda', opening: /议程[：:]|(?:进行|进入)第[一二三四五六七八九十\d]+项/u },
  { role: 'congratulation', opening: /表示[^。，]{0,10}(?:祝贺|欢迎|感谢|慰问)|致以[^。，]{0,10}(?:敬意|问候|感谢|祝贺)/u },
  { role: 'wishes', opening: /预祝|祝[^。！]{2,40}(?:圆满成功|身体健康|万事如意|工作顺利|兴旺|快乐|大吉)/u },
  {
    role: 'pledge',
    opening:
      /我(?:坚决拥护|完全(?:服从|拥护)|将(?:以|始终|倍加))|作(?:如下|几点|[一二三四五]点)?(?:承诺|表态)|(?:坚决)?(?:拥护|服从)[^。]{0,12}决定/u,
  },
  { role: 'greeting', opening: /^(?:大家|各位[^，。]{0,8})?(?:上午|下午|晚上|早上|中午|大家)?好[！!]$|^很?高兴/u },
  {
    role: 'opening',
    opening:
      /^(?:今天|这次会议|刚才|根据|按照|受|现在|经[^。]{2,20}研究|我们(?:今天)?(?:召开|在这里))|^同志们[：:]|受[^。，]{2,16}委托|请[^。]{0,6}审议|我(?:讲|谈|说)[^。]{0,6}[点个]/u,
  },
];

/** The role that a heading or, failing that, the first words under it tell. Never throws. */
export function roleOf(title: string, firstWords: string): Role | undefined {
  const byHeading = signs.find((sign) => sign.heading?.test(title));
  return (byHeading ?? signs.find((sign) => sign.opening?.test(firstWords)))?.role;
}

const looksBack = /^(?:一年来|五年来|过去(?:的)?(?:一|五)年|去年|年初以来|今年以来)[^。]{0,4}[，,]/u;

/** The role that a paragraph outside all headings plays. */
export function paragraphRole(text: string): Role | undefined {
  const words = text.slice(0, 300);
  if (looksBack.test(words)) return 'achievements';
  return (openings.find((sign) => sign.opening?.test(words)) ?? signs.find((sign) => sign.opening?.test(words)))?.role;
}

/** The parts of a speech: paragraphs before the headings, each section of the first level, the closing. */
export function rolesOf(draft: Draft, speech: Speech, outline: Outline): RoleStretch[] {
  const stretches: RoleStretch[] = [];
  const headings = speech.sections.filter((section) => section.kind === 'heading');
  const lead = headings[0]?.firstParagraph ?? speech.endParagraph;
  for (let index = speech.bodyParagraph; index < lead; index += 1) {
    const start = draft.starts[index] ?? 0;
    const paragraph = draft.paragraphs[index];
    if (paragraph === undefined || outline.readings[index]?.shape === 'junk' || (speech.closing && start >= speech.closing.start)) continue;
    const role = paragraphRole(paragraph.text.trim()) ?? stretches.at(-1)?.role;
    if (role !== undefined) stretches.push({ start, end: start + paragraph.source.length, role });
  }
  for (const section of headings) {
    const role = roleOf(section.title, wordsUnder(draft, section));
    if (role !== undefined) stretches.push({ start: section.start, end: section.end, role, section });
  }
  if (speech.closing) {
    const text = draft.text.slice(speech.closing.start, speech.closing.end);
    const wishes = openings.some((sign) => sign.role === 'wishes' && sign.opening?.test(text.slice(0, 300)));
    stretches.push({ ...speech.closing, role: wishes ? 'wishes' : 'closing' });
  }
  return stretches;
}

/** The first words under a heading. */
function wordsUnder(draft: Draft, section: Section): string {
  const index = section.runIn ? section.firstParagraph : section.firstParagraph + 1;
  const text = index <= section.lastParagraph ? (draft.paragraphs[index]?.text ?? '') : '';
  const from = section.runIn ? text.indexOf(section.title) + section.title.length + 1 : 0;
  return text.slice(Math.max(0, from)).trimStart().slice(0, 200);
}
