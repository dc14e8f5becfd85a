/** Owns what the fact sheets offer while a person writes: an indicator with its value, and the way it changed. */
import { indicatorOffers } from '../completion/indicators.ts';
import type { Keys } from '../completion/keys.ts';
import type { Offer, OfferSource } from '../completion/offer.ts';
import type { Book } from './book.ts';
import { indicatorKey } from './indicators.ts';
import { periodText } from './periods.ts';
import type { Entry } from './sheets.ts';

/** More entries than this are no list to choose from. */
const most = 2000;

/** Offers the entries of the book that holds at the time. */
export function factSource(bookOf: () => Book): OfferSource {
  const pinyin = new Map(indicatorOffers.map(({ keys }) => [indicatorKey(keys.han), keys]));
  const made = new WeakMap<Book, readonly Offer[]>();
  return {
    offers() {
      const book = bookOf();
      const known = made.get(book) ?? book.entries.slice(0, most).flatMap((entry) => offerOf(entry, pinyin.get(entry.keys[0] ?? '')) ?? []);
      made.set(book, known);
      return known;
    },
  };
}

function offerOf(entry: Entry, known: Keys | undefined): Offer | undefined {
  const text = textOf(entry);
  if (text === undefined) return undefined;
  const period = periodText(entry.period);
  const place = [entry.file, entry.region, period, entry.source].filter((item) => item !== '');
  return {
    kind: 'indicator',
    label: text + (period === '' ? '' : `（${period}）`),
    keys: { han: entry.name, pinyin: known?.pinyin ?? [], english: known?.english ?? '' },
    text,
    isSnippet: false,
    note: { zh: `数据表：${place.join('，')}`, en: `fact sheet: ${place.join(', ')}` },
  };
}

/** 地区生产总值156.30亿元，同比增长6.1%. */
function textOf({ name, value, rate }: Entry): string | undefined {
  const change = rate && `${rate.digits.startsWith('-') ? '下降' : '增长'}${rate.digits.replace('-', '')}%`;
  const amount = value && `${value.digits}${value.magnitude}${value.unit.name}`;
  if (amount === undefined) return change && `${name}${change}`;
  return `${name}${amount}${change === undefined ? '' : `，同比${change}`}`;
}
