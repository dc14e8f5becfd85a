/** Owns how echoes become findings: the place they name, the differences they show, the order they stand in. */
import type { Draft } from '../../text/draft.ts';
import type { Span } from '../../text/span.ts';
import { sameFindings, sameMessage } from '../../engine/compare.ts';
import type { Finding, Message } from '../../rules/finding.ts';
import { repeatedPassage } from '../../rules/repeated-passage/meta.ts';
import type { Where } from '../../rules/repeated-passage/meta.ts';
import type { Desk, Echo, ExtraPlace, Label, Named, Passage, Stretch, Unit, UnitStretch } from '../model.ts';
import { again, draftOf, placesOn, shifted } from './again.ts';
import { chainsOf, mayMeet } from './chains.ts';
import type { Chain, Link } from './chains.ts';
import { differencesText } from './differences.ts';
import { Extras } from './extra.ts';
import type { Steps } from './extra.ts';
import { Looks } from './look.ts';
import type { Look } from './look.ts';
import type { Recent } from '../trail.ts';
import { isFigure } from '../normal/codes.ts';
import { endInText } from '../normal/normal.ts';
import { spanInDraft } from '../units.ts';

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

const severities = new Map(repeatedPassage.kinds.map((kind) => [kind.id, kind.severity]));

/** Paragraphs that were copied together, as they were told last. */
interface Run {
  readonly units: readonly Unit[];
  readonly echoes: readonly (readonly Echo[])[];
  /** How often units had come and gone by then. */
  readonly exchanges: number;
  readonly chains: readonly Chain[];
}

/** A chain of several copies, as it was told last. */
interface ToldChain {
  readonly chain: Chain;
  /** In which look it was found to hold last. */
  readonly look: number;
  readonly finding: Passage;
}

/** Findings of a draft, as far as they have been told. */
interface Telling {
  readonly look: Look;
  readonly findings: Passage[];
  /** What must be found before anything is told; undefined when it has been. */
  extras: Steps | undefined;
  /** The unit that is told of next. */
  at: number;
}

/** Puts echoes into words; what did not change is not put together again. */
export class Reporter {
  readonly #labels: (desk: Desk) => readonly Label[];
  readonly #labelOf = ({ unit: { desk, place } }: UnitStretch): Label | undefined => this.#labels(desk)[place];
  readonly #exchanges: () => number;
  readonly #looks: Looks;
  readonly #extras = new Extras();
  readonly #names = new Map<string, string>();
  /** What was told last, or is being told. */
  readonly #tellings = new WeakMap<Desk, Telling>();
  /** By the first unit. */
  readonly #runs = new WeakMap<Unit, Run>();
  /** By the first copy. */
  readonly #chains = new WeakMap<Echo, ToldChain>();

  /** `labels` gives the same array when no label changed; `drafts` tells which desks changed, `exchanges` how often units came and went. */
  constructor(labels: (desk: Desk) => readonly Label[], drafts: Recent<Desk>, exchanges: () => number) {
    this.#labels = labels;
    this.#exchanges = exchanges;
    this.#looks = new Looks(labels, drafts);
  }

  /** Findings of the draft of `own` from the units of `desk`, which stand for it, by start; the same list when nothing changed. */
  passagesOf(own: Desk, desk: Desk): readonly Finding[] {
    const telling = this.#tellingOf(own, desk);
    while (this.#step(own.draft, desk, telling));
    return telling.findings;
  }

  /** Does so many steps of what `passagesOf` does. Returns whether it has all been done. */
  tellAhead(own: Desk, desk: Desk, steps: number): boolean {
    const telling = this.#tellingOf(own, desk);
    for (let step = 0; step < steps; step += 1) if (!this.#step(own.draft, desk, telling)) return true;
    return false;
  }

  /** What was begun before, as long as nothing changed since. */
  #tellingOf(own: Desk, desk: Desk): Telling {
    const look = this.#looks.at(own, desk);
    const before = this.#tellings.get(own);
    if (look.isSame && before !== undefined) return before;
    const telling = { look, findings: [], extras: this.#extras.find(desk), at: 0 };
    this.#tellings.set(own, telling);
    return telling;
  }

  /** Tells of the units that may meet, or looks for what must be known before. Returns whether there is more to do. */
  #step(draft: Draft, { units }: Desk, telling: Telling): boolean {
    const { look, findings } = telling;
    if (telling.extras !== undefined) {
      if (telling.extras.next().done === true) telling.extras = undefined;
      return true;
    }
    let { at } = telling;
    while (at < units.length && (units[at] as Unit).echoes.length === 0) at += 1;
    if (at >= units.length) return false;
    let end = at + 1;
    while (end < units.length && mayMeet(units[end - 1] as Unit, units[end] as Unit)) end += 1;
    const unit = units[at] as Unit;
    if (end === at + 1) for (const echo of unit.echoes) findings.push(this.#tell(draft, unit, echo, look));
    else for (const chain of this.#chainsOf(units.slice(at, end))) findings.push(this.#tellChain(draft, chain, look));
    telling.at = end;
    return end < units.length;
  }

  #chainsOf(units: readonly [Unit, ...Unit[]] | readonly Unit[]): readonly Chain[] {
    const first = units[0] as Unit;
    const known = this.#runs.get(first);
    const exchanges = this.#exchanges();
    const isSame = (unit: Unit, index: number): boolean => unit === known?.units[index] && unit.echoes === known.echoes[index];
    if (known?.exchanges === exchanges && known.units.length === units.length && units.every(isSame)) return known.chains;
    const chains = chainsOf(units);
    this.#runs.set(first, { units, echoes: units.map(({ echoes }) => echoes), exchanges, chains });
    return chains;
  }

  #tell(draft: Draft, unit: Unit, echo: Echo, look: Look): Passage {
    return again(draft, unit, echo, look, this.#labels) ?? this.#make(draft, unit, echo, look);
  }

  #tellChain(draft: Draft, chain: Chain, look: Look): Passage {
    const { links } = chain;
    const [{ unit, echo }] = links as [Link, ...Link[]];
    if (links.length === 1) return this.#tell(draft, unit, echo, look);
    const known = this.#chains.get(echo);
    const isTold = links.every((link) => link.echo.told?.draft === draft.uri);
    const isAlike = isTold && known?.chain === chain && known.look === look.last && look.isCalledAlike && look.others?.size === 0;
    const moved = isAlike ? shifted(known.finding, draft.uri, look.shift) : undefined;
    if (known && moved) {
      this.#chains.set(echo, { ...known, look: look.number, finding: moved });
      return moved;
    }
    const parts = links.map((link) => this.#tell(draft, link.unit, link.echo, look));
    const now = sameWords(this.#chained(chain, parts), known?.finding);
    const finding = known && sameFindings([known.finding], [now]) ? known.finding : now;
    this.#chains.set(echo, { chain, look: look.number, finding });
    return finding;
  }

  /** Findings of paragraphs that were copied together as one. */
  #chained(chain: Chain, findings: readonly Passage[]): Passage {
    const first = findings[0] as Passage;
    const last = findings.at(-1) as Passage;
    const [{ unit, echo }] = chain.links as [Link, ...Link[]];
    const places = chain.pairs.map((pair) => echo.others[pair[0] as number] as UnitStretch);
    const main = places.find((place) => place.unit.desk === unit.desk) ?? (places[0] as UnitStretch);
    const characters = findings.reduce((sum, { detail }) => sum + (detail as PassageDetail).characters, 0);
    const copies = places.length + 1;
    const whole = chain.pairs.map((pair): Named => {
      const begin = first.related[pair[0] as number] as Named;
      return { ...begin, end: last.related[pair.at(-1) as number]?.end ?? begin.end };
    });
    const parts = findings.flatMap(({ related }, link) =>
      related
        .filter((_, index) => !chain.pairs.some((pair) => pair[link] === index))
        .map((item) => ({ ...item, message: { ...item.message, id: item.message.id.replace(/^at-/u, 'part-') } })),
    );
    return {
      ...first,
      end: last.end,
      message: this.#messageOf(unit, { ...echo, main, count: copies }, characters, this.#labelOf(main)),
      group: chain.group,
      related: [...whole, ...parts],
      detail: { characters, copies } satisfies PassageDetail,
    };
  }

  #make(draft: Draft, unit: Unit, echo: Echo, look: Look): Passage {
    const own: UnitStretch = { unit, start: echo.start, end: echo.end };
    const characters = charactersOf(unit, echo);
    const others = listed(echo);
    const labels = others.map(({ place }) => this.#labelOf(place));
    const spans = others.map(({ place, from }) => spanInDraft(draftOf(draft, unit, place.unit.desk), place, from.margin));
    const { start, end } = spanInDraft(draft, own, echo.margin);
    const finding: Passage = {
      rule: repeatedPassage.id,
      kind: echo.kind,
      severity: severities.get(echo.kind) ?? 'information',
      start,
      end,
      message: this.#messageOf(unit, echo, characters, this.#labelOf(echo.main)),
      group: echo.group,
      related: others.map((other, index) => {
        const place = this.#whereOf(unit, other.place, labels[index]);
        const { uri } = draftOf(draft, unit, other.place.unit.desk);
        const id = `${index < echo.others.length ? 'at' : 'part'}-${place.where}`;
        return { uri, ...(spans[index] as Span), message: { id, args: { ...place } } };
      }),
      detail: { characters, copies: echo.count } satisfies PassageDetail,
    };
    const on = placesOn(others, echo.main);
    const local = on.find(({ desk }) => desk === unit.desk)?.indexes ?? [];
    echo.told = {
      draft: draft.uri,
      look: look.number,
      local,
      last: Math.max(start, ...local.map((index) => spans[index]?.start ?? 0)),
      others: on.filter(({ desk }) => desk !== unit.desk),
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
      args['differences'] = differencesText(echo.differences);
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

/** The same finding, with the objects of the one told before where those say the same. */
function sameWords(now: Passage, before: Passage | undefined): Passage {
  if (before === undefined) return now;
  const related = now.related.map((place, index) => {
    const old = before.related[index];
    return old !== undefined && sameMessage(old.message, place.message) ? { ...place, message: old.message } : place;
  });
  return { ...now, message: sameMessage(before.message, now.message) ? before.message : now.message, related };
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
