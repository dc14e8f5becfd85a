/** Owns the frame of a web view's page: one style and one script of our own, by nonce, and nothing from anywhere else. Pure. */
import { escapeHtml } from './html.ts';

/** What makes a page. */
export interface Page {
  /** As in `zh-cn`. */
  readonly language: string;
  readonly title: string;
  /** A new one for every page, of letters and digits. */
  readonly nonce: string;
  readonly style: string;
  readonly script: string;
  /** HTML, with everything escaped that was not written here. Inline styles and handlers in it do nothing. */
  readonly body: string;
}

/** The whole page. It loads nothing: no picture, no font, no frame, no form, no connection. */
export function pageHtml({ language, title, nonce, style, script, body }: Page): string {
  const policy = `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'`;
  return `<!DOCTYPE html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style nonce="${nonce}">${style}</style>
</head>
<body>
<main id="page">${body}</main>
<script nonce="${nonce}">${script}</script>
</body>
</html>`;
}
