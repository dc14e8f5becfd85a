/** Owns the table of what the grammars colour as a slot, and of the look-alikes that they must leave alone. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { IGrammar } from 'vscode-textmate';
import { loadGrammar, tokenize } from '../support/grammar.ts';

/** Slots stand in ⟦…⟧; a row without them is a look-alike. */
const everywhere = [
  // Letters
  '完成投资⟦X⟧亿元，增长⟦X⟧%。',
  '完成投资⟦XX⟧ 亿元，增长 ⟦XX⟧ %。',
  '回升⟦X.X⟧个百分点，总量⟦XX.X⟧亿元。',
  '新增⟦Ｘ⟧家，⟦ｘ⟧个在建。',
  '中心组学习⟦x⟧次，排名第⟦X⟧。',
  '党的⟦X⟧届⟦X⟧中全会',
  '⟦×⟧书记讲话强调，⟦××⟧市要带头。',
  '全市排名第⟦X⟧;培训⟦X⟧户, 增幅第⟦X⟧,位次第 ⟦X⟧!',
  '由⟦XX⟧局会同⟦XXX⟧同志督办。',
  '⟦X⟧加快补短板，⟦X⟧重工落户。',
  '⟦X⟧余人，约⟦X⟧人。',
  '推动⟦XX⟧工作再上台阶',
  '尊敬的⟦XX⟧书记，各位来宾：',
  '修订《⟦XX⟧办法》和《⟦XXX⟧协议》。',
  '“⟦X⟧”行动',
  '配备X光机，照X射线，用X波段雷达。',
  '性染色体为XX染色体，对准X轴，呈X形。',
  '持有1+X证书，开展“党建+X”，实行“X+”模式，推行N+X。',
  '板材3×4米，场地12.8m×12.8m，7×24小时值守，8×8×8。',
  'SUV、CX-5、SpaceX、iPhone X 手机、XXL、XML、X5、N95。',
  '见xx_plan.html和xxx.xlsx。',
  '设x=3，则f(x)成立。',
  // Years, dates
  '⟦20XX⟧年⟦X⟧月⟦X⟧日',
  '⟦202X⟧年度、⟦20××⟧年、⟦20*⟧年',
  '⟦二〇X X⟧年',
  '2026年⟦xx⟧月⟦xx⟧日',
  '2026年⟦ 月 日⟧',
  '二〇二六年、二〇二〇年、一〇五国道',
  // Document numbers
  '⟦X⟧发〔⟦20XX⟧〕⟦X⟧号',
  '云政发〔2026〕3号',
  // Circles
  '⟦○○⟧市⟦○⟧委干〔2026〕2号',
  '⟦〇〇⟧县、⟦OO⟧公司、⟦ＯＯ⟧产业园、⟦□□⟧镇',
  '○ 抓项目',
  '推广O2O，OPPO的CEO、OA系统。',
  // 某
  '投入⟦某⟧万元，⟦某某⟧县，⟦某⟧同志，⟦某某⟧件',
  '某些干部，某种程度，某个环节，张某某同志',
  // Brackets
  '在⟦【会议名称】⟧上的发言',
  '⟦【此处插入典型案例，约200字】⟧',
  '由⟦[领导职务+姓名]⟧主持，⟦[X]⟧个',
  '投资⟦{{金额}}⟧，由⟦${dept}⟧牵头，⟦<金额>⟧元',
  '增长9%⟦（待核实）⟧，做法⟦（具体内容）⟧。',
  '目录⟦《》⟧，备注⟦（）⟧',
  '引用[1]，状态[禁止]，办法（试行），讲稿（征求意见稿），（待条件成熟后实施）',
  // Ellipsis, words, nothing
  '投资⟦……⟧万元，在⟦……⟧坚强领导下，项目有：⟦……⟧。',
  '职称评审、子女入学……样样都难。',
  '地点⟦待定⟧。',
  '⟦TBD⟧',
  '⟦？？⟧亿元',
  '有待补充。亟待解决，严阵以待，战略',
  '地区生产总值完成⟦亿元⟧，同比增长⟦%⟧。',
  '投资⟦  亿元⟧',
  '完成投资⟦亿元⟧，新签约投资亿元以上项目12个',
  '接待⟦某⟧千人，共计⟦某⟧万人',
  '增长率提高，完成任务',
] as const;

const plainOnly = [
  '对于⟦******⟧区来说',
  '中共⟦**⟧县委，⟦**⟧万人民，⟦*⟧家企业，⟦**.*⟧亿元',
  '⟦____⟧年⟦__⟧月⟦__⟧日，增长⟦____⟧%，⟦_⟧区，⟦＿＿⟧人',
  '***',
  '* * *',
  '____________',
  'a*b，*.csv，snake_case，仿宋_GB2312',
] as const;

const markdownOnly = [
  '对于⟦******⟧区来说',
  '中共⟦**⟧县委',
  '⟦____⟧年⟦__⟧月⟦__⟧日',
  '（一）抓**关键环节**。完成⟦X⟧项',
  '**重点**抓好，**县委统一领导**下',
  '运行`完成X亿元`，见[XX办法](https://example.com/X个/XX县)',
  '看 https://example.com/XX-X%20XX',
] as const;

let plain: IGrammar;
let markdown: IGrammar;
beforeAll(async () => {
  plain = await loadGrammar('text.speech');
  markdown = await loadGrammar('text.html.markdown');
});

/** Expects exactly the stretches in ⟦…⟧ to be coloured as slots. */
function check(grammar: IGrammar, marked: string): void {
  const text = marked.replaceAll(/[⟦⟧]/g, '');
  const found: string[] = [];
  let open = false;
  let out = '';
  for (const token of tokenize(grammar, text).flat()) {
    const slot = token.scopes.some((scope) => scope.includes('.slot.'));
    if (slot !== open) out += slot ? '⟦' : '⟧';
    if (slot) found.push(token.text);
    out += token.text;
    open = slot;
  }
  expect(open ? `${out}⟧` : out).toBe(marked);
}

describe('slots in a speech', () => {
  it.each([...everywhere, ...plainOnly])('%s', (row) => check(plain, row));
});

describe('slots in a Markdown speech', () => {
  it.each([...everywhere, ...markdownOnly])('%s', (row) => check(markdown, row));
});
