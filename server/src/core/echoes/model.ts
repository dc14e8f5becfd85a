/**
 * Owns the shapes that the index of echoes is made of: drafts lie on desks, a desk has units, a unit stands for a block
 * (distinct text), a block has sentences that belong to families (sentences that differ in figures alone).
 */
import type { Draft } from '../text/draft.ts';
import type { Finding, Message, Related } from '../rules/finding.ts';
import type { Doubled } from '../rules/repeated-phrase/doubled.ts';
import type { Paragraph } from '../text/paragraph.ts';
import type { Normal } from './normal/normal.ts';
import type { PhraseHit } from './normal/phrases.ts';
import type { Tally } from './tally.ts';
import type { Recent, Trail } from './trail.ts';

/** A stretch of codes of one block. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A stretch of a block's codes that stands somewhere else too and is part of no longer one. */
export interface RawSpan extends Stretch {
  /** Of the codes; equal for equal contents. */
  readonly key: number;
}

/** A sentence of a block that may have near copies. */
export interface Sentence extends Stretch {
  readonly family: Family;
}

/** What a draft may say too often. */
export type SayingKind = 'phrase' | 'adverb' | 'clause' | 'opening';

/** One distinct stretch of text: a paragraph, or a piece of a very long one. */
export interface Block {
  /** Given by the index. */
  id: number;
  readonly key: string;
  readonly text: string;
  readonly normal: Normal;
  /** Where it stands now. */
  readonly units: Set<Unit>;
  /** What stands in other blocks too; by start, none inside another. Not kept up where the block stands twice. */
  across: readonly Stretch[];
  /** What stands in the block twice, once it was asked for. */
  within: readonly Stretch[] | undefined;
  /** Both together, or all of it where the block stands twice; by start, none inside another. */
  spans: readonly RawSpan[];
  sentences: readonly Sentence[];
  /** Its phrases, clauses and openings, packed. */
  readonly sayings: Uint32Array;
  /** Where in the text a word seems to stand twice. */
  readonly doubles: readonly Doubled[];
  /** Which of them are words that stand twice, as far as is known. */
  doubled: readonly Doubled[] | undefined;
  readonly setPhrases: readonly PhraseHit[];
  /** Whether the words of its text have been taken in. */
  wordsKnown: boolean;
}

/** Why a paragraph takes no part: titles and salutations repeat by their nature. */
export type Exemption = 'title' | 'salutation';

/** One open draft. */
export interface Desk {
  draft: Draft;
  /** Others are compared with it, and nobody reads it. */
  laid: boolean;
  units: Unit[];
  /** The uri of the open draft with the same text that stands for this one; its own when none does. */
  leader: string;
  /** How the paragraphs of `draft` are called; undefined until asked for. */
  labels: readonly Label[] | undefined;
  /** How many codes take part, for densities. */
  size: number;
  /** The sum of the signs of all echoes, and what it was when they were last told of. */
  sign: number;
  told: number;
  /** Which paragraphs of its draft have changed. */
  readonly trail: Trail;
  /** Units that came, went or changed: their text, what is known of its words, the copies told of there; and their neighbours. */
  readonly news: Recent<Unit>;
  /** A hash of the uri. */
  readonly hash: number;
  /** How often its sayings stand, by id. */
  readonly tally: Tally;
}

/** One stretch of one draft. */
export interface Unit {
  readonly desk: Desk;
  paragraph: Paragraph;
  /** Index of the paragraph in the draft. */
  place: number;
  /** Index in `Desk.units`. */
  index: number;
  /** Where the block begins in the paragraph's text. */
  offset: number;
  /** Absent for a paragraph that takes no part. */
  block: Block | undefined;
  readonly exempt: Exemption | undefined;
  /** What was found here, by start. */
  echoes: readonly Echo[];
  /** What they were made from, to be used again. */
  parts: readonly Echo[];
  /** All contents and clans that have a place here, as far as they are known. */
  readonly listed: Listed[];
  /** Whether its first sentence has a copy so near that its neighbours decide whether the two are parallel. */
  hangs: boolean;
}

/** A stretch of codes of one unit. */
export interface UnitStretch extends Stretch {
  readonly unit: Unit;
}

/** A place of a content; it moves when something before it in its paragraph changes. */
export interface Place extends UnitStretch {
  start: number;
  end: number;
}

/** All places of a content, from which echoes are made. */
export interface Listed {
  /** In order of `byPlace`. */
  readonly places: readonly Place[];
  /** Equal as long as the places are the same for a reader: the sum of `signOf` of all, in 32 bits. */
  sign: number;
  /** Desks that hold two places and more. */
  readonly within: ReadonlySet<Desk>;
}

/** One difference between a near copy and the place it is compared with. */
export interface Difference {
  /** What stands there, and what stands here; either may be empty. */
  readonly there: string;
  readonly here: string;
}

/** A copy at one unit, before it is put into words. Offsets are codes of the unit's block. */
export interface Echo extends Stretch {
  readonly kind: 'exact' | 'near';
  /** Equal for all copies of one content. */
  readonly group: string;
  /** Opening and end marks that go with it here and elsewhere: how many characters of the text before and behind. */
  readonly margin: { readonly before: number; readonly behind: number };
  /** The other place that the message names: the first in the same draft, else the first of all. */
  readonly main: UnitStretch;
  /** The first other places in order of `byPlace`, a few at most. */
  readonly others: readonly UnitStretch[];
  /** How many places there are, this one included. */
  readonly count: number;
  /** For a near copy: how it differs from `main`. */
  readonly differences: readonly Difference[];
  /** Whether only numbers and slots differ. */
  readonly figuresOnly: boolean;
  /**
   * Equal as long as a reader sees the same, but for places that only moved with the lines before them. Holds the sum of
   * the signs of all other places.
   */
  sign: number;
  /** What it was made from: as long as those are the same, so is the echo. Two and more for copies that were joined. */
  readonly sources: readonly Listed[];
  /** Shorter copies within it that have other places; they are told of with it. */
  hidden: readonly Echo[];
  /** Their places, as far as they lie in no other place of this one. */
  extra: readonly ExtraPlace[];
  /** The two that it was joined of. */
  readonly joined: readonly [Echo, Echo] | undefined;
  /** The finding made of it last. */
  told: Told | undefined;
}

/** Where a part of a copy stands too. */
export interface ExtraPlace {
  readonly place: UnitStretch;
  /** The shorter copy. */
  readonly from: Echo;
}

/** How a reader finds a paragraph. */
export interface Label {
  /** The marks of the sections around it, put together: `二、（一）`; empty outside any section. */
  readonly section: string;
  /** Within the innermost section, from 1. */
  readonly paragraph: number;
}

/** Another place, as a finding of `repeated-passage` names it. */
export interface Named extends Related {
  readonly message: Message;
}

/** A finding of `repeated-passage`. */
export interface Passage extends Finding {
  readonly group: string;
  readonly related: readonly Named[];
}

/** Which of the places that a finding lists lie on a desk, by index. */
export interface PlacesOn {
  readonly desk: Desk;
  readonly indexes: readonly number[];
}

/** A finding as it was told last, and what it hangs on: where the other places lie, and how places are called. */
export interface Told {
  readonly draft: string;
  /** In which look at the draft it was found to hold last. */
  look: number;
  /** Which of the others lie in the same draft, by index. */
  readonly local: readonly number[];
  /** The last of the offsets where it and its other places in the draft begin. */
  last: number;
  /** What lies in other drafts. */
  readonly others: readonly PlacesOn[];
  readonly main: Label | undefined;
  /** Of the other places. */
  readonly labels: readonly (Label | undefined)[];
  finding: Passage;
}

/** The part of one sentence that is a near copy of a part of another. Offsets count from the sentences' starts. */
export interface Kinship extends Stretch {
  readonly otherStart: number;
  readonly otherEnd: number;
}

/** Sentences that differ in numbers and slots alone. */
export interface Family {
  /** Given by the index. */
  id: number;
  /** The folded codes, one character each; behind 0 where clauses begin, and behind another 0 what is part of a name. */
  readonly key: string;
  /** How many codes. */
  readonly length: number;
  /** The blocks that hold its sentences: one, and the others if there are any. `blocksOf` gives all. */
  first: Block | undefined;
  more: Set<Block> | undefined;
  /** Families that are near copies, with how; absent when there are none. */
  near: Map<Family, Kinship> | undefined;
  /** How many grams it shares with the family that is being related; 0 otherwise. */
  shared: number;
}
