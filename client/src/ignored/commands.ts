/** Owns the commands behind the lightbulb's 忽略 and 允许重复: the server does it, the person is told and can take it back. */
import { Disposable, commands, l10n, window } from 'vscode';
import { allowHereCommand, allowPhraseCommand, ignoreCommand, ignoreHereCommand } from '../../../server/src/protocol.ts';
import type { ChangeResult } from '../../../server/src/protocol.ts';

/** Registers both. */
export function registerIgnoreCommands(): Disposable {
  return Disposable.from(
    commands.registerCommand(ignoreHereCommand, (given: unknown) => change(ignoreCommand, given)),
    commands.registerCommand(allowHereCommand, (given: unknown) => change(allowPhraseCommand, given)),
  );
}

/** Has the server change a list, says what came of it, and offers the way back. Gives whether it was done. */
export async function change(command: string, argument: unknown): Promise<boolean> {
  let result: ChangeResult | null;
  try {
    result = await commands.executeCommand<ChangeResult | null>(command, argument);
  } catch {
    result = null; // the server is gone
  }
  if (!result) {
    void window.showWarningMessage(l10n.t('Drafts are not checked: the checking service has stopped.'));
    return false;
  }
  void say(result);
  return result.ok;
}

async function say({ ok, message, undo }: ChangeResult): Promise<void> {
  if (!ok) return void window.showWarningMessage(message);
  if (!undo) return void window.showInformationMessage(message);
  const takeBack = l10n.t('Undo');
  if ((await window.showInformationMessage(message, takeBack)) === takeBack) await change(undo.command, undo.argument);
}
