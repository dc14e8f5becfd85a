/** A person's own patterns: what they find, what is refused, and that no pattern and no text takes more than linear time. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDesk } from '../../../server/src/core/engine/desk.ts';
import type { Desk } from '../../../server/src/core/engine/desk.ts';
import { createRules, metas } from '../../../server/src/core/rules/index.ts';
import { editDraft } from '../../../server/src/core/text/draft.ts';
import type { Draft } from '../../../server/src/core/text/draft.ts';
import { noWords } from '../../../server/src/core/words.ts';
import { Wording } from '../../../server/src/convert/wording.ts';
import { markdownReader } from '../../../server/src/markup/markdown.ts';
import { withPatterns } from '../../../server/src/patterns/compile.ts';
import { parseSettings } from '../../../server/src/settings/parse.ts';
import { draftOf, mark } from '../../support/holes.ts';
import { parseMarked } from '../../support/marked.ts';

/** A desk with these patterns, and what was said of them. */
async function deskWith(patterns: unknown): Promise<{ desk: Desk; said: string[] }> {
  const parsed = parseSettings({ placeholder: { patterns } });
  const { settings, faults } = await withPatterns(parsed.settings);
  const desk = createDesk(
    {
      rules: createRules(),
      words: noWords,
      onRuleFailure: (rule, error) => {
        throw new Error(`rule ${rule} failed`, { cause: error });
      },
    },
    settings.desk,
  );
  return { desk, said: [...parsed.faults, ...faults].map(({ zh }) => zh) };
}

const findings = (desk: Desk, draft: Draft) => {
  desk.put(draft);
  return desk.findings(draft.uri).filter(({ rule }) => rule === 'placeholder');
};

describe('finds', () => {
  it.each<[name: string, patterns: unknown[], marked: string]>([
    ['a string, as content', ['〔待定[0-9]*〕'], '由⟦〔待定3〕|content⟧负责，⟦〔待定〕|content⟧配合。'],
    ['the kind that is given', [{ pattern: 'TK', kind: 'money' }], '完成投资⟦TK|money⟧。'],
    ['beside the grammar', ['TK'], '完成投资⟦X|money⟧亿元，其中⟦TK|content⟧。'],
    ['the longer of two readings', ['某某重点项目'], '推进⟦某某重点项目|content⟧建设。'],
    ['letters beyond the basic plane', ['𠮷+'], '在⟦𠮷𠮷|content⟧村。'],
    ['in the whole paragraph', ['^甲|丁$'], '⟦甲|content⟧乙丙⟦丁|content⟧'],
    ['nothing empty', ['甲*'], '乙⟦甲甲|content⟧丙'],
    [
      'each of many in one sentence',
      Array.from({ length: 50 }, (_, index) => (index === 0 ? '甲' : `乙{${index}}丙`)),
      `${'⟦甲|content⟧丁'.repeat(40)}。`,
    ],
  ])('%s', async (_, patterns, marked) => {
    const { desk, said } = await deskWith(patterns);
    const { text } = parseMarked(marked);
    expect(said).toEqual([]);
    expect(mark(text, findings(desk, draftOf(text)), true)).toBe(marked);
  });

  it('nothing in code and addresses of Markdown', async () => {
    const { desk } = await deskWith(['TK']);
    const text = '投资TK。`TK` [x](http://TK.example)\n\n```\nTK\n```\n';
    expect(findings(desk, draftOf(text, 'markdown')).map(({ start }) => start)).toEqual([2]);
  });

  it('and says what the person wants said', async () => {
    const { desk } = await deskWith([{ pattern: 'TK', kind: 'note', message: '待财政局核实' }]);
    const [found] = findings(desk, draftOf('投资TK。'));
    expect(found && new Wording('zh', metas).message(found.rule, found.message)).toBe('待财政局核实：TK');
    expect(found?.severity).toBe('warning');
  });
});

describe('names and skips', () => {
  it.each<[name: string, pattern: string, said: RegExp]>([
    ['a bracket that is not closed', '(甲', /“\(甲”写法有误/],
    ['lookahead', '甲(?=乙)', /不支持的写法/],
    ['lookbehind', '(?<!甲)乙', /不支持的写法/],
    ['a backreference', '(甲)\\1', /不支持的写法/],
    ['repetition that grows too large', '(?:甲{1000}){1000}', /写法有误/],
  ])('%s', async (_, pattern, said) => {
    const { desk, said: all } = await deskWith([pattern, 'TK']);
    expect(all).toEqual([expect.stringMatching(said)]);
    expect(findings(desk, draftOf('投资TK。'))).toHaveLength(1);
  });

  it('what is too long when written out, with what stands before it', async () => {
    const { desk, said } = await deskWith([...Array.from({ length: 11 }, () => '甲{900}'), '(?:.{0,900}乙){9}', 'TK']);
    expect(said).toEqual([expect.stringMatching(/“\(\?:\.\{0,900\}乙\)\{9\}”/)]);
    expect(findings(desk, draftOf('投资TK。'))).toHaveLength(1);
  });

  it('what is beyond the limits', async () => {
    const { said } = await deskWith([...Array.from({ length: 60 }, () => 'TK')]);
    expect(said).toEqual([expect.stringMatching(/最多 50 项，其余 10 项已略过/)]);
  });
});

describe('time', () => {
  // With an engine that tries every way, each of these would outlast the test's patience by far.
  it.each([
    ['(a+)+$', `${'a'.repeat(1_000_000)}b`],
    ['(x+x+)+y', 'x'.repeat(1_000_000)],
    ['(?:甲|甲乙|乙)*丙', '甲乙'.repeat(500_000)],
    ['a(?:.*z)?', 'a'.repeat(1_000_000)],
    ['.*.*.*=', '字'.repeat(300_000)],
  ])('%s', async (pattern, text) => {
    const { desk } = await deskWith([pattern]);
    expect(() => findings(desk, draftOf(text))).not.toThrow();
  });

  it('is bounded for many patterns that begin anew behind every find', async () => {
    const { desk } = await deskWith(Array.from({ length: 30 }, () => '.{0,998}z|字'));
    expect(() => findings(desk, draftOf('字'.repeat(20_000)))).not.toThrow();
  });
});

it('any patterns, any text, any edits: the same as from scratch, and every span is sound', async () => {
  const pieces = fc.constantFrom('甲', '乙', 'TK', 'X亿元', '。', '\n', '\n\n', '𠮷', '\ud800', ' ', '〔待定〕');
  const text = fc.array(pieces, { maxLength: 30 }).map((all) => all.join(''));
  const pattern = fc.oneof(fc.constantFrom('TK', '甲+', '[甲乙]+$', '^.', '𠮷?', '.', '待|X'), fc.string({ maxLength: 8 }));
  await fc.assert(
    fc.asyncProperty(
      fc.array(pattern, { maxLength: 3 }),
      text,
      fc.array(fc.tuple(fc.nat(), fc.nat(5), text), { maxLength: 6 }),
      async (patterns, before, edits) => {
        const { desk } = await deskWith(patterns);
        let draft = draftOf(before);
        desk.put(draft);
        for (const [at, length, inserted] of edits) {
          const start = at % (draft.text.length + 1);
          const end = Math.min(draft.text.length, start + length);
          draft = editDraft(draft, draft.version + 1, [{ start, end, text: inserted }], markdownReader);
          const found = findings(desk, draft);
          const { desk: fresh } = await deskWith(patterns);
          expect(found).toEqual(findings(fresh, draftOf(draft.text)));
          for (const { start: from, end: to } of found) expect(from).toBeLessThanOrEqual(to);
        }
      },
    ),
    { numRuns: 150 },
  );
});
