/** Owns what happens in a random session. Steps are plain data and hold without the others, so that any may be left out. */
import { settingMetas } from '../../server/src/settings/schema.ts';
import { randomFrom } from '../bench/echoes/texts.ts';
import { pick } from './random.ts';
import type { Random } from './random.ts';
import { draftText, insertion, table } from './texts.ts';

/** A stretch told without knowing the text: `at` is a share of it, `length` in UTF-16 code units. */
export interface Place {
  readonly at: number;
  readonly length: number;
  /** How a wrong client would tell it. */
  readonly wrong?: 'beyond' | 'reversed' | 'negative' | 'far';
}

/** One thing that a client does. `draft` counts the open drafts, around and around. */
export type Step =
  | { readonly do: 'open'; readonly name: string; readonly language: string; readonly text: string }
  | { readonly do: 'copy'; readonly draft: number; readonly name: string }
  | { readonly do: 'edit'; readonly draft: number; readonly edits: readonly Edit[]; readonly stale?: true }
  | { readonly do: 'close'; readonly draft: number }
  | { readonly do: 'reopen'; readonly draft: number }
  | { readonly do: 'rename'; readonly draft: number; readonly name: string }
  | { readonly do: 'stray'; readonly name: string }
  | { readonly do: 'configure'; readonly settings: unknown }
  | { readonly do: 'list'; readonly content: string }
  | { readonly do: 'disk'; readonly name: string; readonly content?: string }
  | {
      readonly do: 'ask';
      readonly what: Question;
      readonly draft: number;
      readonly place: Place;
      /** Given up at once. */
      readonly cancel?: true;
      /** Asked with a place of a text that is no longer the draft's. */
      readonly late?: true;
    }
  | { readonly do: 'ignore'; readonly draft: number; readonly finding: number; readonly scope: string; readonly undo: boolean }
  | { readonly do: 'pause' }
  | { readonly do: 'check' };

/** One change of an edit; without a place the whole text is new. */
export interface Edit {
  readonly place?: Place;
  readonly text: string;
}

/** What can be asked. */
export const questions = [
  'textDocument/hover',
  'textDocument/codeAction',
  'textDocument/completion',
  'textDocument/references',
  'textDocument/documentSymbol',
  'textDocument/foldingRange',
  'textDocument/selectionRange',
  'textDocument/codeLens',
  'textDocument/inlineCompletion',
  'speechDraft/holes',
  'speechDraft/stage',
  'speechDraft/review',
  'speechDraft/copies',
  'speechDraft/echoReport',
  'speechDraft/whyNotRepeated',
  'speechDraft/finalCheck',
  'speechDraft/ignored',
  'speechDraft/status',
  'speechDraft/exportSheet',
  'speechDraft/importSheet',
  'speechDraft/speechKinds',
  'speechDraft/skeleton',
] as const;
export type Question = (typeof questions)[number];

const names = ['甲.txt', '乙.md', '丙 稿.txt', 'd/丁.md', '😀.txt', 'plain'];

/** The steps of one session; the last is a check. `edits` is how many of them are edits. */
export function stepsOf(seed: number, edits: number, every = 40): readonly Step[] {
  const random = randomFrom(seed);
  const steps: Step[] = [open(random), open(random)];
  for (let edit = 0; edit < edits;) {
    const step = oneOf(random);
    steps.push(step);
    if (step.do !== 'edit') continue;
    edit += 1;
    if (edit % every === 0) steps.push({ do: 'check' });
  }
  steps.push({ do: 'check' });
  return steps;
}

function oneOf(random: Random): Step {
  const dice = random();
  const draft = Math.floor(random() * 8);
  if (dice < 0.72) return edit(random, draft);
  if (dice < 0.84) return ask(random, draft);
  if (dice < 0.87) return open(random);
  if (dice < 0.89) return { do: 'copy', draft, name: pick(random, names) };
  if (dice < 0.9) return { do: 'close', draft };
  if (dice < 0.91) return { do: 'reopen', draft };
  if (dice < 0.92) return { do: 'rename', draft, name: pick(random, names) };
  if (dice < 0.94) return { do: 'configure', settings: settings(random) };
  if (dice < 0.95) return { do: 'list', content: list(random) };
  if (dice < 0.96) return disk(random);
  if (dice < 0.97) {
    const scope = pick(random, ['place', 'draft', 'everywhere', 'nowhere']);
    return { do: 'ignore', draft, finding: Math.floor(random() * 20), scope, undo: random() < 0.3 };
  }
  return dice < 0.98 ? { do: 'stray', name: pick(random, names) } : { do: 'pause' };
}

function open(random: Random): Step {
  const language = pick(random, ['plaintext', 'markdown', 'speech', 'unknown']);
  return { do: 'open', name: pick(random, names), language, text: draftText(random) };
}

function edit(random: Random, draft: number): Step {
  const count = random() < 0.85 ? 1 : 1 + Math.floor(random() * 4);
  const edits = Array.from({ length: count }, (): Edit => {
    if (random() < 0.02) return { text: draftText(random) };
    return { place: place(random), text: insertion(random) };
  });
  return { do: 'edit', draft, edits, ...(random() < 0.03 && { stale: true as const }) };
}

function ask(random: Random, draft: number): Step {
  const what = pick(random, questions);
  return {
    do: 'ask',
    what,
    draft,
    place: place(random),
    ...(random() < 0.2 && { cancel: true as const }),
    ...(random() < 0.1 && { late: true as const }),
  };
}

/** A file of the workspace that changes beside the editor, or goes: a draft that may be open, or the fact sheet. */
function disk(random: Random): Step {
  const name = pick(random, [...names.slice(0, -1), '未打开.txt', 'd/未打开.md', '数据表.csv', 'd/数据.csv']);
  if (random() < 0.25) return { do: 'disk', name };
  return { do: 'disk', name, content: name.endsWith('.csv') ? table(random) : draftText(random) };
}

function place(random: Random): Place {
  const lengths = [0, 0, 0, 1, 1, 2, 5, 30, 200];
  const wrong = random() < 0.08 ? pick(random, ['beyond', 'reversed', 'negative', 'far'] as const) : undefined;
  return { at: random(), length: pick(random, lengths), ...(wrong && { wrong }) };
}

function settings(random: Random): unknown {
  const values: readonly unknown[] = [
    true,
    false,
    0,
    1,
    3,
    10,
    10_000,
    -1,
    1e9,
    null,
    'x',
    '',
    [],
    ['要', '一件'],
    ['*.csv'],
    {},
    [null, { a: 1 }],
  ];
  if (random() < 0.1) return pick(random, values);
  const count = Math.floor(random() * 5);
  const entries = Array.from({ length: count }, (): [string, unknown] => {
    const meta = pick(random, settingMetas);
    const fits = meta.enum !== undefined && random() < 0.7 ? pick(random, meta.enum) : pick(random, values);
    return [random() < 0.95 ? meta.id : pick(random, ['__proto__', 'figure', 'a.b.c']), fits];
  });
  return Object.fromEntries(entries);
}

function list(random: Random): string {
  const phrases = JSON.stringify({ version: 1, allowedPhrases: ['把群众的事一件一件办好'], stockPhrases: ['确保全年目标任务圆满完成'] });
  const entries = JSON.stringify({
    version: 1,
    ignored: [{ rule: 'placeholder', scope: 'everywhere', text: pick(random, ['X', '____']) }],
  });
  return pick(random, [phrases, entries, '', '{', '[]', 'null', '{"version":9}', '{"ignored":7,"allowedPhrases":[1,"要"]}', '// 空\n{}']);
}
