/** The labelled drafts: how many slots are found, how many findings are right, how many kinds. The figures are printed. */
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Hole } from '../../../server/src/core/rules/placeholder/index.ts';
import { isMarkdownName } from '../../../server/src/documents/format.ts';
import { draftOf, holesIn } from '../../support/holes.ts';
import { parseMarked } from '../../support/marked.ts';
import type { MarkedSlot } from '../../support/marked.ts';

const folder = new URL('labelled/', import.meta.url);
const files = readdirSync(folder).filter((name) => /^\d.*\.(?:txt|md)$/.test(name));

interface Tally {
  slots: number;
  found: number;
  kinds: number;
  exact: number;
  findings: number;
  clean: number;
  falseInClean: number;
}

const touches = (slot: MarkedSlot, hole: Hole): boolean =>
  slot.start === slot.end || hole.start === hole.end
    ? hole.start <= slot.end && slot.start <= hole.end
    : hole.start < slot.end && slot.start < hole.end;

function measure(name: string, tally: Tally): string[] {
  const { text, slots } = parseMarked(readFileSync(new URL(name, folder), 'utf8'));
  const holes = holesIn(draftOf(text, isMarkdownName(name) ? 'markdown' : 'plain'));
  const used = new Set<Hole>();
  const faults: string[] = [];
  const around = (span: { start: number; end: number }): string =>
    `${text.slice(Math.max(0, span.start - 8), span.start)}⟦${text.slice(span.start, span.end)}⟧${text.slice(span.end, span.end + 8)}`;
  for (const slot of slots) {
    const hole = holes.find((candidate) => !used.has(candidate) && touches(slot, candidate));
    if (!hole) {
      faults.push(`missed: ${around(slot)}`);
      continue;
    }
    used.add(hole);
    tally.found += 1;
    if (slot.kinds.includes(hole.kind)) tally.kinds += 1;
    if (hole.start === slot.start && hole.end === slot.end) tally.exact += 1;
  }
  for (const hole of holes) if (!used.has(hole)) faults.push(`wrong: ${hole.kind} ${around(hole)}`);
  tally.slots += slots.length;
  tally.findings += holes.length;
  if (slots.length === 0) {
    tally.clean += text.length;
    tally.falseInClean += holes.length;
  }
  return faults;
}

describe('labelled drafts', () => {
  const tally: Tally = { slots: 0, found: 0, kinds: 0, exact: 0, findings: 0, clean: 0, falseInClean: 0 };
  const faults = files.flatMap((name) => measure(name, tally).map((fault) => `${name}: ${fault}`));
  const percent = (part: number, whole: number): number => (100 * part) / whole;
  const recall = percent(tally.found, tally.slots);
  const precision = percent(tally.found, tally.findings);
  const kinds = percent(tally.kinds, tally.found);

  it('prints what was measured', () => {
    const figures = [
      `${files.length} drafts, ${tally.slots} slots, ${tally.clean} clean characters`,
      `recall ${recall.toFixed(1)} %, precision ${precision.toFixed(1)} %, kind right ${kinds.toFixed(1)} %, exact span ${percent(tally.exact, tally.found).toFixed(1)} %`,
      `false alarms in clean drafts: ${tally.falseInClean}`,
    ];
    console.log(`placeholder: ${figures.join('; ')}\n  ${faults.join('\n  ')}`);
    expect(tally.slots).toBeGreaterThan(1500);
  });
  it('finds at least 98 % of the slots', () => expect(recall).toBeGreaterThanOrEqual(98));
  it('is right in at least 98 % of its findings', () => expect(precision).toBeGreaterThanOrEqual(98));
  it('knows the kind of at least 95 %', () => expect(kinds).toBeGreaterThanOrEqual(95));
  it('is silent on clean drafts', () => expect(tally.falseInClean).toBeLessThanOrEqual(1));
});
