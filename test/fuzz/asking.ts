/** Owns what a session asks the server, and what must hold of the answer: no error, every place inside its text. */
import { CancellationTokenSource, LSPErrorCodes, ResponseError } from 'vscode-languageserver/node';
import { indexLines } from '../../server/src/convert/positions.ts';
import type { TestClient } from '../support/client.ts';
import type { Known } from './known.ts';
import { rangeIn } from './places.ts';
import type { Step } from './steps.ts';
import { misplaced } from './valid.ts';

const rules = ['placeholder', 'numbering', 'figure', 'repeated-sentence', 'repeated-paragraph', 'stock-phrase'];
/** A filled sheet, base64, and one that is none. */
const sheet = btoa('\xef\xbb\xbf1,2,3,4,5,6,7,8\n1,a,b,c,12.5,d,e,f\n');

/** Asks. Resolves with what was wrong with the answer; an answer that the client no longer wants may be an error. */
export async function ask(client: TestClient, known: Known, step: Step & { do: 'ask' }): Promise<string | undefined> {
  const { what, draft, place, cancel, late } = step;
  const target = known.pick(draft);
  const uri = target?.uri ?? 'file:///not-open.txt';
  const range = rangeIn((late ? known.history(uri)[0] : undefined) ?? target?.lines ?? indexLines(''), place);
  const params = {
    textDocument: { uri },
    position: range.start,
    positions: [range.start, range.end],
    range,
    selections: [range],
    context: { diagnostics: known.diagnostics(uri), includeDeclaration: true, triggerKind: 1 },
    format: 'csv',
    kind: 'work-report',
    name: 'a.csv',
    content: sheet,
  };
  const before = known.textsNow();
  const source = new CancellationTokenSource();
  const answer = client.connection.sendRequest(what, params, source.token);
  if (cancel) source.cancel();
  try {
    const result = withoutEcho(await answer);
    // What is asked with a place that is nowhere may be answered with it.
    if (place.wrong || late) return undefined;
    // An answer that waited for something holds for one of the texts since then.
    const since = known.history(uri).map((lines) => new Map([...before, [uri, lines]]));
    const faults = [before, known.textsNow(), ...since].map((texts) => misplaced(result, uri, texts));
    return faults.includes(undefined) ? undefined : `${what}: ${faults[0]}`;
  } catch (error) {
    const isCancelled = error instanceof ResponseError && error.code === LSPErrorCodes.RequestCancelled;
    return isCancelled ? undefined : `${what} is answered with an error: ${String(error)}`;
  }
}

/** An answer without the diagnostics that came with the question: they may speak of texts that were there before. */
function withoutEcho(result: unknown): unknown {
  return Array.isArray(result) ? result.map((item: object | null) => ({ ...item, diagnostics: undefined })) : result;
}

/** Ignores one of the findings that are shown, or one that is not; drafts on no disk have no list to compare with. */
export async function ignore(client: TestClient, known: Known, step: Step & { do: 'ignore' }): Promise<string | undefined> {
  const { draft, finding, scope, undo } = step;
  const target = known.pick(draft);
  if (!target?.uri.startsWith('file:')) return undefined;
  const diagnostics = known.diagnostics(target.uri);
  const one = diagnostics[finding % Math.max(1, diagnostics.length)];
  const range = one?.range ?? rangeIn(target.lines, { at: 0.5, length: 1 });
  const given = { uri: target.uri, rule: one?.code ?? rules[finding % rules.length], range, scope };
  type Done = { undo?: { command: string; argument: unknown } } | null;
  const run = (command: string, argument: unknown): Promise<Done> =>
    client.connection.sendRequest('workspace/executeCommand', { command, arguments: [argument] });
  try {
    const result = await run('speechDraft.server.ignore', given);
    if (undo && result?.undo) await run(result.undo.command, result.undo.argument);
    return undefined;
  } catch (error) {
    return `ignoring is answered with an error: ${String(error)}`;
  }
}
