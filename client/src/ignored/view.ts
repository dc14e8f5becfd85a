/** Owns the view 已忽略: what is ignored and which phrases may repeat; go there, take it back. */
import { Disposable, EventEmitter, ThemeIcon, TreeItem, TreeItemCollapsibleState, Uri, commands, l10n, window, workspace } from 'vscode';
import type { TreeDataProvider } from 'vscode';
import { disallowPhraseCommand, unignoreCommand } from '../../../server/src/protocol.ts';
import type { IgnoredEntry, IgnoredResult, PhraseArguments, UnignoreArguments } from '../../../server/src/protocol.ts';
import type { LanguageServer } from '../language-client.ts';
import { holds, toRange } from '../places.ts';
import { change } from './commands.ts';
import { deadRows, rowsBelow, topRows } from './rows.ts';
import type { Row } from './rows.ts';

const viewId = 'speechDraft.ignored';
/** Commands of the view. */
const show = 'speechDraft.showIgnored';
const open = 'speechDraft.ignored.open';
const remove = 'speechDraft.ignored.remove';
const sweep = 'speechDraft.ignored.removeDead';

const nothing: IgnoredResult = { lists: [] };

/** The view; it asks the server while it is on the screen. */
export class IgnoredView implements Disposable, TreeDataProvider<Row> {
  readonly #server: LanguageServer;
  readonly #changed = new EventEmitter<void>();
  readonly #subscriptions: Disposable;
  #result: IgnoredResult = nothing;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(server: LanguageServer) {
    this.#server = server;
    const view = window.createTreeView(viewId, { treeDataProvider: this, showCollapseAll: false });
    const refresh = (): void => {
      if (view.visible) this.#changed.fire();
    };
    this.#subscriptions = Disposable.from(
      view,
      this.#changed,
      view.onDidChangeVisibility(refresh),
      server.onRelisted(refresh),
      server.onCounts(refresh),
      server.onStopped(refresh),
      workspace.onDidCloseTextDocument(refresh),
      commands.registerCommand(show, () => this.#show()),
      commands.registerCommand(open, (row: Row) => go(row)),
      commands.registerCommand(remove, (row?: Row) => takeBack(row ?? view.selection[0])),
      commands.registerCommand(sweep, () => this.#sweep()),
    );
  }

  /** Called by VS Code. */
  async getChildren(row?: Row): Promise<Row[]> {
    if (row) return [...rowsBelow(row)];
    try {
      this.#result = await this.#server.ignored();
    } catch {
      this.#result = nothing; // told where it failed
    }
    void commands.executeCommand('setContext', 'speechDraft.ignored.dead', deadRows(this.#result).length > 0);
    return [...topRows(this.#result)];
  }

  /** Called by VS Code. */
  getTreeItem(row: Row): TreeItem {
    switch (row.type) {
      case 'entry':
        return itemOf(row.entry, row);
      case 'phrase': {
        const item = new TreeItem(row.phrase);
        item.iconPath = new ThemeIcon('quote');
        item.contextValue = 'phrase';
        return item;
      }
      case 'phrases':
        return group(l10n.t('Phrases that may repeat'), String(row.list.allowedPhrases.length), 'quote');
      default: {
        const { path } = row.list;
        const name = path === undefined ? l10n.t('Until the window is closed') : workspace.asRelativePath(path, true);
        return group(name, String(row.list.entries.length), 'folder');
      }
    }
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  async #show(): Promise<IgnoredResult> {
    await commands.executeCommand(`${viewId}.focus`);
    this.#changed.fire();
    return this.#server.ignored();
  }

  async #sweep(): Promise<void> {
    for (const { list, entry } of deadRows(await this.#server.ignored())) {
      const argument: UnignoreArguments = { uri: list.uri, entry: entry.entry };
      await commands.executeCommand(unignoreCommand, argument);
    }
  }
}

function group(label: string, description: string, icon: string): TreeItem {
  const item = new TreeItem(label, TreeItemCollapsibleState.Expanded);
  item.description = description;
  item.iconPath = new ThemeIcon(icon);
  return item;
}

function itemOf({ entry, rule, alive }: IgnoredEntry, row: Row): TreeItem {
  const words = entry.text.replace(/\s+/g, ' ').trim();
  const around = `${(entry.before ?? '').slice(-8)}【${words}】${(entry.after ?? '').slice(0, 8)}`.replaceAll('¶', '');
  const item = new TreeItem(entry.scope === 'place' ? around : `“${words}”`);
  const where =
    entry.scope === 'everywhere'
      ? l10n.t('all drafts')
      : entry.scope === 'draft'
        ? l10n.t('whole draft {0}', entry.file ?? '')
        : (entry.file ?? '');
  const dead = alive === false;
  item.description = [dead ? l10n.t('no longer there') : '', rule, where].filter((one) => one !== '').join(' · ');
  item.iconPath = new ThemeIcon(dead ? 'warning' : entry.scope === 'place' ? 'eye-closed' : 'circle-slash');
  item.tooltip = [
    `${(entry.before ?? '').replaceAll('¶', '\n')}【${entry.text}】${(entry.after ?? '').replaceAll('¶', '\n')}`.trim(),
    dead ? l10n.t('Its words or their surroundings have changed, or it has been dealt with; it can be removed.') : '',
  ]
    .filter((one) => one !== '')
    .join('\n\n');
  item.contextValue = 'entry';
  item.command = { title: l10n.t('Go there'), command: open, arguments: [row] };
  return item;
}

async function go(row: Row): Promise<void> {
  if (row.type !== 'entry' || row.entry.uri === undefined) return;
  const { uri, range } = row.entry;
  try {
    const document = await workspace.openTextDocument(Uri.parse(uri, true));
    const selection = range && holds(document, range) ? toRange(range) : undefined;
    await window.showTextDocument(document, selection ? { selection } : {});
  } catch {
    void window.showWarningMessage(l10n.t('The draft cannot be opened any more; nothing was changed.'));
  }
}

async function takeBack(row: Row | undefined): Promise<void> {
  if (row?.type === 'entry') {
    await change(unignoreCommand, { uri: row.list.uri, entry: row.entry.entry } satisfies UnignoreArguments);
  } else if (row?.type === 'phrase') {
    await change(disallowPhraseCommand, { uri: row.list.uri, phrase: row.phrase } satisfies PhraseArguments);
  }
}
