/**
 * Owns the open drafts: what an edit changed in which units, and drafts whose text is the same, of which one stands for all.
 */
import type { Draft } from '../text/draft.ts';
import type { Paragraph } from '../text/paragraph.ts';
import type { Outline, Structure } from '../text/sections/index.ts';
import type { Blocks } from './blocks.ts';
import type { Corpus } from './corpus.ts';
import type { Desk, Exemption, Label, Unit } from './model.ts';
import { byRank, newDesk, setDraft, unitsOf, unmoved } from './desk.ts';
import { addDesksNaming, movedParagraphs, unitsIn } from './moves.ts';
import type { Outlined } from './moves.ts';
import { Movers } from './movers.ts';
import { keepPieces } from './pieces.ts';
import { revisionOf } from './revision.ts';
import { isSameParagraph, isSameText, Texts } from './same.ts';
import { Labels } from './labels.ts';
import { exemptionsOf } from './structure.ts';
import { count } from './tally.ts';
import { firstUnit } from './units.ts';
import { Recent } from './trail.ts';

/** So many changed drafts are remembered. */
const mostChanged = 256;

/** The open drafts over one corpus. */
export class Drafts {
  readonly #desks = new Map<string, Desk>();
  readonly #names = new Labels();
  readonly #exempt = new WeakMap<Structure, readonly (Exemption | undefined)[]>();
  readonly #texts = new Texts();
  /** What was put or taken away. */
  readonly trail = new Recent<Desk>(mostChanged);
  readonly #corpus: Corpus;
  readonly #blocks: Blocks;
  readonly #outlineOf: (draft: Draft) => Outline;
  /** What changed and was told to nobody yet: desks on which something may be told otherwise, and that name a place which moved. */
  readonly #changed = { found: new Set<Desk>(), moved: new Set<Desk>() };
  readonly #movers = new Movers();
  #isFirst = false;

  constructor(corpus: Corpus, blocks: Blocks, outlineOf: (draft: Draft) => Outline) {
    this.#corpus = corpus;
    this.#blocks = blocks;
    this.#outlineOf = outlineOf;
  }

  desk(uri: string): Desk | undefined {
    return this.#desks.get(uri);
  }

  all(): IterableIterator<Desk> {
    return this.#desks.values();
  }

  /** The desk whose units stand for the draft: its own, or that of a draft with the same text. */
  leaderOf(desk: Desk): Desk {
    return this.#desks.get(desk.leader) ?? desk;
  }

  /** How the paragraphs of a draft are called; a label that did not change is the same object as before. */
  labels(desk: Desk): readonly Label[] {
    return (desk.labels ??= this.#names.of(desk, this.#outlineOf(desk.draft)));
  }

  #exemptions(draft: Draft): readonly (Exemption | undefined)[] {
    const { structure } = this.#outlineOf(draft);
    let exempt = this.#exempt.get(structure);
    if (exempt === undefined) this.#exempt.set(structure, (exempt = exemptionsOf(draft.paragraphs.length, structure)));
    return exempt;
  }

  /**
   * Adds or replaces a draft; `laid` says that others are compared with it and nobody reads it. Gives the uris of the drafts
   * on which something changed for a reader.
   */
  put(draft: Draft, laid = false): Set<string> {
    return this.#told(this.#take(draft, laid));
  }

  /** The same for the next version of a draft; what that changes in others is worked out by `settle` and told by `uris`. */
  edit(draft: Draft): Set<string> {
    return this.#told(this.#take(draft, false, true));
  }

  /** Whether all that is told of a draft has been worked out. */
  isJudged(uri: string): boolean {
    const desk = this.#desks.get(uri);
    return desk !== undefined && this.#corpus.isJudged(desk);
  }

  #told(desk: Desk): Set<string> {
    const uris = this.uris();
    desk.told = this.leaderOf(desk).sign;
    return uris;
  }

  /** The same for one of the parts of a draft that comes or goes piece by piece: it is judged, and others are told, with what comes next. */
  putPart(draft: Draft): void {
    if (this.#isFirst) this.settle();
    this.#corpus.postpone(() => this.#take(draft, false));
  }

  #take(draft: Draft, laid: boolean, isNext = false): Desk {
    const known = this.#desks.get(draft.uri);
    const desk = known ?? newDesk(draft, laid);
    const turns = known !== undefined && known.laid !== laid;
    desk.laid = laid;
    this.trail.note(desk);
    const same = this.#texts.leader(this.#desks.values(), draft);
    this.#desks.set(draft.uri, desk);
    const wasLeader = desk.leader === draft.uri;
    const leadsOn = same === undefined && wasLeader;
    const followers = leadsOn && isSameText(desk.draft, draft) ? [] : this.#followers(desk);
    const mayPutOff = isNext && leadsOn && !turns && followers.length === 0;
    if (isNext && !(mayPutOff && this.#corpus.isJudged(desk))) this.settle();
    if (same === undefined) {
      desk.leader = draft.uri;
      if (wasLeader) this.#edit(desk, draft, mayPutOff);
      else {
        setDraft(desk, draft);
        this.#register(desk);
      }
      this.#promote(followers);
      const [first] = this.#followers(desk).sort(byRank);
      if (first !== undefined && byRank(first, desk) < 0) this.#succeed(desk, first);
    } else {
      if (wasLeader) this.#unregister(desk);
      setDraft(desk, draft);
      desk.leader = same.draft.uri;
      this.#promote(followers);
      if (byRank(desk, same) < 0) this.#succeed(same, desk);
    }
    if (turns) for (const other of this.#corpus.rejudge(desk)) this.#changed.found.add(other);
    return desk;
  }

  /** The same as `put` one by one, judged once. */
  putAll(drafts: readonly Draft[]): Set<string> {
    const run = (): void => {
      for (const draft of drafts) this.#take(draft, false);
    };
    if (this.#desks.size > 0) return this.uris(this.#corpus.batch(run));
    const last = new Map(drafts.map((draft) => [draft.uri, draft]));
    this.#isFirst = true;
    this.#corpus.begin(() => {
      for (const draft of last.values()) this.#take(draft, false);
    });
    return new Set(this.#desks.keys());
  }

  /** Whether the first drafts came together and are not judged yet. */
  get isFirst(): boolean {
    return this.#isFirst;
  }

  /** Works out about so many characters of what was put off. Returns whether nothing is left. */
  settle(characters?: number): boolean {
    const found = this.#corpus.settle(characters);
    if (found === undefined) return false;
    if (this.#isFirst) for (const desk of this.#desks.values()) desk.told = this.leaderOf(desk).sign;
    else for (const desk of found) this.#changed.found.add(desk);
    this.#isFirst = false;
    return this.#movers.find(this.#changed.moved, this.#desks.size, characters);
  }

  /** Takes a draft away. */
  remove(uri: string): Set<string> {
    const desk = this.#desks.get(uri);
    if (desk === undefined) return new Set();
    this.trail.forget(desk);
    const followers = this.#followers(desk);
    if (desk.leader === uri) this.#unregister(desk);
    this.#desks.delete(uri);
    this.#promote(followers);
    return this.uris();
  }

  /** Tells what changed, on `more` desks too: the uris of those where something is told otherwise than before, and of those that they stand for. */
  uris(more: Iterable<Desk> = []): Set<string> {
    const { found, moved } = this.#changed;
    for (const desk of more) found.add(desk);
    const uris = new Set<string>();
    if (found.size === 0 && moved.size === 0) return uris;
    for (const desk of this.#desks.values()) {
      const leader = this.leaderOf(desk);
      if (moved.has(leader)) uris.add(desk.draft.uri);
      if (!found.has(leader) && !found.has(desk)) continue;
      if (leader.sign !== desk.told) uris.add(desk.draft.uri);
      desk.told = leader.sign;
    }
    found.clear();
    moved.clear();
    return uris;
  }

  #followers(desk: Desk): Desk[] {
    const { uri } = desk.draft;
    if (desk.leader !== uri) return [];
    return [...this.#desks.values()].filter((other) => other !== desk && other.leader === uri);
  }

  /** The first of the drafts that lost their leader stands for them now. */
  #promote(followers: readonly Desk[]): void {
    const [first, ...rest] = [...followers].sort(byRank);
    if (first === undefined) return;
    first.leader = first.draft.uri;
    for (const other of rest) other.leader = first.draft.uri;
    this.#register(first);
  }

  #succeed(old: Desk, desk: Desk): void {
    const followers = this.#followers(old);
    this.#unregister(old);
    for (const other of [old, ...followers]) other.leader = desk.draft.uri;
    this.#register(desk);
  }

  #register(desk: Desk): void {
    const exempt = this.#exemptions(desk.draft);
    this.#splice(desk, 0, 0, unitsOf(desk, desk.draft.paragraphs, exempt, 0, this.#blocks));
  }

  #unregister(desk: Desk): void {
    this.#splice(desk, 0, desk.units.length, []);
  }

  /** `putsOff`: what it changes in others is left to `settle`. */
  #edit(desk: Desk, draft: Draft, putsOff: boolean): void {
    const old = desk.draft;
    const exempt = this.#exemptions(draft);
    const before = this.#exemptions(old);
    const most = Math.min(old.paragraphs.length, draft.paragraphs.length);
    const equal = (left: number, right: number): boolean =>
      before[left] === exempt[right] && isSameParagraph(old.paragraphs[left] as Paragraph, draft.paragraphs[right] as Paragraph);
    let head = 0;
    while (head < most && equal(head, head)) head += 1;
    let tail = 0;
    while (tail < most - head && equal(old.paragraphs.length - 1 - tail, draft.paragraphs.length - 1 - tail)) tail += 1;
    const shift = draft.paragraphs.length - old.paragraphs.length;
    const from = firstUnit(desk.units, head);
    const to = firstUnit(desk.units, old.paragraphs.length - tail);
    const units = unitsOf(desk, draft.paragraphs.slice(head, draft.paragraphs.length - tail), exempt, head, this.#blocks);
    setDraft(desk, draft, unmoved(old, draft, head, tail));
    for (let index = to; index < desk.units.length && shift !== 0; index += 1) (desk.units[index] as Unit).place += shift;
    const kept = keepPieces(desk.units.slice(from, to), units);
    const splice = (): void => this.#splice(desk, from + kept.head, to - kept.tail, units.slice(kept.head, units.length - kept.tail));
    if (putsOff) for (const other of this.#corpus.ahead(desk, splice)) this.#changed.found.add(other);
    else splice();
    const moved = movedParagraphs(this.#outlined(old), this.#outlined(draft), head, tail);
    for (const place of kept.moved) moved.add(place);
    if (putsOff) this.#movers.add(unitsIn(desk, moved));
    else for (const unit of unitsIn(desk, moved)) addDesksNaming(unit, this.#changed.moved, this.#desks.size);
  }

  #outlined(draft: Draft): Outlined {
    return {
      draft,
      outline: this.#outlineOf(draft),
      exempt: this.#exemptions(draft),
      labels: () => this.#names.in(draft, this.#outlineOf(draft)),
    };
  }

  /** Takes the text of `fresh` into the unit that stands there, when neither stands elsewhere. */
  #revise(unit: Unit, fresh: Unit): boolean {
    const [was, now] = [unit.block, fresh.block];
    if (was === undefined || now === undefined || !isRevision(unit, fresh)) return false;
    if (was.units.size !== 1 || now.units.size > 0) return false;
    if (was.wordsKnown || this.#blocks.hasAnswer(now)) this.#blocks.read(now);
    const revision = revisionOf(was, now);
    if (revision === undefined) return false;
    const before = { ...unit };
    const found = this.#corpus.revise(unit, now, revision, () => {
      unit.paragraph = fresh.paragraph;
    });
    count(unit.desk, [before], [unit]);
    for (const other of found) this.#changed.found.add(other);
    return true;
  }

  #splice(desk: Desk, from: number, to: number, units: readonly Unit[]): void {
    const removed = desk.units.slice(from, to);
    this.#movers.replace(removed, units);
    const [unit] = removed;
    const [fresh] = units;
    if (removed.length === 1 && units.length === 1 && unit && fresh && this.#revise(unit, fresh)) return;
    desk.units = [...desk.units.slice(0, from), ...units, ...desk.units.slice(to)];
    for (let index = from; index < desk.units.length; index += 1) (desk.units[index] as Unit).index = index;
    count(desk, removed, units);
    for (const other of this.#corpus.exchange(desk, from, removed, units)) this.#changed.found.add(other);
  }
}

/** Whether a unit may stay what it is while its text changes. */
function isRevision(unit: Unit, fresh: Unit): boolean {
  const hasBreaks = unit.paragraph.breaks.length > 0 || fresh.paragraph.breaks.length > 0;
  return !hasBreaks && unit.place === fresh.place && unit.offset === fresh.offset;
}
