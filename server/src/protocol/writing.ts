/** Owns what client and server say to each other about writing: length and time, new speeches, genres. Plain data. */
import type { PlainPosition, PlainRange } from '../protocol.ts';

/** Command of the client: show how long each section is. */
export const stageCommand = 'speechDraft.stage';

/** Command of the client: show edits with what they change, and make the ones that are left ticked, in one undo. */
export const previewCommand = 'speechDraft.previewEdits';
export interface PreviewArguments {
  readonly uri: string;
  /** The version the edits hold for; the client does nothing if the draft has moved on. */
  readonly version: number;
  readonly title: string;
  readonly edits: readonly { readonly range: PlainRange; readonly newText: string }[];
}

/** Request `speechDraft/stage`: 字数 and speaking time of an open draft, of its sections and of what is selected. */
export const stageMethod = 'speechDraft/stage';
export interface StageParams {
  readonly textDocument: { readonly uri: string };
  /** Stretches to be counted together, besides the whole. */
  readonly selections?: readonly PlainRange[];
  /** The minutes that this draft is to take, instead of the setting; 0: none. */
  readonly targetMinutes?: number;
}
export interface StageResult {
  /** The version of the draft that was measured; -1 if it is not open or not checked, and then nothing was counted. */
  readonly version: number;
  readonly whole: StageMeasure;
  /** In order, the outer before the inner; those of depth 0 make up the whole. */
  readonly sections: readonly StageSection[];
  readonly selection?: StageMeasure;
  /** Characters a minute that were reckoned with. */
  readonly pace: number;
  readonly paces: PlainPaces;
  readonly target?: StageTarget;
}

/** The paces that have names, and the slowest and fastest that can be set; characters a minute. */
export interface PlainPaces {
  readonly named: Readonly<Record<'slow' | 'middle' | 'fast', number>>;
  readonly minimum: number;
  readonly maximum: number;
}

/** How long a stretch is. */
export interface StageMeasure {
  /** 字数 as Word counts. */
  readonly words: number;
  /** `words` as the reader says it: `1 234 字`. */
  readonly length: string;
  /** Speaking time at the pace. */
  readonly seconds: number;
  /** Speaking time as the reader says it: `约 18–24 分钟`. */
  readonly time: string;
}

/** One section, or what stands before and behind all of them. */
export interface StageSection extends StageMeasure {
  readonly title: string;
  /** 0 is the outermost. */
  readonly depth: number;
  /** Where it begins: its heading. */
  readonly range: PlainRange;
  /** Its part of the speaking time, 0 to 1. */
  readonly share: number;
}

/** How the whole stands to the minutes it is to take. */
export interface StageTarget {
  readonly minutes: number;
  readonly state: 'over' | 'short' | 'fits';
  /** As short as it can be said: `超 3 分钟`. */
  readonly text: string;
  /** With what to do about it: `比 20 分钟长约 3 分钟，约合 600 字`. */
  readonly detail: string;
}

/** Request `speechDraft/speechKinds`: the kinds of speeches that can be begun. */
export const speechKindsMethod = 'speechDraft/speechKinds';
export interface PlainSpeechKind {
  readonly id: string;
  readonly name: string;
  /** What it is for and how it is built. */
  readonly detail: string;
  /** What is asked for the occasion: 会议名称. */
  readonly occasion: string;
  readonly place: string;
}

/** Request `speechDraft/skeleton`: a new speech. What is not told is a hole in it. */
export const skeletonMethod = 'speechDraft/skeleton';
export interface SkeletonParams {
  /** `id` of a `PlainSpeechKind`. */
  readonly kind: string;
  readonly occasion?: string;
  readonly speaker?: string;
  readonly place?: string;
  readonly date?: PlainDate;
  readonly minutes?: number;
}
/** A day of the calendar; without a year, that is still open. */
export interface PlainDate {
  readonly year?: number;
  readonly month: number;
  readonly day: number;
}
export interface SkeletonResult {
  /** Body of a VS Code snippet whose tab stops are the holes, in order. */
  readonly snippet: string;
}

/** Request `speechDraft/review`: the genre of the speech at a place, and what speeches of that genre usually hold. */
export const reviewMethod = 'speechDraft/review';
export interface ReviewParams {
  readonly textDocument: { readonly uri: string };
  readonly position: PlainPosition;
  /** The genre that the writer says it is, instead of a guess. */
  readonly genre?: string;
}
export interface ReviewResult {
  /** -1 if the draft is not open or not checked. */
  readonly version: number;
  /** Absent when nothing tells the genre surely enough. */
  readonly genre?: PlainGenre;
  readonly genres: readonly { readonly id: string; readonly name: string }[];
  readonly notes: readonly ReviewNote[];
}

/** A genre, and why it is thought to be that. */
export interface PlainGenre {
  readonly id: string;
  readonly name: string;
  /** `题目有“动员”，文中有“主要任务是”`; absent when the writer said so. */
  readonly reason?: string;
}

/** One thing that is not as usual. Information, never a fault. */
export interface ReviewNote {
  readonly kind: 'missing' | 'empty' | 'out-of-proportion';
  readonly text: string;
  readonly detail?: string;
  /** Where to look; for what is missing, the place where it usually stands. */
  readonly position: PlainPosition;
  /** For what is missing: the roles that would do, to choose a snippet by. */
  readonly roles?: readonly string[];
}
