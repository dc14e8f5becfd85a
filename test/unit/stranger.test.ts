/** What a stranger meets first: the manifest as a shop window, the versions it promises, the forms, the workflows. */
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { vscodeVersions } from '../../scripts/host/paths.mjs';

const root = join(import.meta.dirname, '..', '..');
const read = (name: string): string => readFileSync(join(root, name), 'utf8');

interface Manifest {
  readonly engines: Readonly<Record<'node' | 'vscode', string>>;
  readonly scripts: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly icon: string;
  readonly categories: readonly string[];
  readonly keywords: readonly string[];
  readonly galleryBanner: { readonly color: string; readonly theme: string };
  readonly capabilities: Readonly<Record<'untrustedWorkspaces' | 'virtualWorkspaces', { readonly supported: unknown }>>;
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, unknown>> };
    readonly walkthroughs: readonly { readonly steps: readonly Step[] }[];
  };
}
interface Step {
  readonly id: string;
  readonly description: string;
  readonly media: { readonly image: string };
  readonly completionEvents: readonly string[];
}
const manifest = JSON.parse(read('package.json')) as Manifest;
const commands = manifest.contributes.commands.map(({ command }) => command);

describe('the manifest', () => {
  it('has an icon of 256 by 256, a banner, categories, and words to be found by in both languages', () => {
    const icon = readFileSync(join(root, manifest.icon));
    expect([icon.readUInt32BE(16), icon.readUInt32BE(20)]).toEqual([256, 256]);
    expect(manifest.galleryBanner.color).toMatch(/^#[\da-f]{6}$/i);
    expect(manifest.categories).toContain('Linters');
    expect(manifest.keywords.some((word) => /^\p{Script=Han}+$/u.test(word))).toBe(true);
    expect(manifest.keywords.some((word) => /^[a-z]+$/.test(word))).toBe(true);
    expect(manifest.keywords.length).toBeLessThanOrEqual(30); // what the marketplace takes
  });

  it('promises the oldest VS Code and Node.js that the tests run on', () => {
    const [oldest = ''] = vscodeVersions;
    expect(manifest.engines.vscode).toBe(`^${oldest.replace(/\.\d+$/, '.0')}`);
    expect(manifest.devDependencies['@types/vscode']).toBe(oldest.replace(/\.\d+$/, '.0'));
    expect(manifest.engines.node).toBe('>=20.19');
    expect(read('.github/workflows/ci.yml')).toContain("node: '20.19', vscode: oldest");
    for (const name of ['README.md', 'README.en.md']) {
      expect(read(name), name).toContain('VS Code 1.100');
      expect(read(name), name).toMatch(/Node\.js 20\.19/);
    }
  });

  it('says what holds in Restricted Mode and in virtual workspaces, and restricts settings that there are', () => {
    const { untrustedWorkspaces, virtualWorkspaces } = manifest.capabilities;
    expect([untrustedWorkspaces.supported, virtualWorkspaces.supported]).toEqual(['limited', 'limited']);
    const { restrictedConfigurations } = untrustedWorkspaces as unknown as { restrictedConfigurations: string[] };
    for (const name of restrictedConfigurations) expect(Object.keys(manifest.contributes.configuration.properties)).toContain(name);
  });
});

describe('the walkthrough', () => {
  const steps = manifest.contributes.walkthroughs.flatMap((one) => one.steps);
  const texts = ['package.nls.json', 'package.nls.zh-cn.json'].map((name) => JSON.parse(read(name)) as Record<string, string>);

  it.each(steps)('$id: its picture is there, its buttons are commands that there are, in both languages', (step) => {
    expect(existsSync(join(root, step.media.image))).toBe(true);
    const [english, chinese] = texts.map((text) =>
      [...(text[step.description.slice(1, -1)] ?? '').matchAll(/\(command:([\w.]+)/g)].map(([, command]) => command),
    );
    expect(english).toEqual(chinese);
    expect(english?.length).toBeGreaterThan(0);
    for (const command of english ?? []) expect(commands).toContain(command);
    for (const event of step.completionEvents) expect(commands).toContain(event.replace('onCommand:', ''));
  });
});

interface Job {
  readonly 'timeout-minutes'?: number;
  readonly strategy?: { readonly matrix: { readonly include: readonly Readonly<Record<string, string>>[] } };
  readonly steps: readonly { readonly uses?: string; readonly run?: string }[];
}
interface Workflow {
  readonly name: string;
  readonly on: unknown;
  readonly permissions: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

describe('the workflows', () => {
  const names = readdirSync(join(root, '.github/workflows'));
  const workflows = names.map((name) => ({ name, workflow: parse(read(`.github/workflows/${name}`)) as Workflow }));

  it('are there', () => expect(names.sort()).toEqual(['audit.yml', 'ci.yml', 'release.yml']));

  it.each(workflows)('$name: may read only, ends by itself, and runs what there is', ({ workflow }) => {
    expect(workflow.on).toBeDefined();
    expect(workflow.permissions).toEqual({ contents: 'read' });
    for (const [id, job] of Object.entries(workflow.jobs)) {
      if (id !== 'release') expect(job['timeout-minutes'], id).toBeGreaterThan(0);
      for (const { uses, run = '' } of job.steps) {
        if (uses !== undefined) expect(uses).toMatch(/^actions\/[\w-]+@v\d+$/);
        expect(uses === undefined, 'a step uses an action or runs a command').toBe(run !== '');
        for (const [, script = ''] of run.matchAll(/npm run (?:--silent )?(\S+)/g)) expect(Object.keys(manifest.scripts)).toContain(script);
        for (const [, file = ''] of run.matchAll(/(?:^|\s)(?:node )?((?:scripts|\.ci)\/\S+)/g))
          expect(existsSync(join(root, file))).toBe(true);
      }
    }
  });

  it('release for the targets that the docs list, each on a machine of its kind', () => {
    const job = workflows.find(({ name }) => name === 'release.yml')?.workflow.jobs['package'];
    const rows = job?.strategy?.matrix.include.map(({ target, os }) => `| \`${target}\` | \`${os}\` |`) ?? [];
    expect(rows).toHaveLength(5);
    expect([...read('docs/release.md').matchAll(/^\| `.*$/gm)].map(([row]) => row)).toEqual(rows);
  });

  it('the whole check can be run as a program', () => {
    if (process.platform !== 'win32') expect(statSync(join(root, '.ci/run')).mode & 0o111).not.toBe(0);
  });
});

interface Field {
  readonly type: string;
  readonly id?: string;
  readonly attributes: { readonly label?: string };
}

describe('the issue forms', () => {
  const names = readdirSync(join(root, '.github/ISSUE_TEMPLATE')).filter((name) => name !== 'config.yml');

  it('are for a bug, a false alarm, a miss and a wish', () => {
    expect(names.sort()).toEqual(['bug.yml', 'false-positive.yml', 'feature.yml', 'missed.yml']);
  });

  it.each(names)('%s: can be filled in, in both languages', (name) => {
    const form = parse(read(`.github/ISSUE_TEMPLATE/${name}`)) as Record<'name' | 'description', string> & { body: Field[] };
    const bilingual = /\p{Script=Han}.*[A-Za-z]/su;
    expect(form.name).toMatch(bilingual);
    expect(form.description).toMatch(bilingual);
    const fields = form.body.filter(({ type }) => type !== 'markdown');
    expect(fields.length).toBeGreaterThan(0);
    for (const { type, id, attributes } of fields) {
      expect(['input', 'textarea', 'dropdown', 'checkboxes']).toContain(type);
      expect(attributes.label).toMatch(bilingual);
      expect(id ?? type).toBeTruthy();
    }
    const ids = fields.flatMap(({ id }) => id ?? []);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
