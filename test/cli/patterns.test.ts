/** A person's own patterns on the command line: from the settings beside the drafts. */
import { expect, it } from 'vitest';
import { workshop } from '../support/check.ts';

const { file, call } = workshop();

it('hold, and a bad one is named', async () => {
  file('.vscode/settings.json', '{"speechDraft.placeholder.patterns": [{"pattern": "TK", "kind": "money"}, "(?=TK)"]}');
  file('a.txt', '完成投资TK。\n');
  const { out, code, said } = await call(['a.txt']);
  expect(code).toBe(1);
  expect(out).toMatch(/^a\.txt:1:5: 错误 .*TK.*\[placeholder\/money\]\n/);
  expect(said).toEqual([expect.stringMatching(/settings\.json：.*“\(\?=TK\)”用了不支持的写法/)]);
  expect((await call(['--no-settings', 'a.txt'])).code).toBe(0);
});
