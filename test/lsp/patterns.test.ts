/** A person's own patterns in the server: from the greeting, from the client's answer, and when they change. */
import { afterEach, expect, it } from 'vitest';
import { startClient } from '../support/client.ts';
import type { ClientSetup, TestClient } from '../support/client.ts';

const uri = 'file:///drafts/a.txt';
const patterns = (...list: unknown[]): unknown => ({ placeholder: { patterns: list } });
const clients: TestClient[] = [];

async function client(setup: ClientSetup): Promise<TestClient> {
  const started = await startClient(setup);
  clients.push(started);
  return started;
}
afterEach(async () => {
  await Promise.all(clients.splice(0).map((started) => started.stop()));
});

it.each<[name: string, setup: ClientSetup]>([
  ['with the greeting', { initializationOptions: { settings: patterns('TK') }, capabilities: {} }],
  ['when asked', { settings: patterns('TK') }],
])('hold from the first finding on: %s', async (_, setup) => {
  const c = await client(setup);
  c.open(uri, '完成投资TK。');
  await c.diagnostics(uri, (all) => all.length === 1);
  expect(c.published.map(({ diagnostics }) => diagnostics.length)).toEqual([1]);
});

it('follow the settings, and a bad one is named once', async () => {
  const c = await client({ settings: patterns() });
  c.open(uri, '完成投资TK、TBA。');
  c.configure(patterns('TK', '(TBA'));
  await c.diagnostics(uri, (all) => all.length === 1);
  c.configure(patterns('TK', 'TBA'));
  await c.diagnostics(uri, (all) => all.length === 2);
  c.configure(patterns());
  await c.diagnostics(uri, (all) => all.length === 0);
  expect(c.messages.filter((message) => message.includes('(TBA'))).toHaveLength(1);
});
