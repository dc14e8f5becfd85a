/**
 * Owns the set phrases (固定提法): wordings of public life that must stand verbatim wherever they stand, and so are never a
 * copy; the words of address, of thanks and of close; and the formulas of meetings. Collected line by line from public use;
 * each line is tested. `{n}` stands for a number, `{…}` for a few characters within the clause, `{……}` for more within the
 * sentence. Punctuation does not count.
 */
import { ceremony } from './ceremony.ts';
import { closings, salutations } from './courtesy.ts';
import { names } from './names.ts';
import { party } from './party.ts';
import { people } from './people.ts';
import { strategy } from './strategy.ts';
import { thought } from './thought.ts';

/** What a line is, for the answer to “why is this not reported?”. */
export type SetPhraseKind = 'set-phrase' | 'name' | 'salutation' | 'closing' | 'ceremony';

/** Lines by kind. */
export const setPhrases: Readonly<Record<SetPhraseKind, readonly string[]>> = {
  'set-phrase': [...thought, ...strategy, ...people, ...party],
  name: names,
  salutation: salutations,
  closing: closings,
  ceremony,
};
