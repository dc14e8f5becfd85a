/** Owns the preview of an import: every row of the sheet with what it would fill, and why others fill nothing. */
import { QuickPickItemKind, ThemeIcon, l10n, window } from 'vscode';
import type { QuickPickItem } from 'vscode';
import type { PlainProposal } from '../../../server/src/protocol.ts';

interface Item extends QuickPickItem {
  readonly proposal?: PlainProposal;
}

/** How much of a sentence is shown left of the value, in characters. */
const shownBefore = 24;

/** The rows that are to be filled in: all that can be, unless the person takes some out. `undefined` if the person turned away. */
export function choose(rows: readonly PlainProposal[], name: string): Promise<readonly PlainProposal[] | undefined> {
  const ready = rows.filter(({ fault }) => fault === undefined).map(readyItem);
  const out = rows.filter(({ fault, empty }) => fault !== undefined && !empty).map(outItem);
  const empty = rows.filter((row) => row.fault !== undefined && row.empty).map(outItem);
  const items: Item[] = [
    ...titled(l10n.t('Not filled in: {0}', out.length), out),
    ...titled(l10n.t('To be filled in: {0}', ready.length), ready),
    ...titled(l10n.t('Nothing written: {0}', empty.length), empty),
  ];
  return new Promise((resolve) => {
    const pick = window.createQuickPick<Item>();
    pick.title = l10n.t('{0}: rows to fill in {1}, not to be filled in {2}, left empty {3}', name, ready.length, out.length, empty.length);
    pick.placeholder =
      ready.length > 0
        ? l10n.t('Enter fills in what is ticked; one undo takes all of it back')
        : l10n.t('Nothing can be filled in; Esc closes');
    pick.canSelectMany = true;
    pick.matchOnDescription = true;
    pick.matchOnDetail = true;
    pick.ignoreFocusOut = true;
    pick.items = items;
    pick.selectedItems = ready;
    let accepted: readonly PlainProposal[] | undefined;
    pick.onDidChangeSelection((selected) => {
      // What cannot be filled in cannot be ticked.
      const allowed = selected.filter((item) => item.proposal?.fault === undefined);
      if (allowed.length < selected.length) pick.selectedItems = allowed;
    });
    pick.onDidAccept(() => {
      const chosen = pick.selectedItems.flatMap(({ proposal }) => (proposal && proposal.fault === undefined ? [proposal] : []));
      accepted = chosen.length > 0 ? chosen : undefined;
      pick.hide();
    });
    pick.onDidHide(() => {
      pick.dispose();
      resolve(accepted);
    });
    pick.show();
  });
}

function titled(label: string, items: readonly Item[]): Item[] {
  return items.length === 0 ? [] : [{ label, kind: QuickPickItemKind.Separator }, ...items];
}

function readyItem(proposal: PlainProposal): Item {
  const { before, after, value, indicator, remark, row } = proposal;
  const near = before.length > shownBefore ? `…${before.slice(-shownBefore)}` : before;
  return {
    proposal,
    label: indicator === '' ? value || (remark ?? '') : `${indicator} ${value}`,
    description: [remark ?? '', l10n.t('row {0}', row)].filter((part) => part !== '').join(' · '),
    detail: value === '' ? near + after : `${near}【${value}】${after}`,
    picked: true,
  };
}

function outItem(proposal: PlainProposal): Item {
  const { before, value, indicator, fault = '', row } = proposal;
  const what = [indicator, value].filter((part) => part !== '').join(' ');
  return {
    proposal,
    iconPath: new ThemeIcon('circle-slash'),
    label: what === '' ? before.slice(0, shownBefore) : what,
    description: `${fault} · ${l10n.t('row {0}', row)}`,
    detail: before,
  };
}
