/**
 * Owns Markdown: tells core which stretches of a Markdown draft are code, addresses, rules or marks of the markup. The
 * parser is incremental: after an edit only the blocks around it are parsed again.
 */
import { GFM, parser as commonmark } from '@lezer/markdown';
import { TreeFragment } from '@lezer/common';
import type { Mask, MarkupReader, MarkupView } from '../core/text/mask.ts';
import type { Edit } from '../core/text/span.ts';

const parser = commonmark.configure(GFM);
type Tree = ReturnType<typeof parser.parse>;

/** Nodes whose whole text is no prose. */
const hidden = new Set([
  'FencedCode',
  'InlineCode',
  'HTMLTag',
  'Comment',
  'ProcessingInstruction',
  'HorizontalRule',
  'URL',
  'Autolink',
  'LinkTitle',
  'TableDelimiter',
  'TaskMarker',
  'Entity',
]);
const marks = new Set(['HeaderMark', 'ListMark', 'QuoteMark', 'EmphasisMark', 'CodeMark', 'StrikethroughMark', 'HardBreak']);

/** What one reading keeps for the next: the masks, and the tree with the text it stands for. */
interface TreeView extends MarkupView {
  readonly tree: Tree;
}

function isTreeView(view: MarkupView | undefined): view is TreeView {
  return view !== undefined && 'tree' in view;
}

/** Reads Markdown (CommonMark with the GitHub extensions, and a front matter block). */
export const markdownReader: MarkupReader = {
  read(text, previous, edits): TreeView {
    const tree = isTreeView(previous) && edits ? parser.parse(text, fragmentsAfter(previous.tree, edits)) : parser.parse(text);
    return { masks: masksOf(tree, text), tree };
  },
};

function fragmentsAfter(tree: Tree, edits: readonly Edit[]): ReturnType<typeof TreeFragment.applyChanges> {
  let shift = 0;
  const changes = [...edits]
    .sort((a, b) => a.start - b.start)
    .map((edit) => {
      const fromB = edit.start + shift;
      shift += edit.text.length - (edit.end - edit.start);
      return { fromA: edit.start, toA: edit.end, fromB, toB: fromB + edit.text.length };
    });
  return TreeFragment.applyChanges(TreeFragment.addTree(tree), changes);
}

/** A report that was exported quotes drafts and is none. */
const report = /^\ufeff?<!-- speech-draft: report -->/u;

function masksOf(tree: Tree, text: string): Mask[] {
  if (report.test(text)) return [{ kind: 'hidden', start: 0, end: text.length }];
  const masks: Mask[] = [];
  const body = frontMatterEnd(text);
  if (body > 0) masks.push({ kind: 'hidden', start: 0, end: body });
  tree.iterate({
    enter(node) {
      if (node.to <= body) return node.from < body && node.to >= text.length;
      if (hidden.has(node.name)) {
        masks.push({ kind: 'hidden', start: Math.max(body, node.from), end: node.to });
        return false;
      }
      if (node.name === 'CommentBlock' || node.name === 'ProcessingInstructionBlock') {
        // Prose behind the end of a comment on the same line is prose.
        const block = text.slice(node.from, node.to);
        const close = node.name === 'CommentBlock' ? '-->' : '?>';
        const at = block.indexOf(close);
        masks.push({ kind: 'hidden', start: node.from, end: at < 0 ? node.to : node.from + at + close.length });
        return false;
      }
      if (node.name === 'LinkReference') {
        // `[会议时间]: X月X日` is a field of a draft: a definition leads to an address.
        if (isAddress(node.node, text)) masks.push({ kind: 'hidden', start: node.from, end: node.to });
        return false;
      }
      if (node.name === 'Escape') masks.push({ kind: 'mark', start: node.from, end: node.from + 1 });
      // A paragraph that is only indented is code to Markdown; prose in it is what a writer meant.
      else if (node.name === 'CodeBlock' && !/\p{Script=Han}[，。；、：]/u.test(text.slice(node.from, node.to)))
        masks.push({ kind: 'hidden', start: node.from, end: node.to });
      else if (marks.has(node.name)) masks.push({ kind: 'mark', start: node.from, end: node.to });
      else if (node.name === 'StrongEmphasis' || node.name === 'Emphasis') masks.push({ kind: 'emphasis', start: node.from, end: node.to });
      else if (node.name === 'HTMLBlock') {
        for (const tag of text.slice(node.from, node.to).matchAll(/<[^>]*>/g)) {
          masks.push({ kind: 'hidden', start: node.from + tag.index, end: node.from + tag.index + tag[0].length });
        }
        return false;
      } else if (node.name === 'Link' || node.name === 'Image') return maskLink(node.node, text, masks);
      return true;
    },
  });
  return masks.sort((a, b) => a.start - b.start || b.end - a.end);
}

type Node = ReturnType<Tree['cursor']>['node'];

/**
 * A link with an address is a link: its brackets are marks. `[姓名]` alone is a link only where a reference of that name
 * is defined; in a draft it is a bracket to be filled in. A footnote mark `[^1]` is none of our business.
 */
function maskLink(node: Node, text: string, masks: Mask[]): boolean {
  const label = text.slice(node.from, node.to);
  if (label.startsWith('[^')) {
    masks.push({ kind: 'hidden', start: node.from, end: node.to });
    return false;
  }
  const reference = node.getChild('LinkLabel');
  const second = reference ? text.slice(reference.from, reference.to) : '';
  // `[甲][]` names itself.
  const name = second === '' ? label : second === '[]' ? label.slice(0, label.lastIndexOf('[')) : second;
  const isLink = node.getChild('URL') !== null || isDefined(node, name, text);
  if (isLink) for (const mark of node.getChildren('LinkMark')) masks.push({ kind: 'mark', start: mark.from, end: mark.to });
  return true;
}

/** Whether a definition leads somewhere, as an address does. */
function isAddress(definition: Node, text: string): boolean {
  const url = definition.getChild('URL');
  return url !== null && /^(?:[a-z][a-z+.-]*:|www\.|[./#<]|[\w-]+\.[\w-]+)/i.test(text.slice(url.from, url.to));
}

function isDefined(node: Node, label: string, text: string): boolean {
  let root = node;
  while (root.parent) root = root.parent;
  return root
    .getChildren('LinkReference')
    .some(
      (reference) =>
        isAddress(reference, text) && text.slice(reference.from, reference.to).toLowerCase().startsWith(`${label.toLowerCase()}:`),
    );
}

/** Where a YAML front matter block at the start of the text ends; 0 when there is none. */
function frontMatterEnd(text: string): number {
  const open = /^\ufeff?---[ \t]*\r?\n/.exec(text);
  if (!open) return 0;
  const close = /\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/g;
  close.lastIndex = open[0].length - 1;
  const end = close.exec(text);
  return end ? end.index + end[0].length : 0;
}
