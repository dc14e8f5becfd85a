/** Owns what a mark stands for: its kind, and the unit or tail that told it. Works on text whose width is folded. */
import { compoundAt, demandsFigure, farTail, leftOf, matchAt, neighbourAt, personBefore, skipBlanks, skipBlanksBack } from './grammar.ts';
import type { Neighbour } from './grammar.ts';
import type { Span } from '../../text/span.ts';
import type { Kind } from './slot.ts';

/** What was read of a mark. */
export interface Reading {
  readonly kind: Kind;
  readonly tail: Span;
  /** Whether a neighbour speaks for a slot: a unit, a title, a tail, an ordinal head, a verb that asks for a figure. */
  readonly evidence: 'strong' | 'weak' | 'none';
}

/** Marks and digits that may stand behind a connector: the unit behind them belongs to the mark before it too. */
const connected = /[ ]?(?:[—–\-~～/、/:：∶]|至|到|和|与|及|或){1,2}[ ]?(?:第)?(?:[\dXx×*_○〇□●△N?#]+(?:\.[\dXx×*_]+)?|某{1,3})[ ]?/y;
const timeSpanBefore =
  /(?:经过|过去|未来|今后|连续|持续|历时|历经|长达|满|约|近|整整|不到|超过|至少|每|用|再用|建[党国军市县区校厂院所]|成立|从业|工作|服役|服刑|任职|奋斗|最近|前|后|这|短短|就是|一[守干晃做扎]|守了|干了|挂牌|结缘|坚守|坚持|扎根|从教|从警|从医|国外|打破.{0,4}|[党工教军警]龄|平均)[的了]?$/u;
const timeSpanAfter =
  /年(?:没|未|来|间|内|以来|时间|期|制|多|以上|以后|之后|之内|之久|龄|奋斗|历程|艰苦|如一日|风雨|光阴|辉煌|磨一剑|一遇|不变|不动摇|不间断|一贯|前(?![后三列])|的(?:情谊|友谊|合作|交往)|的(?:垄断|历史|坚守|时光)|的(?:发展|努力|奋斗|建设|时间|历程))/y;
const clock = /时(?=\d|[Xx×*_]|分|整|许|[，。、；至—-]|在|召开|前|开)/y;
/** What only a person does right behind a name. */
const personAct = /^(?:兼?任|担任|宣读|主持(?!人)|讲话|作(?:报告|动员|讲话|发言|主持|总结)|发言|汇报|致辞|致欢迎辞|出席|同学)/u;
/** 增幅X城区排名第X: where it ranks opens the next clause, the comma and the sign of the figure are left out. */
const rateBefore = /(?:增幅|增速|涨幅|降幅|增长率)[为达]?$/u;
const standing = /^(?:(?:全?[国省市县区州]|城区|同类|[市县]区)(?:排名?第?|位[居列]|居|列)|排名?第?|位[居列])/u;
/** X级强震, X级以上大风. */
const quake = /^级(?:以上|左右)?的?(?:强?(?:烈)?(?:地震|震)|[大阵台飓]风)/u;
const placeAct = /^(?:街坊|大道|老街)/u;

const none = (at: number): Span => ({ start: at, end: at });

/** Reads the neighbours of the mark `[start, end)`. */
export function classify(text: string, start: number, end: number): Reading {
  const at = skipBlanks(text, end, 4);
  const before = text.slice(Math.max(0, skipBlanksBack(text, start, 2) - 16), skipBlanksBack(text, start, 2));
  const neighbour = validNeighbour(text, at);

  if (/^分之/u.test(text.slice(at, at + 2)) || before.endsWith('分之')) return { kind: 'percent', tail: none(end), evidence: 'strong' };
  if (before.endsWith('百分之')) return { kind: 'percent', tail: none(end), evidence: 'strong' };
  if (/(?:周|星期|礼拜)$/u.test(before) && !neighbour) return { kind: 'date', tail: none(end), evidence: 'strong' };
  if (/第[一二三四五六七八九]?十?$/u.test(before)) return ordinal(text, at, neighbour);
  if (before.endsWith('月') && text[at] === '日') return { kind: 'date', tail: { start: at, end: at + 1 }, evidence: 'strong' };
  if (text[at] === '|') return cell(text, at, end);
  if ((/十$/u.test(before) || (/[“‘]$/u.test(before) && /^五[”’]/u.test(text.slice(at, at + 2)))) && text[at] === '五')
    return { kind: 'ordinal', tail: none(end), evidence: 'strong' };
  if (/党的$/u.test(before) && /^大(?:报告|精神|以来|代表|召开|胜利|[，。、])/u.test(text.slice(at)))
    return { kind: 'ordinal', tail: { start: at, end: at + 1 }, evidence: 'strong' };
  if (rateBefore.test(before) && standing.test(text.slice(at, at + 8))) return { kind: 'percent', tail: none(end), evidence: 'strong' };
  if (neighbour) return fromNeighbour(text, start, at, before, neighbour);
  const mark = singleUnit(text, at, before);
  if (mark) return { kind: mark, tail: { start: at, end: at + 1 }, evidence: 'strong' };

  if (/^(?:成)(?!功|立|为|员|果|效|绩|就|长|本|都|熟|品|交|型|因|分|人|年)/u.test(text.slice(at)))
    return { kind: 'percent', tail: { start: at, end: at + 1 }, evidence: 'strong' };
  const ratio = /^ ?[∶:：] ?[\dXx×]/.test(text.slice(end)) || /[\dXx×] ?[∶:：] ?$/.test(leftOf(text, start));
  if (ratio) return { kind: 'number', tail: none(end), evidence: 'strong' };
  const further = matchAt(connected, text, end);
  if (further) {
    const next = validNeighbour(text, skipBlanks(text, end + further[0].length, 2));
    if (next && next.source !== 'topic') {
      const reading = fromNeighbour(text, start, next.start, before, next);
      return { ...reading, tail: { start: next.start, end: next.end } };
    }
  }
  if (personBefore(text, start) && !placeAct.test(text.slice(at))) return { kind: 'name', tail: none(end), evidence: 'strong' };
  if (personAct.test(text.slice(at)) && end - start <= 4) return { kind: 'name', tail: none(end), evidence: 'weak' };
  if (text[at] === '等') return amongOthers(text, at);
  const quoted = /[“"‘'《]$/u.test(before) && /[”"’'》]/u.test(text[at] ?? '');
  if (quoted) {
    const named = neighbourAt(text, at + 1)?.source === 'topic';
    return { kind: 'content', tail: none(end), evidence: named || end - start > 1 ? 'strong' : 'none' };
  }
  const tail = farTail(text, at);
  if (tail && tail.start === at && tail.end > at) return { kind: tail.kind, tail: { start: at, end: tail.end }, evidence: 'weak' };
  if (demandsFigure(text, start) && !/[\p{Script=Han}《“]/u.test(text[at] ?? ''))
    return { kind: 'number', tail: none(end), evidence: 'weak' };
  return { kind: bareKind(text, before, end - start, at), tail: none(end), evidence: 'none' };
}

/** A mark with nothing that names it: one letter alone mostly hides the writer's own place, several letters a topic. */
function bareKind(text: string, before: string, length: number, at: number): Kind {
  const after = text.slice(at);
  if (/^(?:成功|牌|入围|型|版|上市|下线)/u.test(after)) return 'content';
  if (
    /(?:(?<![做达得看想感受遇碰提说])到|[在赴往至]|来自|走进|奔赴|前往|祝愿|庆祝)$/u.test(before) &&
    !/^(?:方面|上|中|下|领域)/u.test(after)
  )
    return 'place';
  if (/[把对向]$/u.test(before) && /^(?:建设|打造|建成|下步|这|的)/u.test(after)) return 'place';
  if (/(?:请|叫|名为)$/u.test(before) && length > 1) return 'name';
  if (/(?:我|谨|本人)代表$/u.test(before) && length > 1) return 'organization';
  const does =
    /^(?:是|在|将|要|已|正|的|着力|加快|大力|重点|积极|始终|坚持|全面|推进|支持|经济|全[市县区省]|人民|干部|作为|历来|发展|实现|获批|成为|拥有|人(?=[有不的])|建设)/u;
  if (length === 1 && does.test(after)) return 'place';
  return /^(?:历史悠久|地处|位于|交通|素有|人杰|物华|是[一座个]|抢抓|明天|的(?:明天|未来|昨天|发展))/u.test(after) ? 'place' : 'content';
}

/** Units of one character that mean different things behind different words: 时 号 分. */
function singleUnit(text: string, at: number, before: string): Kind | undefined {
  switch (text[at]) {
    case '时':
      return matchAt(clock, text, at) ? 'date' : undefined;
    case '总':
      return /[，、。；：:（]/u.test(text[at + 1] ?? '。') ? 'name' : undefined; // X总、X主任
    case '号':
      if (/月$/u.test(before)) return 'date';
      return text[at + 1] === '文' || /〕$/u.test(before) ? 'document-number' : 'number';
    case '分':
      return /[时点]$/u.test(before) ? 'date' : /[，。；、）)]|钟|以/u.test(text[at + 1] ?? '。') ? 'number' : undefined;
    case '度':
      return /^[，。；、）左以的]|^上下/u.test(text.slice(at + 1, at + 3)) || at + 1 === text.length ? 'number' : undefined;
    case '级':
      return /(?:风力|震级|地震|响应|等级|达到|阵风|瞬时)[^，。；]{0,4}$/u.test(before) || quake.test(text.slice(at, at + 8))
        ? 'number'
        : undefined;
    case '强':
      return /(?:全国|全省|全市|世界|百|行业|企业|民企|县域)[^，。；]{0,6}$/u.test(before) ? 'number' : undefined;
    default:
      return undefined;
  }
}

/** A cell of a Markdown table: the unit may stand in the next one. */
function cell(text: string, at: number, end: number): Reading {
  const next = neighbourAt(text, skipBlanks(text, at + 1, 3));
  const unit = next && ['money', 'percent', 'measure', 'classifier'].includes(next.source) ? next.kind : 'number';
  return { kind: unit, tail: none(end), evidence: 'weak' };
}

function validNeighbour(text: string, at: number): Neighbour | undefined {
  const found = neighbourAt(text, at);
  if (!found) return undefined;
  return compoundAt(text, at) > found.end - found.start ? undefined : found;
}

function ordinal(text: string, at: number, neighbour: Neighbour | undefined): Reading {
  const tail = neighbour ? { start: neighbour.start, end: neighbour.end } : none(at);
  if (text[at] === '号') return { kind: 'document-number', tail: { start: at, end: at + 1 }, evidence: 'strong' };
  return { kind: 'ordinal', tail, evidence: 'strong' };
}

function fromNeighbour(text: string, start: number, at: number, before: string, neighbour: Neighbour): Reading {
  const tail = { start: neighbour.start, end: neighbour.end };
  const reading = (kind: Kind): Reading => ({ kind, tail, evidence: neighbour.source === 'topic' ? 'weak' : 'strong' });
  switch (neighbour.source) {
    case 'date':
      if (text[at] === '季' && /前$/u.test(before)) return reading('number');
      if (text[at] === '年' && (at - start >= 4 || /^(?:19|20)/.test(text.slice(start, at))) && !text.startsWith('年来', at))
        return reading('date');
      if (text[at] === '年' && at - start === 3 && /^[Xx×*_]{3}$/.test(text.slice(start, at)) && !/[在于自从到至截]$/u.test(before))
        return reading('number');
      if (text[at] === '年' && (timeSpanBefore.test(before) || matchAt(timeSpanAfter, text, at))) return reading('number');
      if (text[at] === '日' && /日(?:内|之内|以内|游)/u.test(text.slice(at, at + 3))) return reading('number');
      return reading('date');
    case 'session':
      return reading(text[at] !== '次' || /(?:[届第]|人大|政协|常委会|委员会|代表大会)$/u.test(before) ? 'ordinal' : 'number');
    case 'classifier':
      if (text[at] === '届') return reading('ordinal');
      if (text[at] === '节' && /^节(?![课])/u.test(text.slice(at)) && /届$/u.test(before)) return reading('content');
      if (text[at] === '点' && /(?:上午|下午|早上|晚上|中午|今天|明天|日)$/u.test(before)) return reading('date');
      if (text[at] === '次' && /[届]$/u.test(before)) return reading('ordinal');
      return reading('number');
    case 'title': {
      // A title may open the name of a house: `XX检察官学院`.
      const house = farTail(text, at);
      return reading(house && house.kind === 'organization' && house.end > neighbour.end + 1 ? 'organization' : 'name');
    }
    default:
      break;
  }
  if (neighbour.source === 'place' && /(?:下辖|管辖|辖)(?:[^，。；]{0,3}[县市区乡镇村])*$/u.test(before)) return reading('number');
  return reading(neighbour.kind);
}

function amongOthers(text: string, at: number): Reading {
  const rest = text.slice(at, at + 10);
  if (/等[ \dXx×*_]{1,6}[名位]/u.test(rest)) return { kind: 'name', tail: none(at), evidence: 'strong' };
  if (/等\S{0,4}(?:艺术家|模范|同志|领导|代表|先生|专家|教授)/u.test(rest)) return { kind: 'name', tail: none(at), evidence: 'strong' };
  return { kind: /等\S{0,4}(?:企业|单位|部门|公司)/u.test(rest) ? 'organization' : 'content', tail: none(at), evidence: 'weak' };
}
