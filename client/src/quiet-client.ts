/** Owns keeping the language client's own messages out of the way: they go to the log, the user hears from us. */
import { LanguageClient, State } from 'vscode-languageclient/node';

/** A language client that shows no message box of its own. */
export class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }

  override warn(message: string, data?: unknown): void {
    super.warn(message, data, false);
  }

  override info(message: string, data?: unknown): void {
    super.info(message, data, false);
  }

  /** Also where nothing is running, which is what the library asks for itself when a start fails. */
  override async stop(timeout?: number): Promise<void> {
    if (this.state === State.Running) await super.stop(timeout);
  }
}
