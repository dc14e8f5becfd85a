// Owns `npm run mutation -- [area] [--share 0.3] [--seed 1] [--vitest]`: changes one area of the rules, or all of them, a
// little in every place, and tells which changes no test notices. A share draws some of the declarations.
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { areas } from '../test/mutation/areas.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { share: { type: 'string', default: '1' }, seed: { type: 'string', default: '1' }, vitest: { type: 'boolean', default: false } },
});
const [folder = ''] = positionals;
if (folder !== '' && !(folder in areas)) {
  console.error(`there is no ${folder}; one of: ${Object.keys(areas).join(', ')}`);
  process.exit(2);
}
const { status } = spawnSync(process.execPath, ['node_modules/@stryker-mutator/core/bin/stryker.js', 'run'], {
  stdio: 'inherit',
  env: {
    ...process.env,
    SPEECH_DRAFT_MUTATION: folder,
    SPEECH_DRAFT_MUTATION_SHARE: values.share,
    SPEECH_DRAFT_MUTATION_SEED: values.seed,
    SPEECH_DRAFT_MUTATION_RUNNER: values.vitest ? 'vitest' : 'tables',
  },
});
process.exitCode = status ?? 1;
