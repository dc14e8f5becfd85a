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
  readonly #kill: () => void;
  #hasBeenUp = false;
  #hung = false;
  #toldRestart = false;
  #over = false;
  #wanted = true;

  /** `kill` ends the process of the server, even one that hangs. */
  constructor(kill: () => void) {
    this.#kill = kill;
  }

  /** The server has been given up: only a person starts a new one. */
  get isOver(): boolean {
    return this.#over;
  }

  /** Whether the server has ever come up. */
  get hasBeenUp(): boolean {
    return this.#hasBeenUp;
  }

  /** A connection that is broken goes with its process, and comes back with the next one. */
  error(_error: Error, _message: unknown, count: number | undefined): ErrorHandlerResult {
    if (count === undefined || count > failedMessages) this.#kill();
    return { action: ErrorAction.Continue, handled: true };
  }

  async closed(): Promise<CloseHandlerResult> {
    // A start that was under way fails with its connection. It comes to its end first: the language client would take its
    // failure for that of the next start, and nobody would hear of the promise that it had made.
    await new Promise((resolve) => setImmediate(resolve));
    // One that never came up dies the next time as well.
    if (this.#wanted && this.#hasBeenUp && this.#crashes.tolerates(Date.now())) {
      this.#sayRestart();
      return { action: CloseAction.Restart, handled: true };
    }
    this.sayItIsOver();
    return { action: CloseAction.DoNotRestart, handled: true };
  }

  /** The server does not answer any more. */
  hangs(): void {
    if (!this.#wanted) return;
    this.#hung = true;
    this.#kill();
  }

  /** The server has come up. */
  cameUp(): void {
    this.#hasBeenUp = true;
  }

  /** The server is being stopped on purpose: from now on nothing is restarted and nothing is said. */
  expectEnd(): void {
    this.#wanted = false;
  }

  /** Says that drafts are no longer checked, and what can be done. */
  sayItIsOver(): void {
    if (this.#over || !this.#wanted) return;
    this.#over = true;
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
        this.#hung
          ? l10n.t('The checking service did not answer and is being started again. Your text is not affected.')
          : l10n.t('The checking service stopped unexpectedly and is being started again. Your text is not affected.'),
        output,
      )
      .then((chosen) => (chosen === output ? commands.executeCommand('speechDraft.showOutput') : undefined));
  }
}
