/** Owns the line above a paragraph that says where its figures stand in the fact sheets. */
import type { CodeLens } from 'vscode-languageserver';
import { rangeOf } from '../convert/positions.ts';
import { entryPlace } from '../core/rules/figure/mismatch.ts';
import { sourcesOf } from '../core/rules/figure/filling.ts';
import type { Snapshot } from '../documents/store.ts';
import type { FactDesk } from './facts.ts';

/** More lenses than this are no help to anybody. */
const most = 200;

/** One lens for each figure whose row is known beyond doubt: the row it comes from, and what stands there. */
export function factLenses(snapshot: Snapshot, { figures, words }: FactDesk): CodeLens[] {
  const reading = figures.reading(snapshot.uri);
  if (!reading || reading.draft !== snapshot.draft) return [];
  return sourcesOf(reading, figures.book, words)
    .slice(0, most)
    .flatMap(({ placed, entry }) => {
      const quantity = placed.claim.measure === 'rate' ? entry.rate : entry.value;
      if (!quantity) return [];
      const title = `${entryPlace(entry)}：${quantity.digits}${quantity.magnitude}${quantity.unit.name}`;
      return [{ range: rangeOf(snapshot.lines, placed), command: { title, command: '' } }];
    });
}
