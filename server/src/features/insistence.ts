/** Owns telling a person who calls for completion from an editor that asks by itself because something was typed. */
import type { Position } from 'vscode-languageserver';
import { offsetAt } from '../convert/positions.ts';
import type { Snapshot } from '../documents/store.ts';

/** Remembers the last question. The protocol has one kind of question for both: only what was typed, and asking twice, tell. */
export class Insistence {
  #last = '';

  /** Whether the question at a position was put by a person: nothing was typed right before it, or it is put again. */
  called(snapshot: Snapshot, position: Position): boolean {
    const offset = offsetAt(snapshot.lines, position);
    const asked = `${snapshot.uri} ${snapshot.version} ${offset}`;
    const again = asked === this.#last;
    this.#last = asked;
    return again || snapshot.typed?.end !== offset;
  }
}
