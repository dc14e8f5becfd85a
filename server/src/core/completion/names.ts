/** Owns the names that a draft uses: documents in book marks, organisations and people with their titles, told by their form. */
import { surnames } from '../text/surnames.ts';
import type { Draft } from '../text/draft.ts';
import type { Paragraph } from '../text/paragraph.ts';
import type { Caret } from './caret.ts';
import type { Offer } from './offer.ts';

/** A name as it stands in the draft, and what it names. */
export interface Name {
  readonly kind: 'document' | 'organization' | 'person';
  readonly text: string;
}

/** Reads the names of paragraphs, each paragraph once: a draft after an edit reads only what the edit made new. */
export class NameCache {
  readonly #known = new WeakMap<Paragraph, readonly Name[]>();

  /** The same as `namesOf`, from memory when it can. */
  read(paragraph: Paragraph): readonly Name[] {
    let names = this.#known.get(paragraph);
    if (names === undefined) this.#known.set(paragraph, (names = namesOf(paragraph.text)));
    return names;
  }
}

const longest = 24;
const bookMarks = /《([^《》\r\n]{2,60})》/gu;
/** What is not known yet is not a name. */
const unknown = /[XxＸ×*＊_＿○〇□【】…]|某/u;
const bureau =
  '(?:发展和改革|发展改革|教育|科技|科学技术|工业和信息化|公安|民政|司法|财政|人力资源和社会保障|自然资源|自然资源和规划|生态环境|住房和城乡建设|城市管理|交通运输|水利|水务|农业农村|商务|文化和旅游|文化旅游|文化广电旅游|卫生健康|退役军人事务|应急管理|审计|市场监管|市场监督管理|统计|医疗保障|行政审批服务|政务服务|招商|投资促进|乡村振兴|林业|林业和草原|园林绿化|气象|体育|税务|信访|机关事务|大数据|数据|粮食|能源|海关|民族宗教事务)(?:局|厅)';
const tail =
  '委员会|管委会|人民政府|政府办公室|指挥部|领导小组|街道办事处|人民法院|人民检察院|有限公司|公司|集团|银行|大学|学院|中学|小学|幼儿园|医院|卫生院|研究院|研究所|实验室|协会|商会|联合会|合作社|开发区|高新区|示范区|产业园|科技园|工业园';
const tailed = new RegExp(`[\\p{Script=Han}]{1,20}?(?:${bureau}|${tail})(?!\\p{Script=Han}*[》”])`, 'gu');
/** What is counted or quantified is no name. */
const counted =
  /^(?:[一二两三四五六七八九十百几数多另有]+[家个批座所名位]?|家|个|批|座|所|很|新增|建成|全部|一批|许多|不少|国家级|省级|市级|[^省市县区]{0,4}[省市县乡镇]级(?:公立|重点|医疗|三甲|综合))/u;
/** Words that join clauses and names; a name begins behind the last of them. */
const joints =
  /会同|携手|牵手|特邀|同时|位于|坐落于|引入|落户|牵头单位|责任单位|成员单位|主管部门|经由|上报|联合|配合|通过|依托|支持|引进|成立|组建|走访|参加|主持|代表|来自|邀请|感谢|以及|组织|召开|推动|建设|加强|协调|指导|督促|要求|作为|按照|根据|关于|围绕|依靠|争取|对接|联系|服务|创办|设立|提请|责成|委托|今年|去年|近年|目前|其中|包括|特别是|现场|其他|所有|各级|全体|有关|相关|由|按|在|对|向(?!阳[镇乡村区街路小中社])|请|把|将|与|及|让|给|从|据|被|是|了|的|等|要|我|和(?!平|谐|田[市县地]|硕县|静县|龙市|顺县|政县|布克赛尔|林格尔|改革|信息|旅游|社会|计划|城乡|规划|食品|广播|草原|国)|为(?!民)|到|各|本|该|每|这|那|以|^[经报同](?=[\p{Script=Han}]{0,6}[省市县区州])/gu;
const titles =
  '(?:(?:县委|市委|区委|省委|党委|党组|党工委|纪委|镇党委|乡党委|街道党工委)?(?:副)?书记|(?:常务)?副?(?:省长|市长|县长|区长|州长|镇长|乡长)|副?(?:部长|局长|厅长|处长|科长|主任|主席|秘书长|会长|理事长|董事长|总经理|院长|校长|所长|行长|检察长)|同志|院士|教授|先生|女士|常委|委员)';
const titled = new RegExp(`([${surnames}][\\p{Script=Han}]{1,2})(${titles})`, 'gu');
/** Characters of offices and of other words that stand between a surname-like character and a title. */
const noGivenName = /[副委市县区省州镇乡政府党组部局处厅任总第各位名体数众与和及是的等由代务理会常长员面级老干]/u;

/** The names in a text, in the order of place, repeats included. Never throws. */
export function namesOf(text: string): readonly Name[] {
  const names: Name[] = [];
  const take = (kind: Name['kind'], name: string): void => {
    if (name.length <= longest * 2 && !unknown.test(name)) names.push({ kind, text: name });
  };
  for (const [, title = ''] of text.matchAll(bookMarks)) take('document', title);
  for (const { 0: whole, index } of text.matchAll(tailed)) {
    const name = behindJoints(whole);
    if (name === whole && unknown.test(text.charAt(index - 1))) continue;
    if (name.length >= 5 && name.length <= longest && !counted.test(name)) take('organization', name);
  }
  for (const match of text.matchAll(titled)) {
    const [, name = '', title = ''] = match;
    if (!noGivenName.test(name.slice(1))) take('person', name + title);
  }
  return names;
}

function behindJoints(run: string): string {
  let from = 0;
  for (const joint of run.matchAll(joints)) if (run.length - joint.index - joint[0].length >= 4) from = joint.index + joint[0].length;
  return run.slice(from);
}

/** The names of a draft that begin as what is typed does, most used first. */
export function nameOffers(draft: Draft, caret: Caret, cache: NameCache, fits: (name: Name) => boolean): readonly Offer[] {
  const counts = new Map<string, { readonly name: Name; count: number }>();
  for (const paragraph of draft.paragraphs)
    for (const name of cache.read(paragraph)) {
      if (!fits(name)) continue;
      const known = counts.get(name.text);
      if (known) known.count += 1;
      else counts.set(name.text, { name, count: 1 });
    }
  const closes = caret.after === '》' ? '' : '》';
  return [...counts.values()]
    .sort((a, b) => b.count - a.count)
    .slice(0, most)
    .map(({ name, count }) => ({
      kind: name.kind,
      label: name.kind === 'document' ? `《${name.text}》` : name.text,
      keys: { han: name.text, pinyin: [], english: '' },
      text: name.kind === 'document' ? name.text + closes : name.text,
      isSnippet: false,
      why: { zh: `本稿已用${count}次`, en: `used ${count === 1 ? 'once' : `${count} times`} in this draft` },
    }));
}

/** More names than these help nobody. */
const most = 12;
