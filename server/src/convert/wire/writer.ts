/**
 * Owns sending messages over a stream: each in one piece behind its header, at once, in the order in which they come. What
 * is in bytes already is sent as it is.
 */
import type { Writable } from 'node:stream';
import { AbstractMessageWriter } from 'vscode-languageserver/node';
import type { Message, MessageWriter } from 'vscode-languageserver/node';
import { Publication } from './publication.ts';

/** Writes messages of the base protocol. */
export class FrameWriter extends AbstractMessageWriter implements MessageWriter {
  readonly #stream: Writable;
  #failures = 0;

  constructor(stream: Writable) {
    super();
    this.#stream = stream;
    stream.on('error', (error) => this.fireError(error));
    stream.on('close', () => this.fireClose());
  }

  /** Resolves when the message is handed on. */
  write(message: Message): Promise<void> {
    return new Promise<void>((resolve, reject) => {
      this.#stream.write(frameOf(message), (error) => (error ? reject(error) : resolve()));
    }).catch((error: unknown) => {
      this.#failures += 1;
      this.fireError(error, message, this.#failures);
      throw error;
    });
  }

  end(): void {
    this.#stream.end();
  }
}

function frameOf(message: Message & { readonly params?: unknown }): Buffer {
  if (message.params instanceof Publication) return message.params.frame;
  const text = JSON.stringify(message);
  return Buffer.from(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
}
