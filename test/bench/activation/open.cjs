// Owns what happens in VS Code: a draft is opened, the extension that is measured is active, and the findings are there.
'use strict';

const fs = require('node:fs');
const vscode = require('vscode');

exports.run = async () => {
  const { uri } = await vscode.workspace.openTextDocument({ language: 'speech', content: '讲话\n同志们：\n完成投资X亿元。\n' });
  const found = new Promise((resolve) => {
    const look = () => vscode.languages.getDiagnostics(uri).length > 0 && resolve(performance.now());
    vscode.languages.onDidChangeDiagnostics(look);
    look();
  });
  const times = await vscode.extensions.getExtension('speech-draft.speech-draft')?.activate();
  const findings = (await found) - times.begun;
  fs.writeFileSync(String(process.env['SPEECH_DRAFT_BENCH_RESULT']), JSON.stringify({ ...times, findings }));
};
