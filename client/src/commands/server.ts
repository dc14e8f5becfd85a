/** Owns the commands about the server: its log, a new start, how it is. */
import { Disposable, commands, l10n, window } from 'vscode';
import type { StatusResult } from '../../../server/src/protocol.ts';
import type { LanguageServer } from '../language-client.ts';
import type { Announcer } from '../status/announcer.ts';

/** What a program may call `speechDraft.serverStatus` with. */
interface StatusArguments {
  /** Only the answer, no message. */
  readonly silent?: boolean;
}

/** Registers all three. */
export function registerServerCommands(server: LanguageServer, announcer: Announcer): Disposable {
  return Disposable.from(
    commands.registerCommand('speechDraft.showOutput', () => server.output.show()),
    commands.registerCommand('speechDraft.restartServer', () => restart(server, announcer)),
    commands.registerCommand('speechDraft.serverStatus', (given?: StatusArguments) => status(server, given?.silent === true)),
  );
}

async function restart(server: LanguageServer, announcer: Announcer): Promise<void> {
  try {
    await server.restart();
    announcer.announce(l10n.t('The checking service has been restarted'));
  } catch {
    announcer.announce(l10n.t('The checking service does not start'));
  }
}

/** Gives `undefined` if the server cannot be asked. */
async function status(server: LanguageServer, silent: boolean): Promise<StatusResult | undefined> {
  try {
    const found = await server.status();
    if (!silent) void window.showInformationMessage(describe(found));
    return found;
  } catch {
    if (!silent) void window.showErrorMessage(l10n.t('Drafts are not checked: the checking service has stopped.'));
    return undefined;
  }
}

function describe({ words, reason, drafts, unchecked }: StatusResult): string {
  const parts = [l10n.t('Drafts open: {0}.', drafts)];
  if (unchecked.length > 0) parts.push(l10n.t('Not checked: {0}.', unchecked.length), ...unchecked.map((one) => one.reason));
  switch (words) {
    case 'nodejieba':
      parts.push(l10n.t('Words: dictionary.'));
      break;
    case 'fallback':
      parts.push(reason === undefined ? l10n.t('Words: built-in segmenter.') : l10n.t('Words: built-in segmenter ({0}).', reason));
      break;
    case 'loading':
      parts.push(l10n.t('Words: the dictionary is being loaded.'));
      break;
    default:
      parts.push(l10n.t('Words: not needed so far.'));
  }
  // Chinese sentences stand without a space between them.
  return parts.join(' ').replace(/(?<=[。：]) /g, '');
}
