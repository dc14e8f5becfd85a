/** Owns the two echo rules as the desk sees them: one index, two rules that can be switched off one by one. */
import { repeatedPassage } from '../rules/repeated-passage/meta.ts';
import { repeatedPhrase } from '../rules/repeated-phrase/meta.ts';
import type { AcrossRules, Options } from '../rules/rule.ts';
import type { Draft } from '../text/draft.ts';
import type { Outline } from '../text/sections/index.ts';
import type { Words } from '../words.ts';
import { createEchoes } from './index.ts';

const none: Options = {};
const nobody: ReadonlySet<string> = new Set();

/** The echo rules, which may compare with drafts that are not open, too. */
export interface EchoRules extends AcrossRules {
  /** See `Echoes.lay`; gone after every `configure`. */
  lay(draft: Draft): ReadonlySet<string>;
}

/**
 * Makes the echo rules over no drafts yet. `outlineOf`: the outline of a draft, when the caller has it already; `configured`
 * is called after each `configure`.
 */
export function createEchoRules(words: Words, outlineOf?: (draft: Draft) => Outline, configured?: () => void): EchoRules {
  const echoes = createEchoes({ words, options: { passage: none, phrase: none }, ...(outlineOf && { outlineOf }) });
  let running: ReadonlySet<string> = new Set();
  const put = new Set<string>();
  return {
    metas: [repeatedPassage, repeatedPhrase],
    put(draft) {
      put.add(draft.uri);
      return echoes.put(draft);
    },
    putPart(part) {
      put.add(part.uri);
      echoes.putPart(part);
      return nobody;
    },
    edit(draft) {
      put.add(draft.uri);
      return echoes.edit(draft);
    },
    rest: (characters) => echoes.rest(characters),
    settle: (characters) => echoes.settle(characters),
    putAll(drafts) {
      for (const { uri } of drafts) put.add(uri);
      return echoes.putAll(drafts);
    },
    remove(uri) {
      put.delete(uri);
      return echoes.remove(uri);
    },
    configure(options) {
      const before = running;
      running = new Set(options.keys());
      const changed = echoes.configure({
        passage: options.get(repeatedPassage.id) ?? none,
        phrase: options.get(repeatedPhrase.id) ?? none,
      });
      configured?.();
      const switched = before.size !== running.size || [...before].some((rule) => !running.has(rule));
      return switched ? new Set([...changed, ...put]) : changed;
    },
    lay(draft) {
      put.delete(draft.uri);
      return echoes.lay(draft);
    },
    learn: () => echoes.learn(),
    tellAhead: (uri, steps) => echoes.tellAhead(uri, steps),
    findings(uri) {
      const all = echoes.findings(uri);
      return all.every(({ rule }) => running.has(rule)) ? all : all.filter(({ rule }) => running.has(rule));
    },
    wants: () => echoes.wants(),
    fixes: (uri, finding) => echoes.fixes(uri, finding),
    report() {
      const { groups, sameText } = echoes.report();
      return { groups: groups.filter(({ rule }) => running.has(rule)), sameText };
    },
    whyNot: (uri, span) => echoes.whyNot(uri, span),
  };
}
