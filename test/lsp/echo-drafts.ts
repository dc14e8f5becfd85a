/** Owns the drafts that the tests of copies open, and how they are opened. */
import { afterEach } from 'vitest';
import type { Location } from 'vscode-languageserver';
import { startClient } from '../support/client.ts';
import type { TestClient } from '../support/client.ts';
import { parseMarked } from '../support/marked.ts';

/** The clients of a test; they are stopped behind it. */
export const clients: TestClient[] = [];
afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.stop()));
});

/** A passage; drafts with two, one and no copies of it; `⟦…⟧` marks them. */
export const passage = '全乡各村都要把堰塘清淤排在冬修的头一件，谁家门前的沟谁家领着掏。';
export const twice = `冬修动员会上的讲话\n同志们：\n一、把水利抓起来\n（一）先清淤。⟦${passage}⟧\n（二）再修渠。渠道漏水的地方，腊月之前补好。\n二、把责任落下去\n（一）明确分工。⟦${passage}⟧乡里按旬通报。\n`;
export const once = `河长座谈会上的发言\n各位村长：\n去年的教训不能忘。⟦${passage}⟧\n`;
export const clean = '春耕备耕会上的讲话\n同志们：\n种子和化肥已经到库，各村按名单来领。\n';

/** A draft that is open, and where its copies stand. */
export interface Open {
  readonly uri: string;
  readonly text: string;
  readonly places: readonly { readonly start: number; readonly end: number }[];
}

/** Opens drafts under `file:///drafts/<name>.txt` and waits until each shows as many repeated passages as it is marked with. */
export async function opened(client: TestClient, drafts: Readonly<Record<string, string>>): Promise<Record<string, Open>> {
  const open = Object.entries(drafts).map(([name, marked]): [string, Open] => {
    const { text, slots } = parseMarked(marked);
    return [name, { uri: `file:///drafts/${name}.txt`, text, places: slots }];
  });
  for (const [, { uri, text }] of open) client.open(uri, text);
  for (const [, { uri, places }] of open)
    await client.diagnostics(uri, (all) => all.filter(({ code }) => code === 'repeated-passage').length === places.length);
  return Object.fromEntries(open);
}

/** Starts a client. */
export async function start(commands = true): Promise<TestClient> {
  const client = await startClient({ initializationOptions: { commands } });
  clients.push(client);
  return client;
}

export const positionOf = (text: string, offset: number): { line: number; character: number } => {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
};
/** A span of a draft as the protocol has it. */
export const rangeOf = ({ text }: Open, { start, end }: { start: number; end: number }) => ({
  start: positionOf(text, start),
  end: positionOf(text, end),
});
/** A place as `name: text`. */
export const said = (open: Record<string, Open>, { uri, range }: Pick<Location, 'uri' | 'range'>): string => {
  const [name, draft] = Object.entries(open).find(([, candidate]) => candidate.uri === uri) ?? [];
  const line = draft?.text.split('\n')[range.start.line] ?? '';
  return `${name} ${range.start.line}: ${line.slice(range.start.character, range.end.character)}`;
};
/** The three copies as `said` tells them. */
export const places = [`a 3: ${passage}`, `a 6: ${passage}`, `b 2: ${passage}`];
