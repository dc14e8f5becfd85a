/**
 * Owns finding out that a server hangs: it is asked something small while a person works, and counts as hanging if it says
 * nothing for a long time. Pure: question and clock come from outside.
 */

/** A hanging server is noticed after this many beats without an answer; no work of ours holds it for one of them. */
const patience = 5;

/** What the world does for the heartbeat. */
export interface HeartbeatDeps {
  /** Asks the server; settles when it answers or can no longer answer. */
  readonly ask: () => Promise<unknown>;
  /** Calls back one beat later, some seconds. */
  readonly beat: (callback: () => void) => void;
  /** The server hangs. Called once for one question. */
  readonly hangs: () => void;
}

/** Watches one server as long as there is something to do for it; an idle one is left alone. */
export class Heartbeat {
  readonly #deps: HeartbeatDeps;
  #asking = false;
  #touched = false;

  constructor(deps: HeartbeatDeps) {
    this.#deps = deps;
  }

  /** A person does something that the server answers to. Cheap: there is one question at a time, and one a beat. */
  touch(): void {
    this.#touched = true;
    if (!this.#asking) this.#ask();
  }

  #ask(): void {
    this.#asking = true;
    this.#touched = false;
    let answered = false;
    const settled = (): void => void (answered = true);
    this.#deps.ask().then(settled, settled);
    // Beats are counted, not time: a computer that slept does not take its own sleep for the server's.
    const wait = (left: number): void =>
      this.#deps.beat(() => {
        if (!answered && left > 1) return wait(left - 1);
        this.#asking = false;
        if (!answered) this.#deps.hangs();
        // What was done since the question may have come after the answer.
        else if (this.#touched) this.#ask();
      });
    wait(patience);
  }
}
