// Owns: doing in the VS Code workbench what a person does with keyboard and mouse, and reading what a person sees.
// For screenshots and for tests of what only the workbench shows; everything else is tested in the extension host.

import { launchBrowser } from './browser.mjs';
import { pageAddress, remoteAddress, startServer } from './server.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {'error' | 'warning' | 'info' | 'hint'} Severity */

/**
 * @typedef {object} WorkbenchOptions
 * @property {string} folder absolute
 * @property {string} [file] absolute; opened at the start
 * @property {string[]} [extensions] folders of built extensions
 * @property {string} [extensionsFolder] a folder with installed extensions
 * @property {Record<string, unknown>} [settings]
 * @property {string} [locale]
 * @property {boolean} [restricted] Restricted Mode: the folder is not trusted
 * @property {{ width: number, height: number }} [viewport]
 * @property {number} [scale] device pixels for one CSS pixel
 */

const waitMilliseconds = 30_000;
const menuMilliseconds = 5_000;
const input = '.quick-input-widget .quick-input-box input';
const stillLoading = /Loading\.\.\.|Checking for quick fixes/;
const activeEditor = '.part.editor .editor-group-container.active';
/** VS Code keeps a second, empty menu in the page. */
const actionMenu = '.action-widget:not(.action-list-submenu-panel)';

/**
 * Opens VS Code; resolves when the workbench is there.
 *
 * @param {WorkbenchOptions} options
 * @returns {Promise<Workbench>}
 */
export async function openWorkbench(options) {
  const { folder, file, viewport = { width: 1280, height: 800 }, scale = 1, ...rest } = options;
  const server = await startServer(rest);
  process.on('exit', server.stopNow);
  try {
    const browser = await launchBrowser(server.temporaryFolder);
    const page = await browser.newPage({ viewport, deviceScaleFactor: scale });
    page.setDefaultTimeout(waitMilliseconds);
    /** @type {[string, string][]} */
    const payload = file ? [['openFile', remoteAddress(server, file)]] : [];
    await page.goto(pageAddress(server, { folder, payload }));
    await page.locator('.monaco-workbench .part.editor').waitFor();
    await page.locator('.monaco-workbench .statusbar-item').first().waitFor();
    return new Workbench(page, async () => {
      await browser.close();
      await server.stop();
      process.off('exit', server.stopNow);
    });
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** One open VS Code window. Every method waits for what it needs and fails after 30 s. */
export class Workbench {
  /**
   * @param {Page} page for what has no method here
   * @param {() => Promise<void>} close ends VS Code and the browser
   */
  constructor(page, close) {
    this.page = page;
    this.close = close;
  }

  /** Opens a file of the folder by (a part of) its name. @param {string} name */
  async openFile(name) {
    await this.page.keyboard.press('Control+p');
    await this.page.locator(input).fill(name);
    await this.page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first().click();
    await this.page.locator('.tabs-container .tab.active', { hasText: name }).waitFor();
  }

  /** Runs a command by its whole title in the palette. @param {string} title */
  async command(title) {
    await this.page.keyboard.press('F1');
    await this.page.locator(input).fill(`>${title}`);
    const exactly = this.page.locator('.label-name').getByText(title, { exact: true });
    await this.page.locator('.quick-input-list .monaco-list-row').filter({ has: exactly }).first().click();
    await this.page.locator(input).waitFor({ state: 'hidden' });
  }

  /**
   * Runs a command that asks for something, by its whole title in the palette; resolves when its box is there.
   *
   * @param {string} title
   * @param {string} box what the box says: its title, or the text in its field
   */
  async ask(title, box) {
    await this.page.keyboard.press('F1');
    await this.page.locator(input).fill(`>${title}`);
    const exactly = this.page.locator('.label-name').getByText(title, { exact: true });
    await this.page.locator('.quick-input-list .monaco-list-row').filter({ has: exactly }).first().click();
    await this.boxRow(title).waitFor({ state: 'detached' }); // the palette itself
    await this.box(box);
  }

  /** Waits for a box that asks for something. @param {string} says its title, its field or its message */
  async box(says) {
    const widget = this.page.locator('.quick-input-widget:visible');
    await widget
      .filter({ hasText: says })
      .or(widget.filter({ has: this.page.locator(`input[aria-label*="${says}"]`) }))
      .first()
      .waitFor();
  }

  /** A row of the box that asks for something. @param {string} says a part of it */
  boxRow(says) {
    return this.page.locator('.quick-input-list .monaco-list-row', { hasText: says }).first();
  }

  /** Opens a view of the activity bar. @param {string} title its container's */
  async openView(title) {
    // The badge lies over the icon.
    await this.page.locator(`.activitybar .action-label[aria-label^="${title}"]`).first().click({ force: true });
    await this.page.locator('.part.sidebar .title-label', { hasText: title }).waitFor();
  }

  /** The rows of the view in the side bar. */
  viewRows() {
    return this.page.locator('.part.sidebar .pane-body .monaco-list-row');
  }

  /** The underlines that are in sight, of one severity or of all. @param {Severity} [severity] */
  squiggles(severity) {
    const wanted = severity ? [severity] : ['error', 'warning', 'info', 'hint'];
    return this.page.locator(wanted.map((name) => `${activeEditor} .cdr.squiggly-${name}`).join(', '));
  }

  /**
   * Points at an underline.
   *
   * @param {number} index from 0, in the order of the page
   * @param {Severity} [severity]
   * @returns {Promise<string>} what the hover says
   */
  async hoverSquiggle(index, severity) {
    const squiggle = this.squiggles(severity).nth(index);
    await squiggle.waitFor();
    const box = await squiggle.boundingBox();
    if (!box) throw new Error(`underline ${index} cannot be pointed at`);
    const x = box.x + box.width / 2;
    const y = box.y + box.height / 2;
    await this.page.mouse.move(x, y + 100);
    await this.page.mouse.move(x, y, { steps: 4 }); // VS Code wants to see the pointer come
    const hover = this.page.locator('.monaco-hover:not(.hidden)').first();
    await hover.filter({ has: this.page.locator('.hover-row'), hasNotText: stillLoading }).waitFor();
    // stands where the link to the quick fixes will be
    await hover.locator('.status-bar .actions > :not(.action-container):visible').first().waitFor({ state: 'detached' });
    return hover.innerText();
  }

  /** Puts the caret on the next finding, as F8 does, without its box. */
  async nextProblem() {
    await this.focusEditor();
    await this.page.keyboard.press('F8');
    const box = this.page.locator(`${activeEditor} .zone-widget`).first();
    await box.waitFor();
    await this.page.keyboard.press('Escape');
    await box.waitFor({ state: 'detached' });
  }

  /** Opens the quick-fix menu at the caret. @returns {Promise<string[]>} the titles in it */
  async quickFixes() {
    const rows = this.page.locator(`${actionMenu} .monaco-list-row.action`);
    const deadline = performance.now() + waitMilliseconds;
    for (;;) {
      await this.press('Control+.');
      const there = await rows
        .first()
        .waitFor({ timeout: menuMilliseconds })
        .then(() => true)
        .catch(() => false);
      if (there) return rows.allInnerTexts();
      if (performance.now() > deadline) throw new Error('no quick-fix menu');
      await this.press('Escape'); // VS Code gives up asking when the findings change meanwhile
    }
  }

  /** Chooses from the open quick-fix menu. @param {string} title a part of it */
  async chooseQuickFix(title) {
    const rows = this.page.locator(`${actionMenu} .monaco-list-row.action`);
    const wanted = (await rows.allInnerTexts()).findIndex((row) => row.includes(title));
    if (wanted < 0) throw new Error(`no quick fix says ${title}`);
    for (let row = 0; row < wanted; row++) await this.press('ArrowDown'); // the first one has the focus
    await this.press('Enter');
    await this.page.locator(actionMenu).first().waitFor({ state: 'hidden' });
  }

  /** Opens the Problems view. @returns {Promise<string[]>} its rows in sight */
  async problems() {
    const rows = this.page.locator('.markers-panel .monaco-list-row');
    if (!(await rows.first().isVisible())) await this.page.keyboard.press('Control+Shift+m');
    await rows.first().waitFor();
    return rows.allInnerTexts();
  }

  /** The lines in sight of the active editor. */
  async text() {
    const lines = await this.page.locator(`${activeEditor} .view-lines .view-line`).evaluateAll((elements) =>
      elements
        .map((element) => ({ top: Number.parseFloat(element.style.top), text: element.textContent ?? '' }))
        .sort((a, b) => a.top - b.top)
        .map(({ text }) => text.replaceAll('\u00a0', ' ')),
    );
    return lines.join('\n');
  }

  /** The messages that have popped up. */
  notifications() {
    return this.page.locator('.notifications-toasts .notification-list-item-message');
  }

  /** The status bar, left and right. */
  statusBar() {
    return this.page.locator('.part.statusbar');
  }

  /** Gives the keyboard to the active editor without moving its caret. */
  async focusEditor() {
    await this.page.keyboard.press('Control+1');
    await this.page.locator(`${activeEditor} .monaco-editor.focused`).first().waitFor();
  }

  /** @param {string} keys as in `Control+Home` */
  async press(keys) {
    await this.page.keyboard.press(keys);
  }

  /** @param {string} words typed key by key into what has the keyboard */
  async type(words) {
    await this.page.keyboard.type(words);
  }

  /** @param {string} file a PNG */
  async screenshot(file) {
    await this.page.screenshot({ path: file, animations: 'disabled', caret: 'initial' });
  }
}
