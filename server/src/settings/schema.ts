/**
 * Owns the settings: what there is, of what type, with which default. The manifest's configuration and the tables in the
 * documentation are generated from it.
 */
import type { Bilingual, OptionMeta } from '../core/rules/meta.ts';
import { metas } from '../core/rules/index.ts';
import { modes } from '../core/modes.ts';
import { paceLimits, paces } from '../core/stage/index.ts';

/** One setting; its full name is `speechDraft.<id>`. */
export type SettingMeta = OptionMeta;

const general: readonly SettingMeta[] = [
  {
    id: 'languages',
    type: 'string[]',
    default: ['speech', 'plaintext', 'markdown'],
    description: { zh: '检查哪些语言的文档（VS Code 语言标识）。', en: 'Languages of the documents to check (VS Code language ids).' },
  },
  {
    id: 'mode',
    type: 'string',
    default: 'review',
    enum: modes,
    description: {
      zh: 'draft 起草：只以小点提示待填处；review 审阅：全部按级别显示；final 定稿：全部显示，待填处一律为错误；off：不显示。只管编辑器里显示什么，不影响命令行。',
      en: 'draft: holes only, as hints; review: everything at its severity; final: everything, holes as errors; off: nothing. It governs what the editor shows, not the command line.',
    },
  },
  {
    id: 'factSheets',
    type: 'string[]',
    default: ['指标数据*.*', '数据表*.*'],
    description: {
      zh: '数据表：工作区文件夹内的 .xlsx、.xls、.csv、.yaml 文件，可用通配符；第一行（或标题下面）写明“指标”“数值”“单位”等列名。待填处可从中填写，正文与它不符会提示。',
      en: 'Fact sheets: .xlsx, .xls, .csv or .yaml files inside the workspace folders; globs are allowed. A row of heads names the columns 指标, 数值, 单位. Holes can be filled from them, and figures that differ are reported.',
    },
  },
  {
    id: 'workspaceIndex',
    type: 'boolean',
    default: false,
    description: {
      zh: '查重复时，也与工作区文件夹里没有打开的讲稿比较：在后台读取，可随时取消；最多 2000 份，每份不超过 20 万字符，读不了的会列明；为下次快些，读出的文字存于本扩展的存储文件夹，关闭此项即删除。',
      en: 'Compare with the drafts of the workspace folders that are not open, too, when looking for repeats. They are read in the background, which can be cancelled: 2,000 at most, of 200,000 characters at most; what is not read is listed. Their texts are kept in the storage folder of the extension to be read faster next time, and deleted when this is switched off.',
    },
  },
  {
    id: 'figureSource',
    type: 'boolean',
    default: false,
    description: {
      zh: '在段落上方显示其中数字在数据表里的出处。',
      en: 'Show above a paragraph where its figures stand in the fact sheets.',
    },
  },
  {
    id: 'maxCharacters',
    type: 'integer',
    default: 5_000_000,
    minimum: 10_000,
    maximum: 50_000_000,
    description: {
      zh: '一份讲稿最多检查多少字符；超过则不检查，并明确告知。',
      en: 'The most characters of a draft that is checked. A longer one is not checked, and you are told.',
    },
  },
  {
    id: 'maxFindings',
    type: 'integer',
    default: 2000,
    minimum: 10,
    maximum: 100_000,
    description: {
      zh: '一份讲稿最多显示多少处；其余只报总数。',
      en: 'The most findings shown for one draft; you are told how many there are in all.',
    },
  },
  {
    id: 'caretDelay',
    type: 'integer',
    default: 600,
    minimum: 0,
    maximum: 10_000,
    description: {
      zh: '光标正在输入之处的新发现，停顿多少毫秒后再显示（0 为立即显示）。',
      en: 'Milliseconds of rest before a new finding is shown where you are typing (0: at once).',
    },
  },
  {
    id: 'stage.pace',
    type: 'integer',
    default: paces.middle,
    ...paceLimits,
    presets: Object.keys(paces),
    description: {
      zh: `语速，每分钟念多少字；也可写 slow（${paces.slow}）、middle（${paces.middle}）、fast（${paces.fast}）。`,
      en: `Pace in characters a minute, or slow (${paces.slow}), middle (${paces.middle}), fast (${paces.fast}).`,
    },
  },
  {
    id: 'stage.targetMinutes',
    type: 'number',
    default: 0,
    minimum: 0,
    maximum: 600,
    description: {
      zh: '讲话要控制在多少分钟；状态栏报超出或不足（0 为不限）。',
      en: 'The minutes a speech is to take; the status bar says what is over or short (0: no target).',
    },
  },
  {
    id: 'stage.codeLens',
    type: 'boolean',
    default: false,
    description: {
      zh: '在各级标题上方显示该部分的字数和时长。',
      en: 'Show the length and the speaking time of each section above its heading.',
    },
  },
];

const enabled: Bilingual = { zh: '启用规则“{title}”。', en: 'Enable the rule “{title}”.' };

/** Every setting in the order of the documentation. */
export const settingMetas: readonly SettingMeta[] = [
  ...general,
  ...metas.flatMap((meta): SettingMeta[] => [
    {
      id: `${meta.id}.enabled`,
      type: 'boolean',
      default: true,
      description: { zh: enabled.zh.replace('{title}', meta.title.zh), en: enabled.en.replace('{title}', meta.title.en) },
    },
    ...meta.options.map((option): SettingMeta => ({ ...option, id: `${meta.id}.${option.id}` })),
  ]),
];
