/** Owns how echoes become findings: the place they name, the differences they show, the order they stand in. */
import type { Draft } from '../../text/draft.ts';
import type { Span } from '../../text/span.ts';
import type { Finding, Message } from '../../rules/finding.ts';
import { repeatedPassage } from '../../rules/repeated-passage/meta.ts';
import type { Where } from '../../rules/repeated-passage/meta.ts';
import type { Desk, Difference, Echo, Label, Stretch, Unit, UnitStretch } from '../model.ts';
import { isFigure } from '../normal/codes.ts';
import { endInText } from '../normal/normal.ts';
import { spanInSource } from '../units.ts';

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

const nowhere: Span = { start: 0, end: 0 };

/** Puts echoes into words; what did not change is not put together again. */
export class Reporter {
  readonly #labels: (desk: Desk) => readonly Label[];
  readonly #names = new Map<string, string>();

  constructor(labels: (desk: Desk) => readonly Label[]) {
    this.#labels = labels;
  }

  /** Findings of a draft from the units that stand for it. */
  passagesOf(draft: Draft, desk: Desk): Finding[] {
    const findings: Finding[] = [];
    for (const unit of desk.units)
      for (const echo of unit.echoes) {
        findings.push(this.#again(draft, unit, echo) ?? this.#make(draft, unit, echo));
      }
    return findings;
  }

  /** The finding told before, moved to where its places are now; undefined when one of them is called otherwise. */
  #again(draft: Draft, unit: Unit, echo: Echo): Finding | undefined {
    const known = echo.told;
    if (known?.draft !== draft.uri) return undefined;
    const start = draft.starts[unit.place] ?? 0;
    let moved = start !== known.start;
    for (let index = 0; index < known.labels.length; index += 1) {
      const { desk, place } = (index === 0 ? echo.main : (echo.others[index - 1] as UnitStretch)).unit;
      if (this.#labels(desk)[place] !== known.labels[index]) return undefined;
      moved ||= baseOf(draft, unit, desk, place) !== known.bases[index];
    }
    if (!moved) return known.finding;
    const { finding } = known;
    const shift = start - known.start;
    const bases = known.bases.map((_, index) => {
      const { desk, place } = (index === 0 ? echo.main : (echo.others[index - 1] as UnitStretch)).unit;
      return baseOf(draft, unit, desk, place);
    });
    const related = finding.related?.map((item, index) => {
      const by = (bases[index + 1] ?? 0) - (known.bases[index + 1] ?? 0);
      return by === 0 ? item : { ...item, start: item.start + by, end: item.end + by };
    });
    const now: Finding = { ...finding, start: finding.start + shift, end: finding.end + shift, ...(related && { related }) };
    echo.told = { ...known, start, bases, finding: now };
    return now;
  }

  #make(draft: Draft, unit: Unit, echo: Echo): Finding {
    const start = draft.starts[unit.place] ?? 0;
    const [own = nowhere, ...spans] = this.#spansOf(unit, echo);
    const characters = charactersOf(unit, echo);
    const places = [echo.main, ...echo.others];
    const labels = places.map((place) => this.#labels(place.unit.desk)[place.unit.place]);
    const bases = places.map(({ unit: { desk, place } }) => baseOf(draft, unit, desk, place));
    const finding: Finding = {
      rule: repeatedPassage.id,
      kind: echo.kind,
      severity: severities.get(echo.kind) ?? 'information',
      start: start + own.start,
      end: start + own.end,
      message: this.#messageOf(unit, echo, characters, labels[0]),
      group: echo.group,
      related: echo.others.map((other, index) => {
        const base = bases[index + 1] ?? 0;
        const span = spans[index] ?? nowhere;
        const { uri } = other.unit.desk === unit.desk ? draft : other.unit.desk.draft;
        const place = this.#whereOf(unit, other, labels[index + 1]);
        return { uri, start: base + span.start, end: base + span.end, message: { id: `at-${place.where}`, args: { ...place } } };
      }),
      detail: { characters, copies: echo.count } satisfies PassageDetail,
    };
    // A piece of a very long paragraph may move within it.
    const isFirm = unit.offset === 0 && places.every((place) => place.unit.offset === 0);
    echo.told = isFirm ? { draft: draft.uri, start, bases, labels, finding } : undefined;
    return finding;
  }

  /** Where an echo and its other places lie in the sources of their paragraphs. */
  #spansOf(unit: Unit, echo: Echo): readonly Span[] {
    return [{ unit, start: echo.start, end: echo.end }, ...echo.others].map((place) => spanInSource(place, echo.margin));
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

/** Where the paragraph of a place begins in its draft; `draft` is the one that the findings are for. */
function baseOf(draft: Draft, unit: Unit, desk: Desk, place: number): number {
  return (desk === unit.desk ? draft : desk.draft).starts[place] ?? 0;
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
