/**
 * What an edit changes in other drafts put off: the edited draft is that of a fresh start after every keystroke, the others
 * when nothing is left to do, and whose findings changed has been told by then.
 */
import { describe, expect, it } from 'vitest';
import { createEchoes } from '../../server/src/core/echoes/index.ts';
import type { Echoes } from '../../server/src/core/echoes/index.ts';
import { editDraft } from '../../server/src/core/text/draft.ts';
import type { Draft } from '../../server/src/core/text/draft.ts';
import { noWords } from '../../server/src/core/words.ts';
import type { Words } from '../../server/src/core/words.ts';
import { draftText, randomFrom, stockOf } from '../bench/echoes/texts.ts';
import { draftOf, shown, wordsFrom } from '../rules/echoes/support.ts';

const options = { passage: {}, phrase: { fewest: 2 } };

const put = (drafts: Iterable<Draft>, words: Words): Echoes => {
  const echoes = createEchoes({ words, options });
  for (const draft of drafts) echoes.put(draft);
  return echoes;
};

/** Words that are known for a text when it has been asked for and the answer has come. */
class Answers implements Words {
  readonly #known = new Set<string>();
  readonly #words: Words;

  constructor(words: Words) {
    this.#words = words;
  }

  of(text: string): ReturnType<Words['of']> {
    return this.#known.has(text) ? this.#words.of(text) : undefined;
  }

  come(texts: Iterable<string>): void {
    for (const text of texts) this.#known.add(text);
  }
}

/** Plays edits in all drafts, most in the first; what is put off is done at times, in part or all. */
function play(
  seed: number,
  uris: string,
  known: Words,
  compose: (random: () => number) => readonly [stock: string[], text: () => string],
): void {
  const random = randomFrom(seed);
  const below = (count: number): number => Math.floor(random() * count);
  const [stock, text] = compose(random);
  const words = new Answers(known);
  const open = new Map([...new Set(uris)].map((uri) => [uri, draftOf(uri, text())]));
  const textOf = (uri: string): string => open.get(uri)?.text ?? '';
  const echoes = put(open.values(), words);
  const look = (): Map<string, string> =>
    new Map([...open.keys()].map((uri) => [uri, JSON.stringify(shown(echoes.findings(uri), textOf, uri))]));
  let before = look();
  const toldOf = new Set<string>();
  const tell = (told: Iterable<string> | undefined): void => {
    for (const uri of told ?? []) toldOf.add(uri);
  };
  for (let step = 0; step < 70; step += 1) {
    const uri = uris[below(uris.length)] ?? 'a';
    const draft = open.get(uri) as Draft;
    const start = below(draft.text.length);
    const piece = stock[below(stock.length)] ?? '';
    const kinds = ['', '和', '，', '\n', '。', '\n（一）产业发展\n', '\u2028', piece, `${piece}${piece}`, piece.slice(0, 14)];
    const next = editDraft(draft, step + 2, [
      { start, end: start + ([0, 0, 1, 3, 40][below(5)] ?? 0), text: kinds[below(kinds.length)] ?? '' },
    ]);
    open.set(uri, next);
    tell(echoes.edit(next));
    const where = `seed ${String(seed)}, step ${String(step)}`;
    const fresh = put(open.values(), words);
    // Words that came in between are taken in when they are learnt.
    if (known === noWords) {
      const found = fresh.findings(uri);
      expect(echoes.findings(uri), `${where}, ${uri}`).toEqual(found);
      for (const finding of found) expect(echoes.fixes(uri, finding), where).toEqual(fresh.fixes(uri, finding));
    }
    if (below(3) === 0) echoes.tellAhead([...open.keys()][below(open.size)] ?? 'a', below(30));
    if (below(3) === 0) tell(echoes.rest(below(200)));
    if (below(6) === 0) words.come(echoes.wants().slice(0, 1 + below(20)));
    if (below(8) === 0) tell(echoes.learn());
    if (below(4) > 0) continue;
    tell(echoes.learn());
    for (let told; told === undefined; tell(told)) told = echoes.rest(50);
    const other = put(open.values(), words);
    const now = look();
    for (const each of open.keys()) {
      expect(echoes.findings(each), `${where}, ${each} at rest`).toEqual(other.findings(each));
      if (now.get(each) !== before.get(each)) expect(toldOf.has(each), `${where}, ${each} told`).toBe(true);
    }
    before = now;
    toldOf.clear();
  }
}

const few = (random: () => number): readonly [string[], () => string] => {
  const stock = stockOf(9, random);
  return [stock, () => draftText(900, 0.9, stock, random)];
};

describe('edits whose traces in other drafts are put off', () => {
  it.each([1, 2, 3, 4, 5, 6])('leave the findings of a fresh start: %i', (seed) => play(seed, 'aaaaabc', noWords, few));

  it.each([7, 8])('do so where words come late: %i', (seed) => {
    const cut = wordsFrom(
      ['群众', '项目', '工作', '干部', '发展', '服务', '企业', '产业', '整治', '排查'].map((word) => [word, 'n'] as const),
    );
    play(seed, 'aaabbc', cut, few);
  });

  it.each([9, 10])('do so where a draft has a twin: %i', (seed) => {
    let first: string | undefined;
    play(seed, 'aab', noWords, (random) => {
      const [stock, text] = few(random);
      return [stock, () => (first ??= text())];
    });
  });

  it('put off what they change in others, and nothing in their own draft', () => {
    const sentence = '要把防汛备汛作为当前头等大事，逐村逐户排查隐患，一处一处登记造册。';
    const open = ['a', 'b', 'c'].map((uri) => draftOf(uri, `讲话\n同志们：\n${sentence}\n本稿编号${uri.repeat(9)}。`));
    const echoes = put(open, noWords);
    for (const { uri } of open) echoes.findings(uri);
    const [a] = open as [Draft];
    const start = a.text.indexOf('当前');
    const told = echoes.edit(editDraft(a, 2, [{ start, end: start, text: '我县' }]));
    expect([...told]).toEqual(['a']);
    expect(echoes.rest(0)).toBeUndefined();
    expect([...(echoes.rest(Infinity) ?? [])].sort()).toEqual(['b', 'c']);
    expect([...(echoes.rest(0) ?? ['none'])]).toEqual([]);
  });

  it('tell who names a place that moved, though the paragraph was edited since', () => {
    const sentence = '要把防汛备汛作为当前头等大事，逐村逐户排查隐患，一处一处登记造册。';
    const paragraph = `${sentence}这一条要写进镇村两级的值班表。`;
    const open = [
      draftOf('a', `讲话\n同志们：\n先看水情。\n${paragraph}`),
      draftOf('b', `讲话\n同志们：\n${sentence}散会以后分头去看。`),
      draftOf('c', `讲话\n同志们：\n${paragraph}`),
    ];
    const echoes = put(open, noWords);
    for (const { uri } of open) echoes.findings(uri);
    const [a] = open as [Draft];
    const line = a.text.indexOf('先看水情');
    const moved = editDraft(a, 2, [{ start: line, end: line, text: '再听雨情。\n' }]);
    echoes.edit(moved);
    const { length } = moved.text;
    echoes.edit(editDraft(moved, 3, [{ start: length, end: length, text: '不能漏。' }]));
    expect(echoes.rest(Infinity)).toContain('b');
  });

  it('are worked out with the words that have come since, and so is what they were compared with', () => {
    const copy = '把三号泵站的值守人员名单逐一张贴到村';
    const words = new Answers(
      wordsFrom([
        ['村口', 'n'],
        ['村委会', 'n'],
      ]),
    );
    const [a, b] = [draftOf('a', `讲话\n同志们：\n会上说了，${copy}口。`), draftOf('b', `讲话\n同志们：\n先看水位。请大家${copy}委会。`)];
    const echoes = put([a, b], words);
    for (const { uri } of [a, b]) echoes.findings(uri);
    const start = a.text.indexOf('三号');
    const next = editDraft(a, 2, [{ start, end: start + 2, text: '五号' }]);
    echoes.edit(next);
    words.come(b.paragraphs.map(({ text }) => text));
    expect(echoes.rest(1)).toBeUndefined();
    const fresh = put([next, b], words);
    for (const { uri } of [a, b]) expect(echoes.findings(uri)).toEqual(fresh.findings(uri));
    expect([...(echoes.rest(Infinity) ?? [])].sort()).toEqual(['a', 'b']);
  });

  it('are worked out for their own draft, too, when a part of another has come since', () => {
    const sentence = '要把防汛备汛作为当前头等大事，逐村逐户排查隐患，一处一处登记造册。';
    const open = ['a', 'b', 'c'].map((uri) => draftOf(uri, `讲话\n同志们：\n${sentence}\n本稿编号${uri.repeat(9)}。`));
    const [a, b, c] = open as [Draft, Draft, Draft];
    const echoes = put([a, b], noWords);
    const next = editDraft(a, 2, [{ start: a.text.length, end: a.text.length, text: sentence }]);
    echoes.edit(next);
    echoes.putPart(c);
    expect(echoes.findings('a')).toEqual(put([next, b, c], noWords).findings('a'));
  });
});
