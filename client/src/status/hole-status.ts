/** Owns the part of the status bar that says how many holes are left in the draft on the screen; silent when there are none. */
import { Disposable, StatusBarAlignment, ThemeColor, l10n, window } from 'vscode';
import type { CountsParams } from '../../../server/src/protocol.ts';
import type { CheckedDocuments } from '../checked-documents.ts';
import type { Counts } from './counts.ts';
import { toHoles } from './ways.ts';

/** The repeats and the speaking time stand to its right, with lower priorities. */
const priority = 120;

/** Keeps the item up to date. */
export class HoleStatus implements Disposable {
  readonly #item = window.createStatusBarItem('speechDraft.holes', StatusBarAlignment.Right, priority);
  readonly #counts: Counts;
  readonly #checked: CheckedDocuments;
  readonly #subscriptions: Disposable;

  constructor(counts: Counts, checked: CheckedDocuments) {
    this.#counts = counts;
    this.#checked = checked;
    this.#item.name = l10n.t('Speech Draft: Holes');
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
    if (counts?.unchecked !== undefined) this.#show(`$(warning) ${l10n.t('Not checked')}`, counts.unchecked, undefined, true);
    else if (counts && counts.holes > 0) this.#show(l10n.t('To fill {0}', counts.holes), tooltipOf(counts), toHoles, false);
    else return this.#item.hide();
    this.#item.show();
  }

  #show(text: string, tooltip: string, command: string | undefined, warns: boolean): void {
    this.#item.text = text;
    this.#item.tooltip = tooltip;
    this.#item.command = command;
    this.#item.backgroundColor = warns ? new ThemeColor('statusBarItem.warningBackground') : undefined;
    this.#item.accessibilityInformation = { label: tooltip.replaceAll('\n', ', ') };
  }
}

function tooltipOf({ holes, kinds }: CountsParams): string {
  const lines = kinds.map(({ name, count }) => l10n.t('{0}: {1}', name, count));
  return [l10n.t('Holes left: {0}', holes), ...lines, l10n.t('Click to deal with them')].join('\n');
}
