#!/usr/bin/env node
// A stand-in for the desktop `code` executable where desktop VS Code cannot be had: the same command line, a real VS
// Code server and workbench in a headless browser, and the tests in the real extension host.
//
//   runTests({ vscodeExecutablePath: 'scripts/host/code.mjs', … })
//   scripts/host/code.mjs --install-extension x.vsix --extensions-dir FOLDER

import { parseArguments } from './arguments.mjs';
import { runServerCommand } from './server.mjs';
import { runWindow } from './window.mjs';

const wish = parseArguments(process.argv.slice(2));
const code =
  wish.extensionCommand.length > 0 ? await runServerCommand(wish.extensionCommand, wish.extensionsFolder) : await runWindow(wish);
process.exit(code);
