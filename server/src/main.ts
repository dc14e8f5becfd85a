#!/usr/bin/env node
/** Creates the connection (stdio or Node IPC, as the arguments say) and starts the server; started by hand, says how it is used. */
import { Console } from 'node:console';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ProposedFeatures, StreamMessageReader, createConnection } from 'vscode-languageserver/node';
import { Order, exitAfter } from './convert/wire/order.ts';
import { FrameWriter } from './convert/wire/writer.ts';
import { Frames } from './frames.ts';
import { startServer } from './server.ts';
import { snippetReader } from './snippets/files.ts';
import { version } from './version.ts';

const home = dirname(fileURLToPath(import.meta.url));
/** The rules' pages lie beside the bundles: they open without a network. */
const pages = pathToFileURL(join(home, '..', 'docs', 'rules')).href;
const given = process.argv.slice(2);
const isOnStdio = given.includes('--stdio');
/** How a client is reached, as the library reads it. */
const ways = /^--(?:stdio|node-ipc|(?:socket|pipe)(?:=.*)?)$/;

function serve(): void {
  const writer = new FrameWriter(process.stdout);
  const polite = exitAfter(() => server.ended());
  const connection = isOnStdio
    ? createConnection(ProposedFeatures.all, new StreamMessageReader(process.stdin), writer, {
        messageStrategy: new Order(writer, polite),
      })
    : createConnection(ProposedFeatures.all, { messageStrategy: polite });

  const server = startServer(connection, {
    home,
    version,
    year: () => new Date().getFullYear(),
    page: (rule) => `${pages}/${rule}.md`,
    snippets: snippetReader(join(home, '..', 'snippets')),
  });

  if (isOnStdio) {
    // Standard output belongs to the messages.
    globalThis.console = new Console(process.stderr);
    const frames = new Frames();
    process.stdin.on('data', (chunk: Buffer) => {
      const fault = frames.take(chunk);
      if (!fault) return;
      process.stderr.write(
        `speech-draft: 标准输入不是语言客户端的消息：${fault.zh}\nspeech-draft: no message of a language client: ${fault.en}\n`,
      );
      process.exit(1);
    });
    for (const gone of ['end', 'close'])
      process.stdin.on(gone, () => void server.ended().finally(() => process.exit(server.isShutDown() ? 0 : 1)));
  }
}

/** For a person who starts the program by hand. */
function explain(): void {
  if (given.includes('--version') || given.includes('-v')) {
    process.stdout.write(`${version}\n`);
    return;
  }
  const isAsked = given.includes('--help') || given.includes('-h');
  process.exitCode = isAsked ? 0 : 2;
  (isAsked ? process.stdout : process.stderr).write(`讲稿的语言服务器，由编辑器启动：
  speech-draft-language-server --stdio
写法见 docs/editors.md；在终端里检查讲稿用 speech-draft check。

The language server of Speech Draft, which an editor starts as above: see docs/editors.md.
To check drafts in a terminal, use speech-draft check.
`);
}

if (given.some((one) => ways.test(one))) serve();
else explain();
