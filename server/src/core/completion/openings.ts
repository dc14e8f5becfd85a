/** Owns which part of a speech is written at a place, and which snippets are of most use there. */
import type { Draft } from '../text/draft.ts';
import { guessGenre, rolesOf } from '../text/sections/index.ts';
import type { Genre, Outline, Role } from '../text/sections/index.ts';
import type { Snippet } from './collection.ts';
import type { Offer } from './offer.ts';

/** What is known of the speech around a place. */
export interface Setting {
  /** The part that is being written. */
  readonly role: Role | undefined;
  readonly genre: Genre | undefined;
  /** Whether more than a line has been written; before that is the time for a skeleton. */
  readonly begun: boolean;
}

/** In the order in which parts usually stand in a speech. */
const course: readonly Role[] = [
  'opening',
  'greeting',
  'congratulation',
  'agenda',
  'achievements',
  'experience',
  'problems',
  'situation',
  'guiding-thought',
  'targets',
  'tasks',
  'safeguards',
  'pledge',
  'hopes',
  'wishes',
  'closing',
];

/** A genre shows at its beginning; a long report is not read to its end for it. UTF-16 code units. */
const genreWithin = 20_000;
const shortest = 40;

/** The part and the genre at `offset`. */
export function settingAt(draft: Draft, outline: Outline, offset: number): Setting {
  const speech = outline.speeches.findLast((item) => item.start <= offset) ?? outline.speeches[0];
  const begun = draft.text.length - (speech?.start ?? 0) > shortest;
  if (speech === undefined) return { role: undefined, genre: undefined, begun };
  const role = rolesOf(draft, speech, outline).findLast((stretch) => stretch.start <= offset)?.role;
  const genre = guessGenre(draft, outline, { ...speech, end: Math.min(speech.end, speech.start + genreWithin) })?.genre;
  return { role, genre, begun };
}

/** A snippet as an offer for a setting. */
export function sectionOffer(snippet: Snippet, setting: Setting): Offer {
  const here = snippet.role !== undefined && snippet.role === setting.role;
  const own = setting.genre !== undefined && snippet.genres.includes(setting.genre);
  return {
    kind: snippet.role === undefined ? 'skeleton' : 'section',
    label: snippet.name,
    keys: snippet.keys,
    text: snippet.body,
    isSnippet: true,
    ...(snippet.role !== undefined && { role: snippet.role }),
    genres: snippet.genres,
    note: snippet.note,
    ...(here && { why: { zh: '正写这一部分', en: 'you are writing this part' } }),
    ...(!here && own && { why: { zh: '合本稿文种', en: 'suits this kind of speech' } }),
  };
}

/**
 * How useful a snippet is in a setting, as text that sorts: first what belongs to the part being written, then the parts that
 * usually follow, then those before it; among equals what the genre calls its own.
 */
export function usefulness(snippet: Snippet, setting: Setting): string {
  const genre = setting.genre === undefined ? 1 : snippet.genres[0] === setting.genre ? 0 : snippet.genres.includes(setting.genre) ? 1 : 2;
  if (snippet.role === undefined) return `${setting.begun ? 'z' : '0'}${genre}`;
  if (setting.role === undefined) return `${letter(course.indexOf(snippet.role))}${genre}`;
  const ahead = course.indexOf(snippet.role) - course.indexOf(setting.role);
  return `${letter(ahead < 0 ? ahead + course.length : ahead)}${genre}`;
}

function letter(distance: number): string {
  return String.fromCharCode(0x61 + Math.max(0, distance));
}
