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
  /** `undefined` when the document is larger than the limit and is not looked at. */
  readonly draft: Draft | undefined;
  readonly lines: LineIndex;
  /** Where the last change ended, if it looked like typing: the caret is probably there. */
  readonly caret: number | undefined;
}

/** The most characters that one key or one commit of an input method puts in. */
const typedAtOnce = 6;

/** How the library makes and changes snapshots. `limit` is the most characters that a draft may have. */
export function snapshots(markup: MarkupReader, limit: () => number): TextDocumentsConfiguration<Snapshot> {
  return {
    create(uri, languageId, version, text) {
      return { uri, languageId, version, lines: indexLines(text), caret: undefined, draft: draftOf(uri, languageId, version, text) };
    },
    update: (snapshot, changes, version) =>
      changes.reduce<Snapshot>((current, change) => apply(current, change, version), { ...snapshot, version, caret: undefined }),
  };

  function draftOf(uri: string, languageId: string, version: number, text: string): Draft | undefined {
    return text.length > limit() ? undefined : createDraft({ uri, version, format: formatOf(languageId, uri), text, markup });
  }

  function apply(snapshot: Snapshot, change: TextDocumentContentChangeEvent, version: number): Snapshot {
    const { uri, languageId } = snapshot;
    if (!('range' in change)) {
      return {
        uri,
        languageId,
        version,
        lines: indexLines(change.text),
        caret: undefined,
        draft: draftOf(uri, languageId, version, change.text),
      };
    }
    const span = spanOf(snapshot.lines, change.range);
    const old = snapshot.lines.text;
    const text = old.slice(0, span.start) + change.text + old.slice(span.end);
    const typed = change.text.length > 0 && change.text.length <= typedAtOnce && !/[\r\n]/.test(change.text);
    const draft =
      snapshot.draft && text.length <= limit()
        ? editDraft(snapshot.draft, version, [{ ...span, text: change.text }], markup)
        : draftOf(uri, languageId, version, text);
    return { uri, languageId, version, lines: indexLines(text), caret: typed ? span.start + change.text.length : undefined, draft };
  }
}
