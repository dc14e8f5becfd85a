/** docs/dependencies.md has one line for every dependency, and no other. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const manifest = JSON.parse(read('package.json')) as Partial<Record<'dependencies' | 'devDependencies', Record<string, string>>>;
const lock = JSON.parse(read('package-lock.json')) as { packages: Record<string, { hasInstallScript?: boolean }> };
const { allowScripts } = JSON.parse(read('package.json')) as { allowScripts: Record<string, boolean> };
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
  it('have install scripts that are allowed or denied by name, so that npm neither asks nor skips one that is needed', () => {
    const withScripts = Object.entries(lock.packages).filter(([, { hasInstallScript }]) => hasInstallScript);
    const names = withScripts.map(([path]) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length));
    expect(Object.keys(allowScripts).sort()).toEqual([...new Set(names)].sort());
    expect(allowScripts).toMatchObject({ esbuild: true, nodejieba: true });
  });
  it('are shipped in the package only as bundled code', () => {
    expect(manifest.dependencies).toBeUndefined();
  });
});
