/** Owns the view 待填: its rows, its badge, its filter, and that no row leads to a wrong place. */
import { Disposable, EventEmitter, commands, l10n, window } from 'vscode';
import type { Range, TreeDataProvider, TreeItem, TreeView } from 'vscode';
import { clearFilterCommand, fillRowCommand, filterCommand, ignoreRowCommand, openRowCommand, rowsCommand, viewId } from './commands.ts';
import type { Drafts } from './drafts.ts';
import { kindsOf, rowAt, rowsOf } from './model.ts';
import type { DraftRow, HoleRow, Row } from './model.ts';
import { iconOf, toItem } from './rows.ts';

/** What a row can be asked to do. */
export interface RowActions {
  /** Shows the hole of a row, selected; wherever it stands by now. */
  readonly go: (row: HoleRow) => Promise<void>;
  readonly fill: (row: HoleRow) => Promise<void>;
  readonly ignore: (row: HoleRow) => Promise<void>;
}

/** The view. It asks for lists only while it can be seen. */
export class HolesView implements Disposable, TreeDataProvider<Row> {
  readonly #drafts: Drafts;
  readonly #changed = new EventEmitter<void>();
  readonly #tree: TreeView<Row>;
  readonly #subscriptions: Disposable;
  #rows: readonly DraftRow[] = [];
  #kinds: ReadonlySet<string> = new Set();
  /** What the rows were made from. */
  #seen = '';

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(drafts: Drafts, actions: RowActions) {
    this.#drafts = drafts;
    this.#tree = window.createTreeView(viewId, { treeDataProvider: this, showCollapseAll: true });
    this.#subscriptions = Disposable.from(
      this.#tree,
      this.#changed,
      drafts.onDidChange(() => this.#refresh()),
      this.#tree.onDidChangeVisibility(({ visible }) => (drafts.listing = visible)),
      window.onDidChangeTextEditorSelection(({ textEditor: { document }, selections: [selection] }) => {
        if (selection) this.#follow(document.uri.toString(), selection);
      }),
      commands.registerCommand(openRowCommand, (row: HoleRow) => actions.go(row)),
      this.#command(fillRowCommand, actions.fill),
      this.#command(ignoreRowCommand, actions.ignore),
      commands.registerCommand(filterCommand, () => this.#chooseKinds()),
      commands.registerCommand(clearFilterCommand, () => this.#filter(new Set())),
      commands.registerCommand(rowsCommand, () => this.#rows.map(plain)),
    );
    drafts.listing = this.#tree.visible;
    this.#refresh();
  }

  getChildren(row?: Row): Row[] {
    if (row === undefined) return [...this.#rows];
    return row.type === 'hole' ? [] : [...row.children];
  }

  getParent(row: Row): Row | undefined {
    return row.parent;
  }

  getTreeItem(row: Row): TreeItem {
    return toItem(row);
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  /** A command for the row it is called with, or for the one that is selected. */
  #command(id: string, run: (row: HoleRow) => Promise<void>): Disposable {
    return commands.registerCommand(id, (row?: Row) => {
      const chosen = row ?? this.#tree.selection[0];
      return chosen?.type === 'hole' ? run(chosen) : undefined;
    });
  }

  #refresh(): void {
    const drafts = this.#drafts.all();
    const seen = JSON.stringify([[...this.#kinds], drafts.map(({ listed, ...draft }) => [draft, listed?.holes, listed?.headings])]);
    // Rows that are made anew lose the pointer that rests on them.
    if (seen === this.#seen) return;
    this.#seen = seen;
    this.#rows = rowsOf(drafts, this.#kinds);
    const left = drafts.reduce((sum, draft) => sum + draft.left, 0);
    const shown = this.#rows.reduce((sum, row) => sum + row.shown, 0);
    this.#tree.badge = left > 0 ? { value: left, tooltip: l10n.t('Holes left: {0}', left) } : undefined;
    const names = kindsOf(drafts).flatMap(({ kind, name }) => (this.#kinds.has(kind) ? [name] : []));
    const listed = names.length === 0 ? '—' : names.reduce((all, name) => l10n.t('{0}, {1}', all, name));
    this.#tree.message = this.#kinds.size === 0 ? '' : l10n.t('Only {0}: {1} of {2}', listed, shown, left);
    void commands.executeCommand('setContext', 'speechDraft.holes.filtered', this.#kinds.size > 0);
    void commands.executeCommand('setContext', 'speechDraft.holes.drafts', drafts.length);
    this.#changed.fire();
  }

  #filter(kinds: ReadonlySet<string>): void {
    this.#kinds = kinds;
    this.#refresh();
  }

  async #chooseKinds(): Promise<void> {
    const items = kindsOf(this.#drafts.all()).map(({ kind, name, count }) => ({
      id: kind,
      label: name,
      description: String(count),
      iconPath: iconOf(kind),
      picked: this.#kinds.has(kind),
    }));
    const chosen = await window.showQuickPick(items, {
      canPickMany: true,
      title: l10n.t('Show only these kinds'),
      placeHolder: l10n.t('None chosen: all kinds are shown'),
    });
    if (chosen) this.#filter(new Set(chosen.map(({ id }) => id)));
  }

  /** The row of the hole under the caret is the selected one, while the keyboard is in the text. */
  #follow(uri: string, selection: Range): void {
    if (!this.#tree.visible) return;
    const row = rowAt(this.#rows, uri, selection);
    if (!row || this.#tree.selection[0] === row) return;
    // A row that has gone in the meantime is none to show.
    this.#tree.reveal(row, { select: true, focus: false }).then(undefined, () => undefined);
  }
}

/** A row as a program may see it. */
interface PlainRow {
  readonly label: string;
  readonly description: string;
  readonly rows: readonly PlainRow[];
}

function plain(row: Row): PlainRow {
  const { label = '', description } = toItem(row);
  return {
    label: typeof label === 'string' ? label : label.label,
    description: typeof description === 'string' ? description : '',
    rows: row.type === 'hole' ? [] : row.children.map(plain),
  };
}
