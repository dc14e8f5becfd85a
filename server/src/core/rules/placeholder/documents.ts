/** Owns document numbers with parts left out: `⟦X⟧发〔⟦20XX⟧〕⟦X⟧号`: issuer, year and serial, with any mark. */
import type { Family, Slot } from './slot.ts';

const mark = '[Xx×*_○〇□△●#?？]|某';
/** The last character of an issuer's letters: 政办发, 国资发, 自然资规, 督. */
const issuerWords = '[发函字办令规通报批复呈纪综督责府]';
const number = new RegExp(
  `(?:(?<!${mark})((?:${mark})+)(\\p{Script=Han}{0,5}${issuerWords} ?))?[〔［\\[（(【] ?((?:\\d|${mark}){1,4}) ?[〕］\\])）】] ?第? ?((?:\\d|${mark}| (?=${mark}))*) ?号`,
  'gu',
);
const hasMark = new RegExp(`(?:${mark})`, 'u');

/** The slots in document numbers in one text whose width is folded; the parts of one number share a group. */
export function documentSlots(text: string): Slot[] {
  if (!text.includes('号')) return [];
  const slots: Slot[] = [];
  let group = 0;
  for (const match of text.matchAll(number)) {
    const [whole, issuer = '', words = '', year = '', serial = ''] = match;
    const yearAt = match.index + whole.indexOf(year, issuer.length + words.length + 1);
    const serialAt = serial === '' ? -1 : match.index + whole.lastIndexOf(serial);
    const parts = [
      [match.index, issuer],
      [yearAt, year],
      [serialAt, serial],
    ] as const;
    const open = parts.filter(([at, token]) => at >= 0 && hasMark.test(token));
    if (open.length === 0) continue;
    group += 1;
    for (const [at, token] of open) {
      const end = at + token.trimEnd().length;
      const tail =
        token === serial && at === serialAt
          ? { start: match.index + whole.length - 1, end: match.index + whole.length }
          : { start: end, end };
      slots.push({
        start: at,
        end,
        kind: 'document-number',
        family: familyOf(token),
        certainty: 'sure',
        tail,
        ...(open.length > 1 && { group }),
      });
    }
  }
  return slots;
}

function familyOf(token: string): Family {
  if (/[Xx×]/.test(token)) return 'letters';
  if (token.includes('*')) return 'stars';
  if (token.includes('_')) return 'lines';
  return token.includes('某') ? 'mou' : 'circles';
}
