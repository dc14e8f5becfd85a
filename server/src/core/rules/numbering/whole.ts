/** Owns whether a draft is whole: quotation marks and brackets that are never closed, and a last line that breaks off. */
import type { Finding } from '../finding.ts';
import type { Part } from '../rule.ts';
import { endsSentence } from '../../text/chars.ts';
import type { Draft } from '../../text/draft.ts';
import { spanToSource, toSource } from '../../text/paragraph.ts';
import type { Bounds, Outline, Speech } from '../../text/sections/index.ts';
import { withoutTail } from '../../text/sections/trim.ts';
import { bySpan } from '../../text/span.ts';
import { found } from './judge.ts';
import type { ParagraphNotes } from './read.ts';

/** Quotation marks and brackets that are opened and never closed. A quotation may run over paragraphs, each opened anew. */
export function judgePairs(parts: readonly Part<ParagraphNotes>[], draft: Draft): Finding[] {
  const findings: Finding[] = [];
  /** Of each pair, whether the next paragraph that has one of its marks closes what was opened before. */
  const closes = new Map<string, boolean>();
  for (let index = parts.length - 1; index >= 0; index -= 1) {
    const part = parts[index] as Part<ParagraphNotes>;
    for (const { opener, closer, unclosed, closesFirst } of part.read.pairs) {
      if (unclosed >= 0 && closes.get(opener) !== true && !opensWith(opener, parts[index + 1])) {
        const start = part.start + toSource(part.paragraph, unclosed);
        const mark = draft.text.slice(start, start + 1);
        const id = opener === '“' ? 'quote' : 'bracket';
        findings.push(found('gap', { start, end: start + 1 }, id, { found: mark, closing: closer }, { fix: 'none' }));
      }
      closes.set(opener, closesFirst);
    }
  }
  return findings.sort(bySpan);
}

function opensWith(opener: string, part: Part<ParagraphNotes> | undefined): boolean {
  return opener === '“' && part !== undefined && part.paragraph.text.trimStart().startsWith(opener);
}

const signs =
  /^[*_]*(?:附件|附：|抄送|分送|发送|发：|主送|来源|联系人|(?:\p{Script=Han}{1,4}人|记录|审核|起草|签发|日期|电话|联系电话|邮箱|地址|邮[ \u3000]*编|地[ \u3000]+址|网[ \u3000]*址)[:：]|（.*）$|\(.*\)$|【.*】$|https?:)/u;

/** The index of the last paragraph of each speech that is no junk. */
export function lastWordsOf(outline: Outline): readonly number[] {
  return outline.structure.speeches.map((bounds) => lastWordsIn(outline, bounds));
}

function lastWordsIn(outline: Outline, { bodyParagraph, endParagraph }: Bounds): number {
  let index = endParagraph - 1;
  while (index >= bodyParagraph && outline.readings[index]?.shape === 'junk') index -= 1;
  return index;
}

/** Behind the last sentence a bracket may tell whence the text is: 《雁溪日报》（3月1日 02版）. */
const source = /[。！？!?”][ \u3000]*(?:(?:《[^《》]{1,20}》)?[ \u3000]*[（(][^（）()]{1,80}[）)][ \u3000]*)+$/u;

/** A last line that ends in the middle of a sentence. */
export function judgeEnd(parts: readonly Part<ParagraphNotes>[], outline: Outline, speech: Speech, draft: Draft): Finding[] {
  const index = lastWordsIn(outline, speech);
  const part = parts[index];
  const reading = outline.readings[index];
  if (part === undefined || reading === undefined || index < speech.bodyParagraph) return [];
  const text = withoutTail(part.paragraph.text, '*_');
  const words = text.trimStart();
  const hangs = /[，、；,;]$/u.test(text);
  const isLine =
    words.length < 15 || !/[，。；：、]/u.test(words) || words.includes('|') || signs.test(words) || source.test(text.slice(-240));
  const isHeading = reading.shape === 'head' && !reading.runIn;
  if (isHeading || isLine || reading.guise === 'date' || (endsSentence(text) && !/[；;：:]$/u.test(text)) || (!hangs && isName(words)))
    return [];
  const clause = Math.max(...['，', '。', '；', '：', '、', '“'].map((mark) => text.lastIndexOf(mark, text.length - 2))) + 1;
  const start = Math.max(clause, text.length - 20, text.length - words.length);
  const span = spanToSource(part.paragraph, { start: start < text.length - 1 && isLow(text, start) ? start + 1 : start, end: text.length });
  const at = { start: part.start + span.start, end: part.start + span.end };
  return [found('gap', at, 'cutOff', { found: draft.text.slice(at.start, at.end) }, { fix: 'none' })];
}

function isLow(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff;
}

/** Offices and names under a speech hold no stop but 、. */
function isName(words: string): boolean {
  return words.length <= 30 && !/[，。；：]/u.test(words);
}
