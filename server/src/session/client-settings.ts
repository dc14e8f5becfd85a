/** Owns the settings of one client: asked for where it can answer, else taken as they are sent, and each fault told once. */
import { DidChangeConfigurationNotification } from 'vscode-languageserver';
import type { ClientCapabilities, Connection } from 'vscode-languageserver';
import type { Bilingual } from '../core/rules/meta.ts';
import { hasPatterns, withPatterns } from '../patterns/compile.ts';
import { defaultSettings, parseSettings } from '../settings/parse.ts';
import type { Settings } from '../settings/parse.ts';
import type { Speaker } from './speaker.ts';

/** The settings of one client. */
export class ClientSettings {
  readonly #connection: Connection;
  readonly #speaker: Speaker;
  readonly #taken: (settings: Settings) => void;
  #settings: Settings = defaultSettings;
  #faults: readonly Bilingual[] = [];
  #asks = false;
  #registers = false;
  /** How often the client was asked. */
  #asked = 0;
  /** Settings that came with the greeting, while they are being taken. */
  #taking: Promise<void> | undefined;

  /** `taken` is called whenever other settings hold. */
  constructor(connection: Connection, speaker: Speaker, taken: (settings: Settings) => void) {
    this.#connection = connection;
    this.#speaker = speaker;
    this.#taken = taken;
  }

  /** The settings as they are now. */
  get now(): Settings {
    return this.#settings;
  }

  /** Takes what the client says of itself, and the settings that came with it. */
  initialize({ workspace }: ClientCapabilities, given: unknown): void {
    this.#asks = workspace?.configuration === true;
    this.#registers = workspace?.didChangeConfiguration?.dynamicRegistration === true;
    if (given !== undefined) this.#taking = this.#take(given);
  }

  /** Asks to be told of changes; resolves when what came with the greeting holds. */
  async initialized(): Promise<void> {
    if (this.#registers)
      this.#speaker.quietly(this.#connection.client.register(DidChangeConfigurationNotification.type, { section: 'speechDraft' }));
    await this.#taking;
    this.#tellFaults();
  }

  /** Whether the client answers when it is asked. */
  get answers(): boolean {
    return this.#asks;
  }

  /** Takes new settings: asks where the client can answer, else uses `pushed`. Resolves to whether other settings hold. */
  async renew(pushed: unknown): Promise<boolean> {
    this.#asked += 1;
    const asked = this.#asked;
    let given = pushed;
    if (this.#asks) {
      try {
        given = await this.#connection.workspace.getConfiguration('speechDraft');
      } catch (error) {
        this.#connection.console.warn(`settings: ${String(error)}`);
        return false;
      }
    }
    // An older answer must not overtake a newer one, and a notification without our settings says nothing of them.
    if (asked !== this.#asked || given === undefined) return false;
    await this.#take(given);
    if (asked !== this.#asked) return false;
    this.#tellFaults();
    return true;
  }

  /** Takes settings; a person's own patterns wait for their engine. Of two that wait, the newer holds. */
  async #take(given: unknown): Promise<void> {
    const { settings, faults } = parseSettings(given);
    this.#settings = settings;
    this.#faults = faults;
    if (hasPatterns(settings)) {
      const ready = await withPatterns(settings);
      if (this.#settings !== settings) return;
      this.#settings = ready.settings;
      this.#faults = [...faults, ...ready.faults];
    }
    this.#taken(settings);
  }

  #tellFaults(): void {
    for (const fault of this.#faults) this.#speaker.tell(`setting ${fault.en}`, fault);
  }
}
