/** Owns the end of a line without blanks and without marks that say nothing. */
import { isBlank, isLineBreak } from '../chars.ts';

/** `text` without blanks and without any of `marks` at its end. Takes time in proportion to what it takes away. */
export function withoutTail(text: string, marks: string): string {
  let end = text.length;
  while (end > 0 && (isBlank(text.charCodeAt(end - 1)) || isLineBreak(text.charCodeAt(end - 1)) || marks.includes(text.charAt(end - 1))))
    end -= 1;
  return text.slice(0, end);
}
