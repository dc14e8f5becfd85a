/** Owns what the client does about echoes: copies, comparisons, the report, and why something is not reported. */
import { Disposable, commands } from 'vscode';
import { echoReportCommand } from '../../../server/src/protocol.ts';
import { registerCompareCommand } from './compare.ts';
import type { CopyDeps } from './find-copies.ts';
import { registerCopyCommands } from './go-to-copy.ts';
import { ReportPanel } from './report/panel.ts';
import { registerWhyNotCommand } from './why-not.ts';

/** Registers all of it. */
export function registerEchoes(deps: CopyDeps): Disposable {
  const panel = new ReportPanel(deps.server, deps.announcer);
  return Disposable.from(
    panel,
    commands.registerCommand(echoReportCommand, () => panel.open()),
    registerCopyCommands(deps),
    registerCompareCommand(deps),
    registerWhyNotCommand(deps),
  );
}
