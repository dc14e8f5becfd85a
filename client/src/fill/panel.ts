/**
 * Owns the panel 批量填写: one hole after another with its sentence, the value typed, Enter goes on, Shift+Enter goes back,
 * Esc leaves. One input box stays open all the way, so that nothing typed between two holes falls into the text.
 */
import { Disposable, InputBoxValidationSeverity, QuickInputButtons, WorkspaceEdit, commands, l10n, window, workspace } from 'vscode';
import type { InputBox, TextDocument, TextEditor } from 'vscode';
import type { PlainHole, PlainRange } from '../../../server/src/protocol.ts';
import { holesOf, selectPlace, show } from '../holes/present.ts';
import type { LanguageServer } from '../language-client.ts';
import { toRange } from '../places.ts';
import type { Announcer } from '../status/announcer.ts';
import { askAlike } from './alike.ts';
import { Trail } from './trail.ts';
import { isNumber, partsOf, withoutUnit } from './value.ts';

const contextKey = 'speechDraft.filling';

/** What the box asks for. */
type Question =
  | {
      readonly type: 'hole';
      readonly hole: PlainHole;
      /** The hole with the rest of its date or number, which is typed as a whole. */
      readonly parts: readonly PlainHole[];
      readonly offset: number;
      readonly alike: readonly PlainHole[];
    }
  /** Something filled in before, to be looked at once more. */
  | { readonly type: 'again'; readonly offset: number; readonly value: string };

/** What the panel needs from around it. */
export interface PanelDeps {
  readonly server: LanguageServer;
  readonly announcer: Announcer;
}

/** One walk through the holes of one draft. */
export class FillPanel implements Disposable {
  readonly #deps: PanelDeps;
  readonly #document: TextDocument;
  readonly #editor: TextEditor;
  readonly #box: InputBox = window.createInputBox();
  readonly #trail: Trail;
  readonly #subscriptions: Disposable;
  readonly #ended: () => void;
  #question: Question | undefined;
  #filled = 0;
  #working = false;
  #aside = false;
  #gone = false;

  constructor(deps: PanelDeps, editor: TextEditor, at: number, ended: () => void) {
    this.#deps = deps;
    this.#editor = editor;
    this.#document = editor.document;
    this.#trail = new Trail(at);
    this.#ended = ended;
    this.#box.ignoreFocusOut = true;
    this.#subscriptions = Disposable.from(
      this.#box,
      this.#box.onDidAccept(() => this.#alone(() => this.#accept())),
      this.#box.onDidTriggerButton(() => this.back()),
      this.#box.onDidChangeValue((value) => this.#advise(value)),
      this.#box.onDidHide(() => {
        if (!this.#aside) this.dispose();
      }),
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (document !== this.#document) return;
        this.#trail.change(
          contentChanges.map(({ rangeOffset, rangeLength, text }) => ({ offset: rangeOffset, length: rangeLength, text })),
        );
      }),
      workspace.onDidCloseTextDocument((document) => {
        if (document === this.#document) this.dispose();
      }),
    );
    void commands.executeCommand('setContext', contextKey, true);
    this.#box.title = l10n.t('Fill in one after another');
    this.#box.busy = true;
    this.#box.show();
    this.#alone(() => this.#goOn());
  }

  /** To the hole before, filled or not. */
  back(): void {
    this.#alone(async () => {
      const step = this.#trail.back();
      if (step?.value === undefined) return this.#goOn();
      const { value, offset } = step;
      const range = this.#rangeAt(offset, value.length);
      if (this.#document.getText(toRange(range)) !== value) return this.#goOn();
      this.#ask({ type: 'again', offset, value }, range, l10n.t('Filled in just now; change it, or press Enter to leave it'));
      this.#box.step = Math.max(1, (this.#box.step ?? 1) - 1);
      this.#box.value = value;
    });
  }

  dispose(): void {
    if (this.#gone) return;
    this.#gone = true;
    void commands.executeCommand('setContext', contextKey, false);
    this.#subscriptions.dispose();
    this.#ended();
  }

  /** Does one thing at a time: an Enter while another is on its way counts for nothing. */
  #alone(work: () => Promise<void>): void {
    if (this.#working) return;
    this.#working = true;
    this.#box.busy = true;
    work()
      .catch((error: unknown) => this.#deps.server.output.error('filling', error instanceof Error ? error : new Error(String(error))))
      .finally(() => {
        this.#working = false;
        if (!this.#gone) this.#box.busy = false;
      });
  }

  async #accept(): Promise<void> {
    const question = this.#question;
    if (!question) return;
    const typed = this.#box.value.trim();
    this.#box.value = '';
    if (question.type === 'again') return this.#correct(question, typed);
    const { hole, parts, offset, alike } = question;
    if (typed === '') {
      this.#trail.pass(offset, this.#document.offsetAt(toRange((parts.at(-1) ?? hole).range).end));
      return this.#goOn();
    }
    if (parts.length > 1) {
      const values = partsOf(typed, parts.length);
      if (values.length > 1 || (values[0] ?? '') !== typed) return this.#acceptParts(parts, values, typed);
    }
    const value = withoutUnit(typed, hole.unit ?? '');
    const version = this.#document.version;
    const chosen = alike.length > 1 ? await this.#askAside(() => askAlike(hole, alike, value)) : [hole];
    if (chosen === undefined) {
      this.#box.value = typed;
      return;
    }
    if (this.#document.version === version && (await this.#replace(chosen, value))) {
      // The trail has followed the edit: it stands where the hole began, wherever that is by now.
      this.#trail.fill(this.#trail.at, value);
      this.#filled += chosen.length;
    } else this.#sayMovedOn();
    await this.#goOn();
  }

  /** Fills in a date or a number of several places in one step. */
  async #acceptParts(parts: readonly PlainHole[], values: readonly string[], typed: string): Promise<void> {
    if (values.length !== parts.length) {
      this.#box.value = typed;
      const message = l10n.t('Numbers needed here: {0}; typed: {1}', parts.length, values.length);
      this.#box.validationMessage = { message, severity: InputBoxValidationSeverity.Error };
      return;
    }
    const places = parts.map(({ range }, index) => ({ range, value: values[index] ?? '' }));
    let at = this.#trail.at;
    let end = at;
    const steps = places.map(({ range, value }, index) => {
      const [from, to] = [this.#document.offsetAt(toRange(range).start), this.#document.offsetAt(toRange(range).end)];
      at = index === 0 ? from : at + from - end;
      end = to;
      const step = { offset: at, value };
      at += value.length;
      return step;
    });
    if (await this.#replaceEach(places)) {
      for (const { offset, value } of steps) this.#trail.fill(offset, value);
      this.#filled += places.length;
    } else this.#sayMovedOn();
    await this.#goOn();
  }

  async #correct({ offset, value }: { readonly offset: number; readonly value: string }, typed: string): Promise<void> {
    const range = this.#rangeAt(offset, value.length);
    const changed = typed !== '' && typed !== value && this.#document.getText(toRange(range)) === value;
    const done = changed && (await this.#replace([{ range }], typed));
    this.#trail.fill(offset, done ? typed : value);
    await this.#goOn();
  }

  #replace(places: readonly { readonly range: PlainRange }[], value: string): Promise<boolean> {
    return this.#replaceEach(places.map(({ range }) => ({ range, value })));
  }

  async #replaceEach(places: readonly { readonly range: PlainRange; readonly value: string }[]): Promise<boolean> {
    const edit = new WorkspaceEdit();
    for (const { range, value } of places) edit.replace(this.#document.uri, toRange(range), value);
    return workspace.applyEdit(edit);
  }

  #sayMovedOn(): void {
    this.#deps.announcer.announce(l10n.t('The draft has changed in the meantime; nothing was filled in. Please choose again.'));
  }

  /** Asks for the next hole. */
  async #goOn(): Promise<void> {
    const found = await holesOf(this.#document, this.#deps.server);
    if (this.#gone) return;
    if (found.state !== 'found') return this.#end(l10n.t('Still looking for holes; please try again'));
    const holes = found.holes.filter(({ removable }) => !removable);
    const starts = holes.map(({ range }) => this.#document.offsetAt(toRange(range).start));
    const index = starts.findIndex((start) => start >= this.#trail.at);
    const hole = holes[index];
    const offset = starts[index];
    if (!hole || offset === undefined) return this.#end(this.#summary(holes.length, found.holes.length - holes.length));
    const alike = hole.likeness === undefined ? [hole] : holes.filter(({ likeness }) => likeness === hole.likeness);
    const parts = this.#partsFrom(holes, index);
    const range = { start: hole.range.start, end: (parts.at(-1) ?? hole).range.end };
    const token = parts.length > 1 ? this.#document.getText(toRange(range)) : hole.sentence.token;
    const around = `${hole.sentence.before}【${token.trim() === '' ? '　' : token}】${(parts.at(-1) ?? hole).sentence.after}`;
    this.#trail.stand(offset);
    this.#ask({ type: 'hole', hole, parts, offset, alike }, range, around);
    this.#box.step = index + 1 + this.#trail.fills;
    this.#box.totalSteps = holes.length + this.#filled;
    this.#box.placeholder = [
      parts.length > 1 ? l10n.t('{0}, as a whole: {1} numbers', hole.kindName, parts.length) : (hole.indicator ?? hole.kindName),
      ...(hole.unit === undefined ? [] : [l10n.t('unit {0}', hole.unit)]),
      l10n.t('Enter alone passes over it'),
    ].join(l10n.t(', '));
    this.#advise(this.#box.value);
  }

  /** The holes of one date or one number, from `index` on; on one line, one behind the other. */
  #partsFrom(holes: readonly PlainHole[], index: number): readonly PlainHole[] {
    const [hole, ...rest] = holes.slice(index);
    if (!hole) return [];
    const end = rest.findIndex(
      ({ group, range }) => group === undefined || group !== hole.group || range.start.line !== hole.range.start.line,
    );
    return [hole, ...rest.slice(0, end < 0 ? rest.length : end)];
  }

  #ask(question: Question, range: PlainRange, prompt: string): void {
    this.#question = question;
    this.#box.prompt = prompt;
    this.#box.placeholder = '';
    this.#box.validationMessage = '';
    this.#box.buttons = this.#trail.canGoBack ? [QuickInputButtons.Back] : [];
    selectPlace(this.#editor, range);
  }

  /** Says what is odd about a value; it is taken all the same. */
  #advise(value: string): void {
    const { hole, parts } = this.#question?.type === 'hole' ? this.#question : { hole: undefined, parts: [] };
    const text = value.trim();
    if (parts.length > 1) return void (this.#box.validationMessage = '');
    const rest = withoutUnit(text, hole?.unit ?? '');
    const say = (message: string, severity: InputBoxValidationSeverity): void => void (this.#box.validationMessage = { message, severity });
    if (hole?.figure === true && text !== '' && !isNumber(rest)) {
      say(l10n.t('A number usually stands here; Enter fills it in all the same'), InputBoxValidationSeverity.Warning);
    } else if (rest !== text) {
      say(l10n.t('“{0}” is in the text already: {1} is filled in', hole?.unit ?? '', rest), InputBoxValidationSeverity.Info);
    } else this.#box.validationMessage = '';
  }

  /** Another box takes the place of this one for a while. */
  async #askAside<T>(ask: () => Promise<T>): Promise<T> {
    this.#aside = true;
    try {
      return await ask();
    } finally {
      if (!this.#gone) this.#box.show();
      this.#aside = false;
    }
  }

  #rangeAt(offset: number, length: number): PlainRange {
    return { start: this.#document.positionAt(offset), end: this.#document.positionAt(offset + length) };
  }

  #summary(left: number, notes: number): string {
    const parts = [l10n.t('Places filled in: {0}', this.#filled)];
    if (left > 0) parts.push(l10n.t('left to fill {0}', left));
    if (notes > 0) parts.push(l10n.t('notes to check {0}', notes));
    return parts.join(l10n.t(', '));
  }

  #end(said: string): void {
    this.dispose();
    this.#deps.announcer.announce(said);
  }
}

/** Opens the panel on a draft at an offset; `ended` is called when it is gone. */
export async function openFillPanel(deps: PanelDeps, document: TextDocument, at: number, ended: () => void): Promise<FillPanel> {
  return new FillPanel(deps, await show(document, true), at, ended);
}
