// Owns: the tests of what the script of a web view does with a page, in a real browser and without VS Code.
//
//   node test/vscode/pages.mjs [--results FILE]

import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { launchBrowser } from '../../scripts/host/browser.mjs';
import { repositoryRoot } from '../../scripts/host/paths.mjs';

/** @typedef {import('../../server/src/protocol.ts').EchoReportResult} Report */
/** @typedef {import('../../server/src/protocol.ts').ReportGroup} Group */
/** @typedef {typeof import('../../client/src/echoes/report/body.ts') & typeof import('../../client/src/echoes/report/script.ts') & typeof import('../../client/src/webview/page.ts')} Pages */

const l10n = {
  t: (/** @type {string} */ message, /** @type {(string | number)[]} */ ...values) =>
    message.replace(/\{(\d+)\}/g, (_, index) => String(values[Number(index)])),
};
const draft = 'file:///d/修渠.txt';
const other = 'file:///d/"><b>.txt';

/** @param {string} id @param {[string, number][]} places @returns {Group} */
function group(id, places) {
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 9 } };
  return {
    id,
    rule: 'repeated-passage',
    kind: 'exact',
    name: id,
    characters: 20,
    places: places.map(([uri, start]) => ({ uri, range, start, end: start + 20, section: '', paragraph: 1, text: id })),
  };
}

/** @param {Group[]} groups @returns {Report} */
const report = (groups) => ({
  drafts: [draft, other].map((uri) => ({ uri, version: 1, length: 400 })),
  sameText: [],
  unchecked: [],
  elsewhere: 0,
  groups,
});

const canals = group('清淤', [
  [draft, 20],
  [draft, 100],
  [other, 20],
]);
const roads = group('修路', [
  [draft, 200],
  [draft, 300],
]);
const longer = group('植树', [
  [draft, 0],
  [draft, 350],
]);

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'sd-pages-'));
const browser = await launchBrowser(folder);
const { reportBody } = await readPages();

/** @typedef {{ page: import('playwright-core').Page, show: (report: Report) => Promise<void>, said: () => Promise<unknown[]> }} Open */

/** @type {Record<string, (open: Open) => Promise<void>>} */
const tests = {
  'a click and Enter say the key of a place': async ({ page, said }) => {
    await page.locator('.group .place').nth(2).click();
    await page.locator('.strip .mark').first().press('Enter');
    assert.deepEqual((await said()).slice(-2), [
      { command: 'show', key: `清淤 ${other} 0` },
      { command: 'show', key: `清淤 ${draft} 0` },
    ]);
  },
  'a page made anew keeps the mark that the arrow keys have come to': async ({ page, show, said }) => {
    await page.locator('.strip .mark').first().press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await show(report([longer, canals, roads]));
    await page.keyboard.press('Enter');
    assert.deepEqual((await said()).at(-1), { command: 'show', key: `修路 ${draft} 0` });
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    assert.deepEqual((await said()).at(-1), { command: 'show', key: `清淤 ${draft} 1` });
  },
  'it does so when the keyboard is elsewhere, and does not call it back': async ({ page, show }) => {
    await page.locator('.strip .mark').first().press('ArrowRight');
    await page.evaluate('document.activeElement.blur()');
    await show(report([longer, canals, roads]));
    assert.equal(await page.locator('.strip .mark[tabindex="0"]').first().getAttribute('data-key'), `清淤 ${draft} 1`);
    assert.equal(await page.evaluate('document.activeElement === document.body'), true);
    assert.match((await page.locator('.group.lit').innerText()).replace(/\s+/g, ' '), /^2 清淤/);
  },
  'each strip is one stop of the Tab key, also where the mark has gone': async ({ page, show }) => {
    await page.locator('.strip .mark').first().press('End');
    await show(report([canals]));
    const stops = await page.locator('.strip .mark[tabindex="0"]').evaluateAll((marks) => marks.map((mark) => mark.dataset['key']));
    assert.deepEqual(stops, [`清淤 ${draft} 0`, `清淤 ${other} 0`]);
  },
  'a page that would be the same is left as it is': async ({ page, show }) => {
    await page.evaluate('window.before = document.querySelector(".group .place")');
    await show(report([canals, roads]));
    assert.equal(await page.evaluate('window.before === document.querySelector(".group .place")'), true);
    await show(report([roads, canals]));
    assert.equal(await page.evaluate('window.before === document.querySelector(".group .place")'), false);
  },
};

const { values } = parseArgs({ options: { results: { type: 'string' } } });
const results = { passed: 0, failed: 0, skipped: 0 };
for (const [name, test] of Object.entries(tests)) await run(name, test);
await browser.close();
fs.rmSync(folder, { recursive: true, force: true });
if (values.results) fs.writeFileSync(values.results, `${JSON.stringify(results)}\n`);
process.exitCode = results.failed > 0 || results.passed === 0 ? 1 : 0;

/** @param {string} name @param {(open: Open) => Promise<void>} test */
async function run(name, test) {
  const page = await browser.newPage();
  try {
    await page.addInitScript('window.said = []; window.acquireVsCodeApi = () => ({ postMessage: (message) => said.push(message) })');
    await page.goto(pathToFileURL(path.join(folder, 'page.html')).href);
    const show = async (/** @type {Report} */ given) => {
      const message = JSON.stringify({ command: 'update', body: reportBody(given, l10n) });
      await page.evaluate(`window.dispatchEvent(new MessageEvent('message', { data: ${message} }))`);
    };
    await show(report([canals, roads]));
    await test({ page, show, said: () => page.evaluate('said') });
    results.passed++;
    console.log(`  ✔ ${name}`);
  } catch (error) {
    results.failed++;
    console.log(`  ✘ ${name}\n${error instanceof Error ? error.stack : String(error)}`);
  } finally {
    await page.close();
  }
}

/** The pages as the extension makes them, and one of them in a file. @returns {Promise<Pages>} */
async function readPages() {
  const outfile = path.join(folder, 'pages.mjs');
  const parts = ['echoes/report/body.ts', 'echoes/report/script.ts', 'webview/page.ts'];
  await build({
    stdin: { contents: parts.map((part) => `export * from './client/src/${part}';`).join('\n'), resolveDir: repositoryRoot },
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    external: ['vscode'],
    logLevel: 'warning',
  });
  /** @type {Pages} */
  const pages = await import(pathToFileURL(outfile).href);
  const html = pages.pageHtml({ language: 'zh-cn', title: '', nonce: 'abc', style: '', script: pages.reportScript, body: '' });
  fs.writeFileSync(path.join(folder, 'page.html'), html);
  return pages;
}
