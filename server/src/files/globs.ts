/**
 * Owns globs: `*`, `?`, `[…]`, `{…,…}` and `**`. A glob may come with a folder from somewhere, and so may the names in it:
 * a name is held against a glob in steps that grow with the two lengths alone, whatever stands in them.
 */

/** One glob that was read. Paths are relative, with `/`. */
export interface Glob {
  /** The folders that the glob names before its first wildcard; empty where it names none. */
  readonly base: string;
  /** How many folders below `base` a path may lie; `Infinity` where the glob does not say. */
  readonly depth: number;
  /** Whether it asks for names that begin with a dot. */
  readonly dots: boolean;
  readonly matches: (path: string) => boolean;
}

/** More than so many choices between braces, or characters, nobody writes. */
const mostChoices = 100;
const longest = 1000;

/** Stands for any number of items. */
const many = Symbol('many');
type Pattern<T> = readonly (typeof many | ((item: T) => boolean))[];

/** Reads a glob; `undefined` where it is too long, or its braces give too many choices. */
export function readGlob(text: string): Glob | undefined {
  const choices = text.length > longest ? undefined : choicesOf(text.normalize('NFC'));
  if (!choices) return undefined;
  const ways = choices.map((choice) => choice.split('/').filter((part) => part !== '' && part !== '.'));
  const [first = []] = ways;
  const named = first.findIndex((part, at) => isWild(part) || at === first.length - 1);
  const base = ways.length === 1 ? first.slice(0, Math.max(0, named)).map(bare) : [];
  const patterns = ways.map(wayPattern);
  return {
    base: base.join('/'),
    depth: Math.max(0, ...ways.map((parts) => (parts.includes('**') ? Infinity : parts.length - 1 - base.length))),
    dots: ways.some((parts) => parts.slice(base.length).some((part) => part.startsWith('.'))),
    matches(path) {
      const parts = path.normalize('NFC').split('/');
      return patterns.some((pattern) => fits(pattern, parts));
    },
  };
}

/** A glob without braces for each of its choices. Braces without a comma, or without an end, are characters like others. */
function choicesOf(text: string): readonly string[] | undefined {
  let done = [''];
  let at = 0;
  while (at < text.length) {
    const found = text[at] === '{' ? bracesAt(text, at) : undefined;
    const inner = found?.items.map(choicesOf) ?? [[text.slice(at, at + (text[at] === '\\' ? 2 : 1))]];
    const added = inner.flatMap((one) => one ?? []);
    if (inner.includes(undefined) || done.length * added.length > mostChoices) return undefined;
    done = done.flatMap((head) => added.map((tail) => head + tail));
    at = found?.end ?? at + (text[at] === '\\' ? 2 : 1);
  }
  return done;
}

/** What stands between braces, item by item, and where the text goes on. */
function bracesAt(text: string, start: number): { readonly items: readonly string[]; readonly end: number } | undefined {
  const items: string[] = [];
  let depth = 0;
  let from = start + 1;
  for (let at = start; at < text.length; at += 1) {
    const char = text[at];
    if (char === '\\') at += 1;
    else if (char === '{') depth += 1;
    else if (char === ',' && depth === 1) {
      items.push(text.slice(from, at));
      from = at + 1;
    } else if (char === '}') {
      depth -= 1;
      if (depth === 0) return items.length === 0 ? undefined : { items: [...items, text.slice(from, at)], end: at + 1 };
    }
  }
  return undefined;
}

function isWild(part: string): boolean {
  return /[*?[]/.test(part);
}

function bare(part: string): string {
  return part.replace(/\\(.)/gsu, '$1');
}

function wayPattern(parts: readonly string[]): Pattern<string> {
  return parts.map((part) => (part === '**' ? many : namePattern(part)));
}

function namePattern(part: string): (name: string) => boolean {
  const pattern: Pattern<string>[number][] = [];
  for (const [, escaped, set, char = ''] of part.matchAll(/\\(.)|\[([!^]?\]?[^\]]*)\]|(.)/gsu)) {
    if (escaped !== undefined) pattern.push((one) => one === escaped);
    else if (set !== undefined) pattern.push(setPattern(set));
    else if (char === '*') pattern.push(many);
    else pattern.push(char === '?' ? () => true : (one) => one === char);
  }
  // A wildcard does not stand for the dot of a hidden name.
  return (name) => (!name.startsWith('.') || part.startsWith('.')) && name !== '..' && fits(pattern, Array.from(name));
}

function setPattern(set: string): (char: string) => boolean {
  const isNot = /^[!^]/.test(set);
  const ranges = Array.from((isNot ? set.slice(1) : set).matchAll(/(.)(?:-(.))?/gsu), ([, low = '', high = low]) => ({ low, high }));
  return (char) => ranges.some(({ low, high }) => low <= char && char <= high) !== isNot;
}

/** Whether the items are what the pattern says. Only the last `many` is ever looked at again: what stood before it stands. */
function fits<T>(pattern: Pattern<T>, items: readonly T[]): boolean {
  let at = 0;
  let last = -1;
  let from = 0;
  for (let index = 0; index < items.length;) {
    const one = pattern[at];
    if (one === many) {
      last = at;
      from = index;
      at += 1;
    } else if (one?.(items[index] as T) === true) {
      at += 1;
      index += 1;
    } else if (last >= 0) {
      at = last + 1;
      from += 1;
      index = from;
    } else return false;
  }
  return pattern.slice(at).every((one) => one === many);
}
