/** Owns cutting a passage into lines for a comparison. Pure: no VS Code here. */

/** One sentence a line, with the marks that close it; paragraphs are parted as they were. Nothing is left out but breaks. */
export function sentences(passage: string): string[] {
  return passage.split('\n').flatMap((paragraph) => paragraph.match(/[^。！？；]*[。！？；]+[”’」』）)]*|[^。！？；]+$/gu) ?? [paragraph]);
}
