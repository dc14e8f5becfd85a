/**
 * Owns globs: `*`, `?`, `[…]`, `{…,…}` and `**`, with `\\` before a sign that means itself. A wildcard stands for no name
 * that begins with a dot; large and small letters differ; Unicode forms that look the same are the same. A glob may come
 * with a folder from somewhere, and so may the names in it: a name is held against a glob in steps that grow with the
 * product of the two lengths, whatever stands in them. That is why no library does it: those of npm, and Node's own, make a
 * backtracking regular expression of a glob, with lookahead that the linear engine of `patterns/` does not have.
 */

/** One glob that was read. Paths are relative, with `/`. */
export interface Glob {
  /** The folders that the glob names before its first wildcard, as they are spelled; empty where it names none. */
  readonly base: string;
  /** Whether a file somewhere in a folder, given by its path, may be one that the glob means. */
  readonly reaches: (folder: string) => boolean;
  /** What a folder, given by its path, leaves of the glob: where it is the same, the same names below are meant. */
  readonly behind: (folder: string) => string;
  readonly matches: (path: string) => boolean;
}

/** More than so many choices between braces, or characters, nobody writes. */
const mostChoices = 100;
const longest = 1000;

/** Stands for any number of characters, or of folders that are not hidden. */
const many = Symbol('many');
type Pattern<T> = readonly (typeof many | ((item: T) => boolean))[];

/** One choice of a glob, folder by folder. */
type Way = Pattern<string>;

/** Whether a text has a wildcard or braces in it. */
export function isGlob(text: string): boolean {
  return /[*?[{]/.test(text.replace(/\\./gsu, ''));
}

/** The glob that means this one path. */
export function globOf(path: string): string {
  return path.replace(/[\\*?[{!]/g, '\\$&');
}

/** Whether one of the globs means a path, or a folder above it. */
export function leaveOut(globs: readonly Glob[], path: string): boolean {
  const parts = path.split('/');
  const ways = parts.map((_, at) => parts.slice(0, at + 1).join('/'));
  return globs.some(({ matches }) => ways.some(matches));
}

/** Reads a glob; `undefined` where it is too long, or its braces give too many choices. */
export function readGlob(text: string): Glob | undefined {
  const choices = text.length > longest ? undefined : choicesOf(text);
  if (!choices) return undefined;
  const named = choices.map((choice) => choice.split('/').filter((part) => part !== '' && part !== '.'));
  const [first = []] = named;
  const end = first.findIndex((part, at) => isWild(part) || at === first.length - 1);
  const base = named.length === 1 ? first.slice(0, Math.max(0, end)).map(bare) : [];
  const ways = named.map((parts): Way => parts.map((part) => (part === '**' ? many : namePattern(part))));
  const partsOf = (path: string): string[] => path.normalize('NFC').split('/');
  const left = (folder: string): (readonly number[])[] => {
    const parts = folder === '' ? [] : partsOf(folder);
    return ways.map((way) => beginnings(way, parts));
  };
  return {
    base: base.join('/'),
    reaches: (folder) => left(folder).some((lengths) => lengths.length > 0),
    behind: (folder) => left(folder).join(';'),
    matches(path) {
      const parts = partsOf(path);
      return ways.some((way) => fits(way, parts, (part) => !isHidden(part)));
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

function isHidden(name: string): boolean {
  return name.startsWith('.');
}

function namePattern(part: string): (name: string) => boolean {
  const pattern: Pattern<string>[number][] = [];
  for (const [, escaped, set, char = ''] of part.normalize('NFC').matchAll(/\\(.)|\[([!^]?\]?(?:\\.|[^\]\\])*)\]|(.)/gsu)) {
    if (escaped !== undefined) pattern.push((one) => one === escaped);
    else if (set !== undefined) pattern.push(setPattern(set));
    else if (char === '*') pattern.push(many);
    else pattern.push(char === '?' ? () => true : (one) => one === char);
  }
  // A wildcard does not stand for the dot of a hidden name, and nothing but itself for the folder above.
  return (name) =>
    (!isHidden(name) || part.startsWith('.')) && (name !== '..' || part === '..') && fits(pattern, Array.from(name), () => true);
}

function setPattern(set: string): (char: string) => boolean {
  const isNot = /^[!^]/.test(set);
  const signs = (isNot ? set.slice(1) : set).matchAll(/\\?(.)(?:-\\?(.))?/gsu);
  const ranges = Array.from(signs, ([, low = '', high = low]) => ({ low, high }));
  return (char) => ranges.some(({ low, high }) => low <= char && char <= high) !== isNot;
}

/** How long the beginnings of a way are which mean a folder, given by its parts, and leave something to be meant below it. */
function beginnings(way: Way, parts: readonly string[]): readonly number[] {
  const meet = (lengths: readonly number[]): readonly number[] => {
    const met = new Set(lengths);
    for (const length of met) if (way[length] === many) met.add(length + 1);
    return [...met].filter((length) => length < way.length).sort();
  };
  return parts.reduce(
    (lengths, part) =>
      meet(
        lengths.flatMap((length) => {
          const one = way[length];
          if (one === many) return isHidden(part) ? [] : [length];
          return one?.(part) === true ? [length + 1] : [];
        }),
      ),
    meet([0]),
  );
}

/**
 * Whether the items are what the pattern says. Only the last `many` is ever looked at again: what stood before it stands,
 * also where `many` does not stand for each item, since those it does not stand for are named by the pattern itself.
 */
function fits<T>(pattern: Pattern<T>, items: readonly T[], isAny: (item: T) => boolean): boolean {
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
    } else if (last >= 0 && isAny(items[from] as T)) {
      at = last + 1;
      from += 1;
      index = from;
    } else return false;
  }
  return pattern.slice(at).every((one) => one === many);
}
