/** Owns what the tests of echoes share: drafts from text, findings as a person reads them, a stand-in for the segmenter. */
import { createEchoes } from '../../../server/src/core/echoes/index.ts';
import type { Echoes } from '../../../server/src/core/echoes/index.ts';
import type { Finding, Message } from '../../../server/src/core/rules/finding.ts';
import type { Options } from '../../../server/src/core/rules/rule.ts';
import { repeatedPassage } from '../../../server/src/core/rules/repeated-passage/meta.ts';
import { repeatedPhrase } from '../../../server/src/core/rules/repeated-phrase/meta.ts';
import { createDraft } from '../../../server/src/core/text/draft.ts';
import type { Draft } from '../../../server/src/core/text/draft.ts';
import type { Span } from '../../../server/src/core/text/span.ts';
import { noWords } from '../../../server/src/core/words.ts';
import type { Word, Words } from '../../../server/src/core/words.ts';

/** A plain draft. */
export function draftOf(uri: string, text: string, version = 1): Draft {
  return createDraft({ uri, version, format: 'plain', text });
}

/** Echoes with drafts in them. */
export function echoesOf(
  texts: Readonly<Record<string, string>>,
  passage: Options = {},
  phrase: Options = {},
  words: Words = noWords,
): Echoes {
  const echoes = createEchoes({ words, options: { passage, phrase } });
  for (const [uri, text] of Object.entries(texts)) echoes.put(draftOf(uri, text));
  return echoes;
}

/** A message as it is read in Chinese. */
export function read(message: Message): string {
  const template = { ...repeatedPhrase.messages, ...repeatedPassage.messages }[message.id];
  if (template === undefined) throw new Error(`no message ${message.id}`);
  return template.zh.replace(/\{(\w+)\}/gu, (_whole, name: string) => {
    const value = message.args[name];
    if (value === undefined) throw new Error(`no value for ${name} in ${message.id}`);
    return typeof value === 'object' ? value.term : String(value);
  });
}

/** The findings of one rule in one draft, as `kind: text`. */
export function told(echoes: Echoes, uri: string, text: string, rule = 'repeated-passage'): string[] {
  return echoes
    .findings(uri)
    .filter((finding) => finding.rule === rule)
    .map((finding) => `${finding.kind}: ${text.slice(finding.start, finding.end)}`);
}

/** Why what stands in a span is not told, as `reason: text`. */
export function reasons(echoes: Echoes, uri: string, text: string, span: Span = { start: 0, end: text.length }): string[] {
  return echoes.whyNot(uri, span).map(({ reason, start, end }) => `${reason}: ${text.slice(start, end)}`);
}

/** A place as an editor sees it. */
export function lineAndColumn(text: string, offset: number): string {
  const before = text.slice(0, offset).split('\n');
  return `${String(before.length)}:${String((before.at(-1) ?? '').length)}`;
}

/** Findings as an editor would show them: what changes here changes for a reader. */
export function shown(findings: readonly Finding[], textOf: (uri: string) => string, uri: string): string[] {
  const place = (of: string, span: Span): string => `${lineAndColumn(textOf(of), span.start)}-${lineAndColumn(textOf(of), span.end)}`;
  return findings.map((finding) =>
    JSON.stringify([
      finding.rule,
      finding.kind,
      finding.group,
      place(uri, finding),
      read(finding.message),
      (finding.related ?? []).map((item) => [item.uri, place(item.uri, item), item.message && read(item.message)]),
    ]),
  );
}

/** Cuts text by a list of words, the longest first; what is in none is a word of one character. */
export function wordsFrom(list: readonly (readonly [string, string])[]): Words {
  const sorted = [...list].sort((a, b) => b[0].length - a[0].length);
  return {
    of(text) {
      const words: Word[] = [];
      for (let at = 0; at < text.length;) {
        const found = sorted.find(([word]) => text.startsWith(word, at));
        const length = found?.[0].length ?? 1;
        words.push({ length, tag: found?.[1] ?? 'x' });
        at += length;
      }
      return words;
    },
  };
}
