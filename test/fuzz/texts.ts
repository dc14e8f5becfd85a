/** Owns the texts of random sessions: pieces of drafts, and what breaks programs. */
import type { Random } from './random.ts';
import { pick } from './random.ts';

const openings = ['在全县经济工作会议上的讲话\n', '# 在座谈会上的讲话\n', '工作报告\n\n', '同志们：\n', '各位代表：\n\n', ''];
const headings = [
  '一、回顾过去一年\n',
  '二、存在的问题\n',
  '三、下一步打算\n',
  '三、重复的序号\n',
  '（一）抓项目\n',
  '（三）抓作风\n',
  '1．修路。',
  '第一部分 总体情况\n',
  '## 二、民生\n',
  '一是抓投入。二是抓队伍。四是抓落实。',
  '主要抓好三项工作：\n',
];
const sentences = [
  '全年完成投资X亿元，同比增长X%。',
  '全年完成投资12.5亿元，增长8.1%。',
  '全年完成投资13.5亿元，下降8.1%。',
  '新增就业XX人，其中青年120人、残疾人30人，共计140人。',
  '要继续抓好各项工作的落实，确保全年目标任务圆满完成。',
  '我们要以更实的作风、更硬的举措，把群众的事一件一件办好。',
  '我们要以更实的作风、更硬的举措，把老百姓的事一件一件办好。',
  '（待补充）',
  '20XX年X月X日，某县第X届运动会在____举行。',
  '根据〔20XX〕X号文件，由[姓名]同志牵头。',
  '他说：“修好这条路，比什么都强。”',
  '{{单位}}负责，【此处插入数据】',
  '粮食总产量达到45.2万吨，粮食总产量达到45.3万吨。',
  '《关于做好…………工作的意见》',
];
const marks = [
  '\n',
  '\n',
  '\n\n',
  '\r\n',
  '\r',
  '，',
  '。',
  '；',
  '　　',
  '  ',
  '**',
  '`',
  '```\n',
  '> ',
  '- ',
  '| a | b |\n|---|---|\n',
  '---\n',
];
const breakers = [
  '\ud800',
  '\udc00',
  '\0',
  '\u2028',
  '\ufeff',
  '😀',
  '𠮷',
  '👨‍👩‍👧',
  '\u200b',
  '\u0301',
  '<!-- ',
  ' -->',
  '&nbsp;',
  '[a](b',
  '$x$',
];
const small = ['X', '某', '要', '增长', '一', '、', '（', '）', '亿元', '%', '……', '__', '1', '0', '#', '\n', '，', ''];

/** One piece of a draft. */
export function piece(random: Random): string {
  const dice = random();
  if (dice < 0.45) return pick(random, sentences);
  if (dice < 0.6) return pick(random, headings);
  if (dice < 0.85) return pick(random, marks);
  if (dice < 0.95) return pick(random, small);
  return pick(random, breakers);
}

/** What one edit puts in: mostly a key, sometimes a sentence or several. */
export function insertion(random: Random): string {
  const dice = random();
  if (dice < 0.4) return pick(random, small);
  if (dice < 0.5) return '';
  return Array.from({ length: dice < 0.9 ? 1 : 6 }, () => piece(random)).join('');
}

/** A whole draft; now and then empty, or one very long line. */
export function draftText(random: Random): string {
  const dice = random();
  if (dice < 0.05) return '';
  if (dice < 0.06) return pick(random, sentences).repeat(700);
  if (dice < 0.065) return Array.from({ length: 700 }, () => pick(random, sentences)).join('');
  return pick(random, openings) + Array.from({ length: 4 + Math.floor(random() * 30) }, () => piece(random)).join('');
}

/** A fact sheet, or what is none. */
export function table(random: Random): string {
  const rows = ['投资,12.5,亿元', '投资,13.5,亿元', '粮食总产量,45.2,万吨', '"新增,就业",120,人', ',,,', '投资,X,'];
  const head = pick(random, ['指标,数值,单位\n', '指标,数值,单位\n', '名称;值\n', '', '\0\n']);
  return head + Array.from({ length: Math.floor(random() * 5) }, () => pick(random, rows)).join('\n');
}
