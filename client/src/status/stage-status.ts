/** Owns the part of the status bar that says how long the draft on the screen, or what is selected in it, takes to say. */
import { Disposable, StatusBarAlignment, ThemeColor, l10n, window, workspace } from 'vscode';
import type { TextEditor } from 'vscode';
import { stageCommand } from '../../../server/src/protocol.ts';
import type { StageResult } from '../../../server/src/protocol.ts';
import type { CheckedDocuments } from '../checked-documents.ts';
import type { LanguageServer } from '../language-client.ts';
import type { Targets } from '../writing/targets.ts';
import type { Counts } from './counts.ts';

/** Right of the holes and the repeats. */
const priority = 118;
/** A selection is measured when it has rested for so long. */
const restMilliseconds = 120;

/** Keeps the item up to date: measures after every look at the draft and when the selection rests. */
export class StageStatus implements Disposable {
  readonly #item = window.createStatusBarItem('speechDraft.stage', StatusBarAlignment.Right, priority);
  readonly #server: LanguageServer;
  readonly #counts: Counts;
  readonly #checked: CheckedDocuments;
  readonly #targets: Targets;
  readonly #subscriptions: Disposable;
  #timer: NodeJS.Timeout | undefined;
  /** How often was asked: an older answer does not overtake a newer one. */
  #asked = 0;
  #hadSelection = false;

  constructor(server: LanguageServer, counts: Counts, checked: CheckedDocuments, targets: Targets) {
    this.#server = server;
    this.#counts = counts;
    this.#checked = checked;
    this.#targets = targets;
    this.#item.name = l10n.t('Speech Draft: Speaking Time');
    this.#item.command = stageCommand;
    this.#subscriptions = Disposable.from(
      counts.onDidChange(() => void this.refresh()),
      checked.onDidChange(() => void this.refresh()),
      window.onDidChangeActiveTextEditor(() => void this.refresh()),
      window.onDidChangeTextEditorSelection(({ textEditor }) => this.#selected(textEditor)),
      workspace.onDidChangeConfiguration((change) => void (change.affectsConfiguration('speechDraft.stage') && this.#rest())),
    );
    void this.refresh();
  }

  /** Measures the draft on the screen anew. */
  async refresh(): Promise<void> {
    clearTimeout(this.#timer);
    this.#asked += 1;
    const asked = this.#asked;
    const editor = window.activeTextEditor;
    const counts = editor && this.#checked.has(editor.document) ? this.#counts.of(editor.document) : undefined;
    if (!editor || !counts || counts.unchecked !== undefined) return this.#item.hide();
    const result = await this.#ask(editor);
    if (asked !== this.#asked) return;
    if (!result || result.version < 0 || result.whole.words === 0) return this.#item.hide();
    this.#show(result);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#subscriptions.dispose();
    this.#item.dispose();
  }

  #selected(editor: TextEditor): void {
    if (editor !== window.activeTextEditor) return;
    const has = editor.selections.some(({ isEmpty }) => !isEmpty);
    if (has || this.#hadSelection) this.#rest();
    this.#hadSelection = has;
  }

  #rest(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.refresh(), restMilliseconds);
  }

  async #ask({ document, selections }: TextEditor): Promise<StageResult | undefined> {
    const targetMinutes = this.#targets.of(document);
    try {
      return await this.#server.stage({
        textDocument: { uri: document.uri.toString() },
        selections: selections.filter(({ isEmpty }) => !isEmpty).map(({ start, end }) => ({ start, end })),
        ...(targetMinutes !== undefined && { targetMinutes }),
      });
    } catch (error) {
      this.#server.output.warn('the draft could not be measured', String(error));
      return undefined;
    }
  }

  #show({ whole, selection, target, pace }: StageResult): void {
    const shown = selection ?? whole;
    const measured = shown.seconds > 0 ? `${shown.length} · ${shown.time}` : shown.length;
    const text = selection
      ? l10n.t('Selected {0}', measured)
      : target && target.state !== 'fits'
        ? `${measured} · ${target.text}`
        : measured;
    const lines = [
      ...(selection ? [l10n.t('Selected: {0}', `${selection.length} · ${selection.time}`)] : []),
      l10n.t('Whole draft: {0}', `${whole.length} · ${whole.time}`),
      ...(target ? [target.detail] : []),
      l10n.t('At {0} characters a minute; pauses counted', pace),
      l10n.t('Click for the time of each section, pace and target'),
    ];
    this.#item.text = text;
    this.#item.tooltip = lines.join('\n');
    this.#item.backgroundColor = target?.state === 'over' && !selection ? new ThemeColor('statusBarItem.warningBackground') : undefined;
    this.#item.accessibilityInformation = { label: lines.slice(0, -1).join(', ') };
    this.#item.show();
  }
}
