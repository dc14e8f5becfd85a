/**
 * Owns how a test reads a snippet's body: what is inserted when nobody fills a tab stop, and which tab stops are holes.
 * The convention: a tab stop whose default text holds a slot mark (an X, or a 【…】 bracket) is a hole, and the hole is that
 * default text; every other tab stop is finished text that a person may change. A mirror (`$1` again) repeats its hole.
 */

/** A tab stop as it stands in the inserted text; offsets are UTF-16 code units. */
export interface Stop {
  readonly number: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** What there is to choose from; empty for a stop that is typed. */
  readonly choices: readonly string[];
  /** Whether this is a later appearance of a number that has been defined before. */
  readonly mirror: boolean;
}

/** A snippet inserted raw: every default text stays. */
export interface Inserted {
  readonly text: string;
  readonly stops: readonly Stop[];
}

const piece = /\\([$}\\|,])|\$(\d+)|\$\{(\d+)\}|\$\{(\d+):((?:[^\\}$]|\\.)*)\}|\$\{(\d+)\|((?:[^\\|]|\\.)*)\|\}|\$|[^\\$]+|\\/gy;

/** Inserts a body. @throws if it holds syntax that our snippets do not use (variables, nested stops, transforms). */
export function insertRaw(body: readonly string[]): Inserted {
  const source = body.join('\n');
  const texts = new Map<number, string>();
  const stops: Stop[] = [];
  let text = '';
  for (const match of source.matchAll(piece)) {
    const [whole, escaped, plain, braced, typed, initial, chosen, list] = match;
    const number = Number(plain ?? braced ?? typed ?? chosen);
    if (whole === '$' || whole === '\\') throw new Error(`unknown snippet syntax: ${source.slice(match.index, match.index + 20)}`);
    if (escaped !== undefined || Number.isNaN(number)) {
      text += escaped ?? whole;
      continue;
    }
    const choices = list === undefined ? [] : list.split(/(?<!\\),/).map(unescape);
    const known = texts.get(number);
    const value = known ?? choices[0] ?? unescape(initial ?? '');
    stops.push({ number, start: text.length, end: text.length + value.length, text: value, choices, mirror: known !== undefined });
    texts.set(number, value);
    text += value;
  }
  return { text, stops };
}

/** The tab stops that are holes, in order of place. */
export function holesOf(inserted: Inserted): readonly Stop[] {
  return inserted.stops.filter((stop) => /X|【/.test(stop.text));
}

function unescape(text: string): string {
  return text.replaceAll(/\\([$}\\|,])/g, '$1');
}
