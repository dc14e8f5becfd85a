/** Owns ignoring findings and allowing phrases: the entries of the lightbulb, the commands behind them, and what there is. */
import { join } from 'node:path';
import { CodeActionKind } from 'vscode-languageserver';
import type { CodeAction } from 'vscode-languageserver';
import { rangeOf, spanOf } from '../convert/positions.ts';
import type { Wording } from '../convert/wording.ts';
import type { Desk } from '../core/engine/desk.ts';
import { readIgnore } from '../core/ignores/list.ts';
import { ignorePlace, ignoreText } from '../core/ignores/match.ts';
import type { Ignore } from '../core/ignores/model.ts';
import type { Bilingual } from '../core/rules/meta.ts';
import type { Snapshot } from '../documents/store.ts';
import { touchedBy } from './code-actions.ts';
import type { ActionRequest } from './code-actions.ts';
import { allowPhraseCommand, disallowPhraseCommand, ignoreCommand, ignoreHereCommand, unignoreCommand } from '../protocol.ts';
import type {
  ChangeResult,
  IgnoreArguments,
  IgnoredEntry,
  IgnoredList,
  IgnoredResult,
  PhraseArguments,
  PlainRange,
  UnignoreArguments,
} from '../protocol.ts';
import { uriOf } from '../workspace/folders.ts';
import type { Changed, Lists } from '../workspace/lists.ts';

/** What ignoring needs from around it. */
export interface IgnoringDeps {
  readonly lists: Lists;
  /** With every finding, the ignored ones too. */
  readonly desk: Desk;
  readonly wording: () => Wording;
  /** An open draft with its findings up to date. */
  readonly settled: (uri: string) => Snapshot | undefined;
  readonly open: () => readonly string[];
  /** Lists have changed: findings are to be shown anew. */
  readonly changed: () => void;
}

/** The commands of this feature. */
export const ignoringCommands = [ignoreCommand, unignoreCommand, allowPhraseCommand, disallowPhraseCommand] as const;

/** A menu offers to ignore the first findings of a selection, not all. */
const mostOffered = 3;
const longestTitle = 12;

/** Ignoring, for one client. */
export class Ignoring {
  readonly #deps: IgnoringDeps;

  constructor(deps: IgnoringDeps) {
    this.#deps = deps;
  }

  /** What the lightbulb offers for the findings of `shown` it touches. `own`: our client is there, with its commands. */
  actions(snapshot: Snapshot, shown: Desk, request: ActionRequest, own: boolean): CodeAction[] {
    if (request.only && !request.only.some((kind) => CodeActionKind.QuickFix.startsWith(kind))) return [];
    const offered = touchedBy(snapshot, shown, request).slice(0, mostOffered);
    return offered.flatMap(({ finding, diagnostics }) => {
      const words = snapshot.lines.text.slice(finding.start, finding.end).replace(/\s+/g, ' ').trim();
      const short = words.length > longestTitle ? `${[...words].slice(0, longestTitle).join('')}…` : words;
      const here: Bilingual =
        offered.length > 1 && short !== ''
          ? { zh: `忽略此处“${short}”`, en: `Ignore “${short}” here` }
          : { zh: '忽略此处', en: 'Ignore here' };
      const range = rangeOf(snapshot.lines, finding);
      const action = (scope: IgnoreArguments['scope'], title: Bilingual): CodeAction => {
        const argument: IgnoreArguments = { uri: snapshot.uri, rule: finding.rule, range, scope };
        const worded = this.#deps.wording().pick(title);
        const command = own ? ignoreHereCommand : ignoreCommand;
        return {
          title: worded,
          kind: CodeActionKind.QuickFix,
          command: { title: worded, command, arguments: [argument] },
          ...(diagnostics.length > 0 && { diagnostics }),
        };
      };
      if (short === '') return [action('place', here)];
      return [
        action('place', here),
        action('draft', { zh: `在本稿中忽略“${short}”`, en: `Ignore “${short}” in this draft` }),
        action('everywhere', { zh: `在所有讲稿中忽略“${short}”`, en: `Ignore “${short}” in all drafts` }),
      ];
    });
  }

  /** Runs one of the commands; anything may come as its argument. */
  run(command: string, given: unknown): ChangeResult {
    const argument = (typeof given === 'object' && given !== null ? given : {}) as Readonly<Record<string, unknown>>;
    const { uri } = argument;
    if (typeof uri !== 'string') return this.#refused({ zh: '没有说明是哪份讲稿。', en: 'It was not said which draft is meant.' });
    switch (command) {
      case ignoreCommand:
        return this.#ignore(uri, argument as Partial<IgnoreArguments>);
      case unignoreCommand:
        return this.#unignore(uri, argument as Partial<UnignoreArguments>);
      default:
        return this.#phrase(uri, argument as Partial<PhraseArguments>, command === allowPhraseCommand);
    }
  }

  /** All that the lists of the open drafts hold. */
  list(): IgnoredResult {
    const byHome = new Map<string, string[]>();
    for (const uri of this.#deps.open()) {
      const key = this.#deps.lists.homeOf(uri)?.list ?? uri;
      byHome.set(key, [...(byHome.get(key) ?? []), uri]);
    }
    const lists = [...byHome.values()].map((uris) => this.#listOf(uris));
    return { lists: lists.filter(({ entries, allowedPhrases }) => entries.length + allowedPhrases.length > 0) };
  }

  #listOf(uris: readonly string[]): IgnoredList {
    const [uri = ''] = uris;
    const { lists, desk, settled, wording } = this.#deps;
    const home = lists.homeOf(uri);
    const sidecar = lists.of(uri);
    const places = new Map<Ignore, { readonly uri: string; readonly range: PlainRange }>();
    const alive = new Set<Ignore>();
    const files = new Map<string, string>();
    for (const one of uris) {
      const snapshot = settled(one);
      if (!snapshot?.draft) continue;
      files.set(lists.homeOf(one)?.file ?? one, one);
      const matched = lists.match(one, snapshot.draft.text, desk.findings(one));
      for (const [entry, finding] of matched.alive) {
        alive.add(entry);
        if (!places.has(entry)) places.set(entry, { uri: one, range: rangeOf(snapshot.lines, finding) });
      }
    }
    const entries = sidecar.ignored.map((entry): IgnoredEntry => {
      const own = entry.file === undefined ? undefined : files.get(entry.file.normalize('NFC'));
      const elsewhere = entry.file !== undefined && home !== undefined ? uriOf(join(home.folder, entry.file)) : undefined;
      // Where the draft is not open nobody can tell; an entry for all drafts may hold in one that is not.
      const known = own !== undefined || alive.has(entry) || home === undefined;
      const at = places.get(entry) ?? { uri: own ?? elsewhere };
      return {
        entry,
        rule: wording().rule(entry.rule),
        ...(known && { alive: alive.has(entry) }),
        ...('range' in at ? at : at.uri !== undefined && { uri: at.uri }),
      };
    });
    return { uri, ...(home && { path: home.list }), entries, allowedPhrases: sidecar.allowedPhrases };
  }

  #ignore(uri: string, { rule, range, scope }: Partial<IgnoreArguments>): ChangeResult {
    const snapshot = this.#deps.settled(uri);
    const findings = this.#deps.desk.findings(uri);
    const span = snapshot && isRange(range) ? spanOf(snapshot.lines, range) : undefined;
    const finding = findings.find((one) => one.rule === rule && one.start === span?.start && one.end === span.end);
    if (!snapshot || !finding) {
      return this.#refused({
        zh: '讲稿已有改动，未作忽略，请重新选择。',
        en: 'The draft has changed; nothing was ignored. Please choose again.',
      });
    }
    const file = this.#deps.lists.homeOf(uri)?.file;
    const { text } = snapshot.lines;
    const entry =
      scope === 'draft' || scope === 'everywhere' ? ignoreText(text, finding, scope, file) : ignorePlace(text, findings, finding, file);
    // Words of no length hold for a place alone.
    if (!readIgnore(entry))
      return this.#refused({ zh: '此处是空位，只能单独忽略。', en: 'This is an empty slot; it can only be ignored by itself.' });
    const said: Record<Ignore['scope'], Bilingual> = {
      place: { zh: '已忽略此处', en: 'Ignored here' },
      draft: { zh: '已在本稿中忽略', en: 'Ignored in this draft' },
      everywhere: { zh: '已在所有讲稿中忽略', en: 'Ignored in all drafts' },
    };
    return this.#done(this.#deps.lists.changeEntry(uri, entry, true), said[entry.scope], {
      command: unignoreCommand,
      argument: { uri, entry },
    });
  }

  #unignore(uri: string, { entry: given }: Partial<UnignoreArguments>): ChangeResult {
    const entry = readIgnore(given);
    if (!entry) return this.#refused({ zh: '没有这一条。', en: 'There is no such entry.' });
    return this.#done(this.#deps.lists.changeEntry(uri, entry, false), { zh: '已取消忽略', en: 'No longer ignored' });
  }

  #phrase(uri: string, { phrase }: Partial<PhraseArguments>, present: boolean): ChangeResult {
    const text = typeof phrase === 'string' ? phrase.replace(/\s+/g, ' ').trim() : '';
    if (text === '') return this.#refused({ zh: '没有说明是哪个提法。', en: 'It was not said which phrase is meant.' });
    const short = text.length > longestTitle ? `${[...text].slice(0, longestTitle).join('')}…` : text;
    return this.#done(
      this.#deps.lists.changePhrase(uri, 'allowedPhrases', text, present),
      present
        ? { zh: `已允许重复“${short}”`, en: `“${short}” may repeat` }
        : { zh: `不再允许重复“${short}”`, en: `“${short}” may no longer repeat` },
      { command: present ? disallowPhraseCommand : allowPhraseCommand, argument: { uri, phrase: text } },
    );
  }

  #done(changed: Changed, said: Bilingual, undo?: ChangeResult['undo']): ChangeResult {
    if (!changed.ok) return this.#refused(changed.reason);
    this.#deps.changed();
    const loose: Bilingual =
      changed.path === undefined
        ? {
            zh: '；此稿未存在本机文件夹中，关闭窗口后不再保留',
            en: '; this draft is not a file here, so it holds until the window is closed',
          }
        : { zh: '', en: '' };
    const message = this.#deps.wording().pick({ zh: `${said.zh}${loose.zh}。`, en: `${said.en}${loose.en}.` });
    return { ok: true, message, ...(undo && { undo }) };
  }

  #refused(reason: Bilingual): ChangeResult {
    return { ok: false, message: this.#deps.wording().pick(reason) };
  }
}

function isRange(value: unknown): value is PlainRange {
  const { start, end } = (value ?? {}) as Partial<PlainRange>;
  return [start?.line, start?.character, end?.line, end?.character].every((part) => typeof part === 'number');
}
