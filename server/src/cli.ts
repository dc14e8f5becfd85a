#!/usr/bin/env node
/** The same engine for the terminal: reads drafts, puts them all on one desk, reports, and says by its exit code how it went. */
import { writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fails, help, readArguments } from './cli/arguments.ts';
import type { CheckCall } from './cli/arguments.ts';
import { readDrafts } from './cli/files.ts';
import { jsonReport, sarifReport, textReport } from './cli/report.ts';
import type { ReportInput } from './cli/report.ts';
import { Wording } from './convert/wording.ts';
import { createEchoRules } from './core/echoes/rules.ts';
import { createDesk } from './core/engine/desk.ts';
import { createRules, metas } from './core/rules/index.ts';
import { createDraft } from './core/text/draft.ts';
import { isMarkdownName } from './documents/format.ts';
import { markdownReader } from './markup/markdown.ts';
import { defaultSettings } from './settings/parse.ts';
import { version } from './version.ts';
import { Segmenter } from './words/segmenter.ts';

const unreadOrWrong = 2;

async function check(call: CheckCall): Promise<number> {
  const settings = defaultSettings;
  const { files, unread } = readDrafts(call.paths, call.encoding, settings.maxCharacters);
  const words = new Segmenter(dirname(fileURLToPath(import.meta.url)), (reason) => console.error(`speech-draft: ${reason}`));
  let ruleFailed = false;
  const desk = createDesk(
    {
      rules: createRules(),
      across: createEchoRules(words),
      words,
      onRuleFailure: (rule, error) => {
        ruleFailed = true;
        console.error(`speech-draft: rule ${rule}: ${String(error)}`);
      },
    },
    settings.desk,
  );
  for (const { path, text } of files) {
    desk.put(createDraft({ uri: path, version: 0, format: isMarkdownName(path) ? 'markdown' : 'plain', text, markup: markdownReader }));
  }
  await words.ask(files.flatMap((file) => desk.wants(file.path)));
  desk.learn(files.map((file) => file.path));
  words.release();

  const checked = files.map((file) => ({ ...file, findings: desk.findings(file.path) }));
  const input: ReportInput = { files: checked, unread, wording: new Wording(call.language, metas), pathOf: (uri) => uri };
  write(call.format === 'json' ? jsonReport(input) : call.format === 'sarif' ? sarifReport(input, metas, version) : textReport(input));
  if (unread.length > 0 || ruleFailed) return unreadOrWrong;
  return checked.some((file) => file.findings.some((finding) => fails(finding.severity, call.failOn))) ? 1 : 0;
}

/** Writes all of a text: a pipe that is full is tried again. */
function write(text: string): void {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length;) {
    try {
      at += writeSync(1, bytes, at);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EPIPE') return; // nobody reads on
      if (code !== 'EAGAIN') throw error;
    }
  }
}

async function main(): Promise<number> {
  const call = readArguments(process.argv.slice(2));
  switch (call.kind) {
    case 'help':
      write(help);
      return 0;
    case 'version':
      write(`${version}\n`);
      return 0;
    case 'wrong':
      console.error(`speech-draft: ${call.reason}\n\n${help}`);
      return unreadOrWrong;
    default:
      return check(call.check);
  }
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error);
    process.exitCode = unreadOrWrong;
  },
);
