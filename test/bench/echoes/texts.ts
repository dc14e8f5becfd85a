/** Owns texts for measuring: made by rule from a seed, of any size, with a known share of repetition. No text of anyone is in them. */

/** Numbers from 0 to 1, the same for the same seed. */
export function randomFrom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
}

const characters =
  '项目建设产业发展群众乡村工作任务责任落实推进加强完善提升改革创新服务企业市场环境生态治理安全稳定民生就业教育医疗养老住房交通水利农业旅游文化科技人才资金投资招商园区城市社街道庄路河流森林粮食蔬菜果树养殖物电品牌质量标准监管执法协调组织动员宣传培训考核督查整排化解走访帮扶救助保障覆盖达开竣投增收减负速扩容造修缮绿亮净清巡值守预警演练储备度会研判部署细量公示评议激励表彰典型经验做效点短板弱难题堵痛底线红基层一现场年初季本月全县各镇门单位干党员代委专家青妇女老人儿童学生教师医工农商户车间厂设备艺订产能销售出口税算贷款利率担险补贴奖土地规划施理审批证照窗热平台数据网络系统终端档案大中小新高上下前后主要重先进深实广多强快优特明确持续有力统筹兼顾齐抓共同推动促形成坚决防范打好赢攻战';

/** Invented words of two characters; the first are many times as frequent as the last, as in any text. */
const vocabulary = (() => {
  const random = randomFrom(1);
  const pick = (): string => characters[Math.floor(random() * characters.length)] ?? '';
  return Array.from({ length: 6_000 }, () => pick() + pick());
})();

function word(random: () => number): string {
  return vocabulary[Math.floor(30 * (200 ** random() - 1))] ?? '';
}

/** A few words, as an indicator is called. */
export function phrase(random: () => number): string {
  return word(random) + word(random) + word(random);
}

/** A new sentence. */
export function sentence(random: () => number): string {
  const clauses = 2 + Math.floor(random() * 3);
  const parts: string[] = [];
  for (let index = 0; index < clauses; index += 1) {
    let clause = '';
    const length = 3 + Math.floor(random() * 4);
    for (let count = 0; count < length; count += 1) clause += word(random);
    if (random() < 0.2) clause += `${String(Math.floor(random() * 900) / 10)}亿元`;
    parts.push(clause);
  }
  return `${parts.join('，')}。`;
}

/** A sentence with one character in `every` changed. */
export function varied(text: string, every: number, random: () => number): string {
  let result = '';
  for (const mark of text) {
    const pick = random() < 1 / every ? (word(random)[0] ?? mark) : mark;
    result += /[，。]/u.test(mark) ? mark : pick;
  }
  return result;
}

/** A draft of about `size` characters: paragraphs of some ten sentences, of which `share` come from `stock`, some with small changes. */
export function draftText(size: number, share: number, stock: readonly string[], random: () => number): string {
  let text = '讲话\n同志们：\n';
  while (text.length < size) {
    const count = 5 + Math.floor(random() * 10);
    for (let index = 0; index < count; index += 1) {
      if (random() >= share) text += sentence(random);
      else {
        const old = stock[Math.floor(random() * stock.length)] ?? '';
        text += random() < 0.25 ? varied(old, 20, random) : old;
      }
    }
    text += '\n';
  }
  return text;
}

/** Sentences to be repeated. */
export function stockOf(count: number, random: () => number): string[] {
  return Array.from({ length: count }, () => sentence(random));
}
