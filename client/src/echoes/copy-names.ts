/** Owns how a copy is called on the screen. Pure: no VS Code here. */
import type { PlainCopy } from '../../../server/src/protocol.ts';

/** The name of a draft's file, ending included. */
export function draftName(uri: string): string {
  const path = uri.replace(/[?#].*$/u, '');
  const last = path.slice(path.lastIndexOf('/') + 1).replace(/^[a-z]+:/u, '');
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}

/** `讲稿.txt · 二、（一）`; a place outside any section is called by its paragraph. `paragraph` puts that into words. */
export function copyTitle(copy: PlainCopy, paragraph: (count: number) => string): string {
  return `${draftName(copy.uri)} · ${copy.section === '' ? paragraph(copy.paragraph) : copy.section}`;
}

/** The two titles of a comparison; where both would be the same, the paragraphs tell them apart: `inside` adds one to a title. */
export function pairTitle(
  left: PlainCopy,
  right: PlainCopy,
  paragraph: (count: number) => string,
  inside: (title: string, count: number) => string,
): string {
  const [a, b] = [copyTitle(left, paragraph), copyTitle(right, paragraph)];
  if (a !== b) return `${a} ↔ ${b}`;
  return left.section === '' ? `${a} ↔ ${b}` : `${inside(a, left.paragraph)} ↔ ${inside(b, right.paragraph)}`;
}
