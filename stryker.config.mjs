// Owns mutation testing of core/rules; `npm run mutation -- [folder]` runs it, see test/mutation/areas.mjs for what by which tests.
import { chosen } from './test/mutation/areas.mjs';

const name = process.env['SPEECH_DRAFT_MUTATION'] || 'all';

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  mutate: chosen.flatMap(([, { files }]) => files),
  testRunner: process.env['SPEECH_DRAFT_MUTATION_RUNNER'] ?? 'tables',
  plugins: ['@stryker-mutator/vitest-runner', './test/mutation/runner.mjs', './test/mutation/ignorer.mjs'],
  ignorers: ['speech-draft'],
  vitest: { configFile: 'test/mutation/vitest.config.mjs' },
  coverageAnalysis: 'perTest',
  concurrency: 1,
  timeoutMS: 15_000,
  ignorePatterns: ['.*', 'client', 'dist', 'media', 'l10n', 'coverage', 'docs', 'test/{cli,lsp,vscode,nvim,fuzz}'],
  tempDirName: 'coverage/mutation/sandbox',
  reporters: ['clear-text', 'json', 'html'],
  clearTextReporter: { logTests: false, reportTests: false, allowColor: false },
  jsonReporter: { fileName: `coverage/mutation/${name}.json` },
  htmlReporter: { fileName: `coverage/mutation/${name}.html` },
};
