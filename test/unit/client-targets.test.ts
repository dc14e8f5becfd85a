/** The minutes of a draft go along when it is saved for the first time, in whatever order the editor tells of it. */
import { describe, expect, it, vi } from 'vitest';
import type { Memento, TextDocument } from 'vscode';
import { Targets } from '../../client/src/writing/targets.ts';

type Listener = (event: unknown) => void;

const host = vi.hoisted(() => {
  const listeners: Record<'open' | 'change' | 'close', Listener[]> = { open: [], change: [], close: [] };
  const on = (what: 'open' | 'change' | 'close') => (listener: Listener) => {
    listeners[what].push(listener);
    return { dispose: () => undefined };
  };
  return { listeners, on, textDocuments: [] as unknown[] };
});

vi.mock('vscode', () => ({
  workspace: {
    onDidOpenTextDocument: host.on('open'),
    onDidChangeTextDocument: host.on('change'),
    onDidCloseTextDocument: host.on('close'),
    textDocuments: host.textDocuments,
  },
}));

interface Draft extends TextDocument {
  text: string;
}

function draft(uri: string, text: string): Draft {
  const document = { uri: { toString: () => uri }, isUntitled: uri.startsWith('untitled:'), text, getText: () => document.text };
  return document as unknown as Draft;
}

const memento = { get: () => undefined, update: () => Promise.resolve() } as unknown as Memento;
const text = '在全县春耕会上的讲话\n同志们：\n今天开个短会。';

const open = (document: Draft): void => {
  host.textDocuments.push(document);
  for (const listener of host.listeners.open) listener(document);
};
const change = (document: Draft, next: string): void => {
  document.text = next;
  for (const listener of host.listeners.change) listener({ document });
};
const close = (document: Draft): void => {
  host.textDocuments.splice(host.textDocuments.indexOf(document), 1);
  for (const listener of host.listeners.close) listener(document);
};

describe('the target of an untitled draft that is saved', () => {
  it.each<[name: string, save: (untitled: Draft, saved: Draft) => void]>([
    ['opened, then closed', (untitled, saved) => (open(saved), close(untitled))],
    ['closed, then opened', (untitled, saved) => (close(untitled), open(saved))],
    ['emptied, opened, closed', (untitled, saved) => (change(untitled, ''), open(saved), close(untitled))],
    ['with a last line break', (untitled, saved) => ((saved.text = `${text}\n`), open(saved), close(untitled))],
    ['with other ends of lines', (untitled, saved) => ((saved.text = text.replaceAll('\n', '\r\n')), close(untitled), open(saved))],
  ])('goes along: %s', async (_, save) => {
    host.textDocuments.length = 0;
    const targets = new Targets(memento);
    const untitled = draft('untitled:Untitled-1', '同志们：');
    open(untitled);
    await targets.set(untitled, 20);
    change(untitled, text);
    const saved = draft('file:///a.txt', text);
    save(untitled, saved);
    expect(targets.of(saved)).toBe(20);
    const next = draft('untitled:Untitled-1', '');
    open(next);
    expect(targets.of(next)).toBeUndefined();
    targets.dispose();
  });

  it('stays away from a file with another text', async () => {
    host.textDocuments.length = 0;
    const targets = new Targets(memento);
    const untitled = draft('untitled:Untitled-2', text);
    open(untitled);
    await targets.set(untitled, 20);
    const other = draft('file:///b.txt', '各位来宾：');
    open(other);
    close(untitled);
    expect(targets.of(other)).toBeUndefined();
  });
});
