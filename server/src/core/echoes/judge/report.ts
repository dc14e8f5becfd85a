/** Owns how echoes become findings: the place they name, the differences they show, the order they stand in. */
import type { Draft } from '../../text/draft.ts';
import type { Span } from '../../text/span.ts';
import { sameFindings } from '../../engine/compare.ts';
import type { Finding, Message, Related } from '../../rules/finding.ts';
import { repeatedPassage } from '../../rules/repeated-passage/meta.ts';
import type { Where } from '../../rules/repeated-passage/meta.ts';
import type { Desk, Difference, Echo, ExtraPlace, Label, Stretch, Unit, UnitStretch } from '../model.ts';
import type { Chain, Link } from './chains.ts';
import { Looks } from './look.ts';
import type { Look } from './look.ts';
import type { DeskTrail } from '../trail.ts';
import { isFigure } from '../normal/codes.ts';
import { endInText } from '../normal/normal.ts';
import { toSource } from '../../text/paragraph.ts';
import { spanInDraft } from '../units.ts';
import type { Margin } from '../units.ts';

/** What a finding of this rule keeps for its fixes: the unit and the codes it speaks of. */
export interface PassageDetail {
  readonly characters: number;
  readonly copies: number;
}

/** How a place is called; `draft` is empty for a place in the same draft, `section` outside any section. */
interface Called {
  readonly where: Where;
  readonly draft: string;
  readonly section: string;
  readonly paragraph: number;
}

const shownDifferences = 3;
const longestDifference = 24;
const severities = new Map(repeatedPassage.kinds.map((kind) => [kind.id, kind.severity]));

/** Puts echoes into words; what did not change is not put together again. */
export class Reporter {
  readonly #labels: (desk: Desk) => readonly Label[];
  readonly #looks: Looks;
  readonly #names = new Map<string, string>();
  /** The findings of chains told last, by their first copy. */
  readonly #chains = new WeakMap<Echo, Finding>();
  /** `trail` tells which desks changed. */
  constructor(labels: (desk: Desk) => readonly Label[], trail: DeskTrail) {
    this.#labels = labels;
    this.#looks = new Looks(labels, trail);
  }

  /** Findings of a draft from the units that stand for it. */
  passagesOf(draft: Draft, desk: Desk): Finding[] {
    const look = this.#looks.at(draft, desk);
    return look.chains.map((chain) => {
      const { links } = chain;
      const [{ unit, echo }] = links as [Link, ...Link[]];
      if (links.length === 1) return this.#tell(draft, unit, echo, look);
      return this.#chained(
        chain,
        links.map((link) => this.#tell(draft, link.unit, link.echo, look)),
      );
    });
  }

  #tell(draft: Draft, unit: Unit, echo: Echo, look: Look): Finding {
    return this.#again(draft, unit, echo, look) ?? this.#make(draft, unit, echo, look);
  }

  /** Findings of paragraphs that were copied together as one. */
  #chained(chain: Chain, findings: readonly Finding[]): Finding {
    const first = findings[0] as Finding;
    const last = findings.at(-1) as Finding;
    const [{ unit, echo }] = chain.links as [Link, ...Link[]];
    const places = chain.pairs.map((pair) => echo.others[pair[0] as number] as UnitStretch);
    const main = places.find((place) => place.unit.desk === unit.desk) ?? (places[0] as UnitStretch);
    const characters = findings.reduce((sum, { detail }) => sum + (detail as PassageDetail).characters, 0);
    const copies = places.length + 1;
    const whole = chain.pairs.map((pair): Related => {
      const begin = first.related?.[pair[0] as number] as Related;
      return { ...begin, end: last.related?.[pair.at(-1) as number]?.end ?? begin.end };
    });
    const parts = findings.flatMap(({ related = [] }, link) =>
      related
        .filter((_, index) => !chain.pairs.some((pair) => pair[link] === index))
        .map((item) => ({ ...item, ...(item.message && { message: { ...item.message, id: item.message.id.replace(/^at-/u, 'part-') } }) })),
    );
    const args = { ...this.#messageOf(unit, { ...echo, main, count: copies }, characters, this.#labelOf(main)) };
    const now: Finding = {
      ...first,
      end: last.end,
      message: args,
      group: chain.group,
      related: [...whole, ...parts],
      detail: { characters, copies } satisfies PassageDetail,
    };
    const before = this.#chains.get(echo);
    if (before !== undefined && sameFindings([before], [now])) return before;
    this.#chains.set(echo, now);
    return now;
  }

  /** The finding told before, moved to where its places are now; undefined when one of them is called otherwise. */
  #again(draft: Draft, unit: Unit, echo: Echo, look: Look): Finding | undefined {
    const known = echo.told;
    if (known?.draft !== draft.uri) return undefined;
    const { others: changed } = look;
    const isFresh = known.look === look.last && changed !== undefined;
    const onlyLocal = isFresh && (changed.size === 0 || !known.desks.some((desk) => changed.has(desk)));
    if (onlyLocal && known.reach < look.first) {
      known.look = look.number;
      return known.finding;
    }
    if (this.#labelOf(echo.main) !== known.main) return undefined;
    const { others, extra, margin } = echo;
    const start = startIn(draft, unit, { unit, start: echo.start }, margin);
    let reach = unit.place;
    let starts: number[] | undefined;
    const count = onlyLocal ? known.local.length : others.length + extra.length;
    for (let step = 0; step < count; step += 1) {
      const index = onlyLocal ? (known.local[step] as number) : step;
      const place = others[index] ?? (extra[index - others.length] as ExtraPlace).place;
      const { desk } = place.unit;
      if (desk === unit.desk) reach = Math.max(reach, place.unit.place);
      else if (isFresh && !changed.has(desk)) continue;
      if (this.#labelOf(place) !== known.labels[index]) return undefined;
      const now = startIn(draft, unit, place, extra[index - others.length]?.from.margin ?? margin);
      if (now !== known.starts[index]) (starts ??= [...known.starts])[index] = now;
    }
    if (starts !== undefined || start !== known.finding.start) known.finding = movedTo(known.finding, start, starts);
    if (starts !== undefined) known.starts = starts;
    known.reach = reach;
    known.look = look.number;
    return known.finding;
  }

  #labelOf({ unit: { desk, place } }: UnitStretch): Label | undefined {
    return this.#labels(desk)[place];
  }

  #make(draft: Draft, unit: Unit, echo: Echo, look: Look): Finding {
    const own: UnitStretch = { unit, start: echo.start, end: echo.end };
    const characters = charactersOf(unit, echo);
    const others = listed(echo);
    const labels = others.map(({ place }) => this.#labelOf(place));
    const spans = others.map(({ place, from }) => spanInDraft(draftOf(draft, unit, place), place, from.margin));
    const { start, end } = spanInDraft(draft, own, echo.margin);
    const finding: Finding = {
      rule: repeatedPassage.id,
      kind: echo.kind,
      severity: severities.get(echo.kind) ?? 'information',
      start,
      end,
      message: this.#messageOf(unit, echo, characters, this.#labelOf(echo.main)),
      group: echo.group,
      related: others.map((other, index) => {
        const place = this.#whereOf(unit, other.place, labels[index]);
        const { uri } = draftOf(draft, unit, other.place);
        const id = `${index < echo.others.length ? 'at' : 'part'}-${place.where}`;
        return { uri, ...(spans[index] as Span), message: { id, args: { ...place } } };
      }),
      detail: { characters, copies: echo.count } satisfies PassageDetail,
    };
    const local = others.flatMap(({ place }, index) => (place.unit.desk === unit.desk ? [index] : []));
    echo.told = {
      draft: draft.uri,
      look: look.number,
      starts: spans.map((span) => span.start),
      local,
      reach: Math.max(unit.place, ...local.map((index) => others[index]?.place.unit.place ?? 0)),
      desks: [...new Set(others.map(({ place }) => place.unit.desk))].filter((desk) => desk !== unit.desk),
      main: this.#labelOf(echo.main),
      labels,
      finding,
    };
    return finding;
  }

  #messageOf(unit: Unit, echo: Echo, characters: number, label: Label | undefined): Message {
    const place = this.#whereOf(unit, echo.main, label);
    const tale = echo.kind === 'exact' ? 'exact' : echo.figuresOnly ? 'figures' : 'words';
    const many = echo.count > 2 ? '-many' : '';
    const args: Record<string, string | number> = { characters, copies: echo.count, paragraph: place.paragraph };
    if (place.section !== '') args['section'] = place.section;
    if (place.draft !== '') args['draft'] = place.draft;
    if (echo.kind === 'near') {
      args['changes'] = echo.differences.length;
      args['differences'] = tell(echo.differences);
    }
    return { id: `${tale}-${place.where}${many}`, args };
  }

  #whereOf(unit: Unit, other: UnitStretch, label: Label | undefined): Called {
    const { desk, place } = other.unit;
    const { section, paragraph } = label ?? { section: '', paragraph: 1 };
    if (desk === unit.desk) {
      const where = place === unit.place ? 'here' : section === '' ? 'place' : 'section';
      return { where, draft: '', section, paragraph };
    }
    return { where: section === '' ? 'draft' : 'draft-section', draft: this.#nameOf(desk.draft.uri), section, paragraph };
  }

  #nameOf(uri: string): string {
    let name = this.#names.get(uri);
    if (name === undefined) {
      name = nameOf(uri);
      this.#names.set(uri, name);
    }
    return name;
  }
}

/** The places that a finding lists: those of the whole copy, then those of parts of it. */
function listed(echo: Echo): readonly ExtraPlace[] {
  return [...echo.others.map((place) => ({ place, from: echo })), ...echo.extra];
}

/** A finding that begins at `start` now, its other places at `starts` if any of them moved. */
function movedTo(finding: Finding, start: number, starts: readonly number[] | undefined): Finding {
  const end = finding.end + start - finding.start;
  if (starts === undefined) return { ...finding, start, end };
  const related = finding.related?.map((item, index) => {
    const now = starts[index] ?? item.start;
    return item.start === now ? item : { ...item, start: now, end: item.end + now - item.start };
  });
  return { ...finding, start, end, ...(related && { related }) };
}

/** The draft that a place lies in; `draft` is the one that the findings are for. */
function draftOf(draft: Draft, unit: Unit, { unit: { desk } }: Pick<UnitStretch, 'unit'>): Draft {
  return desk === unit.desk ? draft : desk.draft;
}

/** Where a place begins in its draft. */
function startIn(draft: Draft, unit: Unit, place: { readonly unit: Unit; readonly start: number }, margin: Margin): number {
  const { block, offset, paragraph, place: index } = place.unit;
  const inside = offset + (block?.normal.at[place.start] ?? 0) - margin.before;
  const source = paragraph.breaks.length === 0 ? inside : toSource(paragraph, inside);
  return (draftOf(draft, unit, place).starts[index] ?? 0) + source;
}

/** How many characters of text a copy has, marks and blanks left out. */
export function charactersOf(unit: Unit, echo: Stretch): number {
  const { block } = unit;
  if (block === undefined) return 0;
  let count = echo.end - echo.start;
  for (let at = echo.start; at < echo.end; at += 1)
    if (isFigure(block.normal.codes[at] as number))
      count += endInText(block.normal, block.text, at + 1) - (block.normal.at[at] as number) - 1;
  return count;
}

/** The file name in a uri, without its ending. */
export function nameOf(uri: string): string {
  const last = uri.slice(uri.lastIndexOf('/') + 1).replace(/\.[A-Za-z0-9]{1,8}$/u, '');
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}

function tell(differences: readonly Difference[]): string {
  const shown = differences.slice(0, shownDifferences).map(({ there, here }) => `${shorten(there)} → ${shorten(here)}`);
  return shown.join('；') + (differences.length > shownDifferences ? '……' : '');
}

function shorten(text: string): string {
  if (text === '') return '∅';
  const marks = [...text];
  return marks.length <= longestDifference ? text : `${marks.slice(0, longestDifference - 1).join('')}…`;
}
