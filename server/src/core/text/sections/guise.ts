/** Owns what a paragraph looks like by its words: a title, a date, a salutation, a closing. */
import type { MarkStyle } from './marks.ts';
import { withoutTail } from './trim.ts';

/**
 * - `volume`: a line that counts speeches in one file (第二篇：…, 范文三);
 * - `title`: a line of its own that names a speech;
 * - `date`: a date in brackets or alone;
 * - `salutation`: an address on its own line; `addressed`: text that begins with one (同志们：年初以来…);
 * - `thanks`: thanks or an end in a few words; `closing`: a paragraph that opens like the last of a speech.
 */
export type Guise = 'volume' | 'title' | 'date' | 'salutation' | 'addressed' | 'thanks' | 'closing';

const volume = /^(?:第[一二三四五六七八九十\d]{1,3}篇(?:[：: 　]|$)|【?(?:范文|篇)[一二三四五六七八九十\d]{1,3}】?(?:[：: 　]|$))/u;
const title =
  /^[^。！？；，]{2,60}(?:讲话稿?|致辞|致词|主持词|主持稿|工作报告|报告|发言稿?|发言提纲|讲话提纲|贺词|献词|开幕词|闭幕词|党课(?:讲稿)?|汇报|演讲稿?)(?:[（(][^）)]{1,12}[）)])?$/u;
const year = '(?:[0-9０-９一二〇○零三四五六七八九XxＸｘ×*＊○〇_]{2,4}|[\\u3000 ]{2,4})';
const weekday = '(?:星期|周)[一二三四五六日天]';
const feast = '除夕|春节|元宵节?|端午节?|中秋节?|重阳节?|腊八节?|小年';
const lunar = `(?:农历|夏历|阴历)(?:[^。；，：月]{2,4}年)?(?:[闰正元冬腊一二三四五六七八九十]{1,3}月[初廿卅一二三四五六七八九十]{0,3}日?|${feast})`;
/** The same day by other names: （星期二，农历冬月十八. */
const named = `(?:[（(，, \\u3000]*(?:${weekday}|${lunar})){0,2}`;
const date = new RegExp(`^[（(]?[ \\u3000]*${year}年[^。；，：月]{1,5}月(?:[^。；，：日]{1,6}日)?${named}[ \\u3000]*[）)]?$`, 'u');
const addressee =
  '(?:同志们|同志|代表|委员|领导|来宾|朋友们?|先生们?|女士们?|同学们?|老师们?|家长们?|乡亲们|战友们|同仁|嘉宾|干部|党员|职工|客商|专家|评委|主席|书记|主任|常委)';
const salutation = new RegExp(
  `^(?:同志们|各位|尊敬的|敬爱的|亲爱的|女士们|先生们|朋友们|同学们|老师们|乡亲们)[^。！？；]{0,70}?(?:${addressee}[^。！？；：:]{0,6})?[：:]$`,
  'u',
);
const addressed = /^(?:同志们|各位代表|各位委员|各位同志|各位领导|女士们、先生们|朋友们)[：:](?=.)/u;
const thanks =
  /^(?:再次)?(?:谢谢|多谢)[^。！，]{0,12}[。！!]?$|^散会[。！!]?$|^(?:我的)?(?:讲话|发言|致辞|报告|汇报)(?:完了|完毕|到此结束)[，。！]?(?:谢谢[^。！]{0,8}[。！]?)?$/u;
const closing =
  /^(?:同志们|各位代表|各位委员|各位同志|各位领导|各位来宾|各位朋友|女士们|朋友们|同学们|老师们)[^：]{0,40}[，！,!]|^最后[，,]|^让我们|^我就讲(?:这么多|这些|到这里)|^以上(?:是|就是)我|^(?:现在|今天的)?(?:会议|大会)到此/u;

/** What a paragraph's words look like. `words` starts where blanks and markup end. */
export function guiseOf(words: string, hashes: number, style: MarkStyle | undefined): Guise | undefined {
  const text = withoutTail(words.trimStart(), '*_#');
  if (volume.test(text) && text.length <= 60) return 'volume';
  if (style !== undefined && style !== 'heading' && style !== 'first') return undefined;
  if (text.length <= 28 && date.test(text)) return 'date';
  if (text.length <= 80 && salutation.test(text)) return 'salutation';
  if (text.length <= 64 && title.test(text) && (hashes <= 1 || style === undefined)) return 'title';
  if (addressed.test(text)) return 'addressed';
  if (text.length <= 40 && thanks.test(text)) return 'thanks';
  if (closing.test(text)) return 'closing';
  return undefined;
}
