// The package as a person gets it: installed, not in development, with the words engine it carries.

import assert from 'node:assert/strict';
import path from 'node:path';
import { suite, test } from 'mocha';
import * as vscode from 'vscode';
import { openDraft, placeholdersFound } from '../suite/draft';
import { until } from '../suite/until';

suite('the installed package', () => {
  test('runs from the extensions folder', () => {
    const extension = vscode.extensions.getExtension('speech-draft.speech-draft');
    const folder = process.env['SPEECH_DRAFT_EXTENSIONS'];
    assert.ok(extension && folder);
    assert.equal(path.dirname(extension.extensionPath), folder);
  });

  test('segments words with nodejieba', async () => {
    await placeholdersFound(await openDraft('分词.txt', '全年实现农村居民人均可支配收入⟦XX⟧元。\n'));
    let status: unknown;
    await until(
      'words: nodejieba',
      async () => {
        status = await vscode.commands.executeCommand('speechDraft.serverStatus');
        return (status as { words?: unknown } | undefined)?.words === 'nodejieba' || undefined;
      },
      () => status,
    );
  });
});
