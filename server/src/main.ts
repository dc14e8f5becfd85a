#!/usr/bin/env node
/** Creates the connection (stdio or Node IPC, as the arguments say) and starts the server. */
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ProposedFeatures, createConnection } from 'vscode-languageserver/node';
import { startServer } from './server.ts';
import { version } from './version.ts';

const home = dirname(fileURLToPath(import.meta.url));

startServer(createConnection(ProposedFeatures.all), {
  home,
  version,
  year: () => new Date().getFullYear(),
  page: (rule) => pathToFileURL(join(home, '..', 'docs', 'rules', `${rule}.md`)).href,
});
