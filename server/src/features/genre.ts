/** Owns the genre of a speech as the client shows it: the guess with its reason, and what speeches of that genre usually hold. */
import { offsetAt, positionAt } from '../convert/positions.ts';
import type { Wording } from '../convert/wording.ts';
import type { Bilingual } from '../core/rules/meta.ts';
import { guessGenre, leastSureness, placeFor, reviewGenre } from '../core/text/sections/index.ts';
import type { Genre, GenreGuess, Outline, Speech, UsualPart } from '../core/text/sections/index.ts';
import { genreNames, roleNames } from '../core/text/sections/genre-names.ts';
import type { Draft } from '../core/text/draft.ts';
import type { Snapshot } from '../documents/store.ts';
import type { PlainGenre, ReviewNote, ReviewParams, ReviewResult } from '../protocol.ts';

const all = Object.keys(genreNames) as Genre[];

/** The answer for a draft that is not open or not checked. */
export function noReview(wording: Wording): ReviewResult {
  return { version: -1, genres: genresIn(wording), notes: [] };
}

/** Looks at the speech around a place. */
export function review(
  snapshot: Snapshot,
  outline: Outline,
  wording: Wording,
  { position, genre }: Pick<ReviewParams, 'position' | 'genre'>,
): ReviewResult {
  const { draft, lines, version } = snapshot;
  const offset = offsetAt(lines, position);
  const speech = outline.speeches.findLast(({ start }) => start <= offset) ?? outline.speeches[0];
  if (!draft || !speech) return noReview(wording);
  const said = all.find((id) => id === genre);
  const guess = said === undefined ? guessGenre(draft, outline, speech) : undefined;
  const sure = guess !== undefined && guess.sureness >= leastSureness ? guess : undefined;
  const known = said ?? sure?.genre;
  const genres = genresIn(wording);
  if (known === undefined) return { version, genres, notes: [] };
  const plain: PlainGenre = {
    id: known,
    name: wording.pick(genreNames[known]),
    ...(sure && { reason: reasonOf(sure, wording) }),
  };
  const notes = notesOf(draft, outline, speech, known, wording);
  return {
    version,
    genre: plain,
    genres,
    notes: notes.map(({ at, ...note }) => ({ ...note, position: positionAt(lines, at) })),
  };
}

function genresIn(wording: Wording): { id: string; name: string }[] {
  return all.map((id) => ({ id, name: wording.pick(genreNames[id]) }));
}

/** What in the text tells the genre, in its own words. */
function reasonOf({ inTitle, inBody, roles }: GenreGuess, wording: Wording): string {
  const quoted = (words: readonly string[]): Bilingual => ({
    zh: words.map((word) => `“${word}”`).join(''),
    en: words.map((word) => `“${word}”`).join(', '),
  });
  const reasons: Bilingual[] = [];
  if (inTitle !== undefined) reasons.push({ zh: `题目有“${inTitle}”`, en: `“${inTitle}” in the title` });
  if (inBody.length > 0) reasons.push({ zh: `文中有${quoted(inBody).zh}`, en: `${quoted(inBody).en} in the text` });
  if (reasons.length === 0 && roles.length > 0) {
    const names = roles.map((role) => roleNames[role]);
    reasons.push({
      zh: `有${names.map(({ zh }) => `“${zh}”`).join('')}部分`,
      en: `parts: ${names.map(({ en }) => en).join(', ')}`,
    });
  }
  return wording.language === 'zh' ? reasons.map(({ zh }) => zh).join('，') : reasons.map(({ en }) => en).join('; ');
}

function notesOf(
  draft: Draft,
  outline: Outline,
  speech: Speech,
  genre: Genre,
  wording: Wording,
): (Omit<ReviewNote, 'position'> & { at: number })[] {
  const { missing, empty, outOfProportion } = reviewGenre(draft, outline, speech, genre);
  return [
    ...missing.map((part) => ({
      kind: 'missing' as const,
      text: wording.pick({ zh: `没有看到：${nameOf(part).zh}`, en: `Not found: ${nameOf(part).en}` }),
      roles: part.roles,
      at: placeFor(draft, outline, speech, genre, part),
    })),
    ...empty.map((section) => ({
      kind: 'empty' as const,
      text: wording.pick({ zh: `只有标题：${section.marker}${section.title}`, en: `Heading only: ${section.marker}${section.title}` }),
      at: section.start,
    })),
    ...outOfProportion.map(({ part, share, at }) => {
      const [low, high] = (part.share ?? [0, 1]).map((value) => Math.round(value * 100));
      const isShort = share < (part.share?.[0] ?? 0);
      const percent = Math.round(share * 100);
      return {
        kind: 'out-of-proportion' as const,
        text: wording.pick({
          zh: `${nameOf(part).zh}占 ${percent}%，${isShort ? '偏少' : '偏多'}`,
          en: `${nameOf(part).en}: ${percent}%, ${isShort ? 'rather little' : 'rather much'}`,
        }),
        detail: wording.pick({ zh: `通常占 ${low}%–${high}%`, en: `usually ${low}–${high}%` }),
        at,
      };
    }),
  ];
}

function nameOf({ roles }: UsualPart): Bilingual {
  const names = roles.map((role) => roleNames[role]);
  return { zh: names.map(({ zh }) => zh).join('或'), en: names.map(({ en }) => en).join(' or ') };
}
