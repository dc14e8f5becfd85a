/** Owns the fact sheets of one client: when they are read again, what is then to be shown anew, and the faults in them. */
import { DiagnosticSeverity, DidChangeWatchedFilesNotification } from 'vscode-languageserver';
import type { Connection, Diagnostic, FileEvent, InitializeParams } from 'vscode-languageserver';
import { source } from '../convert/diagnostics.ts';
import type { Wording } from '../convert/wording.ts';
import { createBook } from '../core/facts/book.ts';
import type { SheetFault } from '../core/facts/sheets.ts';
import type { FigureRule } from '../core/rules/figure/index.ts';
import type { Bilingual } from '../core/rules/meta.ts';
import { pathOf } from '../workspace/folders.ts';
import { mayBeSheet, readSheetFiles } from '../workspace/sheet-files.ts';

/** What this needs from the session. */
export interface FactSheetsDeps {
  readonly connection: Connection;
  readonly figures: FigureRule;
  readonly wording: () => Wording;
  /** The findings of these drafts changed. */
  readonly changed: (uris: ReadonlySet<string>) => void;
  /** Whether a document is open and checked: what is shown of it is sent by `publish`. */
  readonly shown: (uri: string) => boolean;
  readonly publish: (uri: string) => void;
  /** Says a thing once. */
  readonly tell: (key: string, text: Bilingual) => void;
}

const sheetPattern = '**/*.{xlsx,xlsm,xls,csv,tsv,yaml,yml}';

/** The fact sheets of one client. */
export class FactSheets {
  readonly #deps: FactSheetsDeps;
  #globs: readonly string[] = [];
  #roots: readonly string[] = [];
  #watches = false;
  /** The last reading that was asked for; an older one that ends later says nothing. */
  #turn = 0;
  #faulty: ReadonlyMap<string, readonly Diagnostic[]> = new Map();

  constructor(deps: FactSheetsDeps) {
    this.#deps = deps;
  }

  /** Takes the folders of the workspace. */
  initialize(params: InitializeParams): void {
    const root = typeof params.rootUri === 'string' ? [params.rootUri] : [];
    this.#setRoots(params.workspaceFolders?.map(({ uri }) => uri) ?? root);
    this.#watches = params.capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
  }

  /** Asks to be told when a sheet changes on the disk. */
  register(): Promise<unknown> {
    if (!this.#watches) return Promise.resolve();
    return this.#deps.connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern: sheetPattern }] });
  }

  /** Takes the globs; the sheets are read in the background when they changed. */
  configure(globs: readonly string[]): void {
    if (JSON.stringify(globs) === JSON.stringify(this.#globs)) return;
    this.#globs = globs;
    void this.read();
  }

  /** The workspace has other folders now. */
  refolder(folders: readonly string[]): void {
    this.#setRoots(folders);
    void this.read();
  }

  /** Files have changed on the disk. */
  watched(changes: readonly FileEvent[]): void {
    if (changes.some(({ uri }) => mayBeSheet(pathOf(uri) ?? ''))) void this.read();
  }

  /** Reads all sheets and shows what follows. */
  async read(): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    const { entries, faults, refused } = await readSheetFiles(this.#globs, this.#roots);
    if (turn !== this.#turn) return;
    for (const fault of refused) this.#deps.tell(`sheets ${fault.en}`, fault);
    this.#show(faults);
    this.#deps.changed(this.#deps.figures.setBook(createBook(entries)));
  }

  /** What is wrong with the rows of a sheet. */
  faultsOf(uri: string): readonly Diagnostic[] {
    return this.#faulty.get(uri) ?? [];
  }

  #setRoots(uris: readonly string[]): void {
    this.#roots = uris.flatMap((uri) => pathOf(uri) ?? []);
  }

  #show(faults: readonly SheetFault[]): void {
    const before = this.#faulty.keys();
    const byFile = new Map<string, Diagnostic[]>();
    for (const fault of faults) byFile.set(fault.uri, [...(byFile.get(fault.uri) ?? []), this.#diagnostic(fault)]);
    this.#faulty = byFile;
    for (const uri of new Set([...before, ...byFile.keys()])) {
      if (this.#deps.shown(uri)) this.#deps.publish(uri);
      else this.#deps.connection.sendDiagnostics({ uri, diagnostics: byFile.get(uri) ?? [] }).catch(() => undefined); // the client has gone
    }
  }

  #diagnostic({ uri, row, severity, message }: SheetFault): Diagnostic {
    // A spreadsheet has no lines to an editor; there the message names the row.
    const line = /\.(?:csv|tsv|ya?ml)$/i.test(uri) ? Math.max(0, row - 1) : 0;
    return {
      range: { start: { line, character: 0 }, end: { line: row > 0 ? line + 1 : line, character: 0 } },
      severity: severity === 'warning' ? DiagnosticSeverity.Warning : DiagnosticSeverity.Information,
      source,
      code: 'fact-sheet',
      message: this.#deps.wording().pick(message),
    };
  }
}
