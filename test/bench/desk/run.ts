/** Owns what an edit costs on the desk beside looking at everything from the start, and whether both say the same. */
import type { Desk } from '../../../server/src/core/engine/desk.ts';
import { createDraft, editDraft } from '../../../server/src/core/text/draft.ts';
import type { Draft } from '../../../server/src/core/text/draft.ts';
import { noWords } from '../../../server/src/core/words.ts';
import { randomFrom } from '../echoes/texts.ts';
import { makeDesk } from './make.ts';

/** Drafts on one desk, of which the first is edited. Times are milliseconds of the processor. */
export interface Analysis {
  /** Plays so many edits; each takes all findings that it touches. */
  readonly edit: (count: number) => number[];
  /** Looks at everything from the start, and tells what the desk did not find and what it found beyond that. */
  readonly compare: () => { readonly scratch: number; readonly missing: number; readonly extra: number };
}

/** Puts the texts on a desk. The words are left out: they come from another thread. */
export function analysis(texts: readonly string[], seed: number): Analysis {
  const drafts = texts.map((text, index) => createDraft({ uri: `file:///bench/${String(index)}.txt`, version: 1, format: 'plain', text }));
  const desk = fresh(drafts);
  const random = randomFrom(seed);
  let [draft = createDraft({ uri: '', version: 1, format: 'plain', text: '' })] = drafts;
  const edit = (): void => {
    draft = editDraft(draft, draft.version + 1, [changeOf(draft.text, random)]);
    for (const uri of new Set([...desk.put(draft), draft.uri])) desk.findings(uri);
  };
  return {
    edit: (count) => Array.from({ length: count }, () => processorTime(edit)),
    compare: () => {
      const last = [draft, ...drafts.slice(1)];
      let other: Desk | undefined;
      const scratch = processorTime(() => (other = fresh(last)));
      let [missing, extra] = [0, 0];
      for (const { uri } of last) {
        const [now, wanted] = [counted(desk, uri), counted(other, uri)];
        for (const [key, count] of wanted) missing += Math.max(0, count - (now.get(key) ?? 0));
        for (const [key, count] of now) extra += Math.max(0, count - (wanted.get(key) ?? 0));
      }
      return { scratch, missing, extra };
    },
  };
}

/** A desk that has looked at all of the drafts. */
function fresh(drafts: readonly Draft[]): Desk {
  const desk = makeDesk(noWords);
  desk.putAll(drafts);
  for (const { uri } of drafts) desk.findings(uri);
  return desk;
}

function processorTime(work: () => unknown): number {
  const from = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1000;
}

function counted(desk: Desk | undefined, uri: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const finding of desk?.findings(uri) ?? []) {
    const key = JSON.stringify(finding);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** A character put in, taken out or changed, a line split or joined, a sentence pasted. */
function changeOf(text: string, random: () => number): { start: number; end: number; text: string } {
  const at = Math.floor(random() * text.length);
  const kind = random();
  if (kind < 0.45) return { start: at, end: at, text: random() < 0.8 ? '和' : '，' };
  if (kind < 0.75) return { start: at, end: Math.min(text.length, at + 1), text: '' };
  if (kind < 0.85) return { start: at, end: Math.min(text.length, at + 2), text: '干部' };
  if (kind < 0.9) return { start: at, end: at, text: '\n' };
  if (kind < 0.95) {
    const line = text.indexOf('\n', at);
    return line < 0 ? { start: at, end: at, text: '的' } : { start: line, end: line + 1, text: '' };
  }
  const from = Math.floor(random() * text.length);
  return { start: at, end: at, text: text.slice(from, from + 20 + Math.floor(random() * 60)) };
}
