/** Owns the commands of the panel 批量填写, and that there is one panel at a time. */
import { Disposable, commands, l10n } from 'vscode';
import type { TextDocument } from 'vscode';
import type { CheckedDocuments } from '../checked-documents.ts';
import type { DraftAtHand } from '../draft-at-hand.ts';
import { locate } from '../holes/present.ts';
import { toRange } from '../places.ts';
import { openFillPanel } from './panel.ts';
import type { FillPanel, PanelDeps } from './panel.ts';

/** Opens the panel and hands keys on to it. */
export class FillWalk implements Disposable {
  readonly #deps: PanelDeps;
  readonly #subscriptions: Disposable;
  #open: FillPanel | undefined;

  constructor(deps: PanelDeps, checked: CheckedDocuments, atHand: DraftAtHand) {
    this.#deps = deps;
    this.#subscriptions = Disposable.from(
      commands.registerCommand('speechDraft.fillPanel', async () => {
        const { document } = atHand;
        if (!document) return deps.announcer.announce(l10n.t('Open a draft first'));
        if (!checked.has(document)) return deps.announcer.announce(l10n.t('This document is not checked'));
        await this.#start(document, 0);
      }),
      commands.registerCommand('speechDraft.fillPanelBack', () => this.#open?.back()),
    );
  }

  /** From one hole on. Does nothing where that hole has gone. */
  async from(uri: string, name: string): Promise<boolean> {
    const found = await locate(uri, name, this.#deps.server);
    if (!found) return false;
    await this.#start(found.document, found.document.offsetAt(toRange(found.hole.range).start));
    return true;
  }

  dispose(): void {
    this.#open?.dispose();
    this.#subscriptions.dispose();
  }

  async #start(document: TextDocument, at: number): Promise<void> {
    this.#open?.dispose();
    const panel = await openFillPanel(this.#deps, document, at, () => {
      if (this.#open === panel) this.#open = undefined;
    });
    this.#open = panel;
  }
}
