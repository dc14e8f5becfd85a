/** Owns the question whether a value goes into one hole or into all that are its like. */
import { l10n, window } from 'vscode';
import type { PlainHole } from '../../../server/src/protocol.ts';

/** The holes to fill, this one alone first in the list: the same indicator need not mean the same year. `undefined` if the person turned away. */
export async function askAlike(hole: PlainHole, alike: readonly PlainHole[], value: string): Promise<readonly PlainHole[] | undefined> {
  const places = alike
    .filter(({ name }) => name !== hole.name)
    .map(({ clause: { before, token, after } }) => before + (token.trim() === '' ? '▁▁' : token) + after);
  const chosen = await window.showQuickPick(
    [
      { label: l10n.t('Only here: {0}', value), holes: [hole] },
      { label: l10n.t('All {0} places: {1}', alike.length, value), detail: places.join(l10n.t('; ')), holes: alike },
    ],
    { title: l10n.t('{0} stands in {1} places', hole.indicator ?? hole.clause.token, alike.length), ignoreFocusOut: true },
  );
  return chosen?.holes;
}
