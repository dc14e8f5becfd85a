/** Repeats between open drafts as a client sees them: both sides follow, whichever side is edited or closed. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Diagnostic } from 'vscode-languageserver';
import { startClient } from '../support/client.ts';
import type { TestClient } from '../support/client.ts';

const clients: TestClient[] = [];
afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.stop()));
});

const a = 'file:///drafts/a.txt';
const b = 'file:///drafts/b.txt';
const shared = '全县上下紧盯年初确定的十件民生实事，逐项建立台账，逐月通报进度，逐件对账销号';
const repeats = (all: Diagnostic[]): Diagnostic[] => all.filter((item) => item.code === 'repeated-passage');

async function both(): Promise<TestClient> {
  const client = await startClient();
  clients.push(client);
  client.open(a, `同志们：\n今年以来，${shared}。\n下一步要继续抓好落实。\n`);
  client.open(b, `各位代表：\n过去一年，${shared}。\n请予审议。\n`);
  await client.diagnostics(a, (all) => repeats(all).length === 1);
  await client.diagnostics(b, (all) => repeats(all).length === 1);
  return client;
}

describe('a passage that stands in two open drafts', () => {
  it('is shown in both, each naming the other', async () => {
    const client = await both();
    const [inA] = repeats(client.published.findLast(({ uri }) => uri === a)?.diagnostics ?? []);
    expect(inA).toMatchObject({ severity: 2, data: { kind: 'exact' } });
    expect(inA?.relatedInformation?.map(({ location }) => location.uri)).toEqual([b]);
  });

  it('goes on both sides when one copy is edited', async () => {
    const client = await both();
    const line = `过去一年，${shared}`.length;
    client.change(b, 2, [{ range: { start: { line: 1, character: 5 }, end: { line: 1, character: line } }, text: '各项工作有序推进' }]);
    await client.diagnostics(b, (all) => repeats(all).length === 0);
    await client.diagnostics(a, (all) => repeats(all).length === 0);
  });

  it('is named where it stands, though the other draft moved on before it was looked at', async () => {
    const client = await both();
    const start = { line: 1, character: 5 };
    const placeInB = (all: Diagnostic[]): unknown => repeats(all)[0]?.relatedInformation?.[0]?.location.range.start;
    expect(placeInB(client.published.findLast(({ uri }) => uri === a)?.diagnostics ?? [])).toEqual(start);
    // So much comes into the other that it is read in turns, between which this one is shown.
    const more = Array.from({ length: 6_000 }, (_, at) => `第${at}户的账单独记，年底对清。\n`).join('');
    client.change(b, 2, [{ text: `尊敬的各位代表：\n过去一年，${shared}。\n请予审议。\n${more}` }]);
    client.change(a, 2, [{ range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: '\n' }]);
    const shown = await client.diagnostics(a, (all) => repeats(all)[0]?.range.start.line === 2);
    expect(placeInB(shown)).toEqual(start);
  });

  it('goes when the other draft is closed, and comes again when it is opened', async () => {
    const client = await both();
    client.close(b);
    await client.diagnostics(a, (all) => repeats(all).length === 0);
    client.open(b, `各位代表：\n过去一年，${shared}。\n请予审议。\n`);
    await client.diagnostics(a, (all) => repeats(all).length === 1);
  });
});
