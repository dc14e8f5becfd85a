// Owns what happens in VS Code: a draft is opened, and the extension that is measured is active in the end.
'use strict';

const vscode = require('vscode');

exports.run = async () => {
  await vscode.workspace.openTextDocument({ language: 'speech', content: '讲话\n同志们：\n完成投资X亿元。\n' });
  await vscode.extensions.getExtension('speech-draft.speech-draft')?.activate();
};
