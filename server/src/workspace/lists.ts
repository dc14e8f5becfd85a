/** Owns the lists of the open drafts: which holds for which draft, read once and again after they change. */
import { listName, changeListFile, readListFile } from './list-file.ts';
import type { ListFile, RawList } from './list-file.ts';
import { homeOf, pathOf } from './folders.ts';
import type { Home } from './folders.ts';
import { identityOf, withEntry, withPhrase, withRenamed, withoutEntry } from '../core/ignores/list.ts';
import { Matcher } from '../core/ignores/match.ts';
import type { Matched } from '../core/ignores/match.ts';
import type { Ignore, Sidecar } from '../core/ignores/model.ts';
import { emptySidecar } from '../core/ignores/model.ts';
import type { Finding } from '../core/rules/finding.ts';
import type { Bilingual } from '../core/rules/meta.ts';

/** The two lists of phrases. */
export type PhraseList = 'allowedPhrases' | 'stockPhrases';

/** What came of a change. */
export type Changed =
  | {
      readonly ok: true;
      /** Where it is kept: a file, or `undefined` for a draft that lies on no disk: until the server ends. */ readonly path:
        string | undefined;
    }
  | { readonly ok: false; readonly reason: Bilingual };

/** What is known of one draft. */
interface Seat {
  readonly home: Home | undefined;
  readonly matcher: Matcher;
  /** The last answer and what it was for. */
  last?: { readonly text: string; readonly findings: readonly Finding[]; readonly matched: Matched };
}

/** The lists, by the drafts they hold for. */
export class Lists {
  readonly #files = new Map<string, ListFile>();
  readonly #seats = new Map<string, Seat>();
  /** Lists of drafts that lie on no disk. */
  readonly #loose = new Map<string, Sidecar>();
  readonly #named = new Set<string>();
  readonly #tell: (path: string, faults: readonly Bilingual[]) => void;
  #roots: readonly string[] = [];
  #turn = 0;

  /** `tell` is called once for each state of a file that has faults. */
  constructor(tell: (path: string, faults: readonly Bilingual[]) => void) {
    this.#tell = tell;
  }

  /** Another number whenever other lists may hold than before. */
  get turn(): number {
    return this.#turn;
  }

  /** Takes the folders of the workspace, as uris. */
  setRoots(uris: readonly string[]): void {
    this.#roots = uris.flatMap((uri) => pathOf(uri) ?? []);
    this.forget();
  }

  /** Reads every list again when it is next asked for. */
  forget(): void {
    this.#turn += 1;
    this.#files.clear();
    this.#seats.clear();
  }

  /** Forgets what was known of a draft; what was ignored in it stays. */
  close(uri: string): void {
    this.#seats.delete(uri);
  }

  /** Parts the findings of a draft. */
  match(uri: string, text: string, findings: readonly Finding[]): Matched {
    const seat = this.#seat(uri);
    const { last } = seat;
    if (last?.findings === findings && last.text === text) return last.matched;
    const matched = seat.matcher.match(text, findings);
    seat.last = { text, findings, matched };
    return matched;
  }

  /** Where the list of a draft is; `undefined` for a draft that lies on no disk. */
  homeOf(uri: string): Home | undefined {
    return this.#seat(uri).home;
  }

  /** The list that holds for a draft. */
  of(uri: string): Sidecar {
    const { home } = this.#seat(uri);
    return home ? this.#file(home.list).sidecar : (this.#loose.get(uri) ?? emptySidecar);
  }

  /** The phrases of all lists that hold for the given drafts, each once, in order. */
  phrases(uris: Iterable<string>, list: PhraseList): readonly string[] {
    const all = new Set<string>();
    for (const uri of uris) for (const phrase of this.of(uri)[list]) all.add(phrase);
    return [...all].sort();
  }

  /** Adds an entry to the list of a draft, or takes it away. */
  changeEntry(uri: string, entry: Ignore, present: boolean): Changed {
    return this.#change(
      uri,
      (raw) => ({ ignored: present ? withEntry(raw['ignored'], entry) : withoutEntry(raw['ignored'], entry) }),
      (before) => {
        const rest = before.ignored.filter((other) => identityOf(other) !== identityOf(entry));
        return { ...before, ignored: present ? [...rest, entry] : rest };
      },
    );
  }

  /**
   * Draft or folder `from` is called `to` now: what was ignored in it stays so. Where it moved under another list, its entries
   * move there. Whether anything had to be changed; a list that cannot be written stays as it is.
   */
  rename(from: string, to: string): boolean {
    const [oldPath, newPath] = [pathOf(from), pathOf(to)];
    if (oldPath === undefined || newPath === undefined) return false;
    const [old, now] = [homeOf(oldPath, this.#roots), homeOf(newPath, this.#roots)];
    const file = readListFile(old.list);
    const entries = withRenamed(file.sidecar.ignored, old.file, now.file);
    if (!entries || file.broken) return false;
    if (old.list === now.list) {
      return (
        changeListFile(old.list, (raw) => ({ ignored: withRenamed(raw['ignored'], old.file, now.file) ?? raw['ignored'] })) === undefined
      );
    }
    const moved = file.sidecar.ignored.filter((entry) => withRenamed([entry], old.file, now.file) !== undefined);
    const arrive = (list: unknown): unknown =>
      moved.reduce<unknown>((all, entry) => withEntry(all, { ...entry, file: now.file + (entry.file ?? '').slice(old.file.length) }), list);
    // First there, then away from here: what cannot be written there is not lost.
    if (changeListFile(now.list, (raw) => ({ ignored: arrive(raw['ignored']) }))) return false;
    changeListFile(old.list, (raw) => ({ ignored: moved.reduce<unknown>((all, entry) => withoutEntry(all, entry), raw['ignored']) }));
    return true;
  }

  /** Adds a phrase to the list of a draft, or takes it away. */
  changePhrase(uri: string, list: PhraseList, phrase: string, present: boolean): Changed {
    return this.#change(
      uri,
      (raw) => ({ [list]: withPhrase(raw[list], phrase, present) }),
      (before) => ({ ...before, [list]: withPhrase(before[list], phrase, present) as readonly string[] }),
    );
  }

  #change(uri: string, inFile: (raw: RawList) => RawList, inMemory: (before: Sidecar) => Sidecar): Changed {
    const home = this.homeOf(uri);
    if (!home) {
      this.#loose.set(uri, inMemory(this.of(uri)));
      this.#turn += 1;
      this.#seats.delete(uri);
      return { ok: true, path: undefined };
    }
    const reason = changeListFile(home.list, inFile);
    this.forget();
    if (!reason) return { ok: true, path: home.list };
    return { ok: false, reason: { zh: `${listName} 未能写入：${reason.zh}`, en: `${listName} was not written: ${reason.en}` } };
  }

  #seat(uri: string): Seat {
    const known = this.#seats.get(uri);
    if (known) return known;
    const path = pathOf(uri);
    const home = path === undefined ? undefined : homeOf(path, this.#roots);
    const sidecar = home ? this.#file(home.list).sidecar : (this.#loose.get(uri) ?? emptySidecar);
    const seat: Seat = { home, matcher: new Matcher(sidecar.ignored, home?.file) };
    this.#seats.set(uri, seat);
    this.#turn += 1;
    return seat;
  }

  #file(path: string): ListFile {
    const known = this.#files.get(path);
    if (known) return known;
    const file = readListFile(path);
    this.#files.set(path, file);
    const state = `${path}\n${file.faults.map(({ en }) => en).join('\n')}`;
    if (file.faults.length > 0 && !this.#named.has(state)) {
      this.#named.add(state);
      this.#tell(path, file.faults);
    }
    return file;
  }
}
