/** Owns the proof that a draft which is only compared with counts as an open one does: the findings of the others are the same. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEchoes } from '../../server/src/core/echoes/index.ts';
import type { Finding } from '../../server/src/core/rules/finding.ts';
import { createEchoRules } from '../../server/src/core/echoes/rules.ts';
import { noWords } from '../../server/src/core/words.ts';
import { draftOf } from '../rules/echoes/support.ts';

const sentences = [
  '要把防汛备汛作为当前头等大事，逐村逐户排查隐患。',
  '要把防汛备汛作为眼下头等大事，逐村逐户排查险情。',
  '全年完成投资38.2亿元，新开工项目46个，续建项目19个。',
  '全年完成投资41.7亿元，新开工项目52个，续建项目23个。',
  '各镇街要对照清单一项一项过，过不了关的不能放行。',
  '进一步抓好落实，进一步压实责任。',
  '\n',
];
const text = fc
  .array(fc.constantFrom(...sentences), { minLength: 1, maxLength: 12, size: 'max' })
  .map((pieces) => `工作会讲话\n同志们：\n${pieces.join('')}`);
const step = fc.record({ uri: fc.constantFrom('a', 'b', 'c', 'd'), act: fc.constantFrom('put', 'lay', 'lay', 'remove'), text });
const options = { passage: {}, phrase: { fewest: 2 } };

/** A text without its blank lines: what makes two drafts the same. */
const bare = (of: string): string => of.replace(/\n+/gu, '\n').trim();

describe('drafts that are compared with', () => {
  it('give the others the findings that open ones give, whatever is opened and closed, and tell whom it concerns', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 2, maxLength: 12, size: 'max' }), (steps) => {
        const echoes = createEchoes({ words: noWords, options });
        const texts = new Map<string, { readonly text: string; readonly isOpen: boolean }>();
        const findings = (uri: string): string => JSON.stringify(echoes.findings(uri));
        for (const { uri, act, text: written } of steps) {
          const others = [...texts].filter(([other, { isOpen }]) => isOpen && other !== uri).map(([other]) => other);
          const before = new Map(others.map((other) => [other, findings(other)]));
          const draft = draftOf(uri, written);
          const changed = act === 'put' ? echoes.put(draft) : act === 'lay' ? echoes.lay(draft) : echoes.remove(uri);
          if (act === 'remove') texts.delete(uri);
          else texts.set(uri, { text: written, isOpen: act === 'put' });
          if (act === 'lay') expect(changed.has(uri)).toBe(false);
          const fresh = createEchoes({ words: noWords, options });
          // Of two with the same text it matters which is open; apart from that, one that is laid counts as an open one.
          const hasTwins = new Set([...texts.values()].map(({ text: its }) => bare(its))).size < texts.size;
          for (const [other, { text: its, isOpen }] of [...texts].reverse())
            if (hasTwins && !isOpen) fresh.lay(draftOf(other, its));
            else fresh.put(draftOf(other, its));
          for (const [other, { isOpen }] of texts) {
            if (!isOpen) continue;
            expect(findings(other), other).toBe(JSON.stringify(fresh.findings(other)));
            for (const { uri: named } of echoes.findings(other).flatMap(({ related = [] }) => related)) {
              const there = texts.get(named);
              if (there?.isOpen === false)
                expect([...texts.values()].filter((one) => one.isOpen && bare(one.text) === bare(there.text))).toEqual([]);
            }
          }
          for (const other of others) if (before.get(other) !== findings(other)) expect(changed.has(other), `${other} told`).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('give way to an open draft with the same text, whichever comes first', () => {
    const [own = ''] = sentences;
    const uris = (all: readonly Finding[]): string[] => all.flatMap(({ related = [] }) => related.map(({ uri }) => uri));
    const named = (acts: readonly ('put' | 'lay')[]): string[] => {
      const echoes = createEchoes({ words: noWords, options });
      echoes.put(draftOf('c', `动员会讲话\n同志们：\n先看天气。${own}`));
      for (const [index, act] of acts.entries()) echoes[act](draftOf(index % 2 === 0 ? 'a' : 'b', `工作会讲话\n同志们：\n${own}`));
      expect(echoes.report().sameText.map(([first]) => first)).toEqual(uris(echoes.findings('c')));
      return uris(echoes.findings('c'));
    };
    expect(named(['lay', 'put'])).toEqual(['b']);
    expect(named(['put', 'lay'])).toEqual(['a']);
    expect(named(['lay', 'put', 'put'])).toEqual(['a']);
    expect(named(['put', 'put', 'lay'])).toEqual(['b']);
    expect(named(['lay', 'lay'])).toEqual(['a']);
  });

  it('are told of by no phrase of their own, and gone after a change of the settings', () => {
    let forgotten = 0;
    const rules = createEchoRules(noWords, undefined, () => (forgotten += 1));
    const running = new Map([
      ['repeated-passage', {}],
      ['repeated-phrase', { fewest: 2 }],
    ]);
    rules.configure(running);
    const own = `工作会讲话\n同志们：\n${(sentences[5] ?? '').repeat(4)}${sentences[0] ?? ''}`;
    rules.put(draftOf('a', `动员会讲话\n同志们：\n先看天气。${sentences[0] ?? ''}`));
    expect([...rules.lay(draftOf('b', own))]).toEqual(['a']);
    const { groups } = rules.report();
    expect(groups.filter(({ rule }) => rule === 'repeated-phrase')).toEqual([]);
    expect(groups.some(({ places }) => places.map(({ uri }) => uri).join() === 'a,b')).toBe(true);
    expect([...rules.configure(running)]).toEqual(['a']);
    expect(forgotten).toBe(2);
    expect(rules.report().groups).toEqual([]);
  });
});
