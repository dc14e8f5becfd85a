/** Owns what the server says to the person by itself: once for each thing, and never waiting for an answer. */
import { MessageType, ShowMessageNotification } from 'vscode-languageserver';
import type { Connection } from 'vscode-languageserver';
import type { Wording } from '../convert/wording.ts';
import type { Bilingual } from '../core/rules/meta.ts';

/** Speaks to one client. */
export class Speaker {
  readonly #connection: Connection;
  readonly #wording: () => Wording;
  readonly #told = new Set<string>();

  constructor(connection: Connection, wording: () => Wording) {
    this.#connection = connection;
    this.#wording = wording;
  }

  /** Warns of a thing once; `key` tells it from others. */
  tell(key: string, text: Bilingual): void {
    if (this.#told.has(key)) return;
    this.#told.add(key);
    this.#show(MessageType.Warning, this.#wording().pick(text));
  }

  /** Lets a thing be told again. */
  forget(key: string): void {
    this.#told.delete(key);
  }

  /** Says a thing that asks for no answer: the library's own way is a question, and an editor waits at it. */
  inform(message: string): void {
    this.#show(MessageType.Info, message);
  }

  /** Sends without waiting; a client that has gone or refuses must not end the server. */
  quietly(sending: Promise<unknown>): void {
    sending.catch((error: unknown) => this.#connection.console.warn(String(error)));
  }

  #show(type: MessageType, message: string): void {
    this.quietly(this.#connection.sendNotification(ShowMessageNotification.type, { type, message }));
  }
}
