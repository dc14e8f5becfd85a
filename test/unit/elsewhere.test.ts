/** Drafts that are not open among the echoes: they come and go in small steps, and never stand beside the open document. */
import { describe, expect, it } from 'vitest';
import { Elsewhere } from '../../server/src/features/echoes/elsewhere.ts';
import type { Steps } from '../../server/src/features/echoes/elsewhere.ts';

const file = (path: string): { path: string; size: number; modified: number } => ({ path, size: 1, modified: 1 });
const text = '今天的会只讲一件事。\n'.repeat(1000);
const uri = 'file:///drafts/a.txt';
const path = '/drafts/a.txt';

/** What is laid, and every length that it had on the way. */
function made(): { elsewhere: Elsewhere; laid: Map<string, string>; lengths: number[] } {
  const laid = new Map<string, string>();
  const lengths: number[] = [];
  const elsewhere = new Elsewhere({
    lay(draft) {
      laid.set(draft.uri, draft.text);
      lengths.push(draft.text.length);
      return new Set(['open']);
    },
    remove(gone) {
      laid.delete(gone);
      lengths.push(0);
      return new Set(['open']);
    },
  });
  return { elsewhere, laid, lengths };
}

function all(steps: Steps): number {
  return [...steps].length;
}

function longestStep(lengths: readonly number[]): number {
  return Math.max(...lengths.map((length, index) => Math.abs(length - (lengths[index - 1] ?? 0))));
}

describe('drafts that are not open', () => {
  it('come and go in whole lines, 800 characters and more at a time', () => {
    const { elsewhere, laid, lengths } = made();
    const steps = all(elsewhere.take(file(path), text));
    expect(steps).toBeGreaterThan(Math.floor(text.length / 1600));
    expect(steps).toBeLessThanOrEqual(Math.ceil(text.length / 800));
    for (const cut of lengths) expect(text[cut - 1]).toBe('\n');
    expect(laid.get(uri)).toBe(text);
    expect(elsewhere.lines(uri)?.text).toBe(text);
    expect(all(elsewhere.drop(path))).toBeGreaterThan(2);
    expect(laid.size).toBe(0);
    expect([elsewhere.size, elsewhere.characters, elsewhere.paths().length]).toEqual([0, 0, 0]);
    expect(longestStep(lengths)).toBeLessThanOrEqual(1600);
  });

  it('come and go in steps of 800 characters where no line ends', () => {
    const { elsewhere, lengths } = made();
    const line = '长'.repeat(4000);
    all(elsewhere.take(file(path), line));
    all(elsewhere.drop(path));
    expect(lengths).toEqual([800, 1600, 2400, 3200, 4000, 3200, 2400, 1600, 800, 0]);
  });

  it('stop coming when the document is opened on the way, and come back when it is closed', () => {
    const { elsewhere, laid } = made();
    const steps = elsewhere.take(file(path), text)[Symbol.iterator]();
    steps.next();
    elsewhere.opened(path, 'file:///drafts/%61.txt');
    expect(laid.size).toBe(0);
    expect(steps.next().done).toBe(true);
    expect(elsewhere.snapshots()).toEqual([]);
    elsewhere.closed(path, 'file:///drafts/%61.txt');
    all(elsewhere.relay(path));
    expect(laid.get(uri)).toBe(text);
  });

  it('leave their place to a document of the same uri without a step of their own', () => {
    const { elsewhere, laid, lengths } = made();
    all(elsewhere.take(file(path), text));
    lengths.length = 0;
    expect([...elsewhere.opened(path, uri)]).toEqual([]);
    expect(all(elsewhere.relay(path))).toBe(0);
    expect(all(elsewhere.take(file(path), '改过了。\n'))).toBe(0);
    expect(lengths).toEqual([]);
    expect(laid.size).toBe(1);
  });

  it('are all laid again when the echoes have forgotten them, an empty one too', () => {
    const { elsewhere, laid } = made();
    all(elsewhere.take(file(path), text));
    all(elsewhere.take(file('/drafts/b.md'), ''));
    expect([...laid.values()]).toEqual([text, '']);
    laid.clear();
    elsewhere.forgotten();
    for (const one of elsewhere.paths()) all(elsewhere.relay(one));
    expect([...laid.values()]).toEqual([text, '']);
    expect(elsewhere.characters).toBe(text.length);
  });
});
