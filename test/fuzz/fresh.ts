/** Owns the comparison with a server that has just been started on the same drafts: it must come to show the same. */
import { isDeepStrictEqual } from 'node:util';
import type { Diagnostic, PublishDiagnosticsParams } from 'vscode-languageserver/node';
import type { TestClient } from '../support/client.ts';
import type { Known } from './known.ts';
import { byUri, difference, misplaced } from './valid.ts';

/** How often both servers are asked without that either shows anything new, until what differs is a fault. */
const patience = 150;

/** What differs for good, or is misplaced. `client` is that of the session, `fresh` one whose server holds no draft yet. */
export async function differsFromFresh(client: TestClient, fresh: TestClient, known: Known): Promise<string | undefined> {
  const shown = new Map<string, Diagnostic[]>();
  fresh.connection.onNotification('textDocument/publishDiagnostics', ({ uri, diagnostics }: PublishDiagnosticsParams) => {
    shown.set(uri, diagnostics);
  });
  for (const [uri, { language, version, lines }] of known.open) {
    const textDocument = { uri, languageId: language, version, text: lines.text };
    void fresh.connection.sendNotification('textDocument/didOpen', { textDocument });
  }
  let fault = await differs(client, fresh, known, shown);
  let seen = '';
  for (let quiet = 0; fault !== undefined && quiet < patience; quiet += 1) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    fault = await differs(client, fresh, known, shown);
    const now = `${client.published.length} ${fresh.published.length}`;
    if (now !== seen) quiet = 0;
    seen = now;
  }
  return fault;
}

/** The same at the moment. */
async function differs(
  client: TestClient,
  fresh: TestClient,
  known: Known,
  shown: ReadonlyMap<string, readonly Diagnostic[]>,
): Promise<string | undefined> {
  for (let turn = 0; turn < known.open.size + 2; turn += 1) await Promise.all([client.status(), fresh.status()]);
  const [ours, theirs] = await Promise.all([client.status(), fresh.status()]);
  if ([ours.words, theirs.words].includes('loading')) return 'the words are not there';
  if (!isDeepStrictEqual(byUri(ours.unchecked), byUri(theirs.unchecked)))
    return `unchecked: ${JSON.stringify(ours.unchecked)}, fresh: ${JSON.stringify(theirs.unchecked)}`;
  const texts = known.textsNow();
  for (const uri of new Set([...known.shownUris(), ...known.open.keys()])) {
    const now = known.lastShown(uri);
    const diagnostics = now?.diagnostics ?? [];
    const should = shown.get(uri) ?? [];
    if (!isDeepStrictEqual(diagnostics, should)) return difference(uri, diagnostics, should);
    const version = known.open.get(uri)?.version;
    if (now?.version !== undefined && now.version !== version) return `${uri}: shown for ${now.version}, not ${version}`;
    const fault = misplaced(diagnostics, uri, texts);
    if (fault !== undefined) return fault;
  }
  return undefined;
}
