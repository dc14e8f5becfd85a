/** Owns doing tasks one behind the other: none is lost, whenever it is added, and one that fails costs itself alone. */
import { setImmediate as turn } from 'node:timers/promises';

/** Tasks in the order in which they were added. */
export class TaskLine<Task> {
  readonly #do: (task: Task) => Promise<void>;
  readonly #failed: (error: unknown) => void;
  readonly #tasks: Task[] = [];
  /** What is being done; absent as soon as the line is empty. */
  #work: Promise<void> | undefined;

  constructor(run: (task: Task) => Promise<void>, failed: (error: unknown) => void) {
    this.#do = run;
    this.#failed = failed;
  }

  /** Adds a task; it is begun in another turn of the event loop at the earliest. */
  add(task: Task): void {
    this.#tasks.push(task);
    this.#work ??= this.#all();
  }

  /** Whether a task waits; the one that is being done does not. */
  has(task: Task): boolean {
    return this.#tasks.includes(task);
  }

  /** Drops what waits. Resolves when what is being done has ended. */
  async clear(): Promise<void> {
    this.#tasks.length = 0;
    await this.#work;
  }

  async #all(): Promise<void> {
    await turn();
    for (let task = this.#tasks.shift(); task !== undefined; task = this.#tasks.shift()) {
      try {
        await this.#do(task);
      } catch (error) {
        this.#failed(error);
      }
    }
    // In one step with the look at the empty line: what is added from now on begins anew.
    this.#work = undefined;
  }
}
