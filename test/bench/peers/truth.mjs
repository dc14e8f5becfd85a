// Owns the truth about repeats: every passage of twelve characters or more that stands elsewhere too, found the plain way, by
// sorting all places where it may begin. A program is held against it by the characters that it marks.

/** The fewest characters (UTF-16 code units) of a repeat. */
export const fewest = 12;

/** @typedef {{ file: number, start: number, end: number }} Span UTF-16 code units, `end` exclusive */

const isLetter = (/** @type {string} */ mark) => /[\p{L}\p{N}]/u.test(mark);

/**
 * The longest repeats within a line: each span is as long as it can be at its place, and lies in no other. Punctuation at both
 * ends does not count.
 * @param {readonly string[]} texts
 * @returns {Span[]}
 */
export function exactRepeats(texts) {
  const codes = Uint16Array.from({ length: texts.reduce((sum, text) => sum + text.length + 1, 0) });
  /** @type {number[]} */
  const starts = [];
  let at = 0;
  for (const text of texts) {
    starts.push(at);
    for (let index = 0; index < text.length; index += 1) codes[at + index] = text.charCodeAt(index);
    at += text.length + 1;
    codes[at - 1] = 10; // a text ends as a line does
  }
  const lengths = longestRepeats(codes, repeatedPlaces(codes));
  /** @type {Span[]} */
  const spans = [];
  let file = 0;
  for (let place = 0; place < codes.length; place += 1) {
    while (place >= (starts[file + 1] ?? Infinity)) file += 1;
    const length = lengths[place] ?? 0;
    if (length < fewest || (lengths[place - 1] ?? 0) > length) continue;
    const text = texts[file] ?? '';
    let start = place - (starts[file] ?? 0);
    let end = start + length;
    while (start < end && !isLetter(text[start] ?? '')) start += 1;
    while (end > start && !isLetter(text[end - 1] ?? '')) end -= 1;
    const last = spans.at(-1);
    if (end - start >= fewest && !(last?.file === file && last.end >= end)) spans.push({ file, start, end });
  }
  return spans;
}

/** Places where a passage of the fewest characters begins that begins elsewhere too. @param {Uint16Array} codes */
function repeatedPlaces(codes) {
  const hashes = new Float64Array(codes.length);
  let line = 0;
  for (let place = codes.length - 1; place >= 0; place -= 1) {
    line = codes[place] === 10 ? 0 : line + 1;
    if (line < fewest) continue;
    let [one, two] = [7, 11];
    for (let step = 0; step < fewest; step += 1) {
      const code = codes[place + step] ?? 0;
      one = (Math.imul(one, 1_000_003) ^ code) >>> 0;
      two = (Math.imul(two, 16_777_619) + code) >>> 0;
    }
    hashes[place] = one * 1_048_576 + (two & 1_048_575) + 1;
  }
  const sorted = Float64Array.from(hashes).sort();
  /** @type {Set<number>} */
  const twice = new Set();
  for (let index = 1; index < sorted.length; index += 1) {
    const hash = sorted[index] ?? 0;
    if (hash > 0 && hash === sorted[index - 1]) twice.add(hash);
  }
  const places = [];
  for (let place = 0; place < codes.length; place += 1) if (twice.has(hashes[place] ?? 0)) places.push(place);
  return Uint32Array.from(places);
}

/** How long the longest passage is that begins at each place and elsewhere too. @param {Uint16Array} codes @param {Uint32Array} places */
function longestRepeats(codes, places) {
  const lengths = new Uint32Array(codes.length);
  const shared = (/** @type {number} */ a, /** @type {number} */ b) => {
    let length = 0;
    while (codes[a + length] === codes[b + length] && (codes[a + length] ?? 10) !== 10) length += 1;
    return length;
  };
  const sorted = places.sort((a, b) => {
    const length = shared(a, b);
    return (codes[a + length] ?? 0) - (codes[b + length] ?? 0);
  });
  for (let index = 1; index < sorted.length; index += 1) {
    const [a, b] = [sorted[index - 1] ?? 0, sorted[index] ?? 0];
    const length = shared(a, b);
    lengths[a] = Math.max(lengths[a] ?? 0, length);
    lengths[b] = Math.max(lengths[b] ?? 0, length);
  }
  return lengths;
}

/**
 * How much of the truth is marked: the share of the repeats of which twelve characters or more in a row are marked, of the
 * characters in all repeats, and of the repeats that are marked whole.
 * @param {readonly string[]} texts @param {readonly Span[]} truth @param {readonly Span[]} marked
 */
export function foundOf(texts, truth, marked) {
  const marks = texts.map((text) => new Uint8Array(text.length));
  for (const { file, start, end } of marked) marks[file]?.fill(1, start, end);
  const wanted = texts.map((text) => new Uint8Array(text.length));
  let [pointedAt, whole] = [0, 0];
  for (const { file, start, end } of truth) {
    wanted[file]?.fill(1, start, end);
    const run = longestRun(marks[file]?.subarray(start, end) ?? new Uint8Array());
    if (run >= fewest) pointedAt += 1;
    if (run === end - start) whole += 1;
  }
  let [all, found] = [0, 0];
  for (const [file, want] of wanted.entries())
    for (const [index, is] of want.entries()) {
      all += is;
      found += is & (marks[file]?.[index] ?? 0);
    }
  const share = (/** @type {number} */ part, /** @type {number} */ of) => (of === 0 ? 1 : part / of);
  return { pointedAt: share(pointedAt, truth.length), characters: share(found, all), whole: share(whole, truth.length) };
}

/** @param {Uint8Array} marks */
function longestRun(marks) {
  let [run, longest] = [0, 0];
  for (const mark of marks) {
    run = mark === 1 ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}
