/** Owns the mode as a person sees and changes it: an item of the status bar and the command behind it. */
import { ConfigurationTarget, Disposable, StatusBarAlignment, commands, l10n, window, workspace } from 'vscode';
import type { QuickPickItem } from 'vscode';
import type { CheckedDocuments } from '../checked-documents.ts';
import type { Announcer } from '../status/announcer.ts';

/** Command that asks for the mode, or takes the one it is given. */
export const chooseModeCommand = 'speechDraft.chooseMode';

/** Left of the counts, which follow it. */
const priority = 121;

interface ModeItem extends QuickPickItem {
  readonly mode: string;
  readonly icon: string;
  readonly name: string;
}

/** Keeps the item up to date, and has the command. */
export class ModeStatus implements Disposable {
  readonly #item = window.createStatusBarItem('speechDraft.mode', StatusBarAlignment.Right, priority);
  readonly #checked: CheckedDocuments;
  readonly #announcer: Announcer;
  readonly #subscriptions: Disposable;

  constructor(checked: CheckedDocuments, announcer: Announcer) {
    this.#checked = checked;
    this.#announcer = announcer;
    this.#item.name = l10n.t('Speech Draft: Mode');
    this.#item.command = chooseModeCommand;
    this.#subscriptions = Disposable.from(
      commands.registerCommand(chooseModeCommand, (given: unknown) => this.#choose(given)),
      checked.onDidChange(() => this.#refresh()),
      window.onDidChangeActiveTextEditor(() => this.#refresh()),
      workspace.onDidChangeConfiguration((change) => change.affectsConfiguration('speechDraft.mode') && this.#refresh()),
    );
    this.#refresh();
  }

  dispose(): void {
    this.#subscriptions.dispose();
    this.#item.dispose();
  }

  async #choose(given: unknown): Promise<void> {
    const present = modeNow();
    const items = modeItems();
    const chosen =
      items.find(({ mode }) => mode === given) ??
      (await pickFrom(
        items.map((item) => (item.mode === present ? { ...item, description: l10n.t('now') } : item)),
        present,
      ));
    if (!chosen) return;
    const settings = workspace.getConfiguration('speechDraft');
    // Where the workspace has a mode of its own it is changed there, else for the person.
    const own = settings.inspect('mode')?.workspaceValue !== undefined;
    await settings.update('mode', chosen.mode, own ? ConfigurationTarget.Workspace : ConfigurationTarget.Global);
    this.#announcer.announce(l10n.t('Mode: {0}', chosen.name), chosen.detail);
  }

  #refresh(): void {
    const document = window.activeTextEditor?.document;
    if (!document || !this.#checked.has(document)) return this.#item.hide();
    const present = modeNow();
    const item = modeItems().find(({ mode }) => mode === present);
    if (!item) return this.#item.hide();
    const tooltip = [l10n.t('Mode: {0}', item.name), item.detail ?? '', l10n.t('Click to choose another')].join('\n');
    this.#item.text = `$(${item.icon}) ${item.name}`;
    this.#item.tooltip = tooltip;
    this.#item.accessibilityInformation = { label: tooltip.replaceAll('\n', ', ') };
    this.#item.show();
  }
}

/** Asks, with the present mode under the bar. */
function pickFrom(items: readonly ModeItem[], present: unknown): Promise<ModeItem | undefined> {
  return new Promise((resolve) => {
    const pick = window.createQuickPick<ModeItem>();
    pick.title = l10n.t('How much is to be shown?');
    pick.matchOnDetail = true;
    pick.items = items;
    pick.activeItems = items.filter(({ mode }) => mode === present);
    let chosen: ModeItem | undefined;
    pick.onDidAccept(() => {
      [chosen] = pick.activeItems;
      pick.hide();
    });
    pick.onDidHide(() => {
      pick.dispose();
      resolve(chosen);
    });
    pick.show();
  });
}

function modeNow(): unknown {
  return workspace.getConfiguration('speechDraft').get<unknown>('mode');
}

function modeItems(): ModeItem[] {
  const item = (mode: string, icon: string, name: string, detail: string): ModeItem => ({
    mode,
    icon,
    name,
    label: `$(${icon}) ${name}`,
    detail,
  });
  return [
    item('draft', 'edit', l10n.t('Drafting'), l10n.t('Holes only, as faint hints; repeats and numbering stay quiet')),
    item('review', 'eye', l10n.t('Reviewing'), l10n.t('Everything that was found, at its severity')),
    item('final', 'pass', l10n.t('Finishing'), l10n.t('Everything that was found; every hole is an error')),
    item('off', 'eye-closed', l10n.t('Checks hidden'), l10n.t('Nothing is shown; holes are still counted')),
  ];
}
