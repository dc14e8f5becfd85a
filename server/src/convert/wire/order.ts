/**
 * Owns in which order a client may speak, as LSP 3.17 has it (Lifecycle Messages): nothing before `initialize`, that once,
 * and nothing after `shutdown` but `exit`. Requests out of order get an error, and so does an `initialize` that says
 * nothing of the client; what wants no answer is dropped. `exit` waits until all work has ended.
 */
import { ErrorCodes, Message } from 'vscode-languageserver/node';
import type { MessageStrategy, MessageWriter, ResponseMessage } from 'vscode-languageserver/node';

type Fault = NonNullable<ResponseMessage['error']>;

/** Holds `exit` back until `ended` resolves: a process that ends in the middle of its work ends with a complaint. */
export function exitAfter(ended: () => Promise<void>): MessageStrategy {
  return {
    handleMessage(message, next) {
      if ((message as { readonly method?: unknown }).method !== 'exit') return void next(message);
      // Who fails to end its work holds nobody.
      const then = (): void => void next(message);
      void ended().then(then, then);
    },
  };
}

/** Lets only those messages through that are in order, and answers the other requests itself. */
export class Order implements MessageStrategy {
  readonly #writer: MessageWriter;
  readonly #through: MessageStrategy;
  #stage: 'new' | 'started' | 'shut down' = 'new';

  /** What is in order goes on `through` another strategy. */
  constructor(writer: MessageWriter, through: MessageStrategy) {
    this.#writer = writer;
    this.#through = through;
  }

  handleMessage(message: Message, next: (message: Message) => void): void {
    const { method, params } = message as { readonly method?: unknown; readonly params?: unknown };
    const fault = method === undefined || method === 'exit' ? undefined : this.#faultOf(method, params);
    if (!fault) {
      if (method === 'initialize') this.#stage = 'started';
      if (method === 'shutdown') this.#stage = 'shut down';
      void this.#through.handleMessage(message, next);
    } else if (Message.isRequest(message)) {
      // A client that does not read any more has no use for the answer.
      this.#writer.write({ jsonrpc: '2.0', id: message.id, error: fault } as ResponseMessage).catch(() => undefined);
    }
  }

  #faultOf(method: unknown, params: unknown): Fault | undefined {
    if (this.#stage === 'shut down') return { code: ErrorCodes.InvalidRequest, message: 'the server is shut down' };
    if (this.#stage === 'new')
      return method === 'initialize'
        ? faultOfGreeting(params)
        : { code: ErrorCodes.ServerNotInitialized, message: 'initialize comes first' };
    return method === 'initialize' ? { code: ErrorCodes.InvalidRequest, message: 'initialize was sent before' } : undefined;
  }
}

/** What is wrong with the parameters of `initialize`. What may be left out may be null, as some clients send it. */
function faultOfGreeting(params: unknown): Fault | undefined {
  const { capabilities, workspaceFolders, locale } = isObject(params) ? params : {};
  const folders = workspaceFolders ?? [];
  const wrong = !isObject(capabilities)
    ? 'capabilities must be an object'
    : !Array.isArray(folders) || !folders.every((one) => isObject(one) && typeof one['uri'] === 'string')
      ? 'workspaceFolders must be folders with a uri'
      : typeof (locale ?? '') !== 'string'
        ? 'locale must be a string'
        : undefined;
  return wrong === undefined ? undefined : { code: ErrorCodes.InvalidParams, message: `initialize: ${wrong}` };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
