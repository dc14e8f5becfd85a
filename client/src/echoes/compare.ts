/** Owns comparing two copies side by side, each with the whole paragraph that it stands in. */
import { Disposable, commands, l10n, window } from 'vscode';
import { compareCopiesCommand } from '../../../server/src/protocol.ts';
import type { PlainCopy } from '../../../server/src/protocol.ts';
import { copyTitle, draftName, pairTitle } from './copy-names.ts';
import { findCopies } from './find-copies.ts';
import type { CopyDeps } from './find-copies.ts';
import { Passages } from './passages.ts';

/** Registers the command and the passages. */
export function registerCompareCommand(deps: CopyDeps): Disposable {
  const passages = new Passages();
  return Disposable.from(
    passages,
    commands.registerCommand(compareCopiesCommand, (given: unknown) => compare(given, deps, passages)),
  );
}

async function compare(given: unknown, deps: CopyDeps, passages: Passages): Promise<void> {
  const found = await findCopies(given, deps);
  if (!found) return;
  const { copies, own } = found;
  const here = copies[own];
  if (!here) return deps.announcer.announce(l10n.t('Nothing is repeated here'));
  const there = await choose(copies.filter((_, index) => index !== own));
  if (!there) return;
  const [left, right] = copies.indexOf(there) < own ? [there, here] : [here, there];
  const address = (copy: PlainCopy) => passages.add(copy.passage, draftName(copy.uri));
  await commands.executeCommand('vscode.diff', address(left), address(right), pairTitle(left, right, paragraph, inside), { preview: true });
}

/** Which copy to compare with; asks only where there is a choice. */
async function choose(others: readonly PlainCopy[]): Promise<PlainCopy | undefined> {
  if (others.length < 2) return others[0];
  const items = others.map((copy) => ({
    label: copyTitle(copy, paragraph),
    description: paragraph(copy.paragraph),
    detail: copy.passage,
    copy,
  }));
  const chosen = await window.showQuickPick(items, { title: l10n.t('Compare with which place?'), matchOnDetail: true });
  return chosen?.copy;
}

function paragraph(count: number): string {
  return l10n.t('paragraph {0}', count);
}

function inside(title: string, count: number): string {
  return l10n.t('{0}, paragraph {1}', title, count);
}
