/**
 * Owns publishing diagnostics: for the version they were found in, never the same twice, without the ones under the caret
 * while it is typing, and with a word to the user when there are more than are shown.
 */
import type { Diagnostic } from 'vscode-languageserver';
import type { RulePage } from '../convert/diagnostics.ts';
import { indexLines } from '../convert/positions.ts';
import type { LineIndex } from '../convert/positions.ts';
import { Publication } from '../convert/wire/publication.ts';
import type { Wording } from '../convert/wording.ts';
import type { Finding } from '../core/rules/finding.ts';
import { Pause } from '../documents/pause.ts';
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
  /** Works out a part of the findings, for one turn of the event loop. Returns whether `findingsOf` gives them at once now. */
  readonly tellAhead: (uri: string) => boolean;
  /** Works out a part of what edits left to do between other drafts. Gives the uris whose findings changed once nothing is left. */
  readonly rest: () => ReadonlySet<string> | undefined;
  /** Whether the findings are those of this version of a draft; if not, it is being looked at and will be published. */
  readonly isLookedAt: (snapshot: Snapshot) => boolean;
  /** The findings as the mode has it. */
  readonly shownOf: (findings: readonly Finding[]) => readonly Finding[];
  readonly limits: () => { readonly maxFindings: number; readonly caretDelay: number };
  /** Diagnostics of a document that are no findings. */
  readonly extraOf: (uri: string) => readonly Diagnostic[];
  readonly send: (publication: Publication) => void;
  readonly counts: (counts: CountsParams) => void;
  /** Called once per draft when not all findings are shown. */
  readonly tellCapped: (uri: string, shown: number, found: number) => void;
}

/** What a client was told last of a draft. */
interface Told {
  readonly publication: Publication;
  readonly counts: CountsParams;
  /** Runs while a finding under the caret is held back. */
  readonly timer: NodeJS.Timeout | undefined;
}

/** Publishes the findings of open drafts. */
export class Publisher {
  readonly #deps: PublisherDeps;
  /** Drafts that are published when there is a pause. */
  readonly #later = new Set<string>();
  readonly #pause = new Pause(() => this.#publishNext());
  /** Who waits for the end of what edits left to do. */
  readonly #onSettled: (() => void)[] = [];
  readonly #told = new Map<string, Told>();
  readonly #capped = new Set<string>();

  constructor(deps: PublisherDeps) {
    this.#deps = deps;
  }

  /** Publishes what is known of a draft now; what would be the same again is not. */
  publish(uri: string): void {
    this.#later.delete(uri);
    const snapshot = this.#deps.snapshotOf(uri);
    if (!snapshot?.draft || !this.#deps.isLookedAt(snapshot)) return;
    const { caretDelay } = this.#deps.limits();
    const before = this.#told.get(uri);
    clearTimeout(before?.timer);
    const findings = this.#deps.findingsOf(uri);
    const typed = caretDelay > 0 ? snapshot.typed : undefined;
    const shown = before?.publication.findings ?? [];
    const held = typed === undefined ? [] : findings.filter((finding) => isNew(finding, typed, shown));
    const timer = held.length > 0 ? setTimeout(() => this.#release(uri, snapshot.version), caretDelay) : undefined;
    this.#send(snapshot, held.length > 0 ? findings.filter((finding) => !held.includes(finding)) : findings, timer);
  }

  /**
   * Publishes drafts behind what is published now, and those on which edits left something to work out, one at a turn of the
   * event loop; in a run of calls when there is a pause, so that nothing stands between two keystrokes.
   */
  publishSoon(uris: Iterable<string>): void {
    for (const uri of uris) this.#later.add(uri);
    this.#pause.tell({ work: true, atOnce: true });
  }

  /** Resolves when nothing is left of what edits left to do between other drafts, which is worked out as for `publishSoon`. */
  settled(): Promise<void> {
    if (!this.#pause.isWaiting) {
      const changed = this.#deps.rest();
      if (changed === undefined || changed.size > 0) this.publishSoon(changed ?? []);
      if (changed) return Promise.resolve();
    }
    return new Promise((resolve) => {
      this.#onSettled.push(resolve);
    });
  }

  #publishNext(): boolean {
    const changed = this.#deps.rest();
    if (changed === undefined) return true;
    for (const resolve of this.#onSettled.splice(0)) resolve();
    for (const uri of changed) this.#later.add(uri);
    const [uri] = this.#later;
    if (uri !== undefined && !this.#deps.tellAhead(uri)) return true;
    if (uri !== undefined) this.publish(uri);
    return this.#later.size > 0;
  }

  /** Takes everything off the screen for a draft. */
  clear(uri: string): void {
    this.#later.delete(uri);
    clearTimeout(this.#told.get(uri)?.timer);
    this.#told.delete(uri);
    this.#capped.delete(uri);
    this.#deps.send(this.#publicationOf(uri, undefined, indexLines(''), []));
  }

  /** Stops all timers. */
  stop(): void {
    this.#pause.stop();
    this.#later.clear();
    for (const { timer } of this.#told.values()) clearTimeout(timer);
  }

  #release(uri: string, version: number): void {
    const snapshot = this.#deps.snapshotOf(uri);
    if (snapshot?.version === version && this.#deps.isLookedAt(snapshot)) this.#send(snapshot, this.#deps.findingsOf(uri), undefined);
  }

  #send(snapshot: Snapshot, findings: readonly Finding[], timer: NodeJS.Timeout | undefined): void {
    const { uri, version, lines } = snapshot;
    const { maxFindings } = this.#deps.limits();
    const visible = this.#deps.shownOf(findings);
    const shown = visible.length > maxFindings ? visible.slice(0, maxFindings) : visible;
    const before = this.#told.get(uri);
    const publication = this.#publicationOf(uri, version, lines, shown, before?.publication);
    const counts = countsOf(uri, findings, visible, this.#deps.wording());
    this.#told.set(uri, { publication, counts, timer });
    const isNews = before?.publication.equals(publication) !== true;
    if (isNews) this.#deps.send(publication);
    if (isNews || JSON.stringify(before?.counts) !== JSON.stringify(counts)) this.#deps.counts(counts);
    if (shown.length < visible.length && !this.#capped.has(uri)) {
      this.#capped.add(uri);
      this.#deps.tellCapped(uri, shown.length, visible.length);
    }
  }

  #publicationOf(
    uri: string,
    version: number | undefined,
    lines: LineIndex,
    findings: readonly Finding[],
    before?: Publication,
  ): Publication {
    const { wording, page, linesOf, extraOf } = this.#deps;
    const published = { uri, version, findings, most: relatedShare(findings), extra: extraOf(uri) };
    return new Publication(published, { lines, wording: wording(), page, linesOf }, before);
  }
}

/** How many related places the diagnostics of one draft list together; each of them costs as much as a diagnostic. */
const mostRelated = 250;

/** How many related places each diagnostic may list, so that together they are not more than `mostRelated`. */
function relatedShare(findings: readonly Finding[]): number {
  const counts: number[] = [];
  for (const { related } of findings) {
    if (related === undefined || related.length === 0) continue;
    counts.push(related.length);
    if (counts.length > mostRelated) return 0;
  }
  let left = mostRelated;
  for (const [index, count] of counts.sort((a, b) => a - b).entries()) {
    const share = Math.floor(left / (counts.length - index));
    if (count > share) return share;
    left -= count;
  }
  return Infinity;
}

/** Whether a finding touches the caret and was not there before what was typed pushed it on: typing at its end makes it no other. */
function isNew(finding: Finding, typed: { readonly end: number; readonly length: number }, shown: readonly Finding[]): boolean {
  if (finding.start > typed.end || typed.end > finding.end) return false;
  const { rule, start } = finding;
  return !shown.some((one) => one.rule === rule && (one.start === start || one.start === start - typed.length));
}

/** Holes are counted in every mode, because a draft with holes is not finished; all else where it is shown. */
function countsOf(uri: string, findings: readonly Finding[], visible: readonly Finding[], wording: Wording): CountsParams {
  const byKind = new Map<string, number>();
  let holes = 0;
  for (const { rule, kind } of findings) {
    if (rule !== 'placeholder') continue;
    holes += 1;
    byKind.set(kind, (byKind.get(kind) ?? 0) + 1);
  }
  let [repeats, others] = [0, 0];
  for (const { rule } of visible) {
    if (rule.startsWith('repeated-')) repeats += 1;
    else if (rule !== 'placeholder') others += 1;
  }
  const kinds = [...byKind]
    .map(([kind, count]) => ({ kind, name: wording.kind('placeholder', kind), count }))
    .sort((a, b) => b.count - a.count);
  return { uri, holes, repeats, others, kinds };
}
