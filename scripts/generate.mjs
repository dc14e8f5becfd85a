// Owns what is generated from the rules' meta: settings in the manifest, their descriptions, the rule pages, the tables of
// the README. `--check` writes nothing and fails when something is stale.
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { format } from 'prettier';
import { loadTypeScript } from './load.mjs';

const check = process.argv.includes('--check');
/** @typedef {import('../server/src/core/rules/meta.ts').RuleMeta} RuleMeta */
/** @typedef {import('../server/src/settings/schema.ts').SettingMeta} SettingMeta */

const { metas, settingMetas, patternKinds, patternLimits } = /** @type {typeof import('./generated-from.ts')} */ (
  await loadTypeScript('scripts/generated-from.ts')
);
/** @type {string[]} */
const stale = [];

/** @param {string} path @param {string} text */
function put(path, text) {
  const before = existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  if (before === text) return;
  stale.push(path);
  if (!check) writeFileSync(path, text);
}

const prettierJson = JSON.parse(readFileSync('.prettierrc.json', 'utf8'));
/** @param {unknown} value */
const json = (value) => format(JSON.stringify(value), { ...prettierJson, parser: 'json-stringify' });

/** An entry of a list of patterns. */
const patternItem = {
  anyOf: [
    { type: 'string', minLength: 1, maxLength: patternLimits.length },
    {
      type: 'object',
      required: ['pattern'],
      properties: {
        pattern: { type: 'string', minLength: 1, maxLength: patternLimits.length },
        kind: { type: 'string', enum: patternKinds, default: patternKinds[0] },
        message: { type: 'string', maxLength: patternLimits.message },
      },
      additionalProperties: false,
    },
  ],
};

// The manifest.
const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
manifest.contributes.configuration = {
  title: '%setting.title%',
  properties: Object.fromEntries(
    settingMetas.map((meta, order) => [
      `speechDraft.${meta.id}`,
      { ...propertyOf(meta), order, markdownDescription: `%setting.${meta.id}%` },
    ]),
  ),
};
put('package.json', await json(manifest));

for (const [file, language] of /** @type {const} */ ([
  ['package.nls.json', 'en'],
  ['package.nls.zh-cn.json', 'zh'],
])) {
  const texts = JSON.parse(readFileSync(file, 'utf8'));
  for (const key of Object.keys(texts)) if (key.startsWith('setting.')) delete texts[key];
  texts['setting.title'] = language === 'zh' ? '讲稿' : 'Speech Draft';
  for (const meta of settingMetas) texts[`setting.${meta.id}`] = meta.description[language];
  put(file, await json(texts));
}

/** @param {SettingMeta} meta */
function propertyOf(meta) {
  const scope = 'window';
  if (meta.type === 'pattern[]') return { type: 'array', items: patternItem, maxItems: patternLimits.count, default: meta.default, scope };
  if (meta.type === 'string[]') return { type: 'array', items: { type: 'string' }, uniqueItems: true, default: meta.default, scope };
  if (meta.presets) {
    const number = { type: meta.type, minimum: meta.minimum, maximum: meta.maximum };
    return { anyOf: [number, { type: 'string', enum: meta.presets }], default: meta.default, scope };
  }
  return {
    type: meta.type,
    default: meta.default,
    scope,
    ...(meta.enum && { enum: meta.enum }),
    ...(meta.minimum !== undefined && { minimum: meta.minimum }),
    ...(meta.maximum !== undefined && { maximum: meta.maximum }),
  };
}

// VS Code's “Insert Snippet” lists what the manifest contributes. Without prefixes nothing of it pops up beside what the server offers.
const collection = JSON.parse(readFileSync('snippets/speech.code-snippets', 'utf8'));
const insertable = Object.entries(collection).map(([name, { description, body }]) => [name, { description, body }]);
put(
  'snippets/insertable.code-snippets',
  await format(JSON.stringify(Object.fromEntries(insertable), null, 2), { ...prettierJson, parser: 'json' }),
);

// The rule pages.
mkdirSync('docs/rules', { recursive: true });
for (const name of readdirSync('docs/rules')) {
  if (!metas.some((meta) => `${meta.id}.md` === name)) {
    stale.push(`docs/rules/${name}`);
    if (!check) rmSync(`docs/rules/${name}`);
  }
}
for (const meta of metas) put(`docs/rules/${meta.id}.md`, rulePage(meta));

/** @param {RuleMeta} meta */
function rulePage(meta) {
  const severity = { error: '错误 error', warning: '警告 warning', information: '提示 information', hint: '参考 hint' };
  const show = (/** @type {string} */ text) =>
    text
      .replace(/⟦\s*⟧/g, '⟦ ⟧')
      .replace(/\n+$/, '')
      .replace(/\n(?!\n)(?<!\n\n)/g, '\\\n');
  return [
    `# ${meta.title.zh} · ${meta.title.en} (\`${meta.id}\`)`,
    `<!-- 由 npm run generate 生成，请改 meta。 Generated from the rule's meta; edit that. -->`,
    meta.why.zh,
    meta.why.en,
    `## 类别 Kinds`,
    [
      '| kind | 名称 | name | 级别 severity |',
      '|---|---|---|---|',
      ...meta.kinds.map((kind) => `| \`${kind.id}\` | ${kind.name.zh} | ${kind.name.en} | ${severity[kind.severity]} |`),
    ].join('\n'),
    `## 例 Examples`,
    ...meta.examples.map((example) => `✗ ${show(example.bad)}\n\n✓ ${show(example.good)}`),
    ...(meta.options.length > 0
      ? [
          `## 设置 Options`,
          [
            '| 设置 setting | 默认 default | 说明 |',
            '|---|---|---|',
            ...meta.options.map(
              (option) =>
                `| \`speechDraft.${meta.id}.${option.id}\` | \`${JSON.stringify(option.default)}\` | ${option.description.zh}<br>${option.description.en} |`,
            ),
          ].join('\n'),
        ]
      : []),
    `## 何时可以不理 When to leave it`,
    meta.whenNot.zh,
    meta.whenNot.en,
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/, '\n');
}

// The tables in the README of each language.
for (const [file, language, settingHead, ruleHead] of /** @type {const} */ ([
  ['README.md', 'zh', '| 设置 | 默认 | 说明 |', '| 规则 | 名称 | 类别 |'],
  ['README.en.md', 'en', '| setting | default | what it does |', '| rule | name | kinds |'],
])) {
  const tables = {
    settings: [
      settingHead,
      '|---|---|---|',
      ...settingMetas.map((meta) => `| \`speechDraft.${meta.id}\` | \`${JSON.stringify(meta.default)}\` | ${meta.description[language]} |`),
    ].join('\n'),
    rules: [
      ruleHead,
      '|---|---|---|',
      ...metas.map((meta) => {
        const kinds = meta.kinds.map((kind) => `\`${kind.id}\` ${kind.name[language]}`).join(' · ');
        return `| [\`${meta.id}\`](docs/rules/${meta.id}.md) | ${meta.title[language]} | ${kinds} |`;
      }),
    ].join('\n'),
  };
  let readme = readFileSync(file, 'utf8');
  for (const [name, table] of Object.entries(tables)) {
    readme = readme.replace(
      new RegExp(`(<!-- ${name}:start -->\\n)[\\s\\S]*?(<!-- ${name}:end -->)`),
      (_, open, close) => `${open}\n${table}\n\n${close}`,
    );
  }
  put(file, readme);
}

if (stale.length === 0) console.log('generated files are fresh');
else if (check) {
  console.error(`stale, run npm run generate: ${stale.join(', ')}`);
  process.exitCode = 1;
} else console.log(`written: ${stale.join(', ')}`);
