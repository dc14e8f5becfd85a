/** Owns where the items of the status bar lead: to the view or report that is there, else to what is always there. */
import { Disposable, commands } from 'vscode';

/** Command behind the count of holes. */
export const toHoles = 'speechDraft.status.holes';
/** Command behind the count of repeats. */
export const toRepeats = 'speechDraft.status.repeats';

/** The first of each that VS Code knows. */
const ways: readonly (readonly [string, readonly string[]])[] = [
  [toHoles, ['speechDraft.holes.focus', 'speechDraft.nextHole']],
  [toRepeats, ['speechDraft.echoReport', 'workbench.actions.view.problems']],
];

/** Registers both. They are not in the palette. */
export function registerWays(): Disposable {
  const go = async (targets: readonly string[]): Promise<void> => {
    const known = new Set(await commands.getCommands());
    const target = targets.find((command) => known.has(command));
    if (target !== undefined) await commands.executeCommand(target);
  };
  return Disposable.from(...ways.map(([command, targets]) => commands.registerCommand(command, () => go(targets))));
}
