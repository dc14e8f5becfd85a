/**
 * Owns what is proposed at a caret. Small letters in a Chinese draft are typed to call for something and are always answered.
 * Chinese characters are what a person writes: while they are typed, only the name of a snippet at the beginning of a line and
 * the next mark of a list are answered; when completion is called for, indicators and the names that the draft uses are too.
 */
import type { Draft } from '../text/draft.ts';
import type { Outline } from '../text/sections/index.ts';
import { indented } from './body.ts';
import type { Caret } from './caret.ts';
import type { Snippet } from './collection.ts';
import { indicatorOffers } from './indicators.ts';
import { fewestLetters, keyOf } from './keys.ts';
import { listHeads } from './list-heads.ts';
import { nameOffers } from './names.ts';
import type { Name, NameCache } from './names.ts';
import type { Offer, OfferSource, Proposal } from './offer.ts';
import { sectionOffer, settingAt, usefulness } from './openings.ts';
import type { Setting } from './openings.ts';

export type { Offer, OfferKind, OfferSource, Proposal } from './offer.ts';
export type { Snippet } from './collection.ts';
export { NameCache } from './names.ts';
export { caretAt } from './caret.ts';

/** What proposals are made from. */
export interface Question {
  readonly draft: Draft;
  readonly caret: Caret;
  /** Whether a person called for completion; otherwise the editor may be asking by itself because something was typed. */
  readonly called: boolean;
  /** Asked for only where the answer depends on it. */
  readonly outline: () => Outline;
  readonly snippets: readonly Snippet[];
  readonly sources: readonly OfferSource[];
  readonly names: NameCache;
}

/** What is proposed at the caret, in the order of use. Empty where a person is to be left alone. */
export function propose(question: Question): readonly Proposal[] {
  const { caret } = question;
  if (caret.letters !== '') return byLetters(question);
  const bookMark = /《([^《》\r\n]{0,40})$/u.exec(caret.before);
  if (bookMark) return documents(question, bookMark[1] ?? '');
  if (caret.han !== '') return byCharacters(question, caret.han);
  return atStop(question);
}

/** Everything may answer to letters. */
function byLetters({ draft, caret, called, outline, snippets, sources }: Question): readonly Proposal[] {
  const { letters } = caret;
  // x, xx … stand for a figure; capitals are an abbreviation.
  if (letters.length < fewestLetters || /^x+$/.test(letters) || (!called && caret.capital) || isForeign(draft, caret)) return [];
  const found = (offer: Offer): string | undefined => keyOf(offer.keys, letters);
  const setting = lazily(() => settingAt(draft, outline(), caret.offset));
  return [
    ...(caret.opens === 'words' ? [] : gather(listHeads(draft, outline(), caret, called), found, letters.length, caret, () => '0')),
    ...gather(
      sources.flatMap((source) => source.offers(caret, draft)),
      found,
      letters.length,
      caret,
      () => '1',
    ),
    ...gather(indicatorOffers, found, letters.length, caret, () => (caret.opens === 'line' ? '4' : '2')),
    ...snippets.flatMap((snippet) => {
      const filter = keyOf(snippet.keys, letters);
      return filter === undefined ? [] : [section(snippet, setting(), filter, letters.length, caret)];
    }),
  ];
}

/** The beginning of a name must be typed where that name can stand. */
function byCharacters(question: Question, han: string): readonly Proposal[] {
  const { draft, caret, called, outline, snippets, sources, names } = question;
  const found: Proposal[] = [];
  const opens = caret.opens === 'line' || caret.opens === 'sentence';
  if (mayBeginMark(han)) found.push(...heads(question));
  if (called ? opens || caret.opens === 'clause' : caret.bareLine) {
    const begun = han.length >= 2 ? snippets.filter((snippet) => snippet.name.startsWith(han)) : [];
    if (begun.length > 0) {
      const setting = settingAt(draft, outline(), caret.offset);
      found.push(...begun.map((snippet) => section(snippet, setting, snippet.name, han.length, caret)));
    }
  }
  if (!called) return found;
  const offers = [...sources.flatMap((source) => source.offers(caret, draft)), ...indicatorOffers];
  for (const offer of offers) {
    const typed = begunBy(offer.keys.han, han, caret, 2, 3);
    if (typed > 0) found.push(proposal(offer, offer.keys.han, typed, caret, '2'));
  }
  const fits = (name: Name): boolean => {
    if (name.kind === 'document') return false;
    const person = name.kind === 'person';
    const typed = begunBy(name.text, han, caret, person ? 1 : 2, person ? 2 : 3);
    return typed > 0 && name.text.length - typed >= 2;
  };
  for (const offer of nameOffers(draft, caret, names, fits))
    found.push(proposal(offer, offer.keys.han, begunBy(offer.keys.han, han, caret, 1, 2), caret, '1'));
  return found;
}

/** Nothing is typed: the next mark of a list, on a new line the parts of a speech too. */
function atStop(question: Question): readonly Proposal[] {
  const { draft, caret, outline, snippets } = question;
  if (caret.opens !== 'line' && caret.opens !== 'sentence' && !/[（(]$/u.test(caret.before)) return [];
  const found = [...heads(question)];
  if (!caret.blankLine) return found;
  const setting = settingAt(draft, outline(), caret.offset);
  const fitting = snippets.filter((snippet) => snippet.role !== undefined || !setting.begun);
  return [...found, ...fitting.map((snippet) => section(snippet, setting, snippet.name, 0, caret))];
}

/** The marks that go on; one of them may be half typed. */
function heads({ draft, caret, called, outline }: Question): readonly Proposal[] {
  return listHeads(draft, outline(), caret, called).flatMap((offer, at) => {
    const mark = offer.label;
    let typed = Math.min(mark.length - 1, caret.before.length);
    while (typed > 0 && !caret.before.endsWith(mark.slice(0, typed))) typed -= 1;
    const behind = caret.before.slice(0, caret.before.length - typed);
    // What stands before must be an end, not one more word.
    if (!(typed === 0 ? /(?:^|[。！？!?；;”’」#])[ \t\u3000]*$/u : /(?:^|[。！？!?；;：:”’」）)#])[ \t\u3000]*$/u).test(behind)) return [];
    // One more character is typed faster than chosen.
    if (typed > 0 && mark.length - typed < 2 && !called) return [];
    return [proposal(offer, mark, typed, caret, `0${at}`)];
  });
}

function documents({ draft, caret, names }: Question, typed: string): readonly Proposal[] {
  const fits = (name: Name): boolean => name.kind === 'document' && name.text.startsWith(typed) && name.text !== typed;
  return nameOffers(draft, caret, names, fits).map((offer, at) => proposal(offer, offer.keys.han, typed.length, caret, `1${at}`));
}

/** How many characters before the caret begin `name`: `atEdge` of them are enough where a clause begins, elsewhere `inside`. */
function begunBy(name: string, han: string, caret: Caret, atEdge: number, inside: number): number {
  for (let length = Math.min(han.length, name.length); length >= Math.min(atEdge, inside); length -= 1) {
    if (!name.startsWith(han.slice(-length))) continue;
    const edge = length === han.length ? caret.opens !== 'words' : joints.test(han.slice(0, -length));
    return length >= (edge ? atEdge : inside) ? length : 0;
  }
  return 0;
}

/** Words behind which a name or an indicator begins. */
const joints = /(?:由|请|和|与|向|对|在|同|感谢|代表|联合|全年|全省|全市|全县|全区|其中|预计|实现|完成|力争|刚才|下面|年)$/u;

function mayBeginMark(han: string): boolean {
  return /^[一二三四五六七八九十第其首再最][一二三四五六七八九十次]?$/u.test(han);
}

/** An English text is not written for us, unless nothing has been written yet. */
function isForeign(draft: Draft, caret: Caret): boolean {
  return draft.text.length > caret.letters.length + caret.indent.length + 2 && !/\p{Script=Han}/u.test(draft.text);
}

function section(snippet: Snippet, setting: Setting, filter: string, typed: number, caret: Caret): Proposal {
  const offer = sectionOffer(snippet, setting);
  const indent = snippet.role === undefined ? '' : caret.indent.replace(/[^\u3000]/gu, '');
  return proposal({ ...offer, text: indented(offer.text, indent) }, filter, typed, caret, `3${usefulness(snippet, setting)}`);
}

function gather(
  offers: readonly Offer[],
  filterOf: (offer: Offer) => string | undefined,
  typed: number,
  caret: Caret,
  order: () => string,
): readonly Proposal[] {
  return offers.flatMap((offer) => {
    const filter = filterOf(offer);
    return filter === undefined ? [] : [proposal(offer, filter, typed, caret, order())];
  });
}

function proposal(offer: Offer, filter: string, typed: number, caret: Caret, order: string): Proposal {
  const closing = offer.text.at(-1) ?? '';
  const swallows = '）)'.includes(closing) && caret.after === closing ? 1 : 0;
  return { ...offer, typed, swallows, filter, order };
}

function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
