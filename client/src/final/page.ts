/** Owns what the final check looks like. Pure: a result goes in, HTML comes out, every text escaped. */
import type { FinalPart, FinalPlace, FinalResult } from '../../../server/src/protocol.ts';
import { escapeHtml } from '../webview/html.ts';

/** Words of the page in the reader's language. */
export interface FinalWords {
  readonly length: string;
  readonly ignored: string;
  readonly unchecked: string;
  /** Shown where nothing of a sort is left. */
  readonly go: (line: number) => string;
}

/** The body of the page. A button's `data-place` is the number of its place among all places, from 0. */
export function finalBody(name: string, result: FinalResult, words: FinalWords): string {
  const verdict = `<p class="verdict ${result.ready ? 'ready' : 'left'}" role="status"><span aria-hidden="true">${result.ready ? '✓' : '✗'}</span> ${escapeHtml(result.verdict)}</p>`;
  const head = `<header><h1>${escapeHtml(name)}</h1>${verdict}</header>`;
  if (result.version < 0) return `${head}<p>${escapeHtml(words.unchecked)}</p>`;
  const facts = [`${words.length}${result.length}`, ...(result.ignored > 0 ? [words.ignored] : [])];
  let from = 0;
  const parts = result.groups.map((group) => {
    const html = part(group, from, words);
    from += group.items.length;
    return html;
  });
  return `${head}<p class="facts">${facts.map(escapeHtml).join('<br>')}</p>${parts.join('')}`;
}

/** The places of a result in the order of the page. */
export function placesOf({ groups }: FinalResult): readonly FinalPlace[] {
  return groups.flatMap(({ items }) => items);
}

function part({ title, count, blocking, items }: FinalPart, from: number, words: FinalWords): string {
  const state = blocking > 0 ? 'left' : items.length > 0 ? 'look' : 'none';
  const rows = items.map((item, index) => place(item, from + index, words));
  const list = rows.length > 0 ? `<ol>${rows.join('')}</ol>` : '';
  return `<section class="${state}"><h2>${escapeHtml(title)} <span class="count">${escapeHtml(count)}</span></h2>${list}</section>`;
}

function place({ range, section, before, text, after, message, blocking }: FinalPlace, index: number, words: FinalWords): string {
  const line = range.start.line + 1;
  const where = [words.go(line), section].filter((one) => one !== '').join(' · ');
  const shown = text === '' ? ' ' : text;
  return `<li class="${blocking ? 'left' : 'look'}"><button type="button" data-place="${index}"><span class="where">${escapeHtml(where)}</span><span class="words">${escapeHtml(before)}<mark>${escapeHtml(shown)}</mark>${escapeHtml(after)}</span><span class="said">${escapeHtml(message)}</span></button></li>`;
}

/** Colours come from the theme; what blocks is told by a bar and a sign too, not by colour alone. */
export const finalStyle = `
body { font-family: var(--vscode-font-family); font-size: var(--vscode-font-size); color: var(--vscode-foreground); padding: 0 24px 32px; }
main { max-width: 62em; margin: 0 auto; }
header { border-bottom: 1px solid var(--vscode-widget-border, var(--vscode-contrastBorder, transparent)); padding: 16px 0 12px; }
h1 { font-size: 1.1em; font-weight: normal; margin: 0; color: var(--vscode-descriptionForeground); }
.verdict { font-size: 1.9em; margin: 6px 0 0; }
.verdict.ready { color: var(--vscode-testing-iconPassed, var(--vscode-foreground)); }
.verdict.left { color: var(--vscode-errorForeground); }
.facts { line-height: 1.7; }
h2 { font-size: 1.1em; margin: 22px 0 6px; }
.count { font-weight: normal; color: var(--vscode-descriptionForeground); margin-inline-start: .6em; }
section.none { opacity: .8; }
section.none h2 { margin: 10px 0 0; font-weight: normal; }
ol { list-style: none; margin: 0; padding: 0; }
li { border-inline-start: 3px solid var(--vscode-editorInfo-foreground, currentColor); margin: 4px 0; }
li.left { border-inline-start-color: var(--vscode-editorError-foreground, currentColor); }
button { display: block; width: 100%; text-align: start; font: inherit; color: inherit; background: none; border: 1px solid transparent; padding: 5px 10px; cursor: pointer; }
button:hover { background: var(--vscode-list-hoverBackground); }
button:focus-visible { outline: 1px solid var(--vscode-focusBorder); outline-offset: -1px; }
button > span { display: block; line-height: 1.6; overflow-wrap: anywhere; }
.where, .said { color: var(--vscode-descriptionForeground); font-size: .92em; }
mark { background: var(--vscode-editor-findMatchHighlightBackground, Mark); color: inherit; padding: 0 2px; outline: 1px solid var(--vscode-contrastActiveBorder, transparent); }
`;

/** Clicks go to the client; the page stays where it was scrolled to when it is shown anew. */
export const finalScript = `
const code = acquireVsCodeApi();
document.addEventListener('click', (event) => {
  const button = event.target.closest('button[data-place]');
  if (button) code.postMessage({ place: Number(button.dataset.place) });
});
addEventListener('scroll', () => code.setState({ top: scrollY }));
scrollTo(0, code.getState()?.top ?? 0);
`;
