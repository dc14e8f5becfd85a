/** Owns rows of names that split a whole: which exclude each other, and which together are all there is. */

/** Members of one row exclude each other; `whole` when all of them together are all there is. */
const rows: readonly { readonly names: readonly RegExp[]; readonly whole: boolean }[] = [
  { names: [/第?一产业?/u, /第?二产业?/u, /第?三产业?/u], whole: true },
  { names: [/城镇|城市/u, /农村|乡村/u], whole: true },
  { names: [/男/u, /女/u], whole: true },
  { names: [/新建|新开工/u, /续建|结转/u], whole: true },
  { names: [/出口/u, /进口/u], whole: true },
  { names: [/(?<!非)税收/u, /非税/u], whole: true },
  { names: [/减税|税收减免/u, /降费|减费/u], whole: true },
  { names: [/上半年/u, /下半年/u], whole: true },
  { names: [/一季度/u, /二季度/u, /三季度/u, /四季度/u], whole: true },
  { names: [/夏粮/u, /秋粮/u], whole: true },
  { names: [/内贸|内资/u, /外贸|外资/u], whole: true },
  { names: [/线上/u, /线下/u], whole: true },
  { names: [/公办/u, /民办/u], whole: true },
  { names: [/公立/u, /民营/u, /基层/u], whole: false },
  { names: [/有效/u, /无效|废/u], whole: true },
  { names: [/赞成|同意/u, /反对|不同意/u, /弃权/u], whole: true },
  { names: [/中央/u, /省级|省财政/u, /市级|市财政/u, /县级|区级|县财政|区财政|本级/u, /自筹|社会/u], whole: false },
  { names: [/城东|东部|东片/u, /城西|西部|西片/u, /城南|南部|南片/u, /城北|北部|北片/u, /中部|城中/u], whole: false },
  { names: [/一期/u, /二期/u, /三期/u, /四期/u], whole: false },
  { names: [/前期|谋划|储备/u, /新建|新开工/u, /续建|结转|在建/u, /竣工|建成|投产/u], whole: false },
  { names: [/国道/u, /省道/u, /县道/u, /乡道/u, /村道/u], whole: false },
  { names: [/早稻|夏粮/u, /中稻/u, /晚稻/u, /秋粮/u], whole: false },
  { names: [/幼儿园/u, /小学/u, /初中/u, /高中/u, /中职|职高/u], whole: false },
  { names: [/第?一产业?|农业|农林牧渔/u, /第?二产业?|工业/u, /第?三产业?|服务业/u], whole: false },
  { names: [/工业/u, /农业/u, /服务业|商贸|旅游/u, /基础设施|交通|水利/u, /社会事业|民生|教育|卫生/u, /房地产/u], whole: false },
];

/** Groups that may hold the same people or things as others: 民间投资 and 工业投资, 党员 and 女代表. */
const crossing =
  /民间|国有|民营|外资|以上|以下|重点|新(?!建|开)|高|战略|规模|专精|科技|主要|当年|累计|直接|带动|省外|市外|县外|境外|海外|省内|市内|县内|示范|龙头|招商|特色/u;

/** The same of people and households. */
const crossingPeople =
  /党员|男|女|妇|少数民族|大学|青年|青壮|毕业|基层|农民|贫困|返乡|特困|脱贫|困难|残疾|就业|老|退役|低保|留守|一线|专家|骨干|留学|博士|硕士|本科/u;

/** Whether a name says that its group may overlap with others. */
export function isCrossing(name: string, ofPeople: boolean): boolean {
  return crossing.test(name) || (ofPeople && crossingPeople.test(name));
}

/** Whether names are members of one row, `whole` when they are all of it. `ofPeople`: 女 may cross what is no row of men and women. */
export function rowOf(names: readonly string[], ofPeople = true): 'whole' | 'some' | undefined {
  for (const { names: row, whole } of rows) {
    const found = names.map((name) => row.findIndex((pattern) => pattern.test(name)));
    if (found.some((at) => at < 0) || new Set(found).size < found.length) continue;
    const bare = new RegExp(row.map(({ source }) => source).join('|'), 'gu');
    if (withoutCommon(names).some((name) => isCrossing(name.replace(bare, ''), ofPeople))) continue;
    return whole && found.length === row.length ? 'whole' : 'some';
  }
  return undefined;
}

/** What all names end with tells them not apart: 男党员, 女党员 are 男 and 女. */
export function withoutCommon(names: readonly string[]): readonly string[] {
  const [first = ''] = names;
  let cut = 0;
  while (cut < first.length - 1 && names.every((name) => name.length > cut + 1 && name.at(-1 - cut) === first.at(-1 - cut))) cut += 1;
  return cut === 0 ? names : names.map((name) => name.slice(0, -cut));
}

/** Whether the parts are named alike: 工业投资, 农业投资. */
export function namedAlike(names: readonly string[]): boolean {
  const tails = new Set(names.map((name) => name.slice(-2)));
  return tails.size === 1 && names.every((name) => name.length >= 3) && new Set(names).size === names.length;
}
