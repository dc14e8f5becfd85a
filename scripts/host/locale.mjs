// Owns: a Chinese display language without a language pack: the extension's own Chinese strings are shown in full,
// of VS Code's own only the few words that are named here.

import fs from 'node:fs';
import path from 'node:path';

/** VS Code's module → key → words. @type {Record<string, Record<string, string>>} */
const words = {
  'vs/editor/common/languages/modesRegistry': { 'plainText.alias': '纯文本' },
  'vs/editor/contrib/codeAction/browser/codeActionCommands': { 'quickfix.trigger.label': '快速修复...' },
  'vs/editor/contrib/codeAction/browser/codeActionMenu': { 'codeAction.widget.id.quickfix': '快速修复' },
  'vs/editor/contrib/hover/browser/markerHoverParticipant': {
    noQuickFixes: '没有可用的快速修复',
    'quick fixes': '快速修复...',
    'view problem': '查看问题',
  },
  'vs/workbench/contrib/files/browser/explorerViewlet': { explore: '资源管理器' },
  'vs/workbench/contrib/markers/browser/messages': { 'markers.panel.title.problems': '问题' },
  'vs/workbench/contrib/markers/browser/markers.contribution': { problems: '问题' },
  'vs/workbench/contrib/output/browser/output.contribution': { output: '输出' },
  'vs/workbench/contrib/terminal/browser/terminal.contribution': { terminal: '终端' },
};

/**
 * Makes a display language known to the server that will use this data folder. English needs nothing.
 *
 * @param {string} userDataFolder
 * @param {string} [locale] `zh-cn`, `en`
 * @throws {Error} for a language that has no words here
 */
export function prepareLocale(userDataFolder, locale) {
  if (!locale || locale.startsWith('en')) return;
  if (locale !== 'zh-cn') throw new Error(`no words for the display language ${locale}; there are en and zh-cn`);
  const file = path.join(userDataFolder, `${locale}.i18n.json`);
  const pack = {
    hash: 'speech-draft',
    label: '中文(简体)',
    extensions: [{ extensionIdentifier: { id: 'speech-draft.words' }, version: '1.0.0' }],
    translations: { vscode: file },
  };
  fs.writeFileSync(file, JSON.stringify({ version: '1.0.0', contents: words }));
  fs.writeFileSync(path.join(userDataFolder, 'languagepacks.json'), JSON.stringify({ [locale]: pack }));
}
