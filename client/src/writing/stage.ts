/** Owns the command that shows how long each section of the draft on the screen is. */
import { commands, l10n, window } from 'vscode';
import type { Disposable } from 'vscode';
import { stageCommand } from '../../../server/src/protocol.ts';
import type { CheckedDocuments } from '../checked-documents.ts';
import type { LanguageServer } from '../language-client.ts';
import type { Announcer } from '../status/announcer.ts';
import { showBreakdown } from './breakdown.ts';
import { choosePace, chooseTarget } from './pace.ts';
import type { Targets } from './targets.ts';

/** What the command works with. */
export interface StageParts {
  readonly server: LanguageServer;
  readonly checked: CheckedDocuments;
  readonly targets: Targets;
  readonly announcer: Announcer;
  /** Called when a target has changed. */
  readonly refresh: () => Promise<void>;
}

/** Registers the command. */
export function registerStage(parts: StageParts): Disposable {
  return commands.registerCommand(stageCommand, () => showStage(parts));
}

async function showStage({ server, checked, targets, announcer, refresh }: StageParts): Promise<void> {
  const editor = window.activeTextEditor;
  if (!editor) return announcer.announce(l10n.t('Open a draft first'));
  const { document } = editor;
  if (!checked.has(document)) return announcer.announce(l10n.t('This document is not checked'));
  const targetMinutes = targets.of(document);
  const measured = await server.stage({
    textDocument: { uri: document.uri.toString() },
    ...(targetMinutes !== undefined && { targetMinutes }),
  });
  if (measured.version < 0) return announcer.announce(l10n.t('This document is not checked'));
  const choice = await showBreakdown(editor, measured);
  if (choice === 'pace') return choosePace(measured.paces);
  if (choice !== 'target') return;
  const minutes = await chooseTarget(measured.target?.minutes);
  if (minutes === undefined) return;
  await targets.set(document, minutes);
  await refresh();
}
