// Owns: the scene of the walkthrough: every button, pressed in order from the page itself, does what it says to the sample.

import { until } from './workbench-waits.mjs';

/** @typedef {import('../../scripts/host/workbench.mjs').Workbench} Workbench */

/** The steps by their ids in the manifest, and what there is to see once the button is pressed. */
const steps = Object.freeze({
  sample: (/** @type {Workbench} */ vscode) =>
    vscode.page.locator('.tabs-container .tab.active', { hasText: '全镇项目建设推进会' }).waitFor(),
  holes: (/** @type {Workbench} */ vscode) => vscode.statusBar().getByText('第 1 处，共').waitFor(),
  fill: (/** @type {Workbench} */ vscode) => vscode.box('批量填写'),
  repeats: (/** @type {Workbench} */ vscode) => pageOf(vscode).locator('.group', { hasText: '原样重复' }).first().waitFor(),
  final: (/** @type {Workbench} */ vscode) => pageOf(vscode).getByText('尚不能定稿').first().waitFor(),
});

/** The page of the extension that is in sight. @param {Workbench} vscode */
function pageOf(vscode) {
  return vscode.page.frameLocator('iframe.webview').last().frameLocator('#active-frame');
}

/** @param {Workbench} vscode */
async function playWalkthrough(vscode) {
  for (const [id, isDone] of Object.entries(steps)) {
    await openWalkthrough(vscode);
    const step = vscode.page.locator(`.getting-started-step[data-step-id$="#${id}"]`);
    const button = step.locator('.monaco-button').first();
    await until(`the button of ${id}`, async () => {
      if (await isSoonVisible(button)) return true;
      await step.locator('.step-title').click({ force: true });
      return isSoonVisible(button);
    });
    await button.click();
    await isDone(vscode);
    await vscode.press('Escape');
  }
}

/** By its command: to a page that was left a moment ago VS Code comes back with nothing on it. @param {Workbench} vscode */
async function openWalkthrough(vscode) {
  await vscode.press('F1');
  await vscode.page.locator('.quick-input-widget .quick-input-box input').fill('>Open Walkthrough');
  await vscode.boxRow('Open Walkthrough').click();
  await vscode.boxRow('讲稿入门').click();
  await vscode.page.locator('.getting-started-step').first().waitFor();
}

/** @param {import('playwright-core').Locator} locator */
function isSoonVisible(locator) {
  return locator.waitFor({ timeout: 2000 }).then(
    () => true,
    () => false,
  );
}

/** Beside another draft, which the buttons leave alone. */
export const walkthroughScene = {
  name: 'the walkthrough: each button does what it says to the sample, although the page has the keyboard',
  file: '另一份讲话.txt',
  text: '另一份讲话\n同志们：\n完成投资X亿元。\n',
  play: playWalkthrough,
};
