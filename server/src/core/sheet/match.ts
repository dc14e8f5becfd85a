/**
 * Owns finding the row of the present draft that a row of the sheet speaks of: by the words of its sentence and, where
 * the same sentence stands twice, by what stands around. Never by lines; where two could be meant, none is taken.
 */
import type { Anchor } from '../holes/index.ts';
import { keyOf } from '../holes/index.ts';
import type { SheetRow } from './rows.ts';

/** Why no row was found. `filled`: the sentence is there, its place is no hole any more. */
export type MatchFault = 'gone' | 'changed' | 'filled' | 'ambiguous';

/** What a row of the sheet speaks of. */
export type Match = { readonly ok: true; readonly row: SheetRow } | { readonly ok: false; readonly fault: MatchFault };

/** How a row of the sheet says what it speaks of: by its key, or, where that is lost, by its sentence. */
export type Address =
  | { readonly by: 'anchor'; readonly anchor: Anchor; readonly parts: number }
  | { readonly by: 'sentence'; readonly sentence: string; readonly section: string };

/** The longest text that may have taken the place of another hole of the sentence. */
const longestFilled = 60;

/** Finds rows. Made once for a draft, asked for each row of the sheet. */
export class Matcher {
  readonly #rows: readonly SheetRow[];
  readonly #byKey: ReadonlyMap<string, readonly SheetRow[]>;
  readonly #bySentence: ReadonlyMap<string, readonly SheetRow[]>;
  readonly #sentences: () => ReadonlySet<string>;

  /** `rows` are those of the draft as it stands; `sentences` gives all its sentences, asked for only where a row is missing. */
  constructor(rows: readonly SheetRow[], sentences: () => ReadonlySet<string>) {
    this.#rows = rows;
    this.#byKey = gather(rows, (row) => keyOf(row.anchor));
    this.#bySentence = gather(rows, (row) => bare(row.sentence));
    this.#sentences = sentences;
  }

  /** The row of the draft that an address speaks of. */
  find(address: Address): Match {
    return address.by === 'anchor'
      ? this.#findAnchor(address.anchor, address.parts)
      : this.#findSentence(address.sentence, address.section);
  }

  #findAnchor(anchor: Anchor, parts: number): Match {
    const ofParts = (row: SheetRow): boolean => row.parts.length === parts;
    const same = (this.#byKey.get(keyOf(anchor)) ?? []).filter(ofParts);
    // Other holes of the sentence may have been filled in meanwhile; all other words must stand as they stood.
    const found = same.length > 0 ? same : this.#rows.filter((row) => ofParts(row) && isFilledCopy(anchor, row));
    if (found.length > 0) return choose(found, anchor);
    const pieces = [...anchor.pieces];
    for (const sentence of this.#sentences()) if (gapsOf(pieces, sentence)) return { ok: false, fault: 'filled' };
    return { ok: false, fault: this.#isNear(anchor) ? 'changed' : 'gone' };
  }

  #findSentence(sentence: string, section: string): Match {
    const found = this.#bySentence.get(bare(sentence)) ?? [];
    const here = found.length > 1 ? found.filter((row) => section !== '' && bare(row.section) === bare(section)) : found;
    const [only] = here;
    if (only && here.length === 1) return { ok: true, row: only };
    return { ok: false, fault: found.length > 1 ? 'ambiguous' : 'gone' };
  }

  /** Whether some hole has kept the words right before it, in a sentence that has other words than before. */
  #isNear({ pieces, hole }: Anchor): boolean {
    const words = wordsBefore(pieces[hole] ?? '');
    return words.length >= fewestWords && this.#rows.some(({ anchor }) => wordsBefore(anchor.pieces[anchor.hole] ?? '').endsWith(words));
  }
}

const fewestWords = 3;
const mostWords = 8;

function wordsBefore(piece: string): string {
  return piece.replace(/[^\p{Script=Han}A-Za-z]/gu, '').slice(-mostWords);
}

function choose(found: readonly SheetRow[], anchor: Anchor): Match {
  const [only] = found;
  if (only && found.length === 1) return { ok: true, row: only };
  const score = (row: SheetRow): number =>
    Number(row.anchor.section === anchor.section) * 4 +
    Number(row.anchor.before === anchor.before) +
    Number(row.anchor.after === anchor.after);
  const best = Math.max(...found.map(score));
  const nearest = best > 0 ? found.filter((row) => score(row) === best) : found;
  const [first] = nearest;
  if (first && nearest.length === 1) return { ok: true, row: first };
  // The same words with the same neighbours: their order tells them apart, as long as none has come or gone.
  const ordered = found.length === anchor.of ? found[anchor.nth] : undefined;
  return ordered && nearest.includes(ordered) ? { ok: true, row: ordered } : { ok: false, fault: 'ambiguous' };
}

/** Whether a row stands in the sentence of an anchor in which other holes have been filled in. */
function isFilledCopy({ pieces, hole }: Anchor, row: SheetRow): boolean {
  const now = row.anchor.pieces;
  if (now.length >= pieces.length) return false;
  const [first = ''] = pieces;
  if (!(now[0] ?? '').startsWith(first)) return false;
  const gaps = gapsOf(pieces, now.join('\u0000'));
  const gap = gaps?.[hole];
  if (!gap || gap.end - gap.start !== 1) return false;
  // The hole itself must still be one, and be the hole of this row.
  const before = now.slice(0, row.anchor.hole + 1).join('\u0000').length;
  return gap.start === before;
}

/** Where the pieces leave room in a text that consists of them, or `undefined`. */
function gapsOf(pieces: readonly string[], text: string): readonly { readonly start: number; readonly end: number }[] | undefined {
  const [first = '', ...rest] = pieces;
  const last = rest.at(-1);
  if (last === undefined || !text.startsWith(first) || !text.endsWith(last)) return undefined;
  const gaps: { start: number; end: number }[] = [];
  let at = first.length;
  for (const [index, piece] of rest.entries()) {
    const end = index === rest.length - 1 ? text.length - piece.length : text.indexOf(piece, at);
    if (end < at || end - at > longestFilled || (piece === '' && index < rest.length - 1)) return undefined;
    gaps.push({ start: at, end });
    at = end + piece.length;
  }
  return gaps;
}

function gather(rows: readonly SheetRow[], keyOfRow: (row: SheetRow) => string): ReadonlyMap<string, readonly SheetRow[]> {
  const known = new Map<string, SheetRow[]>();
  for (const row of rows) {
    const key = keyOfRow(row);
    const among = known.get(key);
    if (among) among.push(row);
    else known.set(key, [row]);
  }
  return known;
}

/** A sentence without what a spreadsheet may add or take. */
function bare(sentence: string): string {
  return sentence.replace(/^'/, '').replace(/\s+/gu, '');
}
