/** Owns the genre of the draft on the screen: shown beside its language, and the list of its usual parts on demand. */
import { Disposable, commands, languages, l10n, window } from 'vscode';
import type { LanguageStatusItem, TextDocument, TextEditor } from 'vscode';
import type { ReviewResult } from '../../../server/src/protocol.ts';
import type { CheckedDocuments } from '../checked-documents.ts';
import type { LanguageServer } from '../language-client.ts';
import type { Announcer } from '../status/announcer.ts';
import type { Counts } from '../status/counts.ts';
import { chooseNote } from './review.ts';
import type { SnippetFiles } from './snippet-files.ts';

/** Command: what usual parts the draft on the screen lacks. */
export const reviewCommand = 'speechDraft.reviewSections';
/** The genre is looked at when the draft has rested for so long. */
const restMilliseconds = 800;

/** What the genre works with. */
export interface GenreParts {
  readonly server: LanguageServer;
  readonly checked: CheckedDocuments;
  readonly counts: Counts;
  readonly announcer: Announcer;
  readonly snippets: SnippetFiles;
}

/** Shows the genre where it is sure, and answers the command. */
export class Genres implements Disposable {
  readonly #parts: GenreParts;
  readonly #subscriptions: Disposable;
  /** What writers said of their drafts in this window, by uri. */
  readonly #said = new Map<string, string>();
  #item: LanguageStatusItem | undefined;
  #timer: NodeJS.Timeout | undefined;
  #asked = 0;

  constructor(parts: GenreParts) {
    this.#parts = parts;
    this.#subscriptions = Disposable.from(
      parts.counts.onDidChange(() => this.#rest()),
      window.onDidChangeActiveTextEditor(() => this.#rest()),
      commands.registerCommand(reviewCommand, () => this.#review()),
    );
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#subscriptions.dispose();
    this.#item?.dispose();
  }

  #rest(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#refresh(), restMilliseconds);
  }

  async #refresh(): Promise<void> {
    this.#asked += 1;
    const asked = this.#asked;
    const editor = window.activeTextEditor;
    const isKnown = editor && this.#parts.checked.has(editor.document) && this.#parts.counts.of(editor.document);
    const result = isKnown ? await this.#ask(editor) : undefined;
    if (asked !== this.#asked) return;
    if (editor && result?.genre) this.#show(editor.document, result.genre);
    else this.#hide();
  }

  /** Rejects never: without an answer nothing is shown. */
  async #ask({ document, selection }: TextEditor): Promise<ReviewResult | undefined> {
    const uri = document.uri.toString();
    const genre = this.#said.get(uri);
    const { line, character } = selection.active;
    try {
      return await this.#parts.server.review({
        textDocument: { uri },
        position: { line, character },
        ...(genre !== undefined && { genre }),
      });
    } catch (error) {
      this.#parts.server.output.warn('the genre could not be had', String(error));
      return undefined;
    }
  }

  #show(document: TextDocument, { name, reason }: NonNullable<ReviewResult['genre']>): void {
    const { scheme, path } = document.uri;
    this.#item ??= languages.createLanguageStatusItem('speechDraft.genre', { scheme });
    this.#item.selector = { scheme, pattern: path, language: document.languageId };
    this.#item.name = l10n.t('Speech Draft: Genre');
    this.#item.text = l10n.t('Genre: {0}', name);
    this.#item.detail = reason ?? l10n.t('as you said');
    this.#item.command = { command: reviewCommand, title: l10n.t('Usual parts') };
  }

  #hide(): void {
    this.#item?.dispose();
    this.#item = undefined;
  }

  async #review(): Promise<void> {
    const { announcer, checked, snippets } = this.#parts;
    const editor = window.activeTextEditor;
    if (!editor) return announcer.announce(l10n.t('Open a draft first'));
    if (!checked.has(editor.document)) return announcer.announce(l10n.t('This document is not checked'));
    for (;;) {
      const result = await this.#ask(editor);
      if (!result || result.version < 0) return announcer.announce(l10n.t('This document is not checked'));
      const genre = result.genre ? await chooseNote(editor, result, snippets) : await this.#choose(result);
      if (genre === undefined) return;
      const said = genre === 'another' ? await this.#choose(result) : genre;
      if (said === undefined) return;
      this.#said.set(editor.document.uri.toString(), said);
      void this.#refresh();
    }
  }

  /** Asks which genre it is. */
  async #choose({ genres, genre }: ReviewResult): Promise<string | undefined> {
    const chosen = await window.showQuickPick(
      genres.map(({ id, name }) => ({ label: name, id })),
      {
        title: l10n.t('Genre of this speech'),
        placeHolder: genre ? l10n.t('Now taken for: {0}', genre.name) : l10n.t('The text does not tell; please choose'),
      },
    );
    return chosen?.id;
  }
}
