/** Owns the snapshots of the examples as the grammars see them: one line of scopes under every line of text. */
import { describe, expect, it } from 'vitest';
import { loadGrammar, projectFile, tokenize } from '../support/grammar.ts';
import type { Token } from '../support/grammar.ts';

const examples = [
  ['雁溪县政府工作报告.txt', 'text.speech'],
  ['泽川企业家大会主持词.txt', 'text.speech'],
  ['新材料产业园开园致辞.txt', 'text.speech'],
  ['全市项目建设攻坚动员部署会讲话.md', 'text.html.markdown'],
] as const;

/** A line, and under it what has a scope: `「text」 scope scope`. */
function draw(tokens: readonly Token[]): string {
  const scoped = tokens
    .map(({ text, scopes }) => ({ text, scopes: scopes.filter((scope) => scope !== 'meta.paragraph.markdown') }))
    .filter(({ scopes }) => scopes.length > 0)
    .map(({ text, scopes }) => `    「${text}」 ${scopes.join(' ')}`);
  return [tokens.map((token) => token.text).join(''), ...scoped].join('\n');
}

describe('the examples', () => {
  it.each(examples)('%s', async (name, scope) => {
    const grammar = await loadGrammar(scope);
    const lines = tokenize(grammar, await projectFile(`examples/${name}`));
    await expect(`${lines.map(draw).join('\n')}\n`).toMatchFileSnapshot(`__snapshots__/${name}.scopes`);
  });
});
