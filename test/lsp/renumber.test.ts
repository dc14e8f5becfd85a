/** Renumbering as a client gets it: shown before it is made where it changes more than the number that is wrong. */
import { expect, it } from 'vitest';
import type { AnnotatedTextEdit, TextDocumentEdit } from 'vscode-languageserver';
import { previewCommand } from '../../server/src/protocol.ts';
import type { PreviewArguments } from '../../server/src/protocol.ts';
import { startClient } from '../support/client.ts';

const uri = 'file:///drafts/a.txt';
const two = '要做到：一是早谋划；二是早动手；二是早见效；三是早总结。\n';
const one = '要做到：一是早谋划；二是早动手；二是早见效。\n';

it.each([
  ['several numbers, a client that can preview', two, true, 2, true],
  ['one number', one, true, 1, false],
  ['a client that cannot preview', two, false, 2, false],
])('%s', async (_name, text, annotations, count, previews) => {
  const workspaceEdit = { documentChanges: true, ...(annotations && { changeAnnotationSupport: {} }) };
  const c = await startClient({ capabilities: { workspace: { workspaceEdit } } });
  c.open(uri, text);
  const [found] = await c.diagnostics(uri, (all) => all.length === 1);
  if (!found) throw new Error('nothing found');
  const fix = (await c.actions(uri, found.range, [found])).find(({ title }) => title.startsWith('从这里起重新编号'));
  const change = fix?.edit?.documentChanges?.[0] as TextDocumentEdit;
  expect(change.edits).toHaveLength(count);
  const ids = change.edits.map((edit) => (edit as AnnotatedTextEdit).annotationId);
  const asked = ids.map((id) => id !== undefined && fix?.edit?.changeAnnotations?.[id]?.needsConfirmation === true);
  expect(asked).toEqual(ids.map(() => previews));
  await c.stop();
});

it('is shown by our own client with the version it holds for', async () => {
  const c = await startClient({ initializationOptions: { commands: true } });
  c.open(uri, two);
  const [found] = await c.diagnostics(uri, (all) => all.length === 1);
  if (!found) throw new Error('nothing found');
  const fix = (await c.actions(uri, found.range, [found])).find(({ title }) => title.startsWith('从这里起重新编号'));
  const shown = fix?.command?.arguments?.[0] as PreviewArguments;
  expect(fix?.edit).toBeUndefined();
  expect([fix?.command?.command, shown.version, shown.edits.map(({ newText }) => newText)]).toEqual([previewCommand, 1, ['三', '四']]);
  await c.stop();
});
