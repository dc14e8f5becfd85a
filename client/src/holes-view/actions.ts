/** Owns what a row of the view 待填 does when it is asked: go to its hole, fill it, wherever the hole stands by now. */
import { commands, l10n } from 'vscode';
import { ignoreHereCommand } from '../../../server/src/protocol.ts';
import type { IgnoreArguments } from '../../../server/src/protocol.ts';
import type { FillWalk } from '../fill/walk.ts';
import { locate, selectPlace, show } from '../holes/present.ts';
import type { LanguageServer } from '../language-client.ts';
import type { Announcer } from '../status/announcer.ts';
import type { RowActions } from './view.ts';

/** The actions. A row whose hole has gone says so and does nothing. */
export function rowActions(server: LanguageServer, walk: FillWalk, announcer: Announcer): RowActions {
  const sayGone = (): void => announcer.announce(l10n.t('This hole is no longer there'));
  return {
    go: async ({ uri, hole }) => {
      const found = await locate(uri, hole.name, server);
      if (found) selectPlace(await show(found.document), found.hole.range);
      else sayGone();
    },
    fill: async ({ uri, hole }) => {
      if (!(await walk.from(uri, hole.name))) sayGone();
    },
    ignore: async ({ uri, hole }) => {
      const found = await locate(uri, hole.name, server);
      if (!found) return sayGone();
      const place: IgnoreArguments = { uri, rule: 'placeholder', range: found.hole.range, scope: 'place' };
      await commands.executeCommand(ignoreHereCommand, place);
    },
  };
}
