/** Owns a language client for tests: real messages over streams to the server in this process. */
import { PassThrough } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { StreamMessageReader, StreamMessageWriter, createConnection } from 'vscode-languageserver/node';
import { createMessageConnection } from 'vscode-languageserver/node';
import type {
  CodeAction,
  Diagnostic,
  InitializeParams,
  MessageConnection,
  PublishDiagnosticsParams,
  Range,
  TextDocumentContentChangeEvent,
} from 'vscode-languageserver/node';
import { startServer } from '../../server/src/server.ts';
import { snippetReader } from '../../server/src/snippets/files.ts';
import type { HolesResult, StatusResult } from '../../server/src/protocol.ts';

/** What a test client says of itself; everything can be left out. */
export interface ClientSetup {
  readonly locale?: string;
  readonly initializationOptions?: unknown;
  readonly settings?: unknown;
  /** Other sections of the settings, as `files.exclude`. */
  readonly sections?: Readonly<Record<string, unknown>>;
  readonly capabilities?: InitializeParams['capabilities'];
  /** The client answers every question of the server with an error. */
  readonly refuses?: boolean;
  /** The one folder of the workspace, as a uri. */
  readonly folder?: string;
  /** Where the words' dictionary is looked for. */
  readonly home?: string;
  /** Where the snippets are looked for; the project's own if left out. */
  readonly snippets?: string;
}

/** A client with what the server sent it. */
export interface TestClient {
  readonly published: readonly PublishDiagnosticsParams[];
  readonly messages: readonly string[];
  open(uri: string, text: string, languageId?: string): void;
  change(uri: string, version: number, changes: TextDocumentContentChangeEvent[]): void;
  close(uri: string): void;
  /** The last diagnostics of a document, once they satisfy the condition. Fails after some seconds with what there was. */
  diagnostics(uri: string, when: (diagnostics: Diagnostic[], version: number | undefined) => boolean): Promise<Diagnostic[]>;
  actions(uri: string, range: Range, diagnostics?: Diagnostic[]): Promise<CodeAction[]>;
  holes(uri: string): Promise<HolesResult>;
  status(): Promise<StatusResult>;
  configure(settings: unknown): void;
  until(condition: () => boolean, what: string): Promise<void>;
  /** Asks until the answer is yes. */
  poll(ask: () => Promise<boolean>): Promise<void>;
  readonly connection: MessageConnection;
  /** Resolves when the process of the server might end. */
  ended(): Promise<void>;
  stop(): Promise<void>;
}

const patience = 10_000;

/** Starts a server and a client that talk over streams. */
export async function startClient(setup: ClientSetup = {}): Promise<TestClient> {
  const toServer = new PassThrough();
  const toClient = new PassThrough();
  const server = startServer(createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient)), {
    home: setup.home ?? '/nowhere',
    version: '0.0.0',
    year: () => 2026,
    page: (rule) => `file:///docs/rules/${rule}.md`,
    snippets: snippetReader(setup.snippets ?? fileURLToPath(new URL('../../snippets', import.meta.url))),
  });
  const connection = createMessageConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
  const published: PublishDiagnosticsParams[] = [];
  const messages: string[] = [];
  let settings = setup.settings;
  connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => void published.push(params));
  connection.onNotification('window/showMessage', ({ message }: { message: string }) => void messages.push(message));
  const answer = <T>(value: () => T): T => {
    if (setup.refuses === true) throw new Error('this client does not answer');
    return value();
  };
  connection.onRequest('workspace/configuration', ({ items }: { items: { section?: string }[] }) =>
    answer(() => items.map(({ section = '' }) => (section === 'speechDraft' ? settings : setup.sections?.[section]) ?? null)),
  );
  let initialized = false;
  connection.onRequest('client/registerCapability', () =>
    answer(() => {
      // VS Code refuses before, and a server that does not expect it ends.
      if (!initialized) throw new Error('nothing can be registered before the answer to initialize');
      return null;
    }),
  );
  connection.listen();
  await connection.sendRequest('initialize', {
    processId: null,
    rootUri: setup.folder ?? null,
    ...(setup.folder !== undefined && { workspaceFolders: [{ uri: setup.folder, name: 'folder' }] }),
    capabilities: setup.capabilities ?? {
      workspace: {
        configuration: true,
        workspaceFolders: true,
        didChangeConfiguration: { dynamicRegistration: true },
        workspaceEdit: { documentChanges: true },
      },
      textDocument: { publishDiagnostics: { codeDescriptionSupport: true } },
    },
    ...(setup.locale !== undefined && { locale: setup.locale }),
    ...(setup.initializationOptions !== undefined && { initializationOptions: setup.initializationOptions }),
  });
  initialized = true;
  await connection.sendNotification('initialized', {});

  const until = async (condition: () => boolean, what: string): Promise<void> => {
    const deadline = Date.now() + patience;
    while (!condition()) {
      if (Date.now() > deadline)
        throw new Error(
          `waited in vain for ${what}; published: ${JSON.stringify(published.at(-1))?.slice(0, 2000)}; messages: ${messages.join(' | ')}`,
        );
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  const last = (uri: string): PublishDiagnosticsParams | undefined => published.findLast((params) => params.uri === uri);

  return {
    published,
    messages,
    connection,
    until,
    async poll(ask) {
      const deadline = Date.now() + patience;
      while (!(await ask())) {
        if (Date.now() > deadline) throw new Error(`asked in vain; messages: ${messages.join(' | ')}`);
        await new Promise((resolve) => setImmediate(resolve));
      }
    },
    open: (uri, text, languageId = 'plaintext') =>
      void connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } }),
    change: (uri, version, contentChanges) =>
      void connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges }),
    close: (uri) => void connection.sendNotification('textDocument/didClose', { textDocument: { uri } }),
    async diagnostics(uri, when) {
      await until(() => {
        const params = last(uri);
        return params !== undefined && when(params.diagnostics, params.version);
      }, `diagnostics of ${uri}`);
      return last(uri)?.diagnostics ?? [];
    },
    actions: async (uri, range, diagnostics = []) =>
      (await connection.sendRequest<CodeAction[] | null>('textDocument/codeAction', {
        textDocument: { uri },
        range,
        context: { diagnostics },
      })) ?? [],
    holes: (uri) => connection.sendRequest('speechDraft/holes', { textDocument: { uri } }),
    status: () => connection.sendRequest('speechDraft/status'),
    configure(next) {
      settings = next;
      void connection.sendNotification('workspace/didChangeConfiguration', { settings: { speechDraft: next } });
    },
    ended: () => server.ended(),
    async stop() {
      await connection.sendRequest('shutdown');
      await server.ended();
      connection.dispose();
    },
  };
}
