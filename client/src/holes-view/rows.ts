/** Owns how a row of the view 待填 looks. */
import { MarkdownString, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState, Uri, l10n } from 'vscode';
import { openRowCommand } from './commands.ts';
import type { DraftRow, HeadingRow, HoleRow, Row } from './model.ts';

const icons: Readonly<Record<string, string>> = {
  number: 'symbol-number',
  money: 'credit-card',
  percent: 'percentage',
  date: 'calendar',
  ordinal: 'list-ordered',
  'document-number': 'tag',
  name: 'account',
  place: 'globe',
  organization: 'organization',
  list: 'list-unordered',
  content: 'edit',
  note: 'note',
  blank: 'dash',
};

/** What stands for a hole where nothing is written. */
const nothing = '▁▁';

/** A row as VS Code shows it. */
export function toItem(row: Row): TreeItem {
  switch (row.type) {
    case 'draft':
      return draftItem(row);
    case 'heading':
      return headingItem(row);
    default:
      return holeItem(row);
  }
}

/** The icon of a kind. */
export function iconOf(kind: string): ThemeIcon {
  return new ThemeIcon(icons[kind] ?? 'circle-large-outline');
}

function draftItem({ id, uri, name, left, most, shown, unchecked }: DraftRow): TreeItem {
  const item = new TreeItem(name, left > 0 ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.None);
  item.id = id;
  item.contextValue = 'draft';
  if (unchecked !== undefined) {
    item.iconPath = new ThemeIcon('warning', new ThemeColor('list.warningForeground'));
    item.description = l10n.t('Not checked');
    item.tooltip = unchecked;
    return item;
  }
  const filled = l10n.t('Filled {0}/{1}', most - left, most);
  item.iconPath = left === 0 ? new ThemeIcon('pass-filled', new ThemeColor('testing.iconPassed')) : new ThemeIcon('file-text');
  item.description = shown === left ? filled : l10n.t('{0} · {1} shown', filled, shown);
  item.tooltip = l10n.t(
    'Left to fill: {0}, of {1} since the draft was opened (the most there were). What was filled or deleted counts as filled; what is ignored is not counted.',
    left,
    most,
  );
  item.command = { title: l10n.t('Open'), command: 'vscode.open', arguments: [Uri.parse(uri)] };
  return item;
}

function headingItem(row: HeadingRow): TreeItem {
  const item = new TreeItem(row.title, TreeItemCollapsibleState.Expanded);
  item.id = row.id;
  item.contextValue = 'heading';
  item.description = String(row.shown);
  item.tooltip = l10n.t('{0}: {1}', row.title, l10n.t('left to fill {0}', row.shown));
  return item;
}

function holeItem(row: HoleRow): TreeItem {
  const { clause, sentence, indicator, unit, kind, kindName, message, removable } = row.hole;
  const token = clause.token.trim() === '' ? nothing : clause.token;
  const from = clause.before.length;
  const item = new TreeItem({ label: clause.before + token + clause.after, highlights: [[from, from + token.length]] });
  item.id = row.id;
  item.contextValue = removable ? 'hole.note' : 'hole';
  item.iconPath = iconOf(kind);
  item.description = indicator === undefined ? kindName : unit === undefined ? indicator : l10n.t('{0} ({1})', indicator, unit);
  const said = new MarkdownString();
  const shown = sentence.token.trim() === '' ? nothing : sentence.token;
  said
    .appendText(sentence.before)
    .appendMarkdown('**`')
    .appendMarkdown(shown.replaceAll('`', "'"))
    .appendMarkdown('`**')
    .appendText(sentence.after);
  said.appendMarkdown('\n\n').appendText(message);
  item.tooltip = said;
  item.accessibilityInformation = { label: l10n.t('{0}. {1}', message, sentence.before + shown + sentence.after) };
  item.command = { title: l10n.t('Go to the hole'), command: openRowCommand, arguments: [row] };
  return item;
}
