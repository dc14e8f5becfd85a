/** Owns words that say that something is missing: 待定 待补充 待核实 暂缺 TBD TODO N/A. */
import { leftOf, personBefore } from './grammar.ts';
import type { Slot } from './slot.ts';

const waits = /待(?:补充?|核[实准定对]?|定|填写?|确认)/gu;
/** What before 待 makes another word of it: 有待加强, 亟待解决, 严阵以待, 招待, 期待. */
const otherWord = /[有亟急尚仍还正等招期对款接优善看虚以留交担厚薄苛慢坐静指立翘拭久不所只犹]$/u;
const stop = /^(?:[万亿]?元|[%个人户家项]|[，。；：、,;:.)）】〕」』*\]”》\s]|$)/u;
const latin = /(?<![A-Za-z\d])(?:TBD|TBC|TODO|FIXME|XXX待补|N\/A|todo(?=:)|fixme(?=:)|[Ll]orem ipsum[A-Za-z ,.]*)(?![A-Za-z\d])/g;
const missing = /(?:暂缺|暂无数据|数据缺失|数据暂缺)(?=[，。；、,;)）]|\s*$)/gu;
/** `“—”表示数据暂缺`: what a sign of a table means. */
const explains = /(?:表示|代表|视为)[:：]?$/u;
const provided =
  /(?:具体|详细|最终|准确)(?:数[据字值]|情况|内容|金额|名单)(?:以|由|待|请)[^，。；]{1,16}?(?:提供|补充|核定|为准|核实|报送|填报)/gu;

/** An instruction to the writer that is a sentence of its own: 此处插入典型案例。 (此处列出的问题 is none.) */
const instruction =
  /(?<head>(?:^|[。！？；：])\s*)(?:(?:此处|此段|本段)(?:请|需要?|应|可|拟|待)?|这里(?:请|需要?|拟|待))(?:插入|填[写入]|补[充写上]|加入|添加|列[出举])(?!的)[^，。！？；\n]{2,30}(?=[。！？；]|\s*$)/gu;

/** What a program shows where nothing was typed yet: 单击此处添加标题, 请输入内容; a paragraph of its own. */
const prompt =
  /^\s*(?:请?(?:[单双]击|点击|点按|轻点)?(?:请?在)?此处(?:添加|输入|键入|编辑)\p{Script=Han}{0,8}|请(?:输入|键入|添加)(?:您的?)?(?:主|副)?(?:标题|内容|正文|文[字本]|姓名|名称|段落))[。.]?\s*$/u;

/** The notes in one text whose width is folded. Notes inside brackets are the brackets' business. */
export function noteSlots(text: string): Slot[] {
  const slots: Slot[] = [];
  const put = (start: number, end: number, removable: boolean): void => {
    slots.push({
      start,
      end,
      kind: 'note',
      family: 'words',
      certainty: 'likely',
      tail: { start: end, end },
      ...(removable && { removable }),
    });
  };
  if (text.includes('待')) {
    for (const match of text.matchAll(waits)) {
      const end = match.index + match[0].length;
      const before = leftOf(text, match.index);
      if (otherWord.test(before) || !stop.test(text.slice(end, end + 4))) continue;
      // Announced in running prose (`时间待定，另行通知`) it is still a hole; a verb phrase `需要进一步待完善` is not written.
      put(match.index, end, false);
    }
  }
  for (const match of /[处段里]/u.test(text) ? text.matchAll(instruction) : []) {
    const start = match.index + (match.groups?.['head'] ?? '').length;
    const end = match.index + match[0].length;
    slots.push({ start, end, kind: 'content', family: 'words', certainty: 'likely', tail: { start: end, end } });
  }
  if (prompt.test(text)) put(text.length - text.trimStart().length, text.trimEnd().length, false);
  for (const match of text.matchAll(latin)) put(match.index, match.index + match[0].length, false);
  for (const match of text.matchAll(missing))
    if (!explains.test(leftOf(text, match.index))) put(match.index, match.index + match[0].length, false);
  for (const match of text.matchAll(provided)) {
    if (match[0].endsWith('为准')) continue;
    put(match.index, match.index + match[0].length, true);
  }
  for (const match of text.matchAll(/(?:^|[:：，,]\s*)(空缺|略|同上|缺)(?=[。；;，,]?\s*$)/gu)) {
    const word = match[1] ?? '';
    if (!/[:：]\s*$/u.test(match[0].slice(0, -word.length)) && text.trim() !== word) continue;
    const start = match.index + match[0].length - word.length;
    if (word === '空缺' && personBefore(text, start)) continue; // 副组长：空缺
    put(start, start + word.length, false);
  }
  return slots;
}
