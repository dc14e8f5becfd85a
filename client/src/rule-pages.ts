/** Owns the links from findings to the pages of their rules, which lie inside the extension. */
import { Uri } from 'vscode';
import type { Diagnostic } from 'vscode';

/** The pages of the rules. */
export class RulePages {
  readonly #folder: Uri;
  readonly #known = new Map<string, Uri>();

  /** `extension` is the folder of the extension. */
  constructor(extension: Uri) {
    this.#folder = Uri.joinPath(extension, 'docs', 'rules');
  }

  /** The same diagnostics, each leading to the page of its rule. */
  link(diagnostics: Diagnostic[]): Diagnostic[] {
    for (const diagnostic of diagnostics) {
      if (typeof diagnostic.code === 'string') diagnostic.code = { value: diagnostic.code, target: this.#page(diagnostic.code) };
    }
    return diagnostics;
  }

  #page(rule: string): Uri {
    const known = this.#known.get(rule) ?? Uri.joinPath(this.#folder, `${rule}.md`);
    this.#known.set(rule, known);
    return known;
  }
}
