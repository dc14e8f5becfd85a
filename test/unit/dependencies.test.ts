/** docs/dependencies.md has one line for every dependency, and no other. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const manifest = JSON.parse(read('package.json')) as Partial<Record<'dependencies' | 'devDependencies', Record<string, string>>>;
const versions = { ...manifest.dependencies, ...manifest.devDependencies };
const lines = read('docs/dependencies.md').matchAll(/^\| `([^`]+)` \| (.*) \|$/gm);
const reasons = [...lines].map(([, name = '', why = '']) => ({ name, why }));

describe('dependencies', () => {
  it('are all explained, once, and nothing else is', () => {
    expect(reasons.map(({ name }) => name).sort()).toEqual(Object.keys(versions).sort());
  });
  it.each(reasons)('$name: the reason is in both languages', ({ why }) => {
    expect(why).toMatch(/\p{Script=Han}.* · .*[a-z]/u);
  });
  it.each(Object.entries(versions))('%s: the version %s is exact', (_name, version) => {
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  });
  it('are shipped in the package only as bundled code', () => {
    expect(manifest.dependencies).toBeUndefined();
  });
});
