/** Owns the list of a draft's sections with their lengths and times, and from there the choice of pace and target. */
import { QuickPickItemKind, Selection, TextEditorRevealType, ThemeIcon, commands, l10n, window } from 'vscode';
import type { QuickPickItem, TextEditor } from 'vscode';
import type { StageResult } from '../../../server/src/protocol.ts';
import { toRange } from '../places.ts';

/** What was chosen in the list. */
export type Choice = 'pace' | 'target' | undefined;

interface Row extends QuickPickItem {
  readonly choice?: Choice;
  readonly section?: StageResult['sections'][number];
}

const deeper = '　';

/** Shows the list; goes to the section that is chosen. Resolves to what else was chosen. */
export async function showBreakdown(editor: TextEditor, measured: StageResult): Promise<Choice> {
  const { whole, pace, target } = measured;
  const chosen = await window.showQuickPick(rowsOf(measured), {
    title: l10n.t('Length and speaking time: {0}', `${whole.length} · ${whole.time}`),
    placeHolder: target?.detail ?? l10n.t('At {0} characters a minute; pauses counted', pace),
    matchOnDescription: true,
  });
  if (!chosen?.section) return chosen?.choice;
  const { start } = toRange(chosen.section.range);
  editor.selection = new Selection(start, start);
  editor.revealRange(editor.selection, TextEditorRevealType.AtTop);
  await commands.executeCommand('workbench.action.focusActiveEditorGroup');
  return undefined;
}

function rowsOf({ sections, pace, target }: StageResult): Row[] {
  const separator = (label: string): Row => ({ label, kind: QuickPickItemKind.Separator });
  return [
    ...(sections.length > 0 ? [separator(l10n.t('Sections'))] : []),
    ...sections.map((section): Row => ({
      label: deeper.repeat(section.depth) + section.title,
      description: `${section.length} · ${section.time} · ${Math.round(section.share * 100)}%`,
      section,
    })),
    separator(l10n.t('Reckoned with')),
    {
      label: l10n.t('Pace: {0} characters a minute', pace),
      iconPath: new ThemeIcon('dashboard'),
      choice: 'pace',
    },
    {
      label: target ? l10n.t('Target: {0} min', target.minutes) : l10n.t('Target: none'),
      iconPath: new ThemeIcon('target'),
      ...(target && { description: target.text }),
      choice: 'target',
    },
  ];
}
