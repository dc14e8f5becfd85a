// Owns how the tests are run that hold the mutated rules: one thread, nothing but what the areas name.
import { defineConfig } from 'vitest/config';
import { testsOfRun } from './areas.mjs';

export default defineConfig({
  test: {
    include: testsOfRun.map((test) => `test/${test}.test.ts`),
    setupFiles: ['test/support/setup.ts'],
    testTimeout: 60_000,
  },
});
