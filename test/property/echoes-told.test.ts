/** Whoever would be shown something else is told: what a reader was shown last is what a reader would be shown now. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEchoes } from '../../server/src/core/echoes/index.ts';
import type { Echoes } from '../../server/src/core/echoes/index.ts';
import type { Draft } from '../../server/src/core/text/draft.ts';
import { noWords } from '../../server/src/core/words.ts';
import { draftOf } from '../support/holes.ts';

const one = '要把防汛备汛作为当前头等大事，逐村逐户排查隐患。';
const two = '今年雨水来得早，上游三座水库都在高水位运行。';
const near = '要把防汛备汛作为当前头等要事，逐村逐户排查隐患。';
const uris = ['a:', 'b:', 'c:'];

/** What a reader sees of a draft's findings: lines and columns, not offsets. */
function seen(echoes: Echoes, drafts: ReadonlyMap<string, Draft>, uri: string): string[] {
  const place = (of: string, offset: number): string => {
    const lines = (drafts.get(of)?.text ?? '').slice(0, offset).split('\n');
    return `${lines.length}:${lines.at(-1)?.length ?? 0}`;
  };
  return echoes.findings(uri).map(({ start, end, message, related = [] }) => {
    const others = related.map(
      (other) => `${other.uri} ${place(other.uri, other.start)}-${place(other.uri, other.end)} ${JSON.stringify(other.message)}`,
    );
    return [place(uri, start), place(uri, end), JSON.stringify(message), ...others].join(' | ');
  });
}

describe('a paragraph of several lines', () => {
  const head = '各镇报来的清单，办公室要逐项核对，\n不清楚的当天问明白，';
  it.each([
    ['a line that ends one character later, after one less', head, '各镇报来的清单办公室要逐项核对，\n不清楚的当天问一明白，'],
    ['a line that ends where it went on', head, '各镇报来的清单，办公室要逐项核对\n，不清楚的当天问明白，'],
    [
      'a break fewer before it and one more behind it',
      `${head}\n再报上来，${one}散会，各自回去`,
      `${head.replace('\n', '，')}\n再报上来，${one}散会\n各自回去`,
    ],
    ['a blank before the break, which stood behind it', head.replace('\n', ' \n'), head.replace('\n', '\n ')],
  ])('is told by who names a place in it: %s', (_, before, after) => {
    const echoes = createEchoes({ words: noWords, options: { passage: {}, phrase: {} } });
    const open = (uri: string, source: string): ReadonlySet<string> => echoes.put(draftOf(source, 'plain', uri));
    open('a:', `先看天气。${one}`);
    open('b:', before.includes(one) ? before : `${before}${one}`);
    expect(echoes.findings('a:').map(({ related = [] }) => related.length)).toEqual([1]);
    expect(open('b:', after.includes(one) ? after : `${after}${one}`)).toContain('a:');
  });

  it('is told when it is so long that it is taken in pieces', () => {
    const echoes = createEchoes({ words: noWords, options: { passage: {}, phrase: {} } });
    const open = (uri: string, source: string): ReadonlySet<string> => echoes.put(draftOf(source, 'plain', uri));
    const rest = Array.from({ length: 4_500 }, (_, at) => `${String.fromCharCode(0x4e00 + at, 0x5e00 + at)}，`).join('');
    const [first = '', second = ''] = head.split('\n');
    open('a:', `先看天气。${one}`);
    open('b:', `${first}\n${second}${rest}${one}`);
    expect(echoes.findings('a:').map(({ related = [] }) => related.length)).toEqual([1]);
    expect(open('b:', `${first.slice(0, -1)}\n，${second}${rest}${one}`)).toContain('a:');
  });
});

describe('what put and remove return', () => {
  const line = fc.constantFrom(
    `先看天气。${one}`,
    `${one}`,
    `${two}`,
    `${two}散会。`,
    `某${one}`,
    `${one}${two}`,
    '先看天气。',
    '',
    '一、小结',
    near,
  );
  const lines = fc.array(line, { maxLength: 6 }).map((all) => all.join('\n'));
  const piece = fc.constantFrom(one, two, near, one + two, '\n', '\n', '\n\n', '先看天气。', '某', '，', '一、小结\n', '同志们：\n');
  const text = fc.oneof(
    lines,
    fc.array(piece, { maxLength: 9 }).map((pieces) => pieces.join('')),
  );
  const step = fc.record({
    uri: fc.constantFrom(...uris),
    /** The whole text, or a piece put in at a share of it. */
    text: fc.option(text, { freq: 2, nil: undefined }),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    piece,
    cut: fc.nat(3),
    gone: fc.boolean(),
  });

  it('are all drafts of which a reader would be shown something else', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 2, maxLength: 14 }), (steps) => {
        const echoes = createEchoes({ words: noWords, options: { passage: {}, phrase: {} } });
        const drafts = new Map<string, Draft>();
        const shown = new Map<string, string[]>();
        for (const { uri, text: whole, at, piece: put, cut, gone } of steps) {
          const before = drafts.get(uri)?.text ?? '';
          const from = Math.floor(at * before.length);
          const next = whole ?? before.slice(0, from) + put + before.slice(from + cut);
          const isGone = gone && whole !== undefined && drafts.size > 2;
          if (isGone) drafts.delete(uri);
          else drafts.set(uri, draftOf(next, 'plain', uri));
          const told = isGone ? echoes.remove(uri) : echoes.put(drafts.get(uri) as Draft);
          for (const other of new Set([...told, uri])) shown.set(other, seen(echoes, drafts, other));
          for (const other of drafts.keys()) expect(shown.get(other), `${other} after ${uri}`).toEqual(seen(echoes, drafts, other));
        }
      }),
      { numRuns: 400 },
    );
  });
});
