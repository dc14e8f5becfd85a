/**
 * Owns the grammar around a slot: the right neighbour tells its kind, the left neighbour its meaning. Works on text whose
 * width is folded; offsets are UTF-16 code units.
 */
import type { Span } from '../../text/span.ts';
import * as lexicon from './lexicon.ts';
import type { Kind } from './slot.ts';

/** What a neighbour says: a kind, and the stretch of text that said it. */
export interface Neighbour extends Span {
  readonly kind: Kind;
  /** Which list it came from; `classifier` and single-character tails are weak where nothing else speaks for a slot. */
  readonly source:
    'percent' | 'money' | 'measure' | 'classifier' | 'date' | 'session' | 'title' | 'place' | 'organization' | 'topic' | 'rank';
}

interface Entry {
  readonly word: string;
  readonly kind: Kind;
  readonly source: Neighbour['source'];
}

const entries: readonly Entry[] = [
  ...lexicon.percent.map((word): Entry => ({ word, kind: 'percent', source: 'percent' })),
  ...lexicon.money.map((word): Entry => ({ word, kind: 'money', source: 'money' })),
  ...lexicon.sessions.map((word): Entry => ({ word, kind: 'ordinal', source: 'session' })),
  ...lexicon.titles.map((word): Entry => ({ word, kind: 'name', source: 'title' })),
  ...lexicon.dates.map((word): Entry => ({ word, kind: 'date', source: 'date' })),
  ...lexicon.places.map((word): Entry => ({ word, kind: 'place', source: 'place' })),
  ...lexicon.organizations.map((word): Entry => ({ word, kind: 'organization', source: 'organization' })),
  ...lexicon.topics.map((word): Entry => ({ word, kind: 'content', source: 'topic' })),
  ...lexicon.measures.map((word): Entry => ({ word, kind: 'number', source: 'measure' })),
  ...lexicon.classifiers.map((word): Entry => ({ word, kind: 'number', source: 'classifier' })),
];

const byWord = new Map<string, Entry>();
for (const entry of entries) if (!byWord.has(entry.word)) byWord.set(entry.word, entry);
const longestWord = Math.max(...[...byWord.keys()].map((word) => word.length));

const units = alternatives([...lexicon.money, ...lexicon.measures, ...lexicon.classifiers.filter((word) => word !== '点')]);
const scaledUnit = new RegExp(`[余多来几]?(?:${alternatives(lexicon.multipliers)})[余多来几]?(${units})?`, 'y');
const latinUnit = new RegExp(`[万亿千]?(?:${alternatives(lexicon.latinUnits)})(?![A-Za-z\\d²³])`, 'y');
const multiplierOnly = new RegExp(`(?:${alternatives(lexicon.multipliers)})`, 'y');
const roundUnit = new RegExp(`[余多来几](${units})`, 'y');
const rank = /大(?=[类项个板领战行工任举问体产特亮片重民支优方]|方面)/y;

/** An alternation of words, the longest first, safe inside a pattern. */
export function alternatives(words: readonly string[]): string {
  return [...new Set(words)]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('|');
}

/** The longest word of the lists that starts at `at`, and what it says. */
export function wordAt(text: string, at: number): Neighbour | undefined {
  for (let length = Math.min(longestWord, text.length - at); length > 0; length -= 1) {
    const entry = byWord.get(text.slice(at, at + length));
    if (entry) return { start: at, end: at + length, kind: entry.kind, source: entry.source };
  }
  return undefined;
}

/** A unit in letters at `at` (km, 万kW) that is no part of a longer word. */
export function latinUnitAt(text: string, at: number): Neighbour | undefined {
  const found = matchAt(latinUnit, text, at);
  return found && { start: at, end: at + found[0].length, kind: 'number', source: 'measure' };
}

/** A match of a sticky pattern at `at`. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}

/**
 * What follows at `at` (blanks already skipped): a unit with its multiplier (`余万人`, `亿元`), a part of a date, a title,
 * a tail. `undefined` where the text goes on with something that says nothing.
 */
export function neighbourAt(text: string, at: number): Neighbour | undefined {
  const letters = /[\dA-Za-zμ万亿千]/.test(text[at] ?? '') ? latinUnitAt(text, at) : undefined;
  if (letters) return letters;
  const word = wordAt(text, at);
  const scaled = matchAt(scaledUnit, text, at);
  if (scaled && scaled[0].length > (word?.end ?? at) - at) {
    const unit = scaled[1];
    if (unit === undefined) {
      // `X万` or `X亿` with no unit of ours: the word behind may still be a noun (X万群众), the figure is a number.
      const bare = matchAt(multiplierOnly, text, at);
      const isMoney = bare !== undefined && bare[0].endsWith('亿') && !/\p{Script=Han}/u.test(text[at + scaled[0].length] ?? '');
      return { start: at, end: at + scaled[0].length, kind: isMoney ? 'money' : 'number', source: 'measure' };
    }
    const kind: Kind = lexicon.money.includes(unit) ? 'money' : 'number';
    return { start: at, end: at + scaled[0].length, kind, source: kind === 'money' ? 'money' : 'measure' };
  }
  // 副 before any title.
  if (text[at] === '副') {
    const title = wordAt(text, at + 1);
    if (title?.source === 'title' && title.end > (word?.end ?? at)) return { ...title, start: at };
  }
  if (/^[余多]年/u.test(text.slice(at, at + 2))) return { start: at, end: at + 2, kind: 'number', source: 'measure' };
  const round = matchAt(roundUnit, text, at);
  if (round && round[0].length > (word?.end ?? at) - at) {
    const kind: Kind = lexicon.money.includes(round[1] ?? '') ? 'money' : 'number';
    return { start: at, end: at + round[0].length, kind, source: kind === 'money' ? 'money' : 'measure' };
  }
  if (matchAt(rank, text, at) && (word === undefined || word.end === at + 1))
    return { start: at, end: at + 1, kind: 'number', source: 'rank' };
  return word;
}

const noTail = /[的了在是和与及将把被对为加推获入等也都已正并，。；：、！？,;:!?“”"《》（）()【】\s]/u;
const farTails = new Map<string, Kind>([
  ...lexicon.organizations.filter((word) => word.length > 1).map((word): [string, Kind] => [word, 'organization']),
  ...lexicon.places.filter((word) => word.length > 1).map((word): [string, Kind] => [word, 'place']),
]);

/**
 * A tail of an organisation or a place some characters away, with nothing between that breaks a name (`⟦X⟧国际购物中心`).
 * Where tails stand side by side (`⟦X⟧新材料产业园`) the last one is the tail.
 */
export function farTail(text: string, at: number): Neighbour | undefined {
  const limit = Math.min(text.length, at + 12);
  for (let start = at; start < limit && !noTail.test(text[start] as string); start += 1) {
    let found = tailAt(text, at, start);
    for (let next = found; next; next = tailAt(text, at, next.end)) found = next;
    if (found) return found;
  }
  return undefined;
}

function tailAt(text: string, at: number, start: number): Neighbour | undefined {
  for (let length = 4; length > 1; length -= 1) {
    const kind = farTails.get(text.slice(start, start + length));
    if (kind) return { start: at, end: start + length, kind, source: kind === 'place' ? 'place' : 'organization' };
  }
  return undefined;
}

const titleBefore = new RegExp(
  `(?:${alternatives([...lexicon.titlesBefore, ...lexicon.titles.filter((word) => word.length > 1)])}|\\p{Script=Han}[师匠])[ \\u3000]{0,4}$`,
  'u',
);
const labelBefore = new RegExp(`(?:${alternatives(lexicon.personLabels)})[ \\u3000]{0,2}[:：][ \\u3000]{0,4}$`, 'u');
const demandBefore = new RegExp(`(?:${alternatives(lexicon.demands)})(?:了|到|至|为|达)?[ \\u3000]{0,3}$`, 'u');

/** Whether a title or a label that asks for a person stands right before `at`. */
export function personBefore(text: string, at: number): boolean {
  const left = text.slice(Math.max(0, at - 12), at);
  return titleBefore.test(left) || labelBefore.test(left);
}

/** Whether a verb or noun that asks for a figure stands right before `at`. */
export function demandsFigure(text: string, at: number): boolean {
  return demandBefore.test(text.slice(Math.max(0, at - 12), at));
}

/** How far back and ahead a neighbour is looked for; every pattern that ends or begins at a slot is shorter. */
const reach = 40;

/** The text right before `at`, as much of it as a pattern needs at most: looks to the left must not cost the whole paragraph. */
export function leftOf(text: string, at: number): string {
  return text.slice(Math.max(0, at - reach), at);
}

/** The offset of the first character at or behind `at` that is no blank, at most `limit` blanks away. */
export function skipBlanks(text: string, at: number, limit: number): number {
  let end = at;
  while (end < text.length && end - at < limit && /[ \t\u00a0\u3000]/.test(text[end] as string)) end += 1;
  return end;
}

/** The offset behind the last character before `at` that is no blank, at most `limit` blanks away. */
export function skipBlanksBack(text: string, at: number, limit: number): number {
  let start = at;
  while (start > 0 && at - start < limit && /[ \t\u00a0\u3000]/.test(text[start - 1] as string)) start -= 1;
  return start;
}

const compound = new RegExp(`(?:${alternatives(lexicon.compounds)})`, 'y');

/** The length of a word at `at` that only begins like a unit or a tail (名单, 家庭, 区域); 0 when there is none. */
export function compoundAt(text: string, at: number): number {
  return matchAt(compound, text, at)?.[0].length ?? 0;
}

/** A stop of some kind, or the end of the text, at `at`: what may stand behind a complete figure. */
export function isBoundary(text: string, at: number): boolean {
  return at >= text.length || /[，。；、：！？,;:!?)）】\]”’》\n]/u.test(text[at] as string);
}

const people = new RegExp(`(?:${alternatives([...lexicon.titlesBefore, '代表', '群众', '青年', '老人', '儿童', '人员', '客商'])})`, 'y');

/** What is counted opens at `at`: 名|代表, 个|企业. */
export function opensCounted(text: string, at: number): boolean {
  const noun = wordAt(text, at);
  return (
    matchAt(people, text, at) !== undefined ||
    (noun !== undefined && noun.end - at > 1 && ['topic', 'organization', 'title', 'place'].includes(noun.source))
  );
}

/** Words that 个, 条 and 项 begin; any other noun is counted by them. */
const begun = /^(?:个[人体案股子数儿旧个税险贷展很更]|条[约文理目码幅令块带形纹规状石子凳陈]|项[链圈城目])/u;

/** A measure word with what it counts: 名|干部, 条|建议, and not 名列前茅, 家乡. */
export function countsSomething(text: string, at: number): boolean {
  if (/[个条项]/.test(text[at] ?? '')) return /\p{Script=Han}/u.test(text[at + 1] ?? '') && !begun.test(text.slice(at, at + 2));
  // 组织所规定的: houses are counted by 所, and what is done stands behind it.
  if (text[at] === '所') return ['organization', 'place'].includes(wordAt(text, at + 1)?.source ?? '');
  return opensCounted(text, at + 1);
}
