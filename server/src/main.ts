#!/usr/bin/env node
/** Creates the connection (stdio or Node IPC, as the arguments say) and starts the server. */
import { Console } from 'node:console';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ProposedFeatures, StreamMessageReader, createConnection } from 'vscode-languageserver/node';
import { Order } from './convert/wire/order.ts';
import { FrameWriter } from './convert/wire/writer.ts';
import { Frames } from './frames.ts';
import { startServer } from './server.ts';
import { snippetReader } from './snippets/files.ts';
import { version } from './version.ts';

const home = dirname(fileURLToPath(import.meta.url));
/** The rules' pages lie beside the bundles: they open without a network. */
const pages = pathToFileURL(join(home, '..', 'docs', 'rules')).href;
const isOnStdio = process.argv.includes('--stdio');

const writer = new FrameWriter(process.stdout);
const connection = isOnStdio
  ? createConnection(ProposedFeatures.all, new StreamMessageReader(process.stdin), writer, { messageStrategy: new Order(writer) })
  : createConnection(ProposedFeatures.all);

const { isShutDown } = startServer(connection, {
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
  for (const gone of ['end', 'close']) process.stdin.on(gone, () => process.exit(isShutDown() ? 0 : 1));
}
