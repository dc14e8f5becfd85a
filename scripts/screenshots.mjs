// Owns: the pictures of the documentation: each scene opens an example in real VS Code and takes a named picture.
//
//   node scripts/screenshots.mjs [NAME…]      all scenes, or the named ones, into docs/images

import fs from 'node:fs';
import path from 'node:path';
import { repositoryRoot } from './host/paths.mjs';
import { openWorkbench } from './host/workbench.mjs';

const examples = path.join(repositoryRoot, 'examples');
const images = path.join(repositoryRoot, 'docs', 'images');

/**
 * @typedef {object} Scene
 * @property {string} name of the picture, without extension
 * @property {string} file in examples
 * @property {(vscode: import('./host/workbench.mjs').Workbench) => Promise<void>} play up to the moment of the picture
 */

const drafts = fs.readdirSync(examples).filter((name) => /\.(md|txt)$/i.test(name) && !/^readme\b/i.test(name));
const draft = drafts.sort()[0] ?? '';

/** @type {Scene[]} */
const scenes = [
  {
    name: 'holes',
    file: draft,
    play: async (vscode) => {
      await vscode.squiggles().first().waitFor();
      await vscode.problems();
    },
  },
  {
    name: 'hover',
    file: draft,
    play: async (vscode) => {
      await vscode.hoverSquiggle(0);
    },
  },
  {
    name: 'quick-fixes',
    file: draft,
    play: async (vscode) => {
      await vscode.squiggles().first().waitFor();
      await vscode.nextProblem();
      await vscode.quickFixes();
    },
  },
];

const wanted = process.argv.slice(2);
fs.mkdirSync(images, { recursive: true });
for (const { name, file, play } of scenes) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const vscode = await openWorkbench({
    folder: examples,
    file: path.join(examples, file),
    extensions: [repositoryRoot],
    locale: 'zh-cn',
    scale: 2,
    settings: { 'editor.wordWrap': 'on', 'editor.minimap.enabled': false, 'editor.fontSize': 15 },
  });
  try {
    await play(vscode);
    const picture = path.join(images, `${name}.png`);
    await vscode.screenshot(picture);
    console.log(path.relative(repositoryRoot, picture));
  } finally {
    await vscode.close();
  }
}
