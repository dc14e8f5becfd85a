/** Owns which mark comes next: 二是 behind 一是…；, （二） under （一）, the first （一） under 一、. */
import type { Draft } from '../text/draft.ts';
import { endsSentence } from '../text/chars.ts';
import { toText } from '../text/paragraph.ts';
import { headingsAround } from '../text/sections/index.ts';
import type { Mark, MarkStyle, Outline, Reading } from '../text/sections/index.ts';
import { rewriteNumeral } from '../text/sections/marks.ts';
import type { Caret } from './caret.ts';
import type { Offer } from './offer.ts';

/** How many rows of items are gone on with at one place: the innermost, and the one around it. */
const deepest = 2;

/** Headings of these styles stand at the beginning of a line, the next one too. */
const ownLine: ReadonlySet<MarkStyle> = new Set<MarkStyle>(['heading', 'chapter', 'part', 'han', 'han-bracket', 'arabic']);

/** What stands first under a heading of a style. */
const firstUnder: Readonly<Partial<Record<MarkStyle, string>>> = { han: '（一）', 'han-bracket': '1.', arabic: '（1）', chapter: '一、' };

const inOrder: Readonly<Record<string, readonly string[]>> = { 首先: ['其次', '最后'], 其次: ['再次', '最后'], 再次: ['最后'] };

const sounds: Readonly<Record<string, string>> = {
  一: 'yi',
  二: 'er',
  三: 'san',
  四: 'si',
  五: 'wu',
  六: 'liu',
  七: 'qi',
  八: 'ba',
  九: 'jiu',
  十: 'shi',
  是: 'shi',
  要: 'yao',
  其: 'qi',
  第: 'di',
  首: 'shou',
  先: 'xian',
  次: 'ci',
  再: 'zai',
  最: 'zui',
  后: 'hou',
};

/** The marks that go on at a caret, the most likely first; `called` as in a question. None in the middle of a clause. */
export function listHeads(draft: Draft, outline: Outline, caret: Caret, called: boolean): readonly Offer[] {
  const heads = new Map<string, Offer>();
  const add = (texts: readonly string[], after: string, lead = ''): void => {
    for (const text of texts) if (text !== '' && !heads.has(text)) heads.set(text, headOf(text, after, lead));
  };
  const { paragraph } = caret;
  const start = draft.starts[paragraph];
  const held = draft.paragraphs[paragraph];
  if (start === undefined || held === undefined) return [];
  const lineStart = caret.offset - caret.before.length;
  // The word that is being typed may have made a paragraph of its line.
  if (caret.opens !== 'line' && !opensLine(caret)) {
    const reading = outline.readings[paragraph];
    if (reading && start + held.source.length >= caret.offset)
      for (const mark of lastMarks(reading, toText(held, caret.offset - start)))
        if (goesOn(held.text, mark, caret, called)) add(nextTexts(mark), mark.text);
    return [...heads.values()];
  }
  const before = start < lineStart ? paragraph : paragraph - 1;
  const reading = outline.readings[before];
  const opening = reading?.opening;
  if (reading === undefined || caret.before.length > 200) return [];
  const lead = caret.indent === '' ? (/^[ \t\u3000]*/u.exec(draft.paragraphs[before]?.source ?? '')?.[0] ?? '') : '';
  if (reading.shape === 'item' && opening !== undefined) add(nextTexts(opening.mark), opening.mark.text, lead);
  if (reading.shape === 'head' && opening !== undefined && !reading.runIn && !endsSentence(draft.paragraphs[before]?.text ?? ''))
    add([firstUnder[opening.mark.style] ?? ''], opening.mark.text, lead);
  const speech = outline.speeches.findLast((item) => item.firstParagraph <= before);
  for (const section of [...headingsAround(speech?.sections ?? [], before)].reverse()) {
    const around = outline.readings[section.firstParagraph];
    const hashes = around?.hashes ? `${'#'.repeat(around.hashes)} ` : '';
    if (around?.opening && around.opening.mark.style !== 'heading')
      add(
        nextTexts(around.opening.mark).map((text) => (/#\s*$/.test(caret.before) ? text : hashes + text)),
        around.opening.mark.text,
        lead,
      );
  }
  return [...heads.values()];
}

/** Whether the beginning of a mark, such as （ or 二, is all that the line holds. */
function opensLine({ before }: Caret): boolean {
  return /^[ \t\u3000]*[#*> -]*[（(第其首再最]?[一二三四五六七八九十]{0,3}$/u.test(before);
}

/** Items end with a semicolon, all but the last; only where one has ended with a full stop before do others end so. */
function goesOn(text: string, mark: Mark, { before }: Caret, called: boolean): boolean {
  if (!/[。！？!?][”’」）]?[ \t\u3000]*[^。！？!?；;]{0,4}$/u.test(before)) return true;
  const first = mark.number <= 1 && mark.text !== '最后';
  return first ? called : /[。！？!?][”’」）]?[ \t\u3000]*$/u.test(text.slice(0, mark.start));
}

/** The last marks of items before `at` in a paragraph, one of each style, the last one first. */
function lastMarks(reading: Reading, at: number): readonly Mark[] {
  const opening = reading.opening && ownLine.has(reading.opening.mark.style) ? undefined : reading.opening;
  const marks = [opening, ...reading.inline].flatMap((words) => (words && words.mark.end <= at ? [words.mark] : []));
  const last = new Map<MarkStyle, Mark>();
  for (const mark of marks.reverse()) if (!last.has(mark.style) && mark.style !== 'dash') last.set(mark.style, mark);
  return [...last.values()].slice(0, deepest);
}

/** The marks that may follow a mark; empty where none does. */
export function nextTexts(mark: Mark): readonly string[] {
  if (mark.style === 'dash') return [mark.text];
  if (mark.style === 'first') {
    const tail = mark.text.slice(mark.numeral.end - mark.start);
    return (inOrder[mark.text.slice(0, mark.numeral.end - mark.start)] ?? []).map((word) => word + tail);
  }
  const numeral = mark.number > 0 ? rewriteNumeral(mark, mark.number + 1) : undefined;
  if (numeral === undefined) return [];
  return [mark.text.slice(0, mark.numeral.start - mark.start) + numeral + mark.text.slice(mark.numeral.end - mark.start)];
}

function headOf(text: string, after: string, lead: string): Offer {
  return {
    kind: 'list-head',
    label: text,
    keys: { han: text, pinyin: [...text].flatMap((character) => sounds[character] ?? []), english: '' },
    text: lead + text,
    isSnippet: false,
    why: { zh: `接上文“${after}”`, en: `follows “${after}”` },
  };
}
