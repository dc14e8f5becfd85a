// Owns the floor: a language server that knows nothing and publishes, after every change, the diagnostics it was given.
import { ProposedFeatures, TextDocumentSyncKind, TextDocuments, createConnection } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

const connection = createConnection(ProposedFeatures.all, process.stdin, process.stdout);
const documents = new TextDocuments(TextDocument);
/** @type {Map<string, import('vscode-languageserver').Diagnostic[]>} */
const given = new Map();

connection.onInitialize(() => ({ capabilities: { textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental } } }));
connection.onNotification('floor/diagnostics', ({ uri, diagnostics }) => void given.set(uri, diagnostics));
documents.onDidChangeContent(({ document }) => {
  void connection.sendDiagnostics({ uri: document.uri, version: document.version, diagnostics: given.get(document.uri) ?? [] });
});
documents.listen(connection);
connection.listen();
