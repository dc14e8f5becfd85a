/** Owns completion as LSP: what core proposes at a caret becomes items that a client filters, sorts, explains and inserts. */
import { CompletionItemKind, InsertTextFormat } from 'vscode-languageserver';
import type { CompletionItem, CompletionList, CompletionOptions, Position } from 'vscode-languageserver';
import { offsetAt, rangeOf } from '../convert/positions.ts';
import type { Wording } from '../convert/wording.ts';
import { plainBody } from '../core/completion/body.ts';
import { caretAt, propose } from '../core/completion/index.ts';
import type { NameCache, OfferKind, OfferSource, Proposal, Snippet } from '../core/completion/index.ts';
import type { Outline } from '../core/text/sections/index.ts';
import type { Draft } from '../core/text/draft.ts';
import type { Snapshot } from '../documents/store.ts';
import { genreNames, roleNames } from './section-names.ts';

/** Only book marks ask by themselves: what may stand in them is known. Everything else is asked for by typing a word. */
export const completionOptions: CompletionOptions = {
  triggerCharacters: ['《'],
  resolveProvider: true,
  completionItem: { labelDetailsSupport: true },
};

/** What the client can show. */
export interface CompletionSupport {
  readonly snippets: boolean;
  readonly labelDetails: boolean;
}

/** What items are made from besides the draft. */
export interface CompletionDeps {
  readonly outline: (draft: Draft) => Outline;
  readonly snippets: readonly Snippet[];
  readonly sources: readonly OfferSource[];
  readonly names: NameCache;
  /** Whether a person called for completion. */
  readonly called: boolean;
}

const kinds: Readonly<Record<OfferKind, CompletionItemKind>> = {
  'list-head': CompletionItemKind.Enum,
  section: CompletionItemKind.Snippet,
  skeleton: CompletionItemKind.Snippet,
  indicator: CompletionItemKind.Value,
  document: CompletionItemKind.File,
  organization: CompletionItemKind.Reference,
  person: CompletionItemKind.Reference,
};

/** More than this is no longer a list to choose from. */
const most = 150;

/** What travels with an item until it is looked at. */
interface ItemData {
  readonly note?: string;
}

/** The items at a position; `null` where there are none. The list is asked for anew with every character, so it is short. */
export function completion(
  snapshot: Snapshot,
  position: Position,
  wording: Wording,
  support: CompletionSupport,
  deps: CompletionDeps,
): CompletionList | null {
  const { draft, lines } = snapshot;
  if (!draft) return null;
  const offset = offsetAt(lines, position);
  const caret = caretAt(draft, offset);
  if (caret === undefined) return null;
  const proposals = propose({ ...deps, draft, caret, outline: () => deps.outline(draft) });
  if (proposals.length === 0) return null;
  const sorted = [...proposals].sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0)).slice(0, most);
  return {
    isIncomplete: true,
    items: sorted.map((proposal, at) => {
      const range = rangeOf(lines, { start: offset - proposal.typed, end: offset + proposal.swallows });
      return itemOf(proposal, at, range, wording, support);
    }),
  };
}

/** Adds what is too long for the list: the text that would be put in, as it would stand there unfilled. */
export function resolveCompletion(item: CompletionItem): CompletionItem {
  const written = item.textEdit?.newText ?? item.insertText ?? item.label;
  const preview = item.insertTextFormat === InsertTextFormat.Snippet ? plainBody(written) : written;
  const note = (item.data as ItemData | undefined)?.note;
  return { ...item, documentation: note === undefined ? preview : `${note}\n\n${preview}` };
}

function itemOf(
  proposal: Proposal,
  at: number,
  range: { start: Position; end: Position },
  wording: Wording,
  support: CompletionSupport,
): CompletionItem {
  const snippet = proposal.isSnippet && support.snippets;
  const bare = proposal.isSnippet ? plainBody(proposal.text) : proposal.text;
  const what = [
    proposal.role && roleNames[proposal.role],
    proposal.kind === 'skeleton' ? { zh: '全文框架', en: 'whole speech' } : undefined,
    proposal.genres?.[0] && genreNames[proposal.genres[0]],
    proposal.kind === 'indicator' ? proposal.note : undefined,
  ].flatMap((text) => (text === undefined ? [] : [wording.pick(text)]));
  const why = proposal.why && wording.pick(proposal.why);
  const detail = [...what, ...(why === undefined ? [] : [why])].join(' · ');
  const data: ItemData = proposal.note === undefined ? {} : { note: wording.pick(proposal.note) };
  return {
    label: proposal.label,
    kind: kinds[proposal.kind],
    ...(detail !== '' && { detail }),
    ...(support.labelDetails && detail !== '' && { labelDetails: { description: detail } }),
    filterText: proposal.filter,
    sortText: String(at).padStart(3, '0'),
    ...(at === 0 && proposal.kind === 'list-head' && { preselect: true }),
    insertTextFormat: snippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    textEdit: { range, newText: snippet ? proposal.text : bare },
    data,
  };
}
