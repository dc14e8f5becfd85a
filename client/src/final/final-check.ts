/** Owns the command 定稿检查: a page beside the draft that says what is left, and follows the draft while it is open. */
import { Disposable, ViewColumn, commands, env, l10n, window, workspace } from 'vscode';
import type { TextDocument, WebviewPanel } from 'vscode';
import type { FinalResult } from '../../../server/src/protocol.ts';
import type { CheckedDocuments } from '../checked-documents.ts';
import type { DraftAtHand } from '../draft-at-hand.ts';
import type { LanguageServer } from '../language-client.ts';
import { holds, toRange } from '../places.ts';
import type { Announcer } from '../status/announcer.ts';
import type { Targets } from '../writing/targets.ts';
import { newNonce } from '../webview/nonce.ts';
import { pageHtml } from '../webview/page.ts';
import { finalBody, finalScript, finalStyle, placesOf } from './page.ts';
import type { FinalWords } from './page.ts';

/** Command that opens the page for the draft on the screen and gives the result. */
export const finalCheckCommand = 'speechDraft.finalCheck';

/** What this works with. */
export interface FinalParts {
  readonly server: LanguageServer;
  readonly checked: CheckedDocuments;
  readonly atHand: DraftAtHand;
  readonly announcer: Announcer;
  readonly targets: Targets;
}

interface Shown {
  readonly panel: WebviewPanel;
  readonly document: TextDocument;
  result: FinalResult;
}

/** One page at a time: that of the draft checked last. */
export class FinalPage implements Disposable {
  readonly #parts: FinalParts;
  readonly #subscriptions: Disposable;
  #shown: Shown | undefined;

  constructor(parts: FinalParts) {
    this.#parts = parts;
    const { server } = parts;
    this.#subscriptions = Disposable.from(
      commands.registerCommand(finalCheckCommand, () => this.#check()),
      server.onCounts(({ uri }) => uri === this.#shown?.document.uri.toString() && void this.#refresh()),
      server.onRelisted(() => void this.#refresh()),
      // A page about a draft that is not open would say what nobody knows any more.
      workspace.onDidCloseTextDocument((document) => document === this.#shown?.document && this.#shown.panel.dispose()),
    );
  }

  dispose(): void {
    this.#subscriptions.dispose();
    this.#shown?.panel.dispose();
  }

  async #check(): Promise<FinalResult | undefined> {
    const { checked, atHand, announcer } = this.#parts;
    const document = window.activeTextEditor?.document ?? this.#shown?.document ?? atHand.document;
    if (!document || !checked.has(document)) {
      announcer.announce(document ? l10n.t('This document is not checked') : l10n.t('Open a draft first'));
      return undefined;
    }
    const result = await this.#ask(document);
    if (!result) return undefined;
    if (this.#shown && this.#shown.document !== document) this.#shown.panel.dispose();
    this.#shown ??= this.#open(document, result);
    this.#shown.result = result;
    this.#show(this.#shown);
    this.#shown.panel.reveal(undefined, true);
    return result;
  }

  async #ask(document: TextDocument): Promise<FinalResult | undefined> {
    const { server, targets } = this.#parts;
    const targetMinutes = targets.of(document);
    const textDocument = { uri: document.uri.toString() };
    try {
      return await server.finalCheck({ textDocument, ...(targetMinutes !== undefined && { targetMinutes }) });
    } catch {
      void window.showErrorMessage(l10n.t('Drafts are not checked: the checking service has stopped.'));
      return undefined;
    }
  }

  async #refresh(): Promise<void> {
    const shown = this.#shown;
    if (!shown) return;
    const result = await this.#ask(shown.document);
    if (!result || this.#shown !== shown || JSON.stringify(result) === JSON.stringify(shown.result)) return;
    shown.result = result;
    this.#show(shown);
  }

  #open(document: TextDocument, result: FinalResult): Shown {
    const column = { viewColumn: ViewColumn.Beside, preserveFocus: true };
    const panel = window.createWebviewPanel('speechDraft.final', l10n.t('Final Check'), column, {
      enableScripts: true,
      localResourceRoots: [],
    });
    const shown: Shown = { panel, document, result };
    panel.onDidDispose(() => {
      if (this.#shown === shown) this.#shown = undefined;
    });
    panel.webview.onDidReceiveMessage((message: unknown) => void this.#go(shown, message));
    return shown;
  }

  #show({ panel, document, result }: Shown): void {
    const name = workspace.asRelativePath(document.uri, false);
    panel.webview.html = pageHtml({
      language: env.language,
      title: l10n.t('Final Check'),
      nonce: newNonce(),
      style: finalStyle,
      script: finalScript,
      body: finalBody(name, result, wordsOf(result)),
    });
  }

  async #go({ document, result }: Shown, message: unknown): Promise<void> {
    const index: unknown = typeof message === 'object' && message !== null && 'place' in message ? message.place : undefined;
    const place = typeof index === 'number' ? placesOf(result)[index] : undefined;
    if (!place || document.isClosed || !holds(document, place.range)) return;
    const visible = window.visibleTextEditors.find((editor) => editor.document === document);
    await window.showTextDocument(document, {
      selection: toRange(place.range),
      viewColumn: visible?.viewColumn ?? ViewColumn.One,
    });
  }
}

function wordsOf({ ignored }: FinalResult): FinalWords {
  return {
    length: l10n.t('Length: '),
    ignored: l10n.t('Ignored: {0}', ignored),
    unchecked: l10n.t('This draft is not checked, so nobody can say that it is finished.'),
    go: (line) => l10n.t('Line {0}', line),
  };
}
