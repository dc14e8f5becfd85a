// Owns reading what the other programs report, and what we do, as spans of the texts.
import { basename } from 'node:path';

/** @typedef {import('./truth.mjs').Span} Span */

/** Each character with a blank behind it, as jscpd sees Chinese best. @param {string} text */
export function spaced(text) {
  return text.replace(/[^\n]/gu, '$& ');
}

/**
 * Where each UTF-16 code unit of a text begins among the bytes of a file, and where the file ends.
 * @param {string} text @param {boolean} isSpaced whether a blank is behind each character of the file
 */
function byteStarts(text, isSpaced) {
  const starts = new Uint32Array(text.length + 1);
  let byte = 0;
  for (let index = 0; index < text.length; index += 1) {
    starts[index] = byte;
    const code = text.codePointAt(index) ?? 0;
    byte += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (code >= 0x10000) {
      index += 1;
      starts[index] = byte;
    }
    if (isSpaced && code !== 10) byte += 1;
  }
  starts[text.length] = byte;
  return starts;
}

/** The first place that does not lie before a byte. @param {Uint32Array} starts @param {number} byte */
function placeOf(starts, byte) {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) < byte) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What jscpd's JSON report marks; its positions are bytes. @param {string} report @param {readonly string[]} names @param {readonly string[]} texts @param {boolean} isSpaced @returns {Span[]} */
export function marksOfJscpd(report, names, texts, isSpaced) {
  const files = new Map(names.map((name, index) => [name, index]));
  const starts = texts.map((text) => byteStarts(text, isSpaced));
  /** @type {Span[]} */
  const spans = [];
  for (const { firstFile, secondFile } of JSON.parse(report).duplicates)
    for (const { name, startLoc, endLoc } of [firstFile, secondFile]) {
      const file = files.get(basename(name));
      const at = file === undefined ? undefined : starts[file];
      if (file !== undefined && at) spans.push({ file, start: placeOf(at, startLoc.position), end: placeOf(at, endLoc.position) });
    }
  return spans;
}

/** What PMD CPD marks, by the lines of our script. @param {string} report @param {readonly string[]} names @param {readonly string[]} texts @returns {Span[]} */
export function marksOfCpd(report, names, texts) {
  const files = new Map(names.map((name, index) => [name, index]));
  const lines = texts.map((text) => [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)]);
  return report
    .split('\n')
    .filter(Boolean)
    .flatMap((line) => {
      const [startLine = '', startColumn = '', endLine = '', endColumn = '', path = ''] = line.split('\t');
      const file = files.get(basename(path));
      if (file === undefined) return [];
      const place = (/** @type {string} */ row, /** @type {string} */ column) => (lines[file]?.[Number(row) - 1] ?? 0) + Number(column) - 1;
      return [{ file, start: place(startLine, startColumn), end: place(endLine, endColumn) }];
    });
}

/** What our JSON report marks as repeated. @param {string} report @param {readonly string[]} names @returns {Span[]} */
export function marksOfOurs(report, names) {
  const files = new Map(names.map((name, index) => [name, index]));
  /** @type {Span[]} */
  const spans = [];
  const add = (/** @type {string} */ path, /** @type {number} */ start, /** @type {number} */ end) => {
    const file = files.get(basename(path));
    if (file !== undefined) spans.push({ file, start, end });
  };
  for (const { path, findings } of JSON.parse(report).files)
    for (const { rule, start, end, related } of findings) {
      if (rule !== 'repeated-passage' && rule !== 'repeated-phrase') continue;
      add(path, start, end);
      if (rule === 'repeated-passage') for (const other of related ?? []) add(other.path, other.start, other.end);
    }
  return spans;
}
