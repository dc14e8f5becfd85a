/** The walls between the rooms: an import that points the wrong way fails the check. */
import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const eslint = new ESLint({
  cwd: root,
  overrideConfig: { languageOptions: { parserOptions: { projectService: false, project: null } } },
  ruleFilter: ({ ruleId }) => /restricted|no-cycle/.test(ruleId),
});

/** The messages for one line of code as if it stood in that file. */
async function faults(file: string, code: string): Promise<string> {
  const [result] = await eslint.lintText(`${code}\n`, { filePath: `${root}/${file}` });
  return result?.messages.map(({ message }) => message).join(' ') ?? '';
}

describe('walls', () => {
  it.each([
    ['server/src/core/rules/index.ts', "import fs from 'node:fs';", /core is pure/],
    ['server/src/core/rules/index.ts', "import { DiagnosticSeverity } from 'vscode-languageserver';", /core is pure/],
    ['server/src/core/rules/index.ts', "import { Segmenter } from '../../words/segmenter.ts';", /it imports nothing outside core/],
    ['server/src/core/engine/desk.ts', 'export const now = Date.now();', /no clock/],
    ['server/src/core/engine/desk.ts', 'export const now = new Date();', /no clock/],
    ['server/src/core/engine/desk.ts', 'export const dice = Math.random();', /core is pure/],
    ['server/src/core/engine/desk.ts', 'setTimeout(() => {});', /core is pure/],
    ['server/src/core/engine/desk.ts', 'let state = 1; export { state };', /mutable state/],
    ['client/src/extension.ts', "import { parseSettings } from '../../server/src/settings/parse.ts';", /only server\/src\/protocol/],
    ['client/src/extension.ts', "import { createConnection } from 'vscode-languageserver';", /through vscode-languageclient/],
    ['client/src/extension.ts', "import { State } from 'vscode-languageclient/node';", /loaded late/],
    ['client/src/extension.ts', "import { Connection } from './connection.ts';", /loaded late/],
    ['server/src/session.ts', "import jieba from 'nodejieba';", /words only/],
    ['server/src/session.ts', "import { activate } from '../../client/src/extension.ts';", /does not know the client/],
    ['server/src/convert/positions.ts', "import { hover } from '../features/hover.ts';", /Arrows point down/],
    ['server/src/features/hover.ts', "import { Session } from '../session.ts';", /does not know the server/],
    ['server/src/cli/reports/text.ts', "import { hover } from '../../features/hover.ts';", /does not know the language server/],
    ['server/src/markup/markdown.ts', "import { Diagnostic } from 'vscode-languageserver';", /LSP types/],
  ])('%s: %s', async (file, code, expected) => {
    expect(await faults(file, code)).toMatch(expected);
  });

  it.each([
    ['client/src/extension.ts', "import { fillCommand } from '../../server/src/protocol.ts'; export { fillCommand };"],
    ['client/src/language-client.ts', "import type { LanguageClient } from 'vscode-languageclient/node'; export type { LanguageClient };"],
    ['client/src/connection.ts', "import { State } from 'vscode-languageclient/node'; export { State };"],
    ['server/src/words/worker.ts', "import jieba from 'nodejieba'; export { jieba };"],
    ['server/src/features/hover.ts', "import { MarkupKind } from 'vscode-languageserver'; export { MarkupKind };"],
  ])('open: %s: %s', async (file, code) => {
    expect(await faults(file, code)).toBe('');
  });
});
