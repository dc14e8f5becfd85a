/** Owns the bodies of snippets: as plain text for editors without tab stops, and indented for the paragraph they go into. */

const piece = /\\([$}\\|,])|\$(\d+)|\$\{(\d+)\}|\$\{(\d+):((?:[^\\}$]|\\.)*)\}|\$\{(\d+)\|((?:[^\\|]|\\.)*)\|\}|[^\\$]+|[\\$]/gy;

/**
 * The text that a body gives when no tab stop is filled: default texts, first choices, mirrors. Holes stay as they are, so that
 * the placeholder rule finds them. Knows what our snippets use: no variables, no nesting; anything else comes out literally.
 */
export function plainBody(body: string): string {
  const values = new Map<string, string>();
  let text = '';
  for (const [whole, escaped, bare, braced, typed, initial, chosen, choices] of body.matchAll(piece)) {
    const stop = bare ?? braced ?? typed ?? chosen;
    if (stop === undefined) {
      text += escaped ?? whole;
      continue;
    }
    const value = values.get(stop) ?? unescaped(choices === undefined ? (initial ?? '') : (choices.split(/(?<!\\),/)[0] ?? ''));
    values.set(stop, value);
    text += value;
  }
  return text;
}

/** Every line behind the first begins with `indent`, as the paragraphs around it do; empty lines stay empty. */
export function indented(body: string, indent: string): string {
  return indent === '' ? body : body.replace(/\n(?=[^\n])/g, `\n${indent}`);
}

function unescaped(text: string): string {
  return text.replace(/\\([$}\\|,])/g, '$1');
}
