/**
 * Owns publishing diagnostics: for the version they were found in, without the ones under the
 * caret while it is typing, and with a word to the user when there are more than are shown.
 */
import type { Diagnostic } from 'vscode-languageserver';
import { toDiagnostic } from '../convert/diagnostics.ts';
import type { RulePage } from '../convert/diagnostics.ts';
import type { LineIndex } from '../convert/positions.ts';
import type { Wording } from '../convert/wording.ts';
import type { Finding } from '../core/rules/finding.ts';
import type { Snapshot } from '../documents/store.ts';
import type { CountsParams } from '../protocol.ts';

/** What the publisher needs from around it. */
export interface PublisherDeps {
  readonly wording: () => Wording;
  readonly page: RulePage;
  readonly snapshotOf: (uri: string) => Snapshot | undefined;
  /** The lines of an open draft, or of one that is compared with. */
  readonly linesOf: (uri: string) => LineIndex | undefined;
  readonly findingsOf: (uri: string) => readonly Finding[];
  /** Whether the findings are those of this version of a draft; if not, it is being looked at and will be published. */
  readonly isLookedAt: (snapshot: Snapshot) => boolean;
  /** The findings as the mode has it. */
  readonly shownOf: (findings: readonly Finding[]) => readonly Finding[];
  readonly limits: () => { readonly maxFindings: number; readonly caretDelay: number };
  readonly send: (uri: string, version: number | undefined, diagnostics: Diagnostic[]) => void;
  readonly counts: (counts: CountsParams) => void;
  /** Called once per draft when not all findings are shown. */
  readonly tellCapped: (uri: string, shown: number, found: number) => void;
}

interface Published {
  /** Places that were shown, to tell a new finding from one that was there. */
  readonly places: ReadonlySet<string>;
  readonly timer: NodeJS.Timeout | undefined;
}

/**
 * Other drafts than the one that is typed in follow at once where nothing was typed for so long; in a run of keystrokes they
 * wait for such a pause, and for so long at most. In milliseconds.
 */
const pause = 150;
const patience = 1000;

/** Publishes the findings of open drafts. */
export class Publisher {
  readonly #deps: PublisherDeps;
  /** Drafts that are published when there is a pause. */
  readonly #later = new Set<string>();
  #laterSince = 0;
  #lastAsked = -Infinity;
  #pause: NodeJS.Timeout | undefined;
  readonly #published = new Map<string, Published>();
  readonly #capped = new Set<string>();

  constructor(deps: PublisherDeps) {
    this.#deps = deps;
  }

  /** Publishes what is known of a draft now. */
  publish(uri: string): void {
    this.#later.delete(uri);
    const snapshot = this.#deps.snapshotOf(uri);
    if (!snapshot?.draft || !this.#deps.isLookedAt(snapshot)) return;
    const { caretDelay } = this.#deps.limits();
    const before = this.#published.get(uri);
    if (before?.timer) clearTimeout(before.timer);
    const findings = this.#deps.findingsOf(uri);
    const typed = caretDelay > 0 ? snapshot.typed : undefined;
    const held = typed === undefined ? [] : findings.filter((finding) => isNew(finding, typed, before?.places));
    const timer = held.length > 0 ? setTimeout(() => this.#release(uri, snapshot.version), caretDelay) : undefined;
    this.#send(snapshot, held.length > 0 ? findings.filter((finding) => !held.includes(finding)) : findings, timer);
  }

  /** Publishes drafts behind what is published now, one at a turn of the event loop; in a run of calls when there is a pause. */
  publishSoon(uris: Iterable<string>): void {
    const now = Date.now();
    const isFirst = now - this.#lastAsked >= pause;
    this.#lastAsked = now;
    if (this.#later.size === 0) this.#laterSince = now;
    for (const uri of uris) this.#later.add(uri);
    if (this.#later.size === 0) return;
    clearTimeout(this.#pause);
    const wait = isFirst ? 0 : Math.max(0, Math.min(pause, this.#laterSince + patience - now));
    this.#pause = setTimeout(() => this.#publishNext(), wait);
  }

  #publishNext(): void {
    const [uri] = this.#later;
    if (uri === undefined) return;
    this.publish(uri);
    if (this.#later.size > 0) this.#pause = setTimeout(() => this.#publishNext(), 0);
  }

  /** Takes everything off the screen for a draft. */
  clear(uri: string): void {
    this.#later.delete(uri);
    const before = this.#published.get(uri);
    if (before?.timer) clearTimeout(before.timer);
    this.#published.delete(uri);
    this.#capped.delete(uri);
    this.#deps.send(uri, undefined, []);
  }

  /** Stops all timers. */
  stop(): void {
    clearTimeout(this.#pause);
    this.#later.clear();
    for (const { timer } of this.#published.values()) if (timer) clearTimeout(timer);
  }

  #release(uri: string, version: number): void {
    const snapshot = this.#deps.snapshotOf(uri);
    if (snapshot?.version === version && this.#deps.isLookedAt(snapshot)) this.#send(snapshot, this.#deps.findingsOf(uri), undefined);
  }

  #send(snapshot: Snapshot, findings: readonly Finding[], timer: NodeJS.Timeout | undefined): void {
    const { uri } = snapshot;
    const { maxFindings } = this.#deps.limits();
    const visible = this.#deps.shownOf(findings);
    const shown = visible.slice(0, maxFindings);
    const related = relatedShare(shown);
    const wording = this.#deps.wording();
    const context = {
      lines: snapshot.lines,
      wording,
      page: this.#deps.page,
      linesOf: this.#deps.linesOf,
    };
    this.#published.set(uri, { places: new Set(shown.map(placeOf)), timer });
    this.#deps.send(
      uri,
      snapshot.version,
      shown.map((finding) => toDiagnostic(finding, context, related)),
    );
    this.#deps.counts(countsOf(uri, findings, visible, wording));
    if (shown.length < visible.length && !this.#capped.has(uri)) {
      this.#capped.add(uri);
      this.#deps.tellCapped(uri, shown.length, visible.length);
    }
  }
}

/** How many related places the diagnostics of one draft list together; each of them costs as much as a diagnostic. */
const mostRelated = 250;

/** How many related places each diagnostic may list, so that together they are not more than `mostRelated`. */
function relatedShare(findings: readonly Finding[]): number {
  const counts = findings.map(({ related = [] }) => related.length).sort((a, b) => a - b);
  let left = mostRelated;
  for (const [index, count] of counts.entries()) {
    const share = Math.floor(left / (counts.length - index));
    if (count > share) return share;
    left -= count;
  }
  return Infinity;
}

/** Whether a finding touches the caret and was not there before what was typed pushed it on. */
function isNew(
  finding: Finding,
  typed: { readonly end: number; readonly length: number },
  places: ReadonlySet<string> | undefined,
): boolean {
  if (finding.start > typed.end || typed.end > finding.end) return false;
  const pushed = { ...finding, start: finding.start - typed.length };
  return places?.has(placeOf(finding)) !== true && places?.has(placeOf(pushed)) !== true;
}

/** A finding's place without its end: typing at its end does not make it new. */
function placeOf(finding: Finding): string {
  return `${finding.rule} ${finding.start}`;
}

/** Holes are counted in every mode, because a draft with holes is not finished; all else where it is shown. */
function countsOf(uri: string, findings: readonly Finding[], visible: readonly Finding[], wording: Wording): CountsParams {
  const holes = findings.filter((finding) => finding.rule === 'placeholder');
  const repeats = visible.filter((finding) => finding.rule.startsWith('repeated-')).length;
  const byKind = new Map<string, number>();
  for (const { kind } of holes) byKind.set(kind, (byKind.get(kind) ?? 0) + 1);
  const kinds = [...byKind]
    .map(([kind, count]) => ({ kind, name: wording.kind('placeholder', kind), count }))
    .sort((a, b) => b.count - a.count);
  return { uri, holes: holes.length, repeats, others: visible.filter((finding) => finding.rule !== 'placeholder').length - repeats, kinds };
}
