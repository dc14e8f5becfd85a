// Owns the lint rules. The walls between the rooms are rules too: an arrow that points the wrong way fails the check.
import { defineConfig } from 'eslint/config';
import importX from 'eslint-plugin-import-x';
import { createNodeResolver } from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';

const core = './server/src/core';
const room = (/** @type {string} */ name) => `./server/src/${name}`;

/** @param {string[]} targets @param {string[]} from @param {string} message */
const wall = (targets, from, message) => targets.map((target) => ({ target, from, message }));

const walls = [
  ...wall([core], ['./server/src', './client', './scripts', './node_modules'], 'core is pure: it imports nothing outside core.').map(
    (zone) => ({ ...zone, except: ['./core'] }),
  ),
  ...wall(['./client/src'], ['./server/src'], 'The client imports only server/src/protocol.ts.').map((zone) => ({
    ...zone,
    except: ['./protocol.ts', './protocol'],
  })),
  ...wall(['./server/src'], ['./client'], 'The server does not know the client.'),
  ...wall(
    ['documents', 'settings', 'convert', 'words', 'markup', 'tables', 'sheets', 'files', 'patterns', 'workspace'].map(room),
    ['features', 'server.ts', 'session.ts', 'session', 'main.ts', 'cli.ts', 'cli'].map(room),
    'Arrows point down: main → server → features → convert, documents, settings, words, markup, tables, sheets, files, patterns, workspace → core.',
  ),
  ...wall(
    ['features'].map(room),
    ['server.ts', 'session.ts', 'session', 'main.ts', 'cli.ts', 'cli'].map(room),
    'A feature does not know the server.',
  ),
  ...wall(
    ['cli'].map(room),
    ['features', 'server.ts', 'session.ts', 'session', 'main.ts'].map(room),
    'The terminal does not know the language server.',
  ),
];

const words = { name: 'nodejieba', message: 'nodejieba is used in server/src/words only.' };
const editorOnly = { name: 'vscode', message: 'The vscode module exists in the client only.' };
const protocolRooms = ['server/src/{features,convert,documents}/**', 'server/src/{server,session,main}.ts', 'server/src/session/**'];

export default defineConfig(
  { ignores: ['dist/**', 'node_modules/**', 'coverage/**', '.vscode-test/**'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strict, tseslint.configs.stylistic],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/restrict-template-expressions': 'off',
      '@typescript-eslint/prefer-for-of': 'off',
    },
  },
  {
    files: ['**/*.{ts,mjs,cjs}'],
    plugins: { 'import-x': importX },
    settings: {
      'import-x/resolver-next': [createNodeResolver({ extensions: ['.ts', '.mjs', '.cjs', '.js', '.json'] })],
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts'] },
    },
    rules: {
      'import-x/no-default-export': 'error',
      'import-x/no-cycle': 'error',
      'import-x/no-restricted-paths': ['error', { basePath: import.meta.dirname, zones: walls }],
      eqeqeq: 'error',
    },
  },
  {
    files: ['{client,server}/src/**/*.ts', 'scripts/**/*.{ts,mjs}'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: "Program > VariableDeclaration[kind='let'], Program > ExportNamedDeclaration > VariableDeclaration[kind='let']",
          message: 'No module-level mutable state.',
        },
      ],
    },
  },
  {
    files: ['server/src/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { paths: [words, editorOnly], patterns: [{ regex: '^vscode-languageclient', message: 'The server does not know the client.' }] },
      ],
    },
  },
  {
    files: ['server/src/words/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { paths: [editorOnly], patterns: [{ regex: '^vscode-', message: 'LSP types live in features, convert and server.ts.' }] },
      ],
    },
  },
  {
    files: ['server/src/**/*.ts'],
    ignores: [...protocolRooms, 'server/src/words/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [words, editorOnly],
          patterns: [{ regex: '^vscode-', message: 'LSP types live in features, convert, documents and server.ts.' }],
        },
      ],
    },
  },
  {
    files: ['server/src/core/**/*.ts'],
    rules: {
      'no-restricted-imports': ['error', { patterns: [{ regex: '^(?!\\.)', message: 'core is pure: no package, no Node built-in.' }] }],
      'no-restricted-globals': [
        'error',
        ...[
          'process',
          'Buffer',
          'setTimeout',
          'setInterval',
          'setImmediate',
          'fetch',
          'console',
          'performance',
          'Intl',
          'globalThis',
          'require',
        ].map((name) => ({ name, message: 'core is pure.' })),
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'core is pure.' },
        { object: 'Date', property: 'now', message: 'core knows no clock.' },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: "Program > VariableDeclaration[kind='let'], Program > ExportNamedDeclaration > VariableDeclaration[kind='let']",
          message: 'No module-level mutable state.',
        },
        { selector: "NewExpression[callee.name='Date']", message: 'core knows no clock.' },
      ],
    },
  },
  {
    files: ['client/src/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { paths: [words], patterns: [{ regex: '^vscode-languageserver', message: 'The client speaks through vscode-languageclient.' }] },
      ],
    },
  },
  {
    files: ['client/src/**/*.ts'],
    ignores: ['client/src/{connection,quiet-client,server-trouble}.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^vscode-languageclient|/(connection|quiet-client|server-trouble)\\.ts$',
              allowTypeImports: true,
              message: 'The language client is loaded late, by import() of connection.ts.',
            },
          ],
        },
      ],
    },
  },
  { files: ['eslint.config.mjs', 'stryker.config.mjs', '**/vitest.config.mjs'], rules: { 'import-x/no-default-export': 'off' } },
);
