/** Owns the report of all echoes: every group with every place, made when someone asks for it. */
import type { EchoGroup, EchoPlace, EchoReport } from '../rules/echo-report.ts';
import type { Finding } from '../rules/finding.ts';
import { repeatedPassage } from '../rules/repeated-passage/meta.ts';
import type { Span } from '../text/span.ts';
import type { Drafts } from './drafts.ts';
import { charactersOf } from './judge/report.ts';
import { chainsOf } from './judge/chains.ts';
import type { Chain, Link } from './judge/chains.ts';
import type { Desk, UnitStretch } from './model.ts';
import { noMargin, spanInDraft } from './units.ts';

interface Gathered {
  readonly id: string;
  readonly rule: string;
  kind: string;
  readonly places: Map<string, EchoPlace>;
}

/** The report. `phrasesOf` gives the findings of `repeated-phrase` in a draft. Costs what all places cost. */
export function reportOf(drafts: Drafts, phrasesOf: (desk: Desk) => readonly Finding[]): EchoReport {
  const groups = new Map<string, Gathered>();
  const sameText = new Map<string, string[]>();
  for (const desk of drafts.all()) {
    const { uri } = desk.draft;
    const twins = sameText.get(desk.leader);
    if (twins === undefined) sameText.set(desk.leader, [uri]);
    else twins.push(uri);
    if (desk.leader !== uri) continue;
    for (const chain of chainsOf(desk.units)) addPassages(groups, drafts, chain);
    for (const finding of phrasesOf(desk)) addPhrase(groups, drafts, desk, finding);
  }
  return {
    groups: [...groups.values()]
      .map(finished)
      .filter(({ places }) => places.length > 1)
      .sort(byWeight),
    sameText: [...sameText]
      .filter(([, uris]) => uris.length > 1)
      .map(([leader, uris]) => [leader, ...uris.filter((uri) => uri !== leader).sort(byText)])
      .sort((a, b) => byText(a[0] ?? '', b[0] ?? '')),
  };
}

function gather(groups: Map<string, Gathered>, key: string, id: string, rule: string, kind: string): Gathered {
  let group = groups.get(key);
  if (group === undefined) {
    group = { id, rule, kind, places: new Map() };
    groups.set(key, group);
  }
  return group;
}

function addPassages(groups: Map<string, Gathered>, drafts: Drafts, { links, pairs, group: id }: Chain): void {
  const first = links[0] as Link;
  const group = gather(groups, id, id, repeatedPassage.id, first.echo.kind);
  // A group with one exact and one near copy is a group of near copies.
  if (first.echo.kind === 'near') group.kind = 'near';
  addPlace(
    group,
    drafts,
    links.map(({ unit, echo: { start, end } }) => ({ unit, start, end })),
    links,
    true,
  );
  const others = links.length === 1 ? first.echo.others.map((_, index) => [index]) : pairs;
  for (const pair of others)
    addPlace(
      group,
      drafts,
      pair.map((index, at) => links[at]?.echo.others[index] as UnitStretch),
      links,
      false,
    );
}

/** A place may be told of by the others only; what it says of itself counts more. */
function addPlace({ places }: Gathered, drafts: Drafts, parts: readonly UnitStretch[], links: readonly Link[], isOwn: boolean): void {
  const place = parts[0] as UnitStretch;
  const last = parts.at(-1) as UnitStretch;
  const { desk } = place.unit;
  const key = `${desk.draft.uri} ${String(spanInDraft(desk.draft, place, noMargin).start)}`;
  if (!isOwn && places.has(key)) return;
  const { start } = spanInDraft(desk.draft, place, links[0]?.echo.margin);
  const { end } = spanInDraft(desk.draft, last, links.at(-1)?.echo.margin);
  const characters = parts.reduce((sum, part) => sum + charactersOf(part.unit, part), 0);
  places.set(key, called(drafts, desk, place.unit.place, { start, end }, characters));
}

function addPhrase(groups: Map<string, Gathered>, drafts: Drafts, desk: Desk, finding: Finding): void {
  if (finding.group === undefined) return;
  const { uri } = desk.draft;
  const group = gather(groups, `${uri} ${finding.group}`, finding.group, finding.rule, finding.kind);
  for (const span of [finding, ...(finding.related ?? [])]) {
    const key = String(span.start);
    if (group.places.has(key)) continue;
    group.places.set(key, called(drafts, desk, paragraphAt(desk, span.start), span, span.end - span.start));
  }
}

function paragraphAt({ draft: { starts } }: Desk, offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] as number) > offset) high = middle;
    else low = middle + 1;
  }
  return Math.max(0, low - 1);
}

function called(drafts: Drafts, desk: Desk, place: number, { start, end }: Span, characters: number): EchoPlace {
  const label = drafts.labels(desk)[place];
  return { uri: desk.draft.uri, start, end, section: label?.section ?? '', paragraph: label?.paragraph ?? 1, characters };
}

function finished({ id, rule, kind, places }: Gathered): EchoGroup {
  const sorted = [...places.values()].sort((a, b) => byText(a.uri, b.uri) || a.start - b.start || b.end - a.end);
  return { id, rule, kind, characters: sorted.reduce((most, { characters }) => Math.max(most, characters), 0), places: sorted };
}

function byWeight(a: EchoGroup, b: EchoGroup): number {
  const isPassage = (group: EchoGroup): number => (group.rule === repeatedPassage.id ? 0 : 1);
  const [left, right] = [a.places[0] as EchoPlace, b.places[0] as EchoPlace];
  return (
    isPassage(a) - isPassage(b) ||
    b.characters - a.characters ||
    b.places.length - a.places.length ||
    byText(left.uri, right.uri) ||
    left.start - right.start
  );
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
