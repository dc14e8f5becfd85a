/** Owns the part of the status bar that says how many repeats the draft on the screen has; silent when there are none. */
import { Disposable, StatusBarAlignment, l10n, window } from 'vscode';
import type { CheckedDocuments } from '../checked-documents.ts';
import type { Counts } from './counts.ts';
import { toRepeats } from './ways.ts';

/** Between the holes and the speaking time. */
const priority = 119;

/** Keeps the item up to date. */
export class RepeatStatus implements Disposable {
  readonly #item = window.createStatusBarItem('speechDraft.repeats', StatusBarAlignment.Right, priority);
  readonly #counts: Counts;
  readonly #checked: CheckedDocuments;
  readonly #subscriptions: Disposable;

  constructor(counts: Counts, checked: CheckedDocuments) {
    this.#counts = counts;
    this.#checked = checked;
    this.#item.name = l10n.t('Speech Draft: Repeats');
    this.#item.command = toRepeats;
    this.#subscriptions = Disposable.from(
      counts.onDidChange(() => this.#refresh()),
      checked.onDidChange(() => this.#refresh()),
      window.onDidChangeActiveTextEditor(() => this.#refresh()),
    );
    this.#refresh();
  }

  dispose(): void {
    this.#subscriptions.dispose();
    this.#item.dispose();
  }

  #refresh(): void {
    const document = window.activeTextEditor?.document;
    const counts = document && this.#checked.has(document) ? this.#counts.of(document) : undefined;
    if (!counts || counts.unchecked !== undefined || counts.repeats === 0) return this.#item.hide();
    const tooltip = l10n.t('Repeated passages and phrases: {0}', counts.repeats);
    this.#item.text = l10n.t('Repeats {0}', counts.repeats);
    this.#item.tooltip = `${tooltip}\n${l10n.t('Click to look at them')}`;
    this.#item.accessibilityInformation = { label: tooltip };
    this.#item.show();
  }
}
