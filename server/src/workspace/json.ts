/** Owns reading the JSON files of `.vscode` as people write them: with comments, with commas behind the last item, or with nothing in them. */
import { parse, printParseErrorCode } from 'jsonc-parser';
import type { ParseError } from 'jsonc-parser';
import type { Bilingual } from '../core/rules/meta.ts';
import { readOrdinary } from '../files/ordinary.ts';

/** What stands in a file, or why it is of no use. */
export type Parsed =
  | { readonly value: Readonly<Record<string, unknown>>; readonly fault?: undefined }
  | { readonly value?: undefined; readonly fault: Bilingual };

/** The text of a file of at most `largest` bytes. Throws what `reasonOf` can put into words. */
export function readText(path: string, largest: number): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(readOrdinary(path, largest));
}

/** Reads a text that should be an object; one with nothing in it is an empty object. */
export function parseObject(text: string): Parsed {
  if (text.trim() === '') return { value: {} };
  const errors: ParseError[] = [];
  const value: unknown = parse(text, errors, { allowTrailingComma: true });
  const [first] = errors;
  if (first) {
    const line = text.slice(0, first.offset).split('\n').length;
    const what = printParseErrorCode(first.error);
    return { fault: { zh: `第 ${line} 行不是有效的 JSON（${what}）`, en: `line ${line} is not valid JSON (${what})` } };
  }
  return isObject(value) ? { value } : { fault: { zh: '内容应是一组键值', en: 'it should be an object' } };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
