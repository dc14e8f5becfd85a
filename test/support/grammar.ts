/** Owns how a test reads the grammars: loads them the way VS Code does and says which scopes each stretch of a line has. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import oniguruma from 'vscode-oniguruma';
import textmate from 'vscode-textmate';
import type { IGrammar, IRawGrammar } from 'vscode-textmate';

const root = new URL('../../', import.meta.url);

/** Scope names of the grammars this project contributes, and the file of each. */
export const grammarFiles = {
  'text.speech': 'syntaxes/speech.tmLanguage.json',
  'text.speech.markdown': 'syntaxes/speech-markdown.tmLanguage.json',
} as const;

/** Markdown itself is not ours: a stub with the scopes of VS Code's grammar that our injection asks for. */
const markdownStub = 'test/grammar/markdown-stub.tmLanguage.json';

/** One stretch of a line that has the same scopes; offsets are UTF-16 code units. */
export interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** From the outside in, without the grammar's own scope. */
  readonly scopes: readonly string[];
}

/** A file of the project as text. @throws if it cannot be read. */
export function projectFile(name: string): Promise<string> {
  return readFile(new URL(name, root), 'utf8');
}

/** Loads a grammar. `text.html.markdown` is a stub with our injection in it, unless `markdown` names a grammar file. */
export async function loadGrammar(scopeName: 'text.speech' | 'text.html.markdown', markdown?: string): Promise<IGrammar> {
  const wasm = await readFile(createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm'));
  await oniguruma.loadWASM(wasm);
  const files: Readonly<Record<string, string>> = { ...grammarFiles, 'text.html.markdown': markdown ?? markdownStub };
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async (name): Promise<IRawGrammar | null> => {
      const file = files[name];
      return file === undefined ? null : textmate.parseRawGrammar(await projectFile(file), file);
    },
    getInjections: (name) => (name === 'text.html.markdown' ? ['text.speech.markdown'] : []),
  });
  const grammar = await registry.loadGrammar(scopeName);
  if (grammar === null) throw new Error(`no grammar ${scopeName}`);
  return grammar;
}

/** The tokens of every line of a text. */
export function tokenize(grammar: IGrammar, text: string): Token[][] {
  let stack = textmate.INITIAL;
  return text.split(/\r\n|\n/).map((line) => {
    const result = grammar.tokenizeLine(line, stack);
    stack = result.ruleStack;
    return result.tokens
      .map((token) => ({
        text: line.slice(token.startIndex, token.endIndex),
        start: token.startIndex,
        end: Math.min(token.endIndex, line.length),
        scopes: token.scopes.slice(1),
      }))
      .filter((token) => token.end > token.start);
  });
}
