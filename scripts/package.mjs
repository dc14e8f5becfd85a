// Owns the package: builds what is shipped, and nothing else, into dist/speech-draft-<target>.vsix, and checks what is in it.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { builtFor, runsOn } from './binary.mjs';

const target = process.env['SPEECH_DRAFT_TARGET'] ?? `${process.platform}-${process.arch}`;
const stage = resolve('dist/stage');
const vsix = resolve(`dist/speech-draft-${target}.vsix`);

/** Everything that is shipped. A file that is not here is not in the package. */
const shipped = [
  'README.md',
  'README.en.md',
  'CHANGELOG.md',
  'LICENSE',
  'package.nls.json',
  'package.nls.zh-cn.json',
  'l10n/bundle.l10n.zh-cn.json',
  'media/icon.png',
  'media/walkthrough/sample.txt',
  ...['holes', 'hover', 'fill', 'echo-report', 'final'].map((name) => `docs/images/${name}.png`),
  'media/speech-light.svg',
  'media/view.svg',
  'media/speech-dark.svg',
  'syntaxes/speech.tmLanguage.json',
  'syntaxes/speech-markdown.tmLanguage.json',
  'syntaxes/language-configuration.json',
  'snippets/index.json',
  'snippets/speech.code-snippets',
  'docs/schemas/speech-draft.schema.json',
  'snippets/insertable.code-snippets',
  'snippets/index.json',
  ...readdirSync('docs/rules').map((name) => `docs/rules/${name}`),
];
const built = [
  'client.cjs',
  'language-client.cjs',
  'server.js',
  'cli.js',
  'words-worker.cjs',
  ...['jieba.dict', 'hmm_model', 'user.dict', 'idf', 'stop_words'].map((name) => `dictionary/${name}.utf8`),
  ...['index.js', 'package.json', 'LICENSE', 'build/Release/nodejieba.node'].map((name) => `node_modules/nodejieba/${name}`),
].map((name) => `dist/${name}`);

/** What the bundles share or load when it is needed; their names end in a hash, so what was built says which there are. */
const parts = () => readdirSync(join(stage, 'dist/parts')).map((name) => `dist/parts/${name}`);

/** More than this means that something came along that should not. */
const largest = 4_500_000;

rmSync(stage, { recursive: true, force: true });
mkdirSync(stage, { recursive: true });
run(process.execPath, ['esbuild.mjs', '--production', join(stage, 'dist')]);
const native = builtFor(readFileSync(join(stage, 'dist/node_modules/nodejieba/build/Release/nodejieba.node')));
if (!runsOn(native, target)) {
  console.error(`分词组件是 ${native} 的，不能用于 ${target} · the segmenter was built for ${native}, not for ${target}`);
  process.exit(1);
}
for (const file of shipped) {
  mkdirSync(dirname(join(stage, file)), { recursive: true });
  cpSync(file, join(stage, file));
}
writeFileSync(join(stage, 'package.json'), manifest());
for (const name of ['README.md', 'README.en.md']) writeFileSync(join(stage, name), readme(name));
run(
  process.execPath,
  [
    resolve('node_modules/@vscode/vsce/vsce'),
    'package',
    '--target',
    target,
    '--no-dependencies',
    '--allow-missing-repository',
    '--no-rewrite-relative-links',
    '--out',
    vsix,
  ],
  stage,
);
check();

/** The manifest as it is shipped: without scripts and dependencies, which nobody runs there. */
function manifest() {
  const { scripts: _scripts, devDependencies: _dev, private: _private, ...rest } = JSON.parse(readFileSync('package.json', 'utf8'));
  return `${JSON.stringify(rest, null, 2)}\n`;
}

/** A README as it is shipped: without pictures and links to files that are not in the package. @param {string} name */
function readme(name) {
  const links = /(!?)\[([^[\]\n]*)\]\(([^)#:\n]+)\)/g;
  return readFileSync(name, 'utf8')
    .replace(links, (whole, picture, words, file) => (shipped.includes(file) ? whole : picture ? '' : words))
    .replace(/\n{3,}/g, '\n\n');
}

/** @param {string} program @param {string[]} args @param {string} [cwd] */
function run(program, args, cwd) {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${args[0]} failed\n${stdout}${stderr}`);
}

/** Holds the package against the list and the size. */
function check() {
  const listing = spawnSync(process.execPath, [resolve('node_modules/@vscode/vsce/vsce'), 'ls', '--no-dependencies'], {
    cwd: stage,
    encoding: 'utf8',
  });
  const inside = listing.stdout
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const expected = new Set(['package.json', ...shipped, ...built, ...parts()]);
  const extra = inside.filter((file) => !expected.has(file));
  const missing = [...expected].filter((file) => !inside.includes(file));
  const size = statSync(vsix).size;
  const faults = [
    ...extra.map((file) => `not on the list: ${file}`),
    ...missing.map((file) => `missing: ${file}`),
    ...(size > largest ? [`larger than ${largest} bytes: ${size}`] : []),
  ];
  rmSync(stage, { recursive: true, force: true });
  const passed = 2 - Number(extra.length + missing.length > 0) - Number(size > largest);
  const result = process.env['SPEECH_DRAFT_TEST_RESULT'];
  if (result && existsSync(dirname(result))) writeFileSync(result, JSON.stringify({ passed, failed: 2 - passed, skipped: 0 }));
  if (faults.length > 0) {
    console.error(faults.join('\n'));
    process.exitCode = 1;
  } else console.log(`${relative('.', vsix)}: ${inside.length} files, ${(size / 1e6).toFixed(2)} MB`);
}
