/**
 * Owns the open documents: an immutable snapshot for every version, made from the changes that the client sends. The
 * library keeps the list; the snapshots are ours, so that work on an old version never sees a new text.
 */
import type { TextDocumentContentChangeEvent, TextDocumentsConfiguration } from 'vscode-languageserver';
import { indexLines, spanOf } from '../convert/positions.ts';
import type { LineIndex } from '../convert/positions.ts';
import { createDraft, editDraft } from '../core/text/draft.ts';
import type { Draft } from '../core/text/draft.ts';
import type { MarkupReader } from '../core/text/mask.ts';
import { formatOf } from './format.ts';

/** One version of an open document. Never changes. */
export interface Snapshot {
  readonly uri: string;
  readonly languageId: string;
  readonly version: number;
  readonly lines: LineIndex;
  /** Cut when first asked for; `undefined` while the document is larger than the limit. */
  readonly draft: Draft | undefined;
  /** What the last change put in, if it looked like typing: the caret is probably behind it. */
  readonly typed: { readonly end: number; readonly length: number } | undefined;
}

/** The most characters that one key or one commit of an input method puts in. */
const typedAtOnce = 6;

/** How the library makes and changes snapshots. `limit` is the most characters that a draft may have at the moment. */
export function snapshots(markup: MarkupReader, limit: () => number): TextDocumentsConfiguration<Snapshot> {
  return {
    create: (uri, languageId, version, text) => whole(uri, languageId, version, text),
    update(snapshot, changes, version) {
      if (changes.length > 0) return changes.reduce<Snapshot>((current, change) => apply(current, change, version), snapshot);
      const { uri, languageId, lines } = snapshot;
      return made({ uri, languageId, version, lines, typed: undefined }, () => newDraft(uri, languageId, version, lines.text));
    },
  };

  function whole(uri: string, languageId: string, version: number, text: string, typed?: Snapshot['typed']): Snapshot {
    return made({ uri, languageId, version, lines: indexLines(text), typed }, () => newDraft(uri, languageId, version, text));
  }

  function newDraft(uri: string, languageId: string, version: number, text: string): Draft {
    return createDraft({ uri, version, format: formatOf(languageId, uri), text, markup });
  }

  function apply(snapshot: Snapshot, change: TextDocumentContentChangeEvent, version: number): Snapshot {
    const { uri, languageId } = snapshot;
    if (!('range' in change)) return whole(uri, languageId, version, change.text, insertion(snapshot.lines.text, change.text));
    const span = spanOf(snapshot.lines, change.range);
    const old = snapshot.lines.text;
    const text = old.slice(0, span.start) + change.text + old.slice(span.end);
    // What is too long now keeps no chain of its edits: it is cut afresh should it ever fit.
    const before = Math.max(old.length, text.length) > limit() ? undefined : snapshot;
    return made({ uri, languageId, version, lines: indexLines(text), typed: typing(span.start, change.text) }, () => {
      const draft = before?.draft;
      return draft ? editDraft(draft, version, [{ ...span, text: change.text }], markup, text) : newDraft(uri, languageId, version, text);
    });
  }

  function made(fields: Omit<Snapshot, 'draft'>, cut: () => Draft): Snapshot {
    let draft: Draft | undefined;
    return {
      ...fields,
      get draft() {
        return fields.lines.text.length > limit() ? undefined : (draft ??= cut());
      },
    };
  }
}

/** What was put in, if it looks like typing. */
function typing(start: number, text: string): Snapshot['typed'] {
  const { length } = text;
  return length > 0 && length <= typedAtOnce && !/[\r\n]/.test(text) ? { end: start + length, length } : undefined;
}

/** The same, told from the text before and the text behind by a client that sends whole texts. */
function insertion(before: string, behind: string): Snapshot['typed'] {
  const length = behind.length - before.length;
  if (length <= 0 || length > typedAtOnce) return undefined;
  let start = 0;
  while (start < before.length && before.charCodeAt(start) === behind.charCodeAt(start)) start += 1;
  return before.endsWith(behind.slice(start + length)) ? typing(start, behind.slice(start, start + length)) : undefined;
}
