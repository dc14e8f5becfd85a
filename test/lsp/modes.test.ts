/** The modes over real messages: what is shown in each, and that a switch is seen at once in every open draft. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Diagnostic, Range } from 'vscode-languageserver/node';
import { startClient } from '../support/client.ts';
import type { TestClient } from '../support/client.ts';

const passage = '入冬以后各村把清淤排在头一件，谁家门前的沟谁家领着掏。\n';
const one = 'file:///drafts/a.txt';
const two = 'file:///drafts/b.txt';
const text = `同志们：\n一、抓投资\n完成投资X亿元（待核实）。\n三、抓落实\n${passage}`;
const hole: Range = { start: { line: 2, character: 4 }, end: { line: 2, character: 5 } };
const heading: Range = { start: { line: 3, character: 0 }, end: { line: 3, character: 2 } };

/** Rule and severity of each diagnostic: 1 error, 2 warning, 3 information, 4 hint. */
const told = (diagnostics: Diagnostic[]): string[] => diagnostics.map(({ code, severity }) => `${code} ${severity}`);
const shown: Record<string, string[]> = {
  draft: ['placeholder 4', 'placeholder 4'],
  review: ['placeholder 1', 'placeholder 2', 'numbering 2', 'repeated-passage 2'],
  final: ['placeholder 1', 'placeholder 1', 'numbering 2', 'repeated-passage 2'],
  off: [],
};

let client: TestClient;
beforeEach(async () => {
  client = await startClient();
  client.open(one, text);
  client.open(two, `会议发言\n${passage}`);
  await client.diagnostics(one, (all) => all.length === 4);
  await client.diagnostics(two, (all) => all.length === 1);
});
afterEach(() => client.stop());

describe('modes', () => {
  it.each(['draft', 'review', 'final', 'off'])('%s', async (mode) => {
    client.configure({ mode });
    const wanted = shown[mode] ?? [];
    expect(told(await client.diagnostics(one, (all) => JSON.stringify(told(all)) === JSON.stringify(wanted)))).toEqual(wanted);
    await client.diagnostics(two, (all) => all.length === (mode === 'review' || mode === 'final' ? 1 : 0));
    expect((await client.holes(one)).holes).toHaveLength(2);
    expect((await client.actions(one, hole)).length > 0).toBe(mode !== 'off');
    expect((await client.actions(one, heading)).length > 0).toBe(mode === 'review' || mode === 'final');
  });

  it('come back to all, and a wrong one is named', async () => {
    client.configure({ mode: 'off' });
    await client.diagnostics(one, (all) => all.length === 0);
    client.configure({ mode: 'loud' });
    await client.diagnostics(one, (all) => JSON.stringify(told(all)) === JSON.stringify(shown['review']));
    await client.until(() => client.messages.some((message) => message.includes('speechDraft.mode')), 'a word about the mode');
  });
});
