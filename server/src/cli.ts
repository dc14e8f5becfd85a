#!/usr/bin/env node
/** The same engine for the terminal: reads the call, runs it, and says by its exit code how it went. */
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readArguments } from './cli/arguments.ts';
import { check, exitCodes } from './cli/check.ts';
import { help } from './cli/help.ts';
import { localeOf } from './cli/locale.ts';
import { write } from './cli/write.ts';
import { languageOf } from './convert/wording.ts';
import { version } from './version.ts';

const say = (line: string): void => console.error(`speech-draft: ${line}`);

async function main(): Promise<number> {
  const call = readArguments(process.argv.slice(2));
  const { lang } = call.options;
  const language = lang === 'auto' ? languageOf(localeOf(process.env)) : lang;
  switch (call.kind) {
    case 'help':
      write([help(language)]);
      return exitCodes.clean;
    case 'version':
      write([`${version}\n`]);
      return exitCodes.clean;
    case 'wrong':
      say(`${call.reason[language]}\n\n${help(language)}`);
      return exitCodes.trouble;
    default: {
      const home = dirname(fileURLToPath(import.meta.url));
      const { report, exitCode } = await check({ paths: call.paths, options: call.options, language, home, say });
      write(report);
      return exitCode;
    }
  }
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error);
    process.exitCode = exitCodes.trouble;
  },
);
