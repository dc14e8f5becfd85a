/** Whole drafts in which every figure is right: the project's own, and the real speeches where they lie beside it. */
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Draft } from '../../../server/src/core/text/draft.ts';
import { withBlanks } from '../../support/blanks.ts';
import { draftOf } from '../../support/holes.ts';
import { parseMarked } from '../../support/marked.ts';
import { seeds, seedsMissing } from '../../support/seeds.ts';
import { messageOf, ruleWith } from './check.ts';

const folders = ['clean', '../placeholder/labelled', '../echoes/clean', '../numbering/clean', '../../../examples'];

function draftsIn(folder: string): Draft[] {
  const url = new URL(`${folder}/`, import.meta.url);
  return readdirSync(url)
    .filter((name) => /(?<!README)\.(?:txt|md)$/.test(name))
    .map((name) => {
      const text = readFileSync(new URL(encodeURIComponent(name), url), 'utf8');
      const bare = folder.includes('labelled') ? parseMarked(text).text : text;
      return draftOf(bare, name.endsWith('.md') ? 'markdown' : 'plain', name);
    });
}

/** Opens drafts together; what is found in them, and how many figures were read. */
function read(drafts: readonly Draft[]): { found: string[]; figures: number; characters: number } {
  const rule = ruleWith();
  rule.putAll(drafts);
  return {
    found: drafts.flatMap(({ uri }) => rule.findings(uri).map((finding) => `${uri} ${messageOf(finding)}`)),
    figures: drafts.reduce((sum, { uri }) => sum + (rule.reading(uri)?.claims.length ?? 0), 0),
    characters: drafts.reduce((sum, { text }) => sum + text.length, 0),
  };
}

describe('drafts whose figures are right', () => {
  it.each(folders)('%s', (folder) => expect(read(draftsIn(folder)).found).toEqual([]));

  it.each(folders)('%s, with blanks around figures', (folder) => {
    const spaced = draftsIn(folder).map(({ text, uri }) => draftOf(withBlanks(text), uri.endsWith('.md') ? 'markdown' : 'plain', uri));
    expect(read(spaced).found).toEqual([]);
  });

  it('are many', () => {
    const all = folders.map((folder) => read(draftsIn(folder)));
    const sum = (of: (one: (typeof all)[number]) => number): number => all.reduce((total, one) => total + of(one), 0);
    console.log(`figure: ${sum(({ characters }) => characters)} characters, ${sum(({ figures }) => figures)} figures, nothing found`);
    expect(sum(({ characters }) => characters)).toBeGreaterThan(20_000);
    expect(sum(({ figures }) => figures)).toBeGreaterThan(400);
  });

  it.skipIf(seedsMissing !== undefined)(`real speeches${seedsMissing === undefined ? '' : ` (skipped: ${seedsMissing})`}`, () => {
    const drafts = seeds().map(({ name, text }) => draftOf(text, 'plain', name));
    expect(read(drafts).found).toEqual([]);
    for (const draft of drafts) expect(read([draft]).found).toEqual([]);
  });
});
