/** Every web view: one frame, a policy that lets in our own style and script by nonce and nothing else, no remote content. */
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { newNonce } from '../../client/src/webview/nonce.ts';
import { pageHtml } from '../../client/src/webview/page.ts';

const client = fileURLToPath(new URL('../../client/src', import.meta.url));
const sources = readdirSync(client, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => ({ name, text: readFileSync(`${client}/${name}`, 'utf8') }));
const views = sources.filter(({ text }) => /createWebviewPanel|registerWebviewViewProvider|\.webview\.html/.test(text));

describe('the frame', () => {
  const html = pageHtml({ language: '"><script>', title: '<b>&', nonce: 'abc', style: 's{}', script: 'f()', body: '<p>稿</p>' });
  const policy = /Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? '';

  it('lets in what carries the nonce, and nothing else', () => {
    const rules = Object.fromEntries(policy.split('; ').map((rule) => [rule.split(' ')[0], rule.split(' ').slice(1).join(' ')]));
    expect(rules).toEqual({
      'default-src': "'none'",
      'style-src': "'nonce-abc'",
      'script-src': "'nonce-abc'",
      'base-uri': "'none'",
      'form-action': "'none'",
    });
  });
  it('has its policy before any style or script', () => {
    expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.search(/<(?:style|script)/));
  });
  it('escapes what it is given as text', () => {
    expect(html).toContain('<html lang="&quot;&gt;&lt;script&gt;">');
    expect(html).toContain('<title>&lt;b&gt;&amp;</title>');
  });
  it('has another nonce every time', () => {
    const nonces = new Set(Array.from({ length: 100 }, newNonce));
    expect(nonces.size).toBe(100);
    expect([...nonces].every((nonce) => /^[0-9a-f]{36}$/.test(nonce))).toBe(true);
  });
});

describe('the web views', () => {
  it('are there', () => expect(views.length).toBeGreaterThan(0));
  it.each(views)('$name: its page is the frame, and it may read no folder', ({ text }) => {
    expect([...text.matchAll(/\.html = (\w+)/g)].map(([, made]) => made)).toEqual(['pageHtml']);
    expect(text).toContain('localResourceRoots: []');
  });
  it.each(sources.filter(({ name }) => /^(?:webview|final|echoes|sheet)\//.test(name)))('$name names no address', ({ text }) => {
    expect(text.match(/(?:https?|wss?):\/\/(?!www\.w3\.org\/)[^\s'"`]*/g) ?? []).toEqual([]);
    expect(text).not.toMatch(/asWebviewUri|unsafe-(?:inline|eval)/);
  });
});
