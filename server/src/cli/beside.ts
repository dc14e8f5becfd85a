/** Owns what lies beside the drafts of a call: the settings of their folder, what is ignored there, the phrases. */
import { parse, resolve } from 'node:path';
import { withPhrases } from '../core/ignores/quiet-desk.ts';
import type { Bilingual } from '../core/rules/meta.ts';
import type { Finding } from '../core/rules/finding.ts';
import { parseSettings } from '../settings/parse.ts';
import type { Settings } from '../settings/parse.ts';
import { uriOf } from '../workspace/folders.ts';
import { Lists } from '../workspace/lists.ts';
import { settingsBeside } from '../workspace/settings-file.ts';
import type { OptionValues } from './options.ts';

/** What is used of it. */
export interface Beside {
  readonly settings: Settings;
  /** Parts the findings of a file: without what is ignored, and how many those were. */
  readonly quiet: (path: string, text: string, findings: readonly Finding[]) => { findings: readonly Finding[]; ignored: number };
}

/** Reads what lies beside the files that are to be checked. Whatever is wrong there is told, and does not hold up the check. */
export function readBeside(paths: readonly string[], options: OptionValues, tell: (fault: Bilingual) => void): Beside {
  const onDisk = paths.filter((path) => path !== '-');
  const settings = options['no-settings'] ? parseSettings({}).settings : settingsOf(onDisk, tell);
  const lists = new Lists((path, faults) => {
    for (const { zh, en } of faults) tell({ zh: `${path}：${zh}`, en: `${path}: ${en}` });
  });
  lists.setRoots([...new Set(onDisk.map((path) => parse(resolve(path)).root))].map(uriOf));
  const uris = onDisk.map((path) => uriOf(resolve(path)));
  const phrases = [lists.phrases(uris, 'allowedPhrases'), lists.phrases(uris, 'stockPhrases')] as const;
  return {
    settings: { ...settings, desk: withPhrases(settings.desk, ...phrases) },
    quiet(path, text, findings) {
      if (path === '-' || options['no-ignores']) return { findings, ignored: 0 };
      const { shown, ignored } = lists.match(uriOf(resolve(path)), text, findings);
      return { findings: shown, ignored: ignored.length };
    },
  };
}

function settingsOf(paths: readonly string[], tell: (fault: Bilingual) => void): Settings {
  const { path, given, fault } = settingsBeside(paths);
  const { settings, faults } = parseSettings(given);
  for (const { zh, en } of [...(fault ? [fault] : []), ...faults]) tell({ zh: `${path}：${zh}`, en: `${path}: ${en}` });
  return settings;
}
