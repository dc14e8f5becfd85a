#!/usr/bin/env node
/** The same engine for the terminal: reads the call, runs it, and says by its exit code how it went. */
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isMainThread } from 'node:worker_threads';
import { readArguments } from './cli/arguments.ts';
import type { Call } from './cli/arguments.ts';
import { exitCodes } from './cli/check.ts';
import type { CheckCall } from './cli/check.ts';
import { help } from './cli/help.ts';
import { localeOf } from './cli/locale.ts';
import { readStandardInput } from './cli/read.ts';
import { oneLine } from './cli/reports/text.ts';
import { ProgressLine, usesColour } from './cli/terminal.ts';
import { checkInThread, serveThread } from './cli/thread.ts';
import type { Running } from './cli/thread.ts';
import { write } from './cli/write.ts';
import { languageOf } from './convert/wording.ts';
import type { Language } from './convert/wording.ts';
import type { Bilingual } from './core/rules/meta.ts';
import { whyNotWritten } from './files/reasons.ts';
import { version } from './version.ts';
import { notEnding } from './words/ending.ts';

/** How often the line at the bottom of a terminal says that the check goes on, in milliseconds. */
const pulse = 500;

/** What stands behind the reason of a call that is wrong. */
const seeHelp: Bilingual = { zh: '用法见 speech-draft --help', en: 'see speech-draft --help' };

/** Says one line. Arguments, names of settings and of files may hold anything. */
const say = (words: string): void => write([`speech-draft: ${oneLine(words)}\n`], 2);

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
      say(call.reason[language]);
      say(seeHelp[language]);
      return exitCodes.trouble;
    default:
      return runCheck(call, language);
  }
}

async function runCheck({ paths, options }: Call & { kind: 'check' }, language: Language): Promise<number> {
  const line = new ProgressLine(language, Date.now(), (text) => write([text], 2));
  const shows = process.stderr.isTTY === true && !options.quiet;
  let stop: Running['stop'] = () => Promise.resolve();
  process.on('SIGINT', () => {
    line.clear();
    void stop().then(() => process.exit(exitCodes.interrupted));
  });
  const ticking = shows ? setInterval(() => line.tick(Date.now()), pulse).unref() : undefined;
  const check: CheckCall = {
    paths,
    options,
    language,
    home: dirname(fileURLToPath(import.meta.url)),
    ending: notEnding(),
    colour: options.format === 'text' && usesColour(process.stdout, process.env),
    ...(paths.includes('-') && { input: await readStandardInput() }),
  };
  const running = checkInThread(new URL(import.meta.url), check, {
    say: (words) => {
      line.clear();
      say(words);
    },
    progress: (stage, done, total) => {
      if (shows) line.show(stage, done, total, Date.now());
    },
  });
  stop = running.stop;
  const { report, exitCode } = await running.outcome;
  clearInterval(ticking);
  line.clear();
  // From here on an interrupt waits: all of the report is written, or nothing of it.
  write(report);
  return exitCode;
}

if (!isMainThread) await serveThread();
else {
  main().then(
    (code) => {
      process.exitCode = code;
    },
    (error: unknown) => {
      // What the system refuses (a full disk) is no fault of the program.
      const isRefused = error instanceof Error && 'syscall' in error;
      const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
      if (isRefused) say(whyNotWritten(error)[languageOf(localeOf(process.env))]);
      else write([`speech-draft: ${trace}\n`], 2);
      process.exitCode = exitCodes.trouble;
    },
  );
}
