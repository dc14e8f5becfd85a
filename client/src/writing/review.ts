/** Owns the list of what a speech lacks by its genre, going there, and putting in a paragraph to start from. */
import { Position, QuickPickItemKind, Selection, SnippetString, TextEditorRevealType, ThemeIcon, commands, l10n, window } from 'vscode';
import type { QuickPickItem, TextEditor } from 'vscode';
import type { ReviewNote, ReviewResult } from '../../../server/src/protocol.ts';
import type { SnippetFiles } from './snippet-files.ts';

interface Row extends QuickPickItem {
  readonly note?: ReviewNote;
  readonly snippet?: string;
  readonly another?: true;
}

const icons: Readonly<Record<ReviewNote['kind'], string>> = { missing: 'add', empty: 'dash', 'out-of-proportion': 'graph' };

/** Shows the list and does what is chosen. Resolves to `another` when the genre is to be another one. */
export async function chooseNote(editor: TextEditor, result: ReviewResult, snippets: SnippetFiles): Promise<'another' | undefined> {
  const { genre, notes } = result;
  const rows = await Promise.all(notes.map((note) => rowOf(note, genre?.id ?? '', snippets)));
  const chosen = await window.showQuickPick<Row>(
    [
      ...rows,
      { label: '', kind: QuickPickItemKind.Separator },
      {
        label: l10n.t('Genre: {0}', genre?.name ?? ''),
        ...(genre?.reason !== undefined && { description: genre.reason }),
        iconPath: new ThemeIcon('edit'),
        another: true,
      },
    ],
    {
      title: l10n.t('Usual parts of this kind of speech'),
      placeHolder: notes.length > 0 ? l10n.t('For your information; choose one to go there') : l10n.t('All usual parts are there'),
    },
  );
  if (chosen?.another) return 'another';
  if (chosen?.note) await goTo(editor, chosen.note, chosen.snippet);
  return undefined;
}

async function rowOf(note: ReviewNote, genre: string, snippets: SnippetFiles): Promise<Row> {
  const snippet = note.roles && (await snippets.find(genre, note.roles));
  const description = note.detail ?? (snippet && l10n.t('puts in “{0}”', snippet.name));
  return {
    label: note.text,
    iconPath: new ThemeIcon(icons[note.kind]),
    ...(description !== undefined && { description }),
    note,
    ...(snippet && { snippet: snippet.body }),
  };
}

async function goTo(editor: TextEditor, { position }: ReviewNote, snippet: string | undefined): Promise<void> {
  const place = editor.document.validatePosition(new Position(position.line, position.character));
  editor.selection = new Selection(place, place);
  editor.revealRange(editor.selection, TextEditorRevealType.InCenterIfOutsideViewport);
  await commands.executeCommand('workbench.action.focusActiveEditorGroup');
  if (snippet !== undefined) await insert(editor, place, snippet);
}

/** As paragraphs of their own, indented as the one before. */
async function insert(editor: TextEditor, place: Position, body: string): Promise<void> {
  const { text } = editor.document.lineAt(place.line);
  const indent = /^[ \t\u3000]*/u.exec(text)?.[0] ?? '';
  const paragraphs = body.replace(/^/gmu, indent);
  const behind = place.character > 0;
  const at = behind ? new Position(place.line, text.length) : place;
  await editor.insertSnippet(new SnippetString(behind ? `\n${paragraphs}` : `${paragraphs}\n`), at, {
    undoStopBefore: true,
    undoStopAfter: true,
    keepWhitespace: true,
  });
}
