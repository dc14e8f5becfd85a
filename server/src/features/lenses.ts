/** Owns the line above a heading that says how long its section is. */
import type { CodeLens } from 'vscode-languageserver';
import { rangeOf } from '../convert/positions.ts';
import { paceOf } from '../core/stage/index.ts';
import type { Section } from '../core/text/sections/index.ts';
import { stageCommand } from '../protocol.ts';
import { meterOf, told } from './stage.ts';
import type { Stage } from './stage.ts';

/** One lens for each heading; none unless the setting asks for them. `clickable`: the client has the command behind it. */
export function codeLenses(stage: Stage, clickable: boolean): CodeLens[] {
  const { snapshot, outline, settings, wording } = stage;
  if (!settings.codeLens || !snapshot.draft) return [];
  const pace = paceOf(settings.pace);
  const meter = meterOf(stage, snapshot.draft);
  return headingsOf(outline.sections).map((section) => {
    const { length, time } = told(meter(section), pace, wording);
    const command = { title: `${length} · ${time}`, command: clickable ? stageCommand : '' };
    return { range: rangeOf(snapshot.lines, section.head), command };
  });
}

function headingsOf(sections: readonly Section[]): Section[] {
  return sections.filter(({ kind }) => kind === 'heading').flatMap((section) => [section, ...headingsOf(section.children)]);
}
