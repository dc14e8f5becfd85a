/** Owns what the report shows of each draft and group, before it becomes HTML or Markdown. Pure: no VS Code here. */
import type { EchoReportResult, ReportGroup, ReportPlace } from '../../../../server/src/protocol.ts';
import { draftName } from '../copy-names.ts';

/** Puts English texts into the language of the screen; `vscode.l10n` is one. */
export interface Localizer {
  t(message: string, ...values: (string | number)[]): string;
}

/** One draft as it is shown. */
export interface ShownDraft {
  readonly uri: string;
  readonly name: string;
  /** A letter, or a number once there are no more letters. */
  readonly letter: string;
  readonly length: number;
  /** Says that it is not open; empty for one that is. */
  readonly state: string;
  /** The letter of the draft with the same text that stands for this one. */
  readonly sameAs?: string;
}

/** One passage in a draft's strip. */
export interface Mark {
  /** Indexes in the report. */
  readonly group: number;
  readonly place: number;
  /** As `placeKeys` has it. */
  readonly key: string;
  /** Per cent of the draft's length. */
  readonly at: number;
  readonly width: number;
  /** Index of the first other draft that has it too; `undefined` if it stands in this draft alone. */
  readonly partner: number | undefined;
  /** The letters of all other drafts that have it. */
  readonly partners: readonly string[];
}

/** A mark narrower than this could not be seen. */
const narrowest = 0.6;

/** The drafts in order, each with its letter. */
export function shownDrafts({ drafts, sameText }: EchoReportResult, l10n: Localizer): ShownDraft[] {
  const letters = l10n.t('A B C D E F G H I J K L M N O P Q R S T U V W X Y Z').split(' ');
  const letterOf = (uri: string): string => {
    const index = drafts.findIndex((draft) => draft.uri === uri);
    return letters[index] ?? String(index + 1);
  };
  return drafts.map(({ uri, length, notOpen }) => {
    const leader = sameText.find((uris) => uris.includes(uri))?.[0] ?? uri;
    return {
      uri,
      name: draftName(uri),
      letter: letterOf(uri),
      length,
      state: notOpen === true ? l10n.t('(not open)') : '',
      ...(leader !== uri && { sameAs: letterOf(leader) }),
    };
  });
}

/** The passages of a draft, in order of place. */
export function marksOf(report: EchoReportResult, drafts: readonly ShownDraft[], draft: ShownDraft): Mark[] {
  const marks = report.groups.flatMap((group, index) => {
    if (!isPassage(group)) return [];
    const others = [...new Set(group.places.map(({ uri }) => uri))].filter((uri) => uri !== draft.uri);
    const partners = others.flatMap((uri) => drafts.find((other) => other.uri === uri) ?? []);
    const partner = partners[0] && drafts.indexOf(partners[0]);
    const keys = placeKeys(group);
    return placesIn(group, draft).map(({ place, index: at }): Mark => {
      const width = Math.min(100, Math.max(narrowest, percent(place.end - place.start, draft.length)));
      const start = Math.min(percent(place.start, draft.length), 100 - width);
      return { group: index, place: at, key: keys[at] ?? '', at: start, width, partner, partners: partners.map(({ letter }) => letter) };
    });
  });
  return marks.sort((a, b) => a.at - b.at || a.group - b.group);
}

/**
 * What each place of a group is known by in every report that has it: its group, its draft, and which place of the group in
 * that draft it is. Reports that are made while a person writes give the groups other numbers.
 */
export function placeKeys({ id, places }: Pick<ReportGroup, 'id' | 'places'>): string[] {
  const counts = new Map<string, number>();
  return places.map(({ uri }) => {
    const count = counts.get(uri) ?? 0;
    counts.set(uri, count + 1);
    return `${id} ${uri} ${count}`;
  });
}

/** The place with this key; `undefined` if the report has none. */
export function placeOf({ groups }: Pick<EchoReportResult, 'groups'>, key: string): ReportPlace | undefined {
  for (const group of groups) {
    const place = group.places[placeKeys(group).indexOf(key)];
    if (place) return place;
  }
  return undefined;
}

/** Where phrases stand in a draft, per cent of its length, in order. */
export function phrasesIn(report: EchoReportResult, draft: ShownDraft): number[] {
  const places = report.groups.filter((group) => !isPassage(group)).flatMap((group) => placesIn(group, draft));
  return [...new Set(places.map(({ place }) => percent(place.start, draft.length)))].sort((a, b) => a - b);
}

/** Whether a group is one of passages and not of phrases. */
export function isPassage({ rule }: Pick<ReportGroup, 'rule'>): boolean {
  return rule === 'repeated-passage';
}

/** A text on one line, cut after so many characters. */
export function shorten(text: string, most: number): string {
  const characters = [...text.replace(/\s+/gu, ' ').trim()];
  return characters.length <= most ? characters.join('') : `${characters.slice(0, most - 1).join('')}…`;
}

/** How a place is called without its draft: `二、（一）第 3 段`. */
export function whereIs({ section, paragraph }: ReportPlace, l10n: Localizer): string {
  return section === '' ? l10n.t('paragraph {0}', paragraph) : l10n.t('“{0}”, paragraph {1}', section, paragraph);
}

function placesIn({ places }: ReportGroup, { uri }: ShownDraft): { place: ReportPlace; index: number }[] {
  return places.flatMap((place, index) => (place.uri === uri ? [{ place, index }] : []));
}

function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part / whole) * 10_000) / 100;
}
