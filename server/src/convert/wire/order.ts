/**
 * Owns in which order a client may speak, as LSP 3.17 has it (Lifecycle Messages): nothing before `initialize`, that once,
 * and nothing after `shutdown` but `exit`. Requests out of order get an error; what wants no answer is dropped.
 */
import { ErrorCodes, Message } from 'vscode-languageserver/node';
import type { MessageStrategy, MessageWriter, ResponseMessage } from 'vscode-languageserver/node';

type Fault = NonNullable<ResponseMessage['error']>;

/** Lets only those messages through that are in order, and answers the other requests itself. */
export class Order implements MessageStrategy {
  readonly #writer: MessageWriter;
  #stage: 'new' | 'started' | 'shut down' = 'new';

  constructor(writer: MessageWriter) {
    this.#writer = writer;
  }

  handleMessage(message: Message, next: (message: Message) => void): void {
    const { method } = message as { readonly method?: unknown };
    const fault = method === undefined || method === 'exit' ? undefined : this.#faultOf(method);
    if (!fault) {
      if (method === 'initialize') this.#stage = 'started';
      if (method === 'shutdown') this.#stage = 'shut down';
      next(message);
    } else if (Message.isRequest(message)) {
      // A client that does not read any more has no use for the answer.
      this.#writer.write({ jsonrpc: '2.0', id: message.id, error: fault } as ResponseMessage).catch(() => undefined);
    }
  }

  #faultOf(method: unknown): Fault | undefined {
    if (this.#stage === 'shut down') return { code: ErrorCodes.InvalidRequest, message: 'the server is shut down' };
    if (this.#stage === 'new')
      return method === 'initialize' ? undefined : { code: ErrorCodes.ServerNotInitialized, message: 'initialize comes first' };
    return method === 'initialize' ? { code: ErrorCodes.InvalidRequest, message: 'initialize was sent before' } : undefined;
  }
}
