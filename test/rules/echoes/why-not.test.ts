/** Owns the answers to “why is this not reported?”: every reason, by a text that shows it. */
import { describe, expect, it } from 'vitest';
import { repeatedPassage } from '../../../server/src/core/rules/repeated-passage/meta.ts';
import type { Reason } from '../../../server/src/core/rules/echo-report.ts';
import type { Options } from '../../../server/src/core/rules/rule.ts';
import { noWords } from '../../../server/src/core/words.ts';
import type { Words } from '../../../server/src/core/words.ts';
import { echoesOf, read, reasons, wordsFrom } from './support.ts';

const lead = '工作会讲话\n同志们：\n';
const copy = '要把防汛备汛作为当前头等大事，逐村逐户排查隐患。';
const row = ['党员干部冲在前头，三天没有合眼', '企业主动捐款捐物，腾出车间', '青年志愿者冒雨搬运砂袋，堵住缺口'];

interface Row {
  readonly reason: Reason;
  /** The span asked for is marked. */
  readonly text: string;
  readonly other?: string;
  /** The answer in Chinese. */
  readonly says: string;
  readonly options?: Options;
  readonly words?: Words;
}

const rows: readonly Row[] = [
  { reason: 'alone', text: `${lead}⟦${copy}⟧`, says: `“${copy}”没有别处重复` },
  { reason: 'reported', text: `${lead}⟦${copy}⟧`, other: `${lead}先看天气。${copy}`, says: `“${copy.slice(0, -1)}”已经报告` },
  {
    reason: 'too-short',
    text: `${lead}⟦这条道路的养护一定要抓紧⟧，桥下有人守。`,
    other: `${lead}这条道路的养护一定要抓紧，河边有人巡。`,
    says: '“这条道路的养护一定要抓紧”虽有重复，但不足 13 字',
  },
  {
    reason: 'set-phrase',
    text: `${lead}我们⟦坚持稳中求进工作总基调⟧抓生产。`,
    says: '“坚持稳中求进工作总基调”是固定提法',
  },
  {
    reason: 'mostly-set-phrase',
    text: `${lead}⟦我们坚持稳中求进工作总基调，统筹发展和安全⟧，修了路。`,
    other: `${lead}先看天气。我们坚持稳中求进工作总基调，统筹发展和安全，架了桥。`,
    says: '“我们坚持稳中求进工作总基调，统筹发展和安全”虽有重复，但除固定说法外不足 13 字',
  },
  {
    reason: 'allowed',
    text: `${lead}⟦${copy}⟧`,
    other: `${lead}先看天气。${copy}`,
    options: { allowed: ['防汛备汛'] },
    says: '“防汛备汛”已列入允许清单',
  },
  {
    reason: 'name',
    text: `${lead}⟦青田河流域水利工程管理委员会⟧负责调度。`,
    other: `${lead}请青田河流域水利工程管理委员会派人。`,
    words: wordsFrom([['青田河流域水利工程管理委员会', 'nt']]),
    says: '“青田河流域水利工程管理委员会”多是名称',
  },
  {
    reason: 'quoted-title',
    text: `${lead}按照⟦《山洪灾害群测群防预案编制技术导则》⟧办理。`,
    other: `${lead}对照《山洪灾害群测群防预案编制技术导则》自查。`,
    says: '“《山洪灾害群测群防预案编制技术导则》”是标题或引号里的名称',
  },
  { reason: 'salutation', text: '庆典致辞\n⟦尊敬的各位领导、各位来宾：⟧\n欢迎来到小城。', says: '“尊敬的各位领导、各位来宾：”是称谓' },
  {
    reason: 'skeleton',
    text: `${lead}⟦蓝图已经绘就，关键在于落实⟧。`,
    says: '“蓝图已经绘就，关键在于落实”是新建讲稿时框架里自带的文字',
  },
  { reason: 'ceremony', text: `${lead}防汛要紧。⟦现在进行第二项⟧，镇长讲。`, says: '“现在进行第二项”是会议或仪式的程序用语' },
  { reason: 'closing', text: `${lead}防汛要紧。⟦谢谢大家⟧！`, says: '“谢谢大家”是结束语或礼节用语' },
  {
    reason: 'title',
    text: '⟦在全市山洪灾害防治工作推进会上的讲话⟧\n同志们：\n先说进度。',
    says: '“在全市山洪灾害防治工作推进会上的讲话”在标题区，标题不查重复',
  },
  {
    reason: 'quotation',
    text: `${lead}防汛工作的关键环节在于及时把人转移出来。\n堤要修。⟦如前所述，防汛工作的关键环节在于及时把人转移出来。⟧`,
    says: '“如前所述，防汛工作的关键环节在于及时把人转移出来”已说明是引述前文',
  },
  {
    reason: 'parallelism',
    text: `${lead}⟦在这次汛情应急处置过程中⟧，${row.join('。\n在这次汛情应急处置过程中，')}。`,
    says: '“在这次汛情应急处置过程中”属于排比',
  },
  {
    reason: 'statistics',
    text: `${lead}⟦水稻播种面积完成23.2万亩，同比增加6.1万亩⟧；水稻播种面积完成61.1万亩，同比增加21.7万亩。`,
    says: '“水稻播种面积完成23.2万亩，同比增加6.1万亩”是并列的统计项',
  },
  {
    reason: 'inside-longer',
    text: `${lead}要把防汛备汛作为当前头等大事，⟦逐村逐户排查隐患，上游水库高水位⟧。`,
    other: `${lead}先看天气。要把防汛备汛作为当前头等大事，逐村逐户排查隐患，下游也一样。再说一句，逐村逐户排查隐患，上游水库高水位。`,
    says: '“逐村逐户排查隐患，上游水库高水位”已包含在更长的一处重复里',
  },
  {
    reason: 'same-text',
    text: `${lead}⟦${copy}⟧`,
    other: `${lead}\n${copy}`,
    says: '这份稿子与已打开的另一份全文相同，不互相比较：other',
  },
  {
    reason: 'too-few',
    text: `${lead}全区经济⟦迈上新台阶⟧，税收也多了。\n教育工作迈上新台阶，新学校九月开门。`,
    says: '“迈上新台阶”全文说了 2 次，不到 3 次',
  },
  {
    reason: 'first-of-many',
    text: `${lead}全区经济⟦迈上新台阶⟧，税收也多了。\n教育工作迈上新台阶，新学校九月开门。\n医院搬了家，服务迈上新台阶。`,
    says: '“迈上新台阶”全文共 3 处，这是第一处；从第二处起提示',
  },
];

describe('why not', () => {
  it.each(rows)('$reason', ({ reason, text: marked, other, says, options = {}, words = noWords }) => {
    const start = marked.indexOf('⟦');
    const end = marked.indexOf('⟧') - 1;
    const text = marked.replace(/[⟦⟧]/gu, '');
    const echoes = echoesOf({ text, ...(other !== undefined && { other }) }, options, {}, words);
    const answers = echoes.whyNot('text', { start, end });
    expect(answers.map((answer) => `${answer.reason}: ${read(answer.message)}`)).toContain(`${reason}: ${says}`);
  });

  it('has a row for every reason, in both languages', () => {
    const told = Object.entries(repeatedPassage.messages).filter(([id]) => id.startsWith('why-'));
    expect(rows.map((each) => `why-${each.reason}`).sort()).toEqual(told.map(([id]) => id).sort());
    for (const [id, { zh, en }] of told)
      expect(
        [zh, en].every((text) => text.includes('{text}')),
        id,
      ).toBe(true);
  });

  it('names the longest of the set phrases that lie in each other', () => {
    const text = `${lead}坚持以习近平新时代中国特色社会主义思想为指导抓生产。`;
    expect(reasons(echoesOf({ text }), 'text', text).filter((reason) => reason.startsWith('set-phrase'))).toEqual([
      'set-phrase: 坚持以习近平新时代中国特色社会主义思想为指导',
    ]);
  });

  it('says nothing of a draft that is not here', () => {
    expect(echoesOf({}).whyNot('text', { start: 0, end: 5 })).toEqual([]);
  });
});
