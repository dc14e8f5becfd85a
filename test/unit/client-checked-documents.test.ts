/** Which documents are checked: those of the setting's languages where people write, also in virtual folders. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { CheckedDocuments } from '../../client/src/checked-documents.ts';

const host = vi.hoisted(() => ({
  languages: ['speech'] as unknown,
  folders: [] as { uri: { scheme: string } }[],
  listeners: { configuration: [] as ((event: unknown) => void)[], folders: [] as (() => void)[] },
}));

vi.mock('vscode', () => ({
  EventEmitter: class {
    readonly #listeners: (() => void)[] = [];
    readonly event = (listener: () => void): void => void this.#listeners.push(listener);
    fire = (): void => this.#listeners.forEach((listener) => listener());
  },
  commands: { executeCommand: () => Promise.resolve() },
  languages: {},
  workspace: {
    getConfiguration: () => ({ get: () => host.languages }),
    onDidChangeConfiguration: (listener: (event: unknown) => void) => void host.listeners.configuration.push(listener),
    onDidChangeWorkspaceFolders: (listener: () => void) => void host.listeners.folders.push(listener),
    get workspaceFolders() {
      return host.folders;
    },
  },
}));

const folder = (scheme: string): { uri: { scheme: string } } => ({ uri: { scheme } });

describe('checked documents', () => {
  beforeEach(() => {
    host.languages = ['speech'];
    host.folders = [];
  });
  const schemes = (): string[] => new CheckedDocuments().selector.map(({ scheme }) => scheme);

  it('lie on a disk, on another machine, in a repository from afar, or nowhere yet', () => {
    expect(schemes()).toEqual(['file', 'untitled', 'vscode-remote', 'vscode-vfs', 'vsls']);
  });

  it('lie in whatever file system a folder of the workspace lies in', () => {
    host.folders = [folder('memfs'), folder('file'), folder('memfs')];
    expect(schemes()).toEqual(['file', 'untitled', 'vscode-remote', 'vscode-vfs', 'vsls', 'memfs']);
  });

  it('are others when a folder of another kind is opened, and the same when one like the others is', () => {
    const checked = new CheckedDocuments();
    let changes = 0;
    checked.onDidChange(() => (changes += 1));
    const opened = (scheme: string): void => {
      host.folders = [...host.folders, folder(scheme)];
      for (const listener of host.listeners.folders) listener();
    };
    opened('file');
    expect(changes).toBe(0);
    opened('memfs');
    expect(changes).toBe(1);
    expect(checked.selector).toContainEqual({ language: 'speech', scheme: 'memfs' });
  });

  it.each([['speech'], [['', 5]], [undefined]])('the setting may be %j', (given) => {
    host.languages = given;
    expect(() => new CheckedDocuments()).not.toThrow();
  });
});
