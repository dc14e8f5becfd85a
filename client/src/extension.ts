/** Owns the start of the extension: makes the parts and hands them to VS Code to dispose. Nothing else. */
import type { ExtensionContext } from 'vscode';
import { registerFillCommands } from './commands/fill.ts';
import { registerHoleCommands } from './commands/go-to-hole.ts';
import { registerOpenSample } from './commands/open-sample.ts';
import { registerServerCommands } from './commands/server.ts';
import { CheckedDocuments } from './checked-documents.ts';
import { DraftAtHand } from './draft-at-hand.ts';
import { registerEchoes } from './echoes/index.ts';
import { ModeStatus } from './modes/mode-status.ts';
import { FinalPage } from './final/final-check.ts';
import { registerIgnoreCommands } from './ignored/commands.ts';
import { IgnoredView } from './ignored/view.ts';
import { FillWalk } from './fill/walk.ts';
import { Drafts } from './holes-view/drafts.ts';
import { HolesView } from './holes-view/view.ts';
import { rowActions } from './holes-view/actions.ts';
import { LanguageServer } from './language-client.ts';
import { registerSheetCommands } from './sheet/index.ts';
import { RulePages } from './rule-pages.ts';
import { Announcer } from './status/announcer.ts';
import { Counts } from './status/counts.ts';
import { HoleStatus } from './status/hole-status.ts';
import { Targets } from './writing/targets.ts';
import { registerWriting } from './writing/index.ts';

/** Called by VS Code. The server itself starts with the first document that is to be checked. */
export function activate(context: ExtensionContext): void {
  const checked = new CheckedDocuments();
  const atHand = new DraftAtHand(checked);
  const pages = new RulePages(context.extensionUri);
  const server = new LanguageServer(context.asAbsolutePath('dist/server.js'), checked, pages, context.storageUri);
  const counts = new Counts(server);
  const announcer = new Announcer();
  const targets = new Targets(context.workspaceState);
  const drafts = new Drafts(server);
  const walk = new FillWalk({ server, announcer }, checked, atHand);
  context.subscriptions.push(
    announcer,
    atHand,
    new HoleStatus(counts, checked),
    counts,
    registerHoleCommands(server, checked, atHand, counts, announcer),
    registerFillCommands(announcer),
    registerEchoes({ server, checked, announcer }),
    registerIgnoreCommands(),
    new IgnoredView(server),
    new FinalPage({ server, checked, atHand, announcer, targets }),
    new ModeStatus(checked, announcer),
    new HolesView(drafts, rowActions(server, walk, announcer)),
    drafts,
    walk,
    registerSheetCommands({ server, checked, atHand, announcer }),
    registerServerCommands(server, announcer),
    registerOpenSample(context.extensionUri),
    registerWriting({ context, server, checked, counts, announcer, targets }),
    targets,
    server,
    checked,
  );
  server.startWhenNeeded();
}
