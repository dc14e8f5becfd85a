/** Owns what the server offers and which few lines answer each request. */
import { CodeActionKind, TextDocumentSyncKind } from 'vscode-languageserver';
import type { Connection, InitializeResult, Range } from 'vscode-languageserver';
import { offsetAt, rangeOf } from './convert/positions.ts';
import type { LineIndex } from './convert/positions.ts';
import type { Draft } from './core/text/draft.ts';
import type { Outline } from './core/text/sections/index.ts';
import type { Span } from './core/text/span.ts';
import { codeActions } from './features/code-actions.ts';
import { connectEchoes } from './features/echoes/index.ts';
import { completionOptions, resolveCompletion } from './features/completion.ts';
import { factActions, factHover } from './features/facts.ts';
import { checkFinally, connectFinal } from './features/final.ts';
import { foldingRanges } from './features/folding.ts';
import { holes } from './features/holes.ts';
import { hover, together } from './features/hover.ts';
import { ignoringCommands } from './features/ignore.ts';
import { connectSheet } from './features/sheet.ts';
import { selectionRanges } from './features/selection.ts';
import { documentSymbols } from './features/symbols.ts';
import { connectWriting } from './features/writing.ts';
import { finalServerCommand, holesMethod, ignoredMethod, selectCommand, statusMethod, trustedMethod } from './protocol.ts';
import type { FillArguments, HolesParams, HolesResult, IgnoredResult, StatusResult } from './protocol.ts';
import { Session } from './session.ts';
import type { SnippetReader } from './snippets/files.ts';

/** What the outside world gives the server. */
export interface ServerDeps {
  /** The folder that holds the bundles and the dictionary. */
  readonly home: string;
  readonly version: string;
  /** The year of today. */
  readonly year: () => number;
  /** The address of a rule's page. */
  readonly page: (rule: string) => string | undefined;
  /** The snippets, read when first asked for. */
  readonly snippets: SnippetReader;
}

const capabilities: InitializeResult['capabilities'] = {
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
  codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
  hoverProvider: true,
  referencesProvider: true,
  documentSymbolProvider: true,
  foldingRangeProvider: true,
  selectionRangeProvider: true,
  codeLensProvider: {},
  inlineCompletionProvider: true,
  executeCommandProvider: { commands: [selectCommand, finalServerCommand, ...ignoringCommands] },
  workspace: {
    workspaceFolders: { supported: true, changeNotifications: true },
    fileOperations: { didRename: { filters: [{ scheme: 'file', pattern: { glob: '**/*' } }] } },
  },
  completionProvider: completionOptions,
};

/** A server that answers a client. */
export interface Server {
  /** Whether the client has said goodbye. */
  readonly isShutDown: () => boolean;
  /** Ends all work; resolves when the process may end. */
  readonly ended: () => Promise<void>;
}

/** Answers a client on a connection until it says goodbye. */
export function startServer(connection: Connection, deps: ServerDeps): Server {
  const session = new Session(connection, deps.home, deps.page);
  let isShutDown = false;

  connection.onInitialize((params): InitializeResult => {
    session.initialize(params);
    return { capabilities, serverInfo: { name: 'speech-draft', version: deps.version } };
  });
  connection.onInitialized(() => void session.initialized());
  connection.onDidChangeConfiguration(
    ({ settings }: { settings?: { speechDraft?: unknown } | null }) => void session.reconfigure(settings?.speechDraft),
  );
  connection.onShutdown(() => {
    isShutDown = true;
    return session.stop();
  });

  session.documents.onDidOpen(({ document }) => session.index.opened(document.uri));
  session.documents.onDidChangeContent(({ document }) => session.changed(document.uri));
  session.documents.onDidClose(({ document }) => session.close(document.uri));

  connection.onCodeAction(({ textDocument, range, context }) => {
    const snapshot = session.settled(textDocument.uri);
    const request = { range, diagnostics: context.diagnostics ?? [], only: context.only };
    if (!snapshot) return [];
    return [
      ...factActions(snapshot, session.facts, request, session.support),
      ...codeActions(snapshot, session.shown, session.wording, request, session.support, deps.year()),
      ...session.listing.ignoring.actions(snapshot, session.shown, request, session.support.commands),
    ];
  });
  connection.onHover(({ textDocument, position }) => {
    const snapshot = session.settled(textDocument.uri);
    if (!snapshot) return undefined;
    const told = hover(snapshot, session.shown, session.wording, position, deps.year(), !session.support.commands);
    return together(told, factHover(snapshot, session.facts, position));
  });
  connection.onCompletion(async ({ textDocument, position }) => {
    const snippets = await deps.snippets((fault) => connection.console.error(`snippets: ${fault}`));
    const snapshot = session.documents.get(textDocument.uri);
    return snapshot ? session.completer.complete(snapshot, position, session.wording, snippets) : null;
  });
  connection.onCompletionResolve(resolveCompletion);
  connection.onDocumentSymbol(({ textDocument }) => structured(session, textDocument.uri, documentSymbols));
  connection.onFoldingRanges(({ textDocument }) => structured(session, textDocument.uri, foldingRanges));
  connection.onSelectionRanges(({ textDocument, positions }) =>
    structured(session, textDocument.uri, (draft, outline, toRange, lines) =>
      selectionRanges(
        draft,
        outline,
        toRange,
        positions.map((position) => offsetAt(lines, position)),
      ),
    ),
  );
  connection.onDidChangeWatchedFiles(({ changes }) => {
    session.listing.watched(changes);
    session.sheets.watched(changes);
    session.index.watched(changes);
  });
  connection.workspace.onDidRenameFiles(({ files }) => session.listing.renamed(files));
  connection.onExecuteCommand(async ({ command, arguments: given }): Promise<unknown> => {
    if (ignoringCommands.some((one) => one === command)) {
      const result = session.listing.ignoring.run(command, given?.[0]);
      if (!session.support.commands) session.inform(result.message);
      return result;
    }
    const target = given?.[0] as Partial<FillArguments> | undefined;
    if (command === finalServerCommand) return checkFinally(session, { textDocument: { uri: String(target?.uri) } });
    const range = target?.stretches?.[0]?.range;
    if (command !== selectCommand || target?.uri === undefined || !range) return null;
    await connection.window.showDocument({ uri: target.uri, takeFocus: true, selection: range });
    return null;
  });
  connection.onRequest(holesMethod, ({ textDocument }: HolesParams): HolesResult => {
    const snapshot = session.settled(textDocument.uri);
    if (!snapshot) return { version: -1, holes: [], headings: [] };
    return holes(snapshot, session.outline(snapshot.draft), session.desk, session.wording);
  });
  connection.onNotification(trustedMethod, () => session.index.trust());
  connection.onRequest(ignoredMethod, (): IgnoredResult => session.listing.ignoring.list());
  connection.onRequest(statusMethod, (): StatusResult => session.status());
  connectSheet(connection, (uri) => {
    const snapshot = session.settled(uri);
    return snapshot && { snapshot, outline: session.outline(snapshot.draft), desk: session.desk, wording: session.wording };
  });
  connectEchoes(connection, session, session.listing.desk);
  connectWriting(connection, session);
  connectFinal(connection, session);

  session.documents.listen(connection);
  connection.listen();
  return { isShutDown: () => isShutDown, ended: async () => void (await Promise.all([session.stop(), session.words.stop()])) };
}

/** Asks a question about the structure of an open draft; a draft that is not open has none. */
function structured<T>(
  session: Session,
  uri: string,
  ask: (draft: Draft, outline: Outline, toRange: (span: Span) => Range, lines: LineIndex) => T[],
): T[] {
  const snapshot = session.documents.get(uri);
  if (!snapshot?.draft) return [];
  const { draft, lines } = snapshot;
  return ask(draft, session.outline(draft), (span) => rangeOf(lines, span), lines);
}
