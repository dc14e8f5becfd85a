// Every text that a person sees is there in both languages, with the same gaps, and none is left over.

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const read = (name: string): string => readFileSync(join(root, name), 'utf8');
const texts = (name: string): Map<string, string> => new Map(Object.entries(JSON.parse(read(name)) as Record<string, string>));

/** The first arguments of `l10n.t(…)`; `undefined` for one that is not a plain text. */
function messages(name: string): { text: string | undefined; given: number }[] {
  const found: { text: string | undefined; given: number }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && /(?:^|\.)l10n\.t$/.test(node.expression.getText())) {
      const [first] = node.arguments;
      found.push({ text: first && ts.isStringLiteralLike(first) ? first.text : undefined, given: node.arguments.length - 1 });
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(name, read(name), ts.ScriptTarget.Latest, true));
  return found;
}

const gaps = (text: string): string[] => [...new Set(text.match(/\{\d+\}/g) ?? [])].sort();
const chinese = /\p{Script=Han}/u;
/** Texts whose number is never one: a repeat has two places, a draft in the report more than a character. */
const neverOne = [
  'Goes into {0} empty places',
  'Takes the place of “{1}” in {0} places',
  'All {0} places: {1}',
  '{0} stands in {1} places',
  '{0}, as a whole: {1} numbers',
  '{0}, {1} characters, {2} places',
  '{0} characters',
  '{0} characters, repeated passages: {1}',
  '{0}, {1} places',
  '{0} characters a minute',
  'At {0} characters a minute; pauses counted',
  'Pace: {0} characters a minute',
  'Nothing is repeated in the {0} drafts that were checked, nor between them.',
];

describe('texts of the client', () => {
  const sources = readdirSync(join(root, 'client/src'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  const used = sources.flatMap((name) => messages(`client/src/${name}`).map((message) => ({ ...message, name })));
  const bundle = texts('l10n/bundle.l10n.zh-cn.json');

  test('there are some', () => expect(used.length).toBeGreaterThan(20));

  test('in English no number that may be one stands before a plural, and no mark is a Chinese one', () => {
    const plural = /\{\d+\} (?!is\b)(?:[a-z]+ )?[a-z]+s\b/;
    const all = used.map(({ text = '' }) => text);
    expect([...new Set(all.filter((text) => plural.test(text)))].sort()).toEqual([...neverOne].sort());
    expect(all.filter((text) => /[，。：；、（）]/.test(text))).toEqual([]);
  });

  test('each is a plain text with as many gaps as values', () => {
    for (const { text, given, name } of used) {
      expect(text, name).toBeTypeOf('string');
      expect(gaps(text ?? ''), `${name}: ${text}`).toEqual(Array.from({ length: given }, (_, index) => `{${index}}`));
    }
  });

  test('each is there in Chinese, and no other', () => {
    expect([...bundle.keys()].sort()).toEqual([...new Set(used.map(({ text }) => text))].sort());
  });

  test.each([...bundle])('%s', (english, translated) => {
    expect(gaps(translated)).toEqual(gaps(english));
    expect(english).not.toMatch(chinese);
    if (/[a-z]/i.test(english.replaceAll(/\{\d+\}/g, ''))) expect(translated).toMatch(chinese);
  });

  test('no other text is shown: Chinese in the sources is the name of the product', () => {
    for (const name of sources) {
      const strings: string[] = [];
      const visit = (node: ts.Node): void => {
        if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) strings.push(node.text);
        ts.forEachChild(node, visit);
      };
      visit(ts.createSourceFile(name, read(`client/src/${name}`), ts.ScriptTarget.Latest, true));
      expect(strings.filter((text) => chinese.test(text) && text !== '讲稿 Speech Draft')).toEqual([]);
    }
  });
});

describe('texts of the manifest', () => {
  const keys = [...new Set([...read('package.json').matchAll(/"%([^"%]+)%"/g)].map((match) => match[1] ?? ''))].sort();
  const check = (name: string, language: RegExp): void => {
    test(name, () => {
      const found = texts(name);
      expect([...found.keys()].sort()).toEqual(keys);
      for (const [key, text] of found) expect(text, key).toMatch(language);
    });
  };
  check('package.nls.json', /[a-z]/i);
  check('package.nls.zh-cn.json', chinese);

  test('every command has a title in both languages', () => {
    const { contributes } = JSON.parse(read('package.json')) as { contributes: { commands: { command: string; title: string }[] } };
    for (const { command, title } of contributes.commands) {
      expect(command).toMatch(/^speechDraft(?:\.\w+)+$/);
      expect(title).toMatch(/^%.+%$/);
    }
  });
});
