/** Owns the table of what the grammars say of a line: title, salutation, headings by level, heads of lists, figures, names. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { IGrammar } from 'vscode-textmate';
import { loadGrammar, tokenize } from '../support/grammar.ts';

/** Text, a scope (or the beginning of one), and every stretch that has it. */
type Row = readonly [text: string, scope: string, ...stretches: string[]];

const common: readonly Row[] = [
  ['同志们：', 'markup.bold.salutation', '同志们：'],
  ['　　尊敬的各位领导、各位来宾，女士们、先生们：', 'markup.bold.salutation', '尊敬的各位领导、各位来宾，女士们、先生们：'],
  ['各位代表：', 'markup.bold.salutation', '各位代表：'],
  ['同志们，大家要认真学习，做到以下几点：', 'markup.bold.salutation', '同志们，大家要认真学习，做到以下几点：'],
  ['同志们，今天开会。任务是：', 'markup.bold.salutation'],
  ['一、认清形势', 'markup.heading.1', '一、', '认清形势'],
  ['　　十二、狠抓落实', 'markup.heading.1', '十二、', '狠抓落实'],
  ['（一）抓产业。全年新增12家。', 'markup.heading.2', '（一）', '抓产业。'],
  ['（三）、抓项目', 'markup.heading.2', '（三）、', '抓项目'],
  ['（1）摸清底数。', 'markup.heading.4', '（1）', '摸清底数。'],
  ['一是稳增长；二是促改革；三是惠民生。', 'entity.name.function.list-head', '一是', '二是', '三是'],
  ['一要抓紧，二要抓实。', 'entity.name.function.list-head', '一要', '二要'],
  ['第一，抓学习。首先，要读书。', 'entity.name.function.list-head', '第一', '首先'],
  ['三要素齐备，唯一是诚信，之一是否可行。', 'entity.name.function.list-head'],
  ['——坚持实干。', 'entity.name.function.list-item', '——'],
  ['实干——这就是答案。', 'entity.name.function.list-item'],
  ['增长12.5%，达到1,200亿元、3～5个百分点。', 'constant.numeric.figure', '12.5', '1,200', '3～5'],
  ['增长12.5%，达到1,200亿元、3～5个百分点。', 'keyword.other.unit', '%', '亿元', '个百分点'],
  ['第1次召开，第3位。', 'constant.numeric.figure', '1', '3'],
  ['N95口罩、C919、5G网络、v1.2、1+X', 'constant.numeric.figure'],
  ['占百分之三十五。', 'constant.numeric.figure', '百分之三十五'],
  ['2026年3月8日，去年1—5月，二〇二五年十月一日', 'constant.numeric.date', '2026年3月8日', '1—5月', '二〇二五年十月一日'],
  ['“十四五”开局，‘稳’字当头，「干」字为先。', 'string.quoted', '“', '十四五', '”', '‘', '稳', '’', '「', '干', '」'],
  ['没有收尾的“引文', 'string.quoted'],
  ['印发《行动方案》和《若干意见》。', 'entity.name.type.document', '《', '行动方案', '》', '《', '若干意见', '》'],
  ['没有收尾的《方案', 'entity.name.type.document'],
  ['按照泽政发〔2026〕12号要求', 'variable.other.constant.document-number', '泽政发〔2026〕12号'],
  ['请他们上台。（热烈鼓掌）（放颁奖曲）', 'comment.block.stage', '（热烈鼓掌）', '（放颁奖曲）'],
  ['（掌声雷动的场面不多见，但是每一次都让人难以忘怀）', 'comment.block.stage'],
];

const plainOnly: readonly Row[] = [
  ['在全县三级干部大会上的讲话', 'markup.heading.title', '在全县三级干部大会上的讲话'],
  ['泽川企业家大会', 'markup.heading.title', '泽川企业家大会'],
  ['同志们：', 'markup.heading.title'],
  ['今天下雨，我们照常开会。', 'markup.heading.title'],
  ['第一行。\n在项目推进会上的讲话', 'markup.heading.title', '在项目推进会上的讲话'],
  ['第一行。\n我听了他的讲话，很受启发', 'markup.heading.title'],
  ['第一行。\n（2026年3月8日）', 'meta.dateline', '（', '2026年3月8日', '）'],
  ['第一行。\n　　1.抓学习。要读书。', 'markup.heading.3', '1.', '抓学习。'],
  ['第一行。\n1、抓学习', 'markup.heading.3', '1、', '抓学习'],
  ['第一行。\n1.5亿元到账。', 'markup.heading.3'],
  ['第一行。\n【时间】上午九点', 'markup.bold.label', '【时间】'],
  ['第一行。\n一、' + '很'.repeat(80) + '长的一段', 'markup.heading.1', '一、'],
];

const markdownOnly: readonly Row[] = [
  ['## 一、认清形势', 'markup.heading.1.speech'],
  ['（一）抓**关键**环节', 'markup.bold', '**', '关键', '**'],
  ['```\n一、认清形势\n（一）抓产业\n```', 'markup.heading'],
  ['`一是稳`', 'entity.name.function.list-head'],
  ['- 一是稳；', 'entity.name.function.list-head', '一是'],
  ['在全县三级干部大会上的讲话', 'markup.heading'],
];

let plain: IGrammar;
let markdown: IGrammar;
beforeAll(async () => {
  plain = await loadGrammar('text.speech');
  markdown = await loadGrammar('text.html.markdown');
});

function check(grammar: IGrammar, [text, scope, ...stretches]: Row): void {
  const has = (name: string): boolean => name === scope || name.startsWith(`${scope}.`);
  const found = tokenize(grammar, text)
    .flat()
    .filter((token) => token.scopes.some(has));
  expect(found.map((token) => token.text)).toEqual(stretches);
}

describe('a speech', () => {
  it.each([...common, ...plainOnly].map((row) => ({ row })))('$row', ({ row }) => check(plain, row));
});

describe('a speech in Markdown', () => {
  it.each([...common, ...markdownOnly].map((row) => ({ row })))('$row', ({ row }) => check(markdown, row));
});
