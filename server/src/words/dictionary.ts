/**
 * Owns the dictionary files: where they lie and whether they are safe to load. The native library ends the whole process
 * on a missing, empty or malformed file, so every file is read and checked before it is handed over.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Paths of the files that the library opens, in the words of its `load`. */
export interface DictionaryFiles {
  readonly dict: string;
  readonly hmmDict: string;
  readonly userDict: string;
  readonly idfDict: string;
  readonly stopWordDict: string;
}

/** The files in one folder, by the names the build gives them. */
export function filesIn(folder: string): DictionaryFiles {
  return {
    dict: join(folder, 'jieba.dict.utf8'),
    hmmDict: join(folder, 'hmm_model.utf8'),
    userDict: join(folder, 'user.dict.utf8'),
    idfDict: join(folder, 'idf.utf8'),
    stopWordDict: join(folder, 'stop_words.utf8'),
  };
}

/** Throws an Error that names the file when one is missing, empty or not of its form. */
export function checkFiles(files: DictionaryFiles): void {
  checkLines(files.dict, /^\S+ \d+(?:\.\d+)? \S+$/, 1000);
  checkLines(files.userDict, /^\S+(?: \d+)?(?: \S+)?$/, 1);
  checkLines(files.idfDict, /^\S+ \d+(?:\.\d+)?$/, 1);
  checkLines(files.stopWordDict, /^\S+$/, 1);
  checkModel(files.hmmDict);
}

function checkLines(path: string, form: RegExp, least: number): void {
  const text = readWhole(path);
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  if (lines.length < least) throw new Error(`too short: ${path}`);
  const wrong = lines.findIndex((line) => !form.test(line));
  if (wrong >= 0) throw new Error(`line ${wrong + 1} is malformed: ${path}`);
}

/** The word model holds five rows of four probabilities and four of emissions; a file that was cut off does not. */
function checkModel(path: string): void {
  const lines = readWhole(path)
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  const number = String.raw`-?\d+(?:\.\d+)?(?:e[+-]?\d+)?`;
  const row = new RegExp(`^${number}(?: ${number}){3} ?$`);
  const emissions = new RegExp(`^(?:\\S:${number})(?:,\\S:${number})*$`, 'u');
  const whole = lines.length === 9 && lines.every((line, index) => (index < 5 ? row : emissions).test(line));
  if (!whole) throw new Error(`not a word model: ${path}`);
}

/** The text of a file that ends with its last line: one that does not was cut off. */
function readWhole(path: string): string {
  const text = readFileSync(path, 'utf8');
  if (!text.endsWith('\n')) throw new Error(`cut off: ${path}`);
  return text;
}
