/** Owns what the fact sheets offer in a draft: filling holes, and the source of a figure under the pointer. */
import { CodeActionKind, MarkupKind } from 'vscode-languageserver';
import type { CodeAction, Hover, Position, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { offsetAt, rangeOf } from '../convert/positions.ts';
import type { Wording } from '../convert/wording.ts';
import type { Desk } from '../core/engine/desk.ts';
import { periodText } from '../core/facts/periods.ts';
import type { Entry, Quantity } from '../core/facts/sheets.ts';
import { factsAt, fillingsOf } from '../core/rules/figure/filling.ts';
import type { Filling } from '../core/rules/figure/filling.ts';
import type { FigureRule } from '../core/rules/figure/index.ts';
import type { Draft } from '../core/text/draft.ts';
import { overlaps } from '../core/text/span.ts';
import type { Edit } from '../core/text/span.ts';
import type { Words } from '../core/words.ts';
import type { Snapshot } from '../documents/store.ts';
import { previewCommand } from '../protocol.ts';
import type { PreviewArguments } from '../protocol.ts';
import { touchedBy } from './code-actions.ts';
import type { ActionRequest, ActionSupport } from './code-actions.ts';

/** What facts are asked of. */
export interface FactDesk {
  readonly desk: Desk;
  readonly figures: FigureRule;
  readonly words: Words;
  readonly wording: Wording;
}

/** Kinds of holes that a figure can fill. */
const figureKinds = new Set(['number', 'money', 'percent', 'blank']);

/** The quick fixes that fill holes in a range from the fact sheets: the one, all of its sentence, all of the draft. */
export function factActions(snapshot: Snapshot, facts: FactDesk, request: ActionRequest, support: ActionSupport): CodeAction[] {
  const { draft } = snapshot;
  if (!draft || facts.figures.book.entries.length === 0) return [];
  if (request.only && !request.only.some((kind) => CodeActionKind.QuickFix.startsWith(kind))) return [];
  const touched = touchedBy(snapshot, facts.desk, request).filter(({ finding }) => isFillable(finding));
  if (touched.length === 0) return [];
  const fillings = fillingsIn(draft, facts);
  return touched.flatMap(({ finding, diagnostics }) => {
    const own = fillings.find(({ hole }) => hole.start === finding.start && hole.end === finding.end);
    if (!own) return [];
    const sentence = fillings.filter(({ hole }) => overlaps(hole, own.sentence) || hole.start === own.sentence.start);
    const actions = [
      ...own.takings.map((taking): CodeAction => {
        const original =
          taking.original === undefined ? '' : facts.wording.pick({ zh: `，原为 ${taking.original}`, en: `, given as ${taking.original}` });
        const title = {
          zh: `填入 ${taking.digits}（${taking.place}${original}）`,
          en: `Fill in ${taking.digits} (${taking.place}${original})`,
        };
        return {
          title: facts.wording.pick(title),
          kind: CodeActionKind.QuickFix,
          edit: workspaceEdit(snapshot, taking.edits, support, facts.wording, undefined),
          // Where several rows may be meant, none is the likely one.
          ...(own.takings.length === 1 && { isPreferred: true }),
        };
      }),
      ...many(sentence, { zh: '按数据表填入本句', en: 'Fill this sentence from the fact sheets' }, false),
      ...many(fillings, { zh: '按数据表填入全稿', en: 'Fill the whole draft from the fact sheets' }, true),
    ];
    return actions.map((action) => (diagnostics.length > 0 ? { ...action, diagnostics } : action));
  });

  /** One change for all holes that can mean one row only. */
  function many(list: readonly Filling[], title: { zh: string; en: string }, preview: boolean): CodeAction[] {
    const sure = list.filter(({ takings }) => takings.length === 1);
    if (sure.length < 2) return [];
    const left = list.length - sure.length;
    const asks = support.commands || support.annotations;
    const text = {
      zh: `${title.zh}的 ${sure.length} 处${preview && asks ? '（先预览）' : ''}${left > 0 ? `，另 ${left} 处有多个数可选，不填` : ''}`,
      en: `${title.en}: ${sure.length} places${preview && asks ? ' (with preview)' : ''}${left > 0 ? `; ${left} more could be several values: not filled` : ''}`,
    };
    const edits = sure.flatMap(({ takings }) => takings[0]?.edits ?? []);
    const label = preview ? facts.wording.pick(title) : undefined;
    if (preview && support.commands) {
      const { uri, version, lines } = snapshot;
      const shown: PreviewArguments = {
        uri,
        version,
        title: facts.wording.pick(title),
        edits: edits.map((edit) => ({ range: rangeOf(lines, edit), newText: edit.text })),
      };
      const named = facts.wording.pick(text);
      return [{ title: named, kind: CodeActionKind.QuickFix, command: { title: named, command: previewCommand, arguments: [shown] } }];
    }
    return [
      {
        title: facts.wording.pick(text),
        kind: CodeActionKind.QuickFix,
        edit: workspaceEdit(snapshot, edits, support, facts.wording, label),
      },
    ];
  }
}

function isFillable({ rule, kind }: { readonly rule: string; readonly kind: string }): boolean {
  return rule === 'placeholder' && figureKinds.has(kind);
}

/** What the sheets offer for every hole of a draft. */
function fillingsIn(draft: Draft, { desk, figures, words }: FactDesk): readonly Filling[] {
  return fillingsOf(draft, desk.findings(draft.uri).filter(isFillable), figures.book, words);
}

function workspaceEdit(
  snapshot: Snapshot,
  edits: readonly Edit[],
  support: ActionSupport,
  wording: Wording,
  label: string | undefined,
): WorkspaceEdit {
  const { uri, version, lines } = snapshot;
  const description = wording.pick({ zh: '请勾选要填入的', en: 'Tick what is to be filled in' });
  const annotated = label !== undefined && support.annotations;
  const changes = edits.map((edit): TextEdit => ({
    range: rangeOf(lines, edit),
    newText: edit.text,
    ...(annotated && { annotationId: 'facts' }),
  }));
  if (!support.documentChanges) return { changes: { [uri]: changes } };
  return {
    documentChanges: [{ textDocument: { uri, version }, edits: changes }],
    // The client shows what would change before it does. VS Code brings such edits unticked, so our own client has its own preview.
    ...(annotated && { changeAnnotations: { facts: { label, needsConfirmation: true, description } } }),
  };
}

/** What the sheets say of the figure at a position: its row, source and date, and the change on the year before. */
export function factHover(snapshot: Snapshot, { figures, words, wording }: FactDesk, position: Position): Hover | undefined {
  const reading = figures.reading(snapshot.uri);
  if (!reading || reading.draft !== snapshot.draft) return undefined;
  const found = factsAt(reading, offsetAt(snapshot.lines, position), figures.book, words);
  if (!found) return undefined;
  const shown = found.entries.slice(0, 5).map((entry) => entryLines(entry, wording));
  return { contents: { kind: MarkupKind.Markdown, value: shown.join('\n\n---\n\n') }, range: rangeOf(snapshot.lines, found.placed) };
}

/** An entry for people, in Markdown. */
function entryLines(entry: Entry, wording: Wording): string {
  const said = (quantity: Quantity): string => `${quantity.digits}${quantity.magnitude}${quantity.unit.name}`;
  const head = [`**${literal(`${entry.region}${entry.name}`)}**`, literal(periodText(entry.period))].filter(Boolean).join('　');
  const lines = [head + (entry.value ? `　${literal(said(entry.value))}` : '')];
  if (entry.rate) {
    const fell = entry.rate.digits.startsWith('-');
    const digits = entry.rate.digits.replace(/^-/, '');
    lines.push(
      wording.pick({ zh: `比上年${fell ? '下降' : '增长'} ${digits}%`, en: `${fell ? 'Down' : 'Up'} ${digits}% on the year before` }),
    );
  }
  if (entry.prior) lines.push(wording.pick({ zh: `上年 ${said(entry.prior)}`, en: `The year before: ${said(entry.prior)}` }));
  const row = wording.pick({
    zh: `${entry.file} “${entry.sheet}”第 ${entry.row} 行`,
    en: `${entry.file}, “${entry.sheet}”, row ${entry.row}`,
  });
  lines.push(literal([row, entry.source, entry.date].filter((item) => item !== '').join(wording.pick({ zh: '，', en: ', ' }))));
  return lines.join('  \n');
}

function literal(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-!|<>~]/g, '\\$&').replace(/[\r\n]+/g, ' ');
}
