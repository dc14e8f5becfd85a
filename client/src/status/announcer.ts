/** Owns short news that need no answer: shown in the status bar for a while, read aloud by a screen reader. */
import { StatusBarAlignment, l10n, window } from 'vscode';
import type { Disposable } from 'vscode';

const shownMilliseconds = 6000;

/** Shows one piece of news at a time. */
export class Announcer implements Disposable {
  readonly #item = window.createStatusBarItem('speechDraft.announcement', StatusBarAlignment.Left, -1);
  readonly #watch: Disposable;
  #timer: NodeJS.Timeout | undefined;

  constructor() {
    this.#item.name = l10n.t('Speech Draft: Announcements');
    // News of one draft must not stand under another.
    this.#watch = window.onDidChangeActiveTextEditor(() => this.#hide());
  }

  /** `detail` is for the tooltip and for those who listen. */
  announce(text: string, detail?: string): void {
    clearTimeout(this.#timer);
    this.#item.text = text;
    this.#item.tooltip = detail;
    // In an element of this role what changes is read aloud as it changes.
    this.#item.accessibilityInformation = { label: detail === undefined ? text : l10n.t('{0}. {1}', text, detail), role: 'status' };
    this.#item.show();
    this.#timer = setTimeout(() => this.#hide(), shownMilliseconds);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#watch.dispose();
    this.#item.dispose();
  }

  #hide(): void {
    clearTimeout(this.#timer);
    this.#item.hide();
  }
}
