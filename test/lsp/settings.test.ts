/** What the settings do to what a client is told, and what is done with drafts that are too long, too full or odd. */
import { afterEach, describe, expect, it } from 'vitest';
import { startClient } from '../support/client.ts';
import type { ClientSetup, TestClient } from '../support/client.ts';

const uri = 'file:///drafts/a.txt';
const other = 'file:///drafts/b.txt';
const clients: TestClient[] = [];

async function client(setup?: ClientSetup): Promise<TestClient> {
  const started = await startClient(setup);
  clients.push(started);
  return started;
}

afterEach(async () => {
  await Promise.all(clients.splice(0).map((started) => started.stop()));
});

describe('settings and limits', () => {
  it('names a wrong or unknown setting once and uses the default', async () => {
    const c = await client({ settings: { caretDelay: 'soon', nonsense: 1, placeholder: { caution: 'wild' } } });
    c.open(uri, '完成投资X亿元。');
    await c.diagnostics(uri, (all) => all.length === 1);
    await c.until(() => c.messages.length >= 3, 'three messages');
    expect(c.messages.join('\n')).toMatch(/caretDelay[\s\S]*nonsense|nonsense[\s\S]*caretDelay/);
  });

  it('turns a rule off and on at once', async () => {
    const c = await client();
    c.open(uri, '完成投资X亿元。');
    await c.diagnostics(uri, (all) => all.length === 1);
    c.configure({ placeholder: { enabled: false } });
    await c.diagnostics(uri, (all) => all.length === 0);
    c.configure({});
    await c.diagnostics(uri, (all) => all.length === 1);
  });

  it('says that a draft is too long and is not checked', async () => {
    const c = await client({ settings: { maxCharacters: 10_000 } });
    c.open(other, '完成投资X亿元。');
    await c.diagnostics(other, (all) => all.length === 1);
    c.open(uri, `完成投资X亿元。${'抓落实。'.repeat(2501)}`);
    await c.until(() => c.messages.some((message) => message.includes('未检查')), 'a message');
    expect((await c.status()).unchecked.map((item) => item.uri)).toEqual([uri]);
    c.change(uri, 2, [{ range: { start: { line: 0, character: 8 }, end: { line: 0, character: 9008 } }, text: '' }]);
    await c.diagnostics(uri, (all) => all.length === 1);
    expect((await c.status()).unchecked).toEqual([]);
  });

  it('follows the limit when it moves, and takes old findings off a draft that is not checked', async () => {
    const c = await client();
    c.open(uri, `完成投资X亿元。${'抓落实。'.repeat(3000)}`);
    await c.diagnostics(uri, (all) => all.length === 1);
    c.configure({ maxCharacters: 10_000 });
    await c.diagnostics(uri, (all) => all.length === 0);
    await c.until(() => c.messages.some((message) => message.includes('未检查')), 'a message');
    c.configure({ maxCharacters: 20_000 });
    await c.diagnostics(uri, (all) => all.length === 1);
  });

  it('takes what a draft had in common with others off them when it grows too long', async () => {
    const c = await client({ settings: { maxCharacters: 10_000 } });
    const copied = '各村要把堰塘清淤排在冬修的头一件，谁家门前的沟谁家领着掏。';
    c.open(other, `动员会讲话\n同志们：\n先说清淤。${copied}\n`);
    c.open(uri, `座谈会讲话\n同志们：\n${copied}\n`);
    await c.diagnostics(other, (all) => all.length === 1);
    c.change(uri, 2, [{ text: `座谈会讲话\n同志们：\n${copied}\n${'抓落实。'.repeat(2501)}` }]);
    await c.diagnostics(other, (all) => all.length === 0);
  });

  it('shows no more findings than the limit, and says how many there are', async () => {
    const c = await client({ settings: { maxFindings: 100 } });
    c.open(uri, '完成X亿元。'.repeat(10_000));
    const shown = await c.diagnostics(uri, (all) => all.length > 0);
    expect(shown).toHaveLength(100);
    await c.until(() => c.messages.some((message) => message.includes('10000')), 'a message');
  });

  it.each([
    ['empty', ''],
    ['only breaks', '\r\n\r\n\r'],
    ['a lone surrogate', '\ud800完成X亿元\udc00'],
    ['NUL', '\0完成X亿元'],
    ['a byte order mark', '\ufeff完成X亿元'],
  ])('takes %s', async (_, body) => {
    const c = await client();
    c.open(uri, body);
    await c.diagnostics(uri, (all) => all.length === (body.includes('X') ? 1 : 0));
  });
});
