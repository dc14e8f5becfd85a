/** One slip planted in a clean speech: it is found, nothing else is, and the fixes bring the clean state back. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { outlineOf } from '../../../server/src/core/text/sections/index.ts';
import type { Section } from '../../../server/src/core/text/sections/index.ts';
import { rewriteNumeral } from '../../../server/src/core/text/sections/marks.ts';
import { applyEdits } from '../../../server/src/core/text/span.ts';
import type { Edit } from '../../../server/src/core/text/span.ts';
import { draftOf, findingsIn, fixesFor, messageOf } from './check.ts';

const clean = join(import.meta.dirname, 'clean');

interface Planted {
  readonly what: string;
  readonly text: string;
}

/** Every row of heads or items of a speech with three members or more. */
function rowsOf(sections: readonly Section[]): Section[][] {
  const rows = new Map<string, Section[]>();
  for (const section of sections) {
    if (section.number > 0 && section.style !== 'first') rows.set(section.style, [...(rows.get(section.style) ?? []), section]);
  }
  const own = [...rows.values()].filter((row) => row.length >= 3 && row.every((section, index) => section.number === index + 1));
  return [...own, ...sections.flatMap((section) => rowsOf(section.children))];
}

function plantedIn(text: string, format: 'plain' | 'markdown'): Planted[] {
  const draft = draftOf(text, format);
  const outline = outlineOf(draft);
  const planted: Planted[] = [];
  for (const row of outline.speeches.flatMap((speech) => rowsOf(speech.sections))) {
    for (let from = 1; from < row.length; from += 1) {
      for (const [what, step] of [
        ['gap', 1],
        ['repeat', -1],
      ] as const) {
        // 各单位一要…，一要…: a first mark that no stop comes before is known by the second, which this would take away.
        if (what === 'repeat' && from === 1 && /\p{Script=Han}/u.test(text.charAt((row[0]?.head.start ?? 0) - 1))) continue;
        const edits = row.slice(from).map((section): Edit | undefined => {
          const words = [outline.readings[section.firstParagraph]?.opening, ...(outline.readings[section.firstParagraph]?.inline ?? [])];
          const mark = words.find((item) => item?.mark.text.trim() === section.marker && item.mark.number === section.number)?.mark;
          const numeral = mark && rewriteNumeral(mark, section.number + step);
          if (!mark || numeral === undefined) return undefined;
          const start = section.head.start + mark.numeral.start - mark.start;
          return { start, end: start + mark.numeral.end - mark.numeral.start, text: numeral };
        });
        if (edits.every((edit) => edit !== undefined))
          planted.push({ what: `${what} at ${row[from]?.marker ?? ''}${row[from]?.title ?? ''}`, text: applyEdits(text, edits) });
      }
    }
  }
  return planted;
}

describe('planted slips', () => {
  it.each(readdirSync(clean))('%s', (file) => {
    const format = file.endsWith('.md') ? 'markdown' : 'plain';
    const all = plantedIn(readFileSync(join(clean, file), 'utf8'), format);
    for (const { what, text } of all) {
      const draft = draftOf(text, format);
      const findings = findingsIn(draft);
      const slips = findings.filter((finding) => finding.kind !== 'count');
      expect(slips.map(messageOf), `${file}: ${what}`).toHaveLength(1);
      for (const fix of slips.flatMap((finding) => fixesFor(finding, draft))) {
        const left = findingsIn(draftOf(applyEdits(text, fix.edits), format));
        expect(left.length, `${file}: ${what}: ${fix.title.id}`).toBeLessThan(findings.length);
      }
    }
    expect(all.length, 'a speech without rows tests nothing').toBeGreaterThan(0);
  });
});
