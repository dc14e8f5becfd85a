// Every text of the server and the command line is there in both languages: neither is empty, neither is the other one.

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { metas } from '../../server/src/core/rules/index.ts';
import { settingMetas } from '../../server/src/settings/schema.ts';

const sources = join(import.meta.dirname, '..', '..', 'server', 'src');
const chinese = /\p{Script=Han}/u;

/** What a literal says, with `…` for each value that is put in; `undefined` for what is not a literal. */
function textOf(node: ts.Expression | undefined): string | undefined {
  if (!node) return undefined;
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isTemplateExpression(node)) return [node.head.text, ...node.templateSpans.map((span) => span.literal.text)].join('…');
  return undefined;
}

interface Pair {
  readonly where: string;
  /** Whether both languages are there at all. */
  readonly whole: boolean;
  readonly zh: string | undefined;
  readonly en: string | undefined;
}

/** All object literals of a file that have a text for a language. */
function pairs(name: string): Pair[] {
  const source = ts.createSourceFile(name, readFileSync(join(sources, name), 'utf8'), ts.ScriptTarget.Latest, true);
  const found: Pair[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isObjectLiteralExpression(node)) {
      const value = (key: string): ts.ObjectLiteralElementLike | undefined =>
        node.properties.find((property) => property.name?.getText() === key);
      const [zh, en] = [value('zh'), value('en')];
      if (zh || en) {
        const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
        const text = (property: typeof zh): string | undefined =>
          property && ts.isPropertyAssignment(property) ? textOf(property.initializer) : undefined;
        found.push({ where: `${name}:${line}`, whole: Boolean(zh && en), zh: text(zh), en: text(en) });
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** `{name}` in a template; the same value may be said more than once. */
const gaps = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();

describe('texts in the sources', () => {
  const all = readdirSync(sources, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .flatMap(pairs);

  test('there are some', () => expect(all.length).toBeGreaterThan(100));
  test('none lacks a language', () => expect(all.filter(({ whole }) => !whole)).toEqual([]));
  test('none is empty in one language alone', () => {
    expect(all.filter(({ zh, en }) => (zh === '') !== (en === '')).map(({ where }) => where)).toEqual([]);
  });
  test('English is not Chinese', () => {
    expect(all.filter(({ en = '' }) => chinese.test(en) && !/[A-Za-z]/.test(en)).map(({ where }) => where)).toEqual([]);
  });
});

describe('texts of the rules', () => {
  const rows = metas.flatMap((meta) => [
    ...Object.entries({ title: meta.title, why: meta.why, whenNot: meta.whenNot }),
    ...meta.kinds.map((kind) => [`${meta.id} ${kind.id}`, kind.name] as const),
    ...Object.entries({ ...meta.messages, ...meta.terms }).map(([id, text]) => [`${meta.id} ${id}`, text] as const),
  ]);
  const settings = settingMetas.map((setting) => [`setting ${setting.id}`, setting.description] as const);

  test.each([...rows, ...settings])('%s', (_, { zh, en }) => {
    expect(zh.replaceAll(/\{\w+\}/g, '')).toMatch(/\S/);
    expect(en.replaceAll(/\{\w+\}/g, '')).toMatch(/\S/);
    expect(zh).not.toBe(en);
  });

  test.each(metas.map((meta) => [meta.id, meta] as const))('%s: both languages of a message take the same values', (_, meta) => {
    for (const [id, { zh, en }] of Object.entries(meta.messages)) expect(gaps(en), id).toEqual(gaps(zh));
  });
});
