/** Owns the proof that history leaves no trace: after any edits, opens and closes the findings are those of a fresh start. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEchoes } from '../../server/src/core/echoes/index.ts';
import type { Echoes } from '../../server/src/core/echoes/index.ts';
import { editDraft } from '../../server/src/core/text/draft.ts';
import type { Draft } from '../../server/src/core/text/draft.ts';
import { noWords } from '../../server/src/core/words.ts';
import type { Words } from '../../server/src/core/words.ts';
import { draftText, randomFrom, stockOf } from '../bench/echoes/texts.ts';
import { draftOf, shown, wordsFrom } from '../rules/echoes/support.ts';

const sentences = [
  '要把防汛备汛作为当前头等大事，逐村逐户排查隐患。',
  '要把防汛备汛作为眼下头等大事，逐村逐户排查险情。',
  '全年完成投资38.2亿元，新开工项目46个，续建项目19个。',
  '全年完成投资41.7亿元，新开工项目52个，续建项目23个。',
  '各镇街要对照清单一项一项过，过不了关的不能放行。',
  '在这次全域集中整治专项行动中，机关干部带头走进社区入户登记。',
  '在这次全域集中整治专项行动中，志愿者队伍冒雨清理了二十条沟渠。',
  '在这次全域集中整治专项行动中，物业企业承担了夜间巡查的任务。',
  '习近平新时代中国特色社会主义思想',
  '财政资金要花在刀刃上，不该花的一分钱也不能花',
  '我们要下更大力气抓好这项工作，',
  '切实',
  '进一步',
  '我们我们',
  '（合）',
  '\n（男）',
  '\n\n',
  '\n一、工作回顾\n',
  '\n（一）产业发展\n',
  '\n',
];
const piece = fc.tuple(fc.nat(sentences.length - 1), fc.nat(3), fc.nat(8)).map(([pick, from, cut]) => {
  const sentence = sentences[pick] as string;
  return cut > 2 ? sentence : sentence.slice(from, sentence.length - cut);
});
const text = fc.array(piece, { minLength: 1, maxLength: 24, size: 'max' }).map((pieces) => `工作会讲话\n同志们：\n${pieces.join('')}`);
const step = fc.record({
  uri: fc.nat(3),
  act: fc.nat(9),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  remove: fc.constantFrom(0, 0, 1, 2, 9, 40),
  insert: fc.oneof(piece, fc.constantFrom('', '字', '。', '，', '\n')),
});
const words = wordsFrom([
  ['防汛', 'vn'],
  ['备汛', 'vn'],
  ['我们', 'r'],
  ['志愿者', 'n'],
  ['物业', 'n'],
  ['企业', 'n'],
]);

interface Run {
  readonly texts: readonly string[];
  readonly steps: readonly {
    readonly uri: number;
    readonly act: number;
    readonly at: number;
    readonly remove: number;
    readonly insert: string;
  }[];
  readonly words: Words;
}

const options = { passage: {}, phrase: { fewest: 2 } };

function fresh(open: ReadonlyMap<string, Draft>, known: Words): Echoes {
  const echoes = createEchoes({ words: known, options });
  for (const draft of [...open.values()].reverse()) echoes.put(draft);
  return echoes;
}

/** Plays a run; after each step findings must be those of a fresh start, and the uris given those that changed. */
function play({ texts, steps, words: known }: Run): void {
  const echoes = createEchoes({ words: known, options });
  const open = new Map<string, Draft>();
  const seen = new Map<string, string[]>();
  const textOf = (uri: string): string => open.get(uri)?.text ?? '';
  const look = (uri: string): string[] => shown(echoes.findings(uri), textOf, uri);
  let hadTwins = false;
  const check = (changed: ReadonlySet<string>, own: string, moves = false): void => {
    // An edit to lines or to what stands before the body may tell of a place too often that stays where it was, and a draft that comes to stand
    // for its twin may be told of too.
    const hasTwins = new Set([...open.values()].map((draft) => draft.text.replace(/\s/gu, ''))).size < open.size;
    const isExact = !hasTwins && !hadTwins && !moves;
    hadTwins = hasTwins;
    const other = fresh(open, known);
    for (const uri of open.keys()) {
      const now = look(uri);
      expect(now, uri).toEqual(shown(other.findings(uri), textOf, uri));
      const differs = JSON.stringify(now) !== JSON.stringify(seen.get(uri) ?? []);
      if (uri !== own && isExact) expect(changed.has(uri), `${uri} changed`).toBe(differs);
      else if (differs) expect(changed.has(uri), `${uri} told`).toBe(true);
      seen.set(uri, now);
    }
  };
  const put = (draft: Draft): void => {
    const [before, now] = [textOf(draft.uri).split('\n'), draft.text.split('\n')];
    const moves = before.length !== now.length || before.slice(0, 3).join('\n') !== now.slice(0, 3).join('\n');
    open.set(draft.uri, draft);
    check(echoes.put(draft), draft.uri, moves);
  };
  texts.forEach((each, index) => put(draftOf(`draft-${String(index)}`, each)));
  for (const [index, { uri: number, act, at, remove, insert }] of steps.entries()) {
    const uri = `draft-${String(number)}`;
    const now = open.get(uri);
    if (now === undefined) put(draftOf(uri, act > 6 ? textOf('draft-0') : (texts[0] ?? ''), index));
    else if (act === 0) {
      open.delete(uri);
      seen.delete(uri);
      check(echoes.remove(uri), uri);
    } else {
      const start = Math.floor(at * now.text.length);
      const end = Math.min(now.text.length, start + remove);
      put(editDraft(now, index, [{ start, end, text: insert }]));
    }
  }
}

describe('echoes through time', () => {
  for (const [name, known] of [
    ['without words', noWords],
    ['with words', words],
  ] as const)
    it(`are those of a fresh start after every step, ${name}`, () => {
      fc.assert(
        fc.property(
          fc.array(text, { minLength: 1, maxLength: 3, size: 'max' }),
          fc.array(step, { minLength: 1, maxLength: 14, size: 'max' }),
          (texts, steps) => {
            play({ texts, steps, words: known });
          },
        ),
        { numRuns: 50 },
      );
    });
});

describe('a very long paragraph', () => {
  it('keeps what an edit left alone and is found like a fresh one', () => {
    const random = randomFrom(5);
    const stock = stockOf(60, random);
    const long = draftText(26_000, 0.5, stock, random).replace(/\n/gu, '');
    const open = new Map([
      ['long', draftOf('long', `讲话\n同志们：\n${long}\n先说到这里。`)],
      ['other', draftOf('other', draftText(9_000, 0.5, stock, random))],
    ]);
    const echoes = createEchoes({ words: noWords, options });
    for (const draft of open.values()) echoes.put(draft);
    for (let step = 0; step < 12; step += 1) {
      const draft = open.get('long') as Draft;
      const start = 10 + Math.floor(random() * (draft.text.length - 60));
      const text = step % 3 === 0 ? '要。' : step % 3 === 1 ? (stock[step] ?? '') : '';
      const next = editDraft(draft, step + 2, [{ start, end: start + (step % 5) * 7, text }]);
      open.set('long', next);
      const before = JSON.stringify(echoes.findings('other'));
      const changed = echoes.put(next);
      const other = fresh(open, noWords);
      for (const uri of open.keys()) expect(echoes.findings(uri), uri).toEqual(other.findings(uri));
      if (!changed.has('other')) expect(JSON.stringify(echoes.findings('other'))).toEqual(before);
    }
  });
});

describe('a very long paragraph whose line is broken', () => {
  it.each([
    ['in the middle of a copy', 3],
    ['long before it', -9_000],
  ])('%s says where the copy is now, and so do others', (_, by) => {
    const random = randomFrom(6);
    const stock = stockOf(400, random);
    const long = draftText(26_000, 0, stock, random).replace(/\n/gu, '');
    const copy = stock[0] ?? '';
    const open = new Map([
      ['long', draftOf('long', `讲话\n同志们：\n${copy}\n${long}${copy}${stock.slice(1, 300).join('')}`)],
      ['other', draftOf('other', `讲话\n同志们：\n${copy}`)],
    ]);
    const echoes = createEchoes({ words: noWords, options });
    for (const draft of open.values()) echoes.put(draft);
    for (const uri of open.keys()) echoes.findings(uri);
    const draft = open.get('long') as Draft;
    const start = draft.text.lastIndexOf(copy) + by;
    const next = editDraft(draft, 2, [{ start, end: start, text: '\n' }]);
    expect(echoes.put(next)).toContain('other');
    open.set('long', next);
    for (const uri of open.keys()) expect(echoes.findings(uri)).toEqual(fresh(open, noWords).findings(uri));
  });
});

describe('drafts that share most of their sentences', () => {
  it('are found like fresh ones after every keystroke, and a change is told to all whom it concerns', () => {
    const random = randomFrom(9);
    const stock = stockOf(9, random);
    const open = new Map(['a', 'b', 'c'].map((uri) => [uri, draftOf(uri, draftText(900, 0.9, stock, random))]));
    const echoes = createEchoes({ words: noWords, options });
    for (const draft of open.values()) echoes.put(draft);
    for (let step = 0; step < 40; step += 1) {
      const uri = 'aaabc'[step % 5] ?? 'a';
      const draft = open.get(uri) as Draft;
      const start = 10 + Math.floor(random() * (draft.text.length - 60));
      const next = editDraft(draft, step + 2, [
        { start, end: start + (step % 4 === 3 ? 3 : step % 2), text: ['和', '', '，', stock[step % 9] ?? ''][step % 4] ?? '' },
      ]);
      const before = new Map(
        [...open.keys()].map((other) => [other, JSON.stringify(shown(echoes.findings(other), (of) => open.get(of)?.text ?? '', other))]),
      );
      open.set(uri, next);
      const changed = echoes.put(next);
      const other = fresh(open, noWords);
      for (const each of open.keys()) {
        expect(echoes.findings(each), `${each} at step ${String(step)}`).toEqual(other.findings(each));
        const now = JSON.stringify(shown(echoes.findings(each), (of) => open.get(of)?.text ?? '', each));
        if (each !== uri) expect(changed.has(each), `${each} told at step ${String(step)}`).toBe(now !== before.get(each));
      }
    }
  });
});
