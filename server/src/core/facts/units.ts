/** Owns units: which measure the same thing, and what each is worth. */

/** What a unit measures, and how many of the family's smallest unit it is. */
export interface Unit {
  /** As it is written, without 万 and 亿. */
  readonly name: string;
  readonly family: string;
  readonly factor: number;
}

const families: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  money: { 元: 1, 人民币: 1 },
  percent: { '%': 1, '％': 1 },
  points: { 个百分点: 1 },
  mass: { 吨: 1000, 公斤: 1, 千克: 1, 斤: 0.5, 吨标准煤: 1000, 吨标煤: 1000 },
  land: { 亩: 1 },
  area: { 平方米: 1, 平方公里: 1e6, 平米: 1 },
  length: { 公里: 1000, 千米: 1000, 米: 1, 延米: 1, 延长米: 1 },
  people: { 人: 1, 名: 1, 位: 1 },
  energy: { 千瓦时: 1, 度: 1 },
  power: { 千瓦: 1, 兆瓦: 1000 },
};

/** Units that are a family of their own; the longer names first where one begins with the other. */
const alone =
  '美元 港元 欧元 公顷 立方米 人次 户次 家次 场次 批次 架次 标箱 亿度 个 家 户 项 件 辆 台 套 所 座 处 条 张 头 只 羽 株 棵 册 篇 场 次 期 批 天 倍 起 例 宗 笔 艘 款 盏 栋 幢 块 门 票 枚 支 小时 分钟 份 微克/立方米 分贝'.split(
    ' ',
  );

const known: ReadonlyMap<string, Unit> = new Map([
  ...alone.map((name): [string, Unit] => [name, { name, family: name, factor: 1 }]),
  ...Object.entries(families).flatMap(([family, names]) =>
    Object.entries(names).map(([name, factor]): [string, Unit] => [name, { name, family, factor }]),
  ),
]);

/** All names of units as alternatives of a pattern, the longest first. */
export const unitPattern = [...known.keys()]
  .sort((a, b) => b.length - a.length)
  .map((name) => name.replaceAll('/', '\\/'))
  .join('|');

/** A unit by its name, without 万 and 亿. */
export function unitOf(name: string): Unit | undefined {
  return known.get(name);
}

const withMagnitude = new RegExp(`^([十百千万亿]{0,2})(${unitPattern})$`, 'u');

/** A unit as tables write it: `亿元`, `万吨`, `%`, `万人`. `magnitude` is what 万 and 亿 say. */
export function readUnit(text: string): { readonly unit: Unit; readonly magnitude: string } | undefined {
  const match = withMagnitude.exec(text.replace(/[\s（）()]/gu, '').replace('％', '%'));
  const unit = match && known.get(match[2] ?? '');
  return unit ? { unit, magnitude: match[1] ?? '' } : undefined;
}
