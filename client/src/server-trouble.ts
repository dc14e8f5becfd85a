/** Owns what happens when a server stops by itself or cannot start: start it again, and say so, once. */
import { commands, l10n, window } from 'vscode';
import { CloseAction, ErrorAction } from 'vscode-languageclient/node';
import type { CloseHandlerResult, ErrorHandler, ErrorHandlerResult } from 'vscode-languageclient/node';
import { Crashes } from './crashes.ts';

/** After so many messages in a row that could not be sent the connection is given up. */
const failedMessages = 3;

/** Answers one language client when its connection breaks. */
export class ServerTrouble implements ErrorHandler {
  readonly #crashes = new Crashes();
  #running = false;
  #toldRestart = false;
  #toldEnd = false;
  #wanted = true;

  error(_error: Error, _message: unknown, count: number | undefined): ErrorHandlerResult {
    if (count !== undefined && count <= failedMessages) return { action: ErrorAction.Continue, handled: true };
    this.sayItIsOver();
    return { action: ErrorAction.Shutdown, handled: true };
  }

  closed(): CloseHandlerResult {
    // One that dies on its way up does so again.
    if (this.#wanted && this.#running && this.#crashes.tolerates(Date.now())) {
      this.#sayRestart();
      return { action: CloseAction.Restart, handled: true };
    }
    this.sayItIsOver();
    return { action: CloseAction.DoNotRestart, handled: true };
  }

  /** Whether the server has come up. */
  setRunning(running: boolean): void {
    this.#running = running;
  }

  /** The server is being stopped on purpose: from now on nothing is restarted and nothing is said. */
  expectEnd(): void {
    this.#wanted = false;
  }

  /** Says that drafts are no longer checked, and what can be done. */
  sayItIsOver(): void {
    if (this.#toldEnd || !this.#wanted) return;
    this.#toldEnd = true;
    const restart = l10n.t('Restart');
    const output = l10n.t('Show Output');
    void window.showErrorMessage(l10n.t('Drafts are not checked: the checking service has stopped.'), restart, output).then((chosen) => {
      if (chosen === restart) return commands.executeCommand('speechDraft.restartServer');
      return chosen === output ? commands.executeCommand('speechDraft.showOutput') : undefined;
    });
  }

  #sayRestart(): void {
    if (this.#toldRestart) return;
    this.#toldRestart = true;
    const output = l10n.t('Show Output');
    void window
      .showWarningMessage(
        l10n.t('The checking service stopped unexpectedly and is being started again. Your text is not affected.'),
        output,
      )
      .then((chosen) => (chosen === output ? commands.executeCommand('speechDraft.showOutput') : undefined));
  }
}
