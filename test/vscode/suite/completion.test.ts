// Completion as a person has it: what pops up while typing, and what stands there when it is accepted.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { suite, test } from 'mocha';
import * as vscode from 'vscode';
import { insertRaw } from '../../support/snippet';
import { openDraft, type OpenDraft } from './draft';
import { until } from './until';

const extension = vscode.extensions.getExtension('speech-draft.speech-draft');
assert.ok(extension);
const collection = JSON.parse(readFileSync(path.join(extension.extensionPath, 'snippets', 'speech.code-snippets'), 'utf8')) as Record<
  string,
  { prefix: string[]; body: string[] }
>;
const situation = insertRaw(collection['形势']?.body ?? []).text;

async function openEmpty(name: string, text = ''): Promise<OpenDraft> {
  const open = await openDraft(name, text);
  const end = open.document.positionAt(text.length);
  open.editor.selection = new vscode.Selection(end, end);
  return open;
}

async function offered(
  document: vscode.TextDocument,
  at = document.positionAt(document.getText().length),
): Promise<vscode.CompletionItem[]> {
  return (await vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', document.uri, at)).items;
}

const labelOf = ({ label }: vscode.CompletionItem): string => (typeof label === 'string' ? label : label.label);

/** The server has started: it answers where it must. */
async function answering({ document }: OpenDraft): Promise<void> {
  await until(
    `an answer in ${document.fileName}`,
    async () => (await offered(document)).some((item) => labelOf(item) === '开场') || undefined,
  );
}

/** Types key by key, as a person does: the server has seen one before the next comes. */
async function typeSlowly({ document }: OpenDraft, keys: string): Promise<void> {
  for (const key of keys) {
    await vscode.commands.executeCommand('type', { text: key });
    await vscode.commands.executeCommand('vscode.executeDocumentSymbolProvider', document.uri);
  }
}

/** Types and accepts what has popped up as soon as something has. */
async function typeAndAccept(open: OpenDraft, keys: string, expected: string): Promise<void> {
  await typeSlowly(open, keys);
  await accept(open, keys, expected);
}

async function accept({ document }: OpenDraft, keys: string, expected: string): Promise<void> {
  await until(
    `${keys} accepted`,
    async () => {
      await vscode.commands.executeCommand('acceptSelectedSuggestion');
      return document.getText().endsWith(expected) || undefined;
    },
    () => document.getText(),
  );
}

suite('completion', () => {
  for (const keys of ['xingshi', 'xs', 'situation', '形势']) {
    test(`${keys}, typed on a line of its own, pops up and becomes the section`, async () => {
      const open = await openEmpty(`补全 ${keys} 讲话.txt`);
      await answering(open);
      await typeAndAccept(open, keys, situation);
      assert.equal(open.document.getText(), situation);
    });
  }

  test('letters behind Chinese words are replaced, the words are not', async () => {
    const open = await openEmpty('补全 词后.txt', '同志们：\n\n');
    await answering(open);
    await typeAndAccept(open, '当前，xs', situation);
    assert.equal(open.document.getText(), `同志们：\n\n当前，${situation}`);
  });

  for (const name of ['补全 快打.txt', '补全 快打讲话.txt']) {
    test(`letters typed faster than they are answered pop up: ${name}`, async () => {
      const open = await openEmpty(name, '同志们：\n\n');
      await answering(open);
      await typeSlowly(open, '当前，');
      for (const key of 'xs') await vscode.commands.executeCommand('type', { text: key });
      await accept(open, 'xs', situation);
      assert.equal(open.document.getText(), `同志们：\n\n当前，${situation}`);
    });
  }

  test('every snippet comes once and expands to its text', async () => {
    const open = await openEmpty('补全 全部讲话.txt');
    await answering(open);
    const { document, editor } = open;
    // Every prefix of every snippet is a unit test; here the kinds take turns.
    for (const [at, [name, { prefix, body }]] of Object.entries(collection).entries()) {
      const typed = prefix[at % prefix.length] ?? '';
      const all = new vscode.Range(new vscode.Position(0, 0), document.positionAt(document.getText().length));
      await editor.edit((edit) => edit.replace(all, typed));
      const items = (await offered(document)).filter((item) => labelOf(item) === name);
      assert.equal(items.length, 1, `${name} by ${typed}`);
      const { filterText, insertText, range } = items[0] ?? {};
      assert.equal(filterText, typed);
      assert.ok(insertText instanceof vscode.SnippetString && range !== undefined);
      await editor.insertSnippet(insertText, range instanceof vscode.Range ? range : range.replacing);
      assert.equal(document.getText().replaceAll('\r\n', '\n'), insertRaw(body).text, name);
      await vscode.commands.executeCommand('leaveSnippet');
    }
  }).timeout(120_000);

  test('behind an item the next mark comes first', async () => {
    const open = await openEmpty('补全 列举.txt', '同志们：\n要做到：一是抓早；');
    await until('二是', async () => {
      const [first] = await offered(open.document);
      return (first && labelOf(first) === '二是') || undefined;
    });
  });

  test('“Insert Snippet” finds a snippet by its name', async () => {
    const open = await openEmpty('补全 插入讲话.txt');
    await vscode.commands.executeCommand('editor.action.insertSnippet', { langId: 'speech', name: '形势' });
    await until(
      'the section',
      () => open.document.getText() === situation || undefined,
      () => open.document.getText(),
    );
  });
});
