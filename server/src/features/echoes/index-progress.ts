/** Owns showing how far the reading of the workspace is, where the client can show it, with a way to stop it. */
import type { Connection } from 'vscode-languageserver';
import type { Wording } from '../../convert/wording.ts';
import { readSoFar, reading } from './index-notices.ts';

/** The progress of one scan. */
export interface IndexProgress {
  readonly isCancelled: boolean;
  report(done: number, total: number): void;
  done(): void;
}

/** Begins to show the progress. A client that cannot, or refuses, is shown nothing. */
export async function progressOf(connection: Connection, wording: Wording): Promise<IndexProgress> {
  const shown = await connection.window.createWorkDoneProgress().catch(() => undefined);
  let percentage = -1;
  shown?.begin(wording.pick(reading), 0, undefined, true);
  return {
    get isCancelled() {
      return shown?.token.isCancellationRequested === true;
    },
    report(done, total) {
      const now = Math.floor((100 * done) / total);
      if (now === percentage) return;
      percentage = now;
      shown?.report(now, wording.pick(readSoFar(done, total)));
    },
    done: () => shown?.done(),
  };
}
