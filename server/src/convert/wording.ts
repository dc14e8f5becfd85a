/** Owns putting messages of rules into a language. */
import type { Bilingual, RuleMeta } from '../core/rules/meta.ts';
import type { Message } from '../core/rules/finding.ts';

/** Languages that the product speaks. */
export type Language = 'zh' | 'en';

/** Chinese unless the reader's display language is one that is not Chinese. */
export function languageOf(locale: string | undefined): Language {
  return locale === undefined || locale === '' || /^zh/i.test(locale) ? 'zh' : 'en';
}

/** Puts the messages of the given rules into a language. Unknown ids come back as they are, so that nothing is lost. */
export class Wording {
  readonly language: Language;
  readonly #metas: ReadonlyMap<string, RuleMeta>;
  /** Messages of findings that did not change are worded once. */
  readonly #worded = new WeakMap<Message, string>();

  constructor(language: Language, metas: readonly RuleMeta[]) {
    this.language = language;
    this.#metas = new Map(metas.map((meta) => [meta.id, meta]));
  }

  /** One text in the language. */
  pick(text: Bilingual): string {
    return text[this.language];
  }

  /** What a rule is called. */
  rule(id: string): string {
    const meta = this.#metas.get(id);
    return meta ? this.pick(meta.title) : id;
  }

  /** What a kind of a rule is called. */
  kind(rule: string, id: string): string {
    const kind = this.#metas.get(rule)?.kinds.find((candidate) => candidate.id === id);
    return kind ? this.pick(kind.name) : id;
  }

  /** A message of a rule. */
  message(rule: string, message: Message): string {
    const known = this.#worded.get(message);
    if (known !== undefined) return known;
    const worded = this.#fill(rule, message);
    this.#worded.set(message, worded);
    return worded;
  }

  #fill(rule: string, message: Message): string {
    const meta = this.#metas.get(rule);
    const template = meta?.messages[message.id];
    if (!meta || !template) return message.id;
    return this.pick(template).replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = message.args[name];
      if (value === undefined) return whole;
      return typeof value === 'object' ? this.#term(meta, value.term) : String(value);
    });
  }

  #term(meta: RuleMeta, term: string): string {
    if (term.startsWith('kind.')) {
      const kind = meta.kinds.find((candidate) => `kind.${candidate.id}` === term);
      if (kind) return this.pick(kind.name);
    }
    const text = meta.terms[term];
    return text ? this.pick(text) : term;
  }
}
