/** Owns what depends on a terminal: colours, and the line that shows how far a long check has come. */
import { styleText } from 'node:util';
import { plural } from '../core/plural.ts';
import type { Language } from '../convert/wording.ts';
import type { Stage } from './check.ts';
import type { Style } from './reports/report.ts';

/** The part of a stream that matters here. */
export interface Screen {
  readonly isTTY?: boolean;
  hasColors?(count: number, env: Readonly<Record<string, string | undefined>>): boolean;
}

/** So many colours a terminal has at least. */
const fewest = 16;

/** Whether to write colours: FORCE_COLOR says yes or no, NO_COLOR says no, else a terminal that has them. */
export function usesColour(screen: Screen, env: Readonly<Record<string, string | undefined>>): boolean {
  const { FORCE_COLOR: force, NO_COLOR: none } = env;
  if (force !== undefined) return force !== '0' && force !== 'false';
  if (none !== undefined && none !== '') return false;
  // The platform takes an empty NO_COLOR for a word against colours; by no-color.org it says nothing.
  return screen.isTTY === true && (screen.hasColors?.(fewest, { ...env, NO_COLOR: undefined }) ?? false);
}

/** What makes a text stand out, or leaves it as it is. */
export function painter(colour: boolean): (style: Style, text: string) => string {
  return (style, text) => (colour ? styleText(style, text, { validateStream: false }) : text);
}

/** How long a check runs before it shows how far it is, how often after that, and how soon it says how long a stage takes; in milliseconds. */
const patience = 700;
const pause = 100;
const long = 2_000;

const stages: Readonly<Record<Language, Readonly<Record<Stage, (done: number, total: number) => string>>>> = {
  zh: {
    read: (done, total) => `读取 ${done}/${total} 份…`,
    look: (done, total) => `检查 ${done}/${total} 份…`,
    compare: (_, total) => `比较 ${total} 份之间的重复…`,
  },
  en: {
    read: (done, total) => `reading ${done}/${total} …`,
    look: (done, total) => `checking ${done}/${total} …`,
    compare: (_, total) => `comparing ${total} ${plural(total, 'draft')} …`,
  },
};

/** The line at the bottom of a terminal. */
export class ProgressLine {
  readonly #write: (text: string) => void;
  readonly #language: Language;
  #due: number;
  #stage: Stage | undefined;
  #since = 0;
  #text = '';
  #shown = false;

  /** `now` is the time of the start in milliseconds. */
  constructor(language: Language, now: number, write: (text: string) => void) {
    this.#write = write;
    this.#language = language;
    this.#due = now + patience;
  }

  show(stage: Stage, done: number, total: number, now: number): void {
    const turned = this.#shown && stage !== this.#stage;
    if (stage !== this.#stage) this.#since = now;
    this.#stage = stage;
    this.#text = stages[this.#language][stage](done, total);
    if (now >= this.#due || turned) this.#draw(now);
  }

  /** Shows that the check goes on, where a stage takes long. */
  tick(now: number): void {
    if (this.#stage !== undefined && now >= this.#due) this.#draw(now);
  }

  #draw(now: number): void {
    this.#due = now + pause;
    this.#shown = true;
    const seconds = Math.floor((now - this.#since) / 1000);
    const time = now - this.#since < long ? '' : this.#language === 'zh' ? ` ${seconds} 秒` : ` ${seconds} s`;
    this.#write(`\r\u001b[K${this.#text}${time}`);
  }

  /** Takes the line away. */
  clear(): void {
    if (this.#shown) this.#write('\r\u001b[K');
    this.#shown = false;
  }
}
