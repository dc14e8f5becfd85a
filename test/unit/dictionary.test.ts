/** The check of the dictionary files: what the native library would die of is refused, and the file is named. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { checkFiles, filesIn } from '../../server/src/words/dictionary.ts';
import type { DictionaryFiles } from '../../server/src/words/dictionary.ts';

type Name = keyof DictionaryFiles;

const folder = mkdtempSync(join(tmpdir(), 'dictionary-'));
const files = filesIn(folder);
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const start = '-0.25 -3.14e+100 -3.14e+100 -1.46';
const row = '-3.14e+100 -0.51 -0.91 -3.14e+100';
const emissions = '耀:-10.460283,涉:-8.766406,𠮷:-3.14e+100';

/** A word model of the given lines, with the comments that such files have. */
function model(rows: readonly string[], below: readonly string[]): string {
  return ['#', '#0:B', '#prob_start', ...rows.slice(0, 1), '#prob_trans 4x4 matrix', ...rows.slice(1), '#B', ...below, ''].join('\n');
}

const four = [emissions, emissions, emissions, emissions];
const five = [start, row, row, row, row];
const small: Readonly<Record<Name, string>> = {
  dict: '项目 120 n\n'.repeat(1000),
  hmmDict: model(five, four),
  userDict: '谋划\n抓早 3\n抓实 3 v\n',
  idfDict: '的 1\n了 2.5\n',
  stopWordDict: '的\n',
};
const built = join(import.meta.dirname, '../../dist/dictionary');

/** Lays out the small files with one of them changed; `undefined` leaves it out. */
function layOut(name?: Name, content?: string | Uint8Array): void {
  for (const each of Object.keys(small) as Name[]) writeFileSync(files[each], small[each]);
  if (name === undefined) return;
  if (content === undefined) rmSync(files[name]);
  else writeFileSync(files[name], content);
}

/** The files are refused, and the one that is at fault is named; or they are taken. */
function check(name: Name, content: string | Uint8Array | undefined, taken: boolean): void {
  layOut(name, content);
  if (taken) checkFiles(files);
  else expect(() => checkFiles(files)).toThrow(files[name]);
}

const names = Object.keys(small) as Name[];

describe('dictionary files', () => {
  it('are taken when they are good', () => {
    layOut();
    checkFiles(files);
  });
  it.runIf(existsSync(built))('of the build are taken (dist/dictionary, when it is built)', () => {
    checkFiles(filesIn(built));
  });
  it.each(names)('%s missing', (name) => {
    check(name, undefined, false);
  });
  it.each(names)('%s empty', (name) => {
    check(name, '', false);
  });
  it.each(names)('%s of one empty line', (name) => {
    check(name, '\n', false);
  });
  it.each(names)('%s with noise', (name) => {
    check(name, '\0 \u0001  \ufffd\n'.repeat(2000), false);
  });

  it.each<[string, Name, string, boolean]>([
    ['a word too few', 'dict', '项目 120 n\n'.repeat(999), false],
    ['decimals', 'dict', '项目 120.5 n\n'.repeat(1000), true],
    ['no tag', 'dict', `${small.dict}项目 120\n`, false],
    ['no frequency', 'dict', `${small.dict}项目 n\n`, false],
    ['negative frequency', 'dict', `${small.dict}项目 -1 n\n`, false],
    ['four fields', 'dict', `${small.dict}项目 120 n n\n`, false],
    ['two spaces', 'dict', `${small.dict}项目  120 n\n`, false],
    ['CR LF', 'dict', small.dict.replaceAll('\n', '\r\n'), false],
    ['an empty line in the middle', 'dict', `${small.dict}\n${small.dict}`, false],
    ['a bad first line', 'dict', `项目\n${small.dict}`, false],
    ['own words with a field too many', 'userDict', '抓实 3 v v\n', false],
    ['own word with a space before it', 'userDict', ' 抓实\n', false],
    ['weight that is no number', 'idfDict', '的 一\n', false],
    ['no weight', 'idfDict', '的\n', false],
    ['two stop words in a line', 'stopWordDict', '的 了\n', false],
  ])('%s', (_, name, content, taken) => {
    check(name, content, taken);
  });
});

describe('word model', () => {
  it.each<[string, string, boolean]>([
    ['rows with a space at the end', model([start, ...Array<string>(4).fill(`${row} `)], four), true],
    ['whole numbers and small exponents', model(['0 -1 -2e3 -2.5e-3', row, row, row, row], four), true],
    ['one emission a row', model(five, Array<string>(4).fill('的:-1.2')), true],
    ['only comments', '#\n#0:B\n', false],
    ['no emissions', model(five, []), false],
    ['an emission row too few', model(five, four.slice(1)), false],
    ['an emission row too many', model(five, [...four, emissions]), false],
    ['a row of numbers too few', model(five.slice(1), four), false],
    ['a row of numbers too many', model([...five, row], four), false],
    ['rows the wrong way round', model(four, five), false],
    ['three numbers', model(['-1 -2 -3', row, row, row, row], four), false],
    ['five numbers', model([start, row, row, row, `${row} -1`], four), false],
    ['a word among numbers', model([start, row, '-1 -2 x -4', row, row], four), false],
    ['half an exponent', model([start, row, row, row, '-1 -2 -3 -3.14e+'], four), false],
    ['an emission without a number', model(five, [...four.slice(1), '耀:-1.2,涉:']), false],
    ['an emission without a character', model(five, [':-1.2', ...four.slice(1)]), false],
    ['an emission of two characters', model(five, [...four.slice(1), '耀涉:-1.2']), false],
    ['a comma at the end', model(five, [...four.slice(1), '耀:-1.2,']), false],
    ['a bad emission behind good ones', model(five, [emissions, `${emissions},涉=-1`, emissions, emissions]), false],
  ])('%s', (_, content, taken) => {
    check('hmmDict', content, taken);
  });

  const sources: readonly (readonly [string, string])[] = [
    ['small', small.hmmDict],
    ...(existsSync(built) ? [['built', readFileSync(filesIn(built).hmmDict, 'utf8')] as const] : []),
  ];
  const cuts = sources.flatMap(([name, text]) => [0.1, 0.3, 0.5, 0.9].map((part) => [name, part, Buffer.from(text)] as const));
  it.each(cuts)('%s, cut off at %d of its length', (_, part, bytes) => {
    check('hmmDict', bytes.subarray(0, Math.floor(bytes.length * part)), false);
  });
});

describe('names of the files', () => {
  it('lie in the folder, each its own', () => {
    const paths = Object.values(filesIn(folder)) as string[];
    expect(new Set(paths).size).toBe(5);
    for (const path of paths) expect(path.startsWith(folder)).toBe(true);
  });
});
