/**
 * Owns the set phrases (固定提法): wordings of public life that must stand verbatim wherever they stand, and so are never a
 * copy; the words of address, of thanks and of close; the formulas of meetings; and the wording of the outlines
 * that new speeches begin with. Collected line by line from public use;
 * each line is tested. `{n}` stands for a number, `{…}` for a few characters within the clause, `{……}` for more within the
 * sentence. Punctuation does not count.
 */
import { skeletonWording } from '../../../skeleton/wording.ts';
import { ceremony } from './ceremony.ts';
import { closings, salutations } from './courtesy.ts';
import { names } from './names.ts';
import { party } from './party.ts';
import { people } from './people.ts';
import { strategy } from './strategy.ts';
import { thought } from './thought.ts';

/** What a line is, for the answer to “why is this not reported?”. */
export type SetPhraseKind = 'set-phrase' | 'name' | 'salutation' | 'closing' | 'ceremony' | 'skeleton';

const written: Readonly<Record<Exclude<SetPhraseKind, 'skeleton'>, readonly string[]>> = {
  'set-phrase': [...thought, ...strategy, ...people, ...party],
  name: names,
  salutation: salutations,
  closing: closings,
  ceremony,
};
const known = new Set(Object.values(written).flat());

/** Lines by kind; none stands twice. */
export const setPhrases: Readonly<Record<SetPhraseKind, readonly string[]>> = {
  ...written,
  skeleton: skeletonWording().filter((line) => !known.has(line)),
};
