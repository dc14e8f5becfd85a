/** All echoes of the open drafts in one report, and why something is not told. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ignoreCommand } from '../../server/src/protocol.ts';
import type { EchoReportResult, IgnoreArguments, WhyNotRepeatedResult } from '../../server/src/protocol.ts';
import { startClient } from '../support/client.ts';
import type { TestClient } from '../support/client.ts';
import { parseMarked } from '../support/marked.ts';
import { clean, clients, once, opened, places, rangeOf, said, start, twice } from './echo-drafts.ts';
import type { Open } from './echo-drafts.ts';

describe('the report', () => {
  it('has the drafts, every group with every place, and follows an edit', async () => {
    const client = await start();
    const open = await opened(client, { a: twice, b: once, c: clean });
    const ask = () => client.connection.sendRequest<EchoReportResult>('speechDraft/echoReport');
    const { drafts, groups, sameText, unchecked } = await ask();
    expect(drafts.map(({ uri, length }) => [uri, length])).toEqual(Object.values(open).map(({ uri, text }) => [uri, text.length]));
    expect(sameText).toEqual([]);
    expect(unchecked).toEqual([]);
    expect(groups.map(({ rule, kind, name }) => [rule, kind, name])).toEqual([['repeated-passage', 'exact', '原样重复']]);
    expect(groups[0]?.places.map((place) => said(open, place))).toEqual(places);
    for (const { text, start: from, end, uri, message } of groups[0]?.places ?? []) {
      expect(
        Object.values(open)
          .find((draft) => draft.uri === uri)
          ?.text.slice(from, end),
      ).toBe(text);
      expect(message).toContain('共 3 处');
    }
    const b = open['b'] as Open;
    client.change(b.uri, 2, [{ range: rangeOf(b, b.places[0] ?? { start: 0, end: 0 }), text: '今年早打算。' }]);
    expect((await ask()).groups[0]?.places.map(({ uri }) => uri)).toEqual([open['a']?.uri, open['a']?.uri]);
  });

  it('names what is open and was not checked', async () => {
    const client = await startClient({ initializationOptions: { commands: true }, settings: { maxCharacters: 10_000 } });
    clients.push(client);
    client.open('file:///drafts/long.txt', '清淤修渠。'.repeat(3000));
    await client.until(() => client.messages.length > 0, 'a word about the long draft');
    const { drafts, groups, unchecked } = await client.connection.sendRequest<EchoReportResult>('speechDraft/echoReport');
    expect([drafts, groups]).toEqual([[], []]);
    expect(unchecked.map(({ uri }) => uri)).toEqual(['file:///drafts/long.txt']);
  });
});

describe('why not', () => {
  const whyNot = (client: TestClient, { uri, text }: Open, start: number, end: number): Promise<WhyNotRepeatedResult> =>
    client.connection.sendRequest('speechDraft/whyNotRepeated', {
      textDocument: { uri },
      range: rangeOf({ uri, text, places: [] }, { start, end }),
    });

  it('answers for what is selected, and at a caret for its sentence', async () => {
    const client = await start();
    const open = await opened(client, { a: twice, b: once });
    const b = open['b'] as Open;
    const { start: from, end } = b.places[0] ?? { start: 0, end: 0 };
    expect((await whyNot(client, b, from, end)).answers.map(({ reason }) => reason)).toContain('reported');
    expect((await whyNot(client, b, from + 3, from + 3)).answers.map(({ reason }) => reason)).toContain('reported');
    const { answers } = await whyNot(client, b, b.text.indexOf('去年'), b.text.indexOf('忘'));
    expect(answers).toEqual([{ reason: 'alone', message: '“去年的教训不能”没有别处重复', range: expect.anything() as unknown }]);
    const long = await whyNot(client, b, b.text.indexOf('去年'), from + 20);
    for (const { message } of long.answers) expect(message.length).toBeLessThan(40);
    const salutation = b.text.indexOf('各位村长');
    expect((await whyNot(client, b, salutation, salutation)).answers.map(({ reason }) => reason)).toEqual(['salutation']);
  });

  it('says what became of a finding that is not on the screen: ignored, hidden by the mode, its rule switched off', async () => {
    const client = await start();
    const folder = mkdtempSync(join(tmpdir(), 'why-not-'));
    const { text, slots } = parseMarked(twice);
    const b: Open = { uri: pathToFileURL(join(folder, 'b.txt')).href, text, places: slots };
    client.open(b.uri, text);
    await client.diagnostics(b.uri, (all) => all.filter(({ code }) => code === 'repeated-passage').length === 2);
    const place = b.places[0] ?? { start: 0, end: 0 };
    const answers = async (): Promise<string[]> => (await whyNot(client, b, place.start, place.end)).answers.map(({ message }) => message);
    const said = (all: readonly string[], words: string): boolean =>
      all.some((one) => one.includes(words)) && !all.some((one) => one.includes('已经报告'));
    expect((await answers()).some((one) => one.includes('已经报告'))).toBe(true);
    client.configure({ mode: 'draft' });
    await client.poll(async () => said(await answers(), '当前模式不显示'));
    client.configure({ 'repeated-passage': { enabled: false } });
    await client.poll(async () => said(await answers(), '已在设置中关闭'));
    client.configure({});
    await client.poll(async () => (await answers()).some((one) => one.includes('已经报告')));
    const ignored: IgnoreArguments = { uri: b.uri, rule: 'repeated-passage', range: rangeOf(b, place), scope: 'place' };
    await client.connection.sendRequest('workspace/executeCommand', { command: ignoreCommand, arguments: [ignored] });
    await client.poll(async () => said(await answers(), '已被忽略'));
    rmSync(folder, { recursive: true });
  });

  it('has no answer for a draft that is not open', async () => {
    const client = await start();
    expect(await whyNot(client, { uri: 'file:///drafts/z.txt', text: '', places: [] }, 0, 0)).toEqual({ version: -1, answers: [] });
  });
});
