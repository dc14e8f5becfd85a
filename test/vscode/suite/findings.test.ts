// Holes in the editor: what is underlined, of which rule and severity, in plain text and in Markdown.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import * as vscode from 'vscode';
import { findings, openDraft, placeholdersFound, ruleOf } from './draft';
import { until } from './until';

interface Row {
  name: string;
  draft: string;
}

const rows: Row[] = [
  {
    name: '数据.txt',
    draft: '同志们：\n今年以来，梧桐街道完成固定资产投资⟦XX⟧亿元，同比增长⟦X.X⟧%，新增就业⟦XXX⟧人。\n',
  },
  {
    name: '数据.md',
    draft: '# 半年小结\n\n今年以来，梧桐街道完成固定资产投资⟦XX⟧亿元，同比增长⟦X.X⟧%，新增就业⟦XXX⟧人。\n',
  },
  { name: '批注.txt', draft: '全年整修背街小巷12条⟦（待核实）⟧，安装路灯⟦____⟧盏。\n' },
  { name: '表情.txt', draft: '😀全街道共有网格⟦XX⟧个。\r\n🎉其中示范网格⟦XX⟧个。\r\n' },
  // the same bytes: in Markdown a rule across the page, in plain text a slot
  { name: '同字.md', draft: '会议地点：\n\n___\n\n参会人数⟦XX⟧人。\n' },
  { name: '同字.txt', draft: '会议地点：\n\n⟦___⟧\n\n参会人数⟦XX⟧人。\n' },
  { name: '强调.md', draft: '今年的**重点**是清理河道⟦XX⟧公里。\n' },
  { name: '星号.txt', draft: '今年⟦**⟧区清理河道⟦XX⟧公里。\n' },
];

async function check({ name, draft }: Row): Promise<void> {
  const open = await openDraft(name, draft);
  const found = await placeholdersFound(open);
  for (const finding of found) {
    assert.equal(ruleOf(finding), 'placeholder');
    assert.equal(finding.source, 'speech-draft');
    assert.ok(finding.message.length > 0);
  }
}

suite('findings in the editor', () => {
  for (const row of rows) test(row.name, () => check(row));

  test('a figure that is missing is an error, a note a warning', async () => {
    const open = await openDraft('轻重.txt', '修复管网⟦XX⟧公里，投入运行的泵站有6座⟦（待核实）⟧。\n');
    const [figure, note] = await placeholdersFound(open);
    assert.equal(figure?.severity, vscode.DiagnosticSeverity.Error);
    assert.equal(note?.severity, vscode.DiagnosticSeverity.Warning);
  });

  test('findings follow the text and go with the document', async () => {
    const open = await openDraft('改动.txt', '全年种树⟦XX⟧棵。\n');
    await placeholdersFound(open);
    const { document, editor } = open;
    await editor.edit((edit) => edit.insert(document.positionAt(document.getText().length), '明年种草XX亩。\n'));
    const start = document.getText().lastIndexOf('XX');
    await placeholdersFound({ ...open, holes: [...open.holes, { start, end: start + 2 }] });
    await editor.edit((edit) => edit.replace(new vscode.Range(0, 0, 2, 0), '全年种树八百棵。\n'));
    await placeholdersFound({ ...open, holes: [] });
  });

  test('each finding leads to the page of its rule, which lies in the extension', async () => {
    const open = await openDraft('规则.txt', '全年修渠⟦XX⟧条，我们我们再接再厉。一是抓早；三是抓实。\n');
    await placeholdersFound(open);
    const rules = await until('findings of three rules', () => {
      const found = new Set(findings(open.document).map(ruleOf));
      return found.size >= 3 ? [...found] : undefined;
    });
    for (const { code } of findings(open.document)) {
      assert.ok(typeof code === 'object', `a rule without a page: ${JSON.stringify(code)}`);
      const page = new TextDecoder().decode(await vscode.workspace.fs.readFile(code.target));
      assert.ok(rules.includes(code.value) && page.includes(String(code.value)), code.target.toString());
    }
  });

  test('the hover shows the sentence', async () => {
    const open = await openDraft('悬停.txt', '开头一句话没有空。今年修建便民桥⟦XX⟧座。\n');
    await placeholdersFound(open);
    const position = open.document.positionAt(open.holes[0]?.start ?? 0);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', open.document.uri, position);
    const said = hovers.flatMap(({ contents }) => contents.map((part) => (typeof part === 'string' ? part : part.value)));
    assert.match(said.join('\n').replaceAll(/[*_`\\]/g, ''), /今年修建便民桥/);
  });
});
