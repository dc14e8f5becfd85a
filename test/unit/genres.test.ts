/** Genres: what the clean speeches are taken for, and what a speech of a genre lacks. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createDraft } from '../../server/src/core/text/draft.ts';
import type { Draft, Format } from '../../server/src/core/text/draft.ts';
import { guessGenre, outlineOf, reviewGenre, rolesOf } from '../../server/src/core/text/sections/index.ts';
import type { Speech } from '../../server/src/core/text/sections/index.ts';

function draftOf(text: string, format: Format = 'plain'): Draft {
  return createDraft({ uri: 'test:draft', version: 1, format, text });
}

const clean = join(import.meta.dirname, '../rules/numbering/clean');

describe('genres of the clean speeches', () => {
  const speeches = readdirSync(clean).flatMap((file) => {
    const draft = draftOf(readFileSync(join(clean, file), 'utf8'), file.endsWith('.md') ? 'markdown' : 'plain');
    const outline = outlineOf(draft);
    return outline.speeches.map((speech, index) => ({ name: `${file.slice(0, 2)}.${String(index)}`, draft, outline, speech }));
  });
  const genres: Readonly<Record<string, string>> = {
    '01.0': 'report',
    '02.0': 'mobilisation',
    '03.0': 'integrity',
    '04.0': 'lecture',
    '05.0': 'chairing',
    '06.0': 'commendation',
    '07.0': 'address',
    '07.1': 'research',
  };
  it.each(Object.entries(genres))('%s is %s', (name, genre) => {
    const item = speeches.find((speech) => speech.name === name);
    expect(item && guessGenre(item.draft, item.outline, item.speech)?.genre).toBe(genre);
  });
  it('a complete report lacks nothing', () => {
    const item = speeches[0];
    if (!item) throw new Error('no speech');
    expect(reviewGenre(item.draft, item.outline, item.speech, 'report')).toEqual({ missing: [], empty: [], outOfProportion: [] });
  });
  it('each part that is cut out of a report is told', () => {
    const source = readFileSync(join(clean, '01-work-report.txt'), 'utf8');
    const without = (from: string, to: string): Speech & { roles: string[] } => {
      const text = source.slice(0, source.indexOf(from)) + source.slice(source.indexOf(to));
      const draft = draftOf(text);
      const outline = outlineOf(draft);
      const speech = outline.speeches[0] as Speech;
      const review = reviewGenre(draft, outline, speech, 'report');
      return { ...speech, roles: review.missing.flatMap((part) => part.roles) };
    };
    expect(without('一、过去', '二、今年').roles).toContain('achievements');
    expect(without('三、今年', '四、加强').roles).toContain('tasks');
    expect(without('四、加强', '同志们，路').roles).toContain('safeguards');
    expect(without('主要预期', '三、今年').roles).toContain('targets');
    expect(without('这些成绩是', '二、今年').roles).toContain('problems');
  });
  it('an empty section is told', () => {
    const draft = draftOf(`在全会上的讲话\n同志们：\n一、过去一年的工作\n二、今年的任务\n这一段讲具体怎么做，谁来做，什么时候做完。\n`);
    const outline = outlineOf(draft);
    const review = reviewGenre(draft, outline, outline.speeches[0] as Speech, 'report');
    expect(review.empty.map((section) => section.marker)).toEqual(['一、']);
  });
  it('roles stand in order and do not overlap', () => {
    for (const { draft, outline, speech } of speeches) {
      let at = 0;
      for (const stretch of rolesOf(draft, speech, outline)) {
        expect(stretch.start).toBeGreaterThanOrEqual(at);
        at = stretch.end;
      }
    }
  });
});
