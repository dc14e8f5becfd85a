/** Owns how echoes become findings: the place they name, the differences they show, the order they stand in. */
import type { Draft } from '../../text/draft.ts';
import type { Span } from '../../text/span.ts';
import type { Finding, Message } from '../../rules/finding.ts';
import { repeatedPassage } from '../../rules/repeated-passage/meta.ts';
import type { Where } from '../../rules/repeated-passage/meta.ts';
import type { Desk, Difference, Echo, Unit, UnitStretch } from '../model.ts';
import type { Label } from '../structure.ts';
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

/** Puts echoes into words; keeps what only an echo decides. */
export class Reporter {
  readonly #labels: (draft: Draft) => readonly Label[];
  readonly #spans = new WeakMap<Echo, readonly Span[]>();
  readonly #names = new Map<string, string>();

  constructor(labels: (draft: Draft) => readonly Label[]) {
    this.#labels = labels;
  }

  /** Findings of a draft from the units that stand for it. */
  passagesOf(draft: Draft, desk: Desk): Finding[] {
    const findings: Finding[] = [];
    const labels = new Map<Desk, readonly Label[]>();
    for (const unit of desk.units) {
      const { echoes } = unit;
      if (echoes.length === 0) continue;
      const start = draft.starts[unit.place] ?? 0;
      for (const echo of echoes) {
        const [own, ...spans] = this.#spansOf(unit, echo);
        if (own === undefined) continue;
        const characters = charactersOf(unit, echo);
        findings.push({
          rule: repeatedPassage.id,
          kind: echo.kind,
          severity: severities.get(echo.kind) ?? 'information',
          start: start + own.start,
          end: start + own.end,
          message: this.#messageOf(unit, echo, characters, labels),
          group: echo.group,
          related: echo.others.map((other, index) => {
            const there = other.unit.desk === desk ? draft : other.unit.desk.draft;
            const from = there.starts[other.unit.place] ?? 0;
            const span = spans[index] ?? { start: 0, end: 0 };
            const place = this.#whereOf(unit, other, labels);
            return {
              uri: there.uri,
              start: from + span.start,
              end: from + span.end,
              message: { id: `at-${place.where}`, args: { ...place } },
            };
          }),
          detail: { characters, copies: echo.count } satisfies PassageDetail,
        });
      }
    }
    return findings;
  }

  /** Where an echo and its other places lie in the sources of their paragraphs. */
  #spansOf(unit: Unit, echo: Echo): readonly Span[] {
    let spans = this.#spans.get(echo);
    if (spans === undefined) {
      const own = spanInSource({ unit, start: echo.start, end: echo.end }, echo.margin);
      spans = [own, ...echo.others.map((other) => spanInSource(other, echo.margin))];
      // A piece of a very long paragraph may move within it.
      if (unit.offset === 0 && echo.others.every((other) => other.unit.offset === 0)) this.#spans.set(echo, spans);
    }
    return spans;
  }

  #messageOf(unit: Unit, echo: Echo, characters: number, labels: Map<Desk, readonly Label[]>): Message {
    const place = this.#whereOf(unit, echo.main, labels);
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

  #whereOf(unit: Unit, other: UnitStretch, labels: Map<Desk, readonly Label[]>): Called {
    const { desk, place } = other.unit;
    let known = labels.get(desk);
    if (known === undefined) {
      known = this.#labels(desk.draft);
      labels.set(desk, known);
    }
    const { section, paragraph } = known[place] ?? { section: '', paragraph: 1 };
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

/** How many characters of text a copy has, marks and blanks left out. */
function charactersOf(unit: Unit, echo: Echo): number {
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
