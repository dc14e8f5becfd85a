/** Owns what a snippet must be: found by four kinds of prefix, well formed, and clean of everything but its own holes. */
import { describe, expect, it } from 'vitest';
import { createDesk } from '../../server/src/core/engine/desk.ts';
import { createRules, metas } from '../../server/src/core/rules/index.ts';
import { createDraft } from '../../server/src/core/text/draft.ts';
import type { Format } from '../../server/src/core/text/draft.ts';
import type { Genre } from '../../server/src/core/text/sections/genre.ts';
import type { Role } from '../../server/src/core/text/sections/role.ts';
import { noWords } from '../../server/src/core/words.ts';
import { projectFile } from '../support/grammar.ts';
import { holesOf, insertRaw } from '../support/snippet.ts';

interface Snippet {
  readonly prefix: readonly [string, string, string, string];
  readonly description: string;
  readonly body: readonly string[];
}

interface Entry {
  readonly role?: Role;
  readonly part?: string;
  readonly skeleton?: true;
  readonly genres: readonly Genre[];
  readonly pinyin: readonly string[];
}

const snippets = Object.entries(JSON.parse(await projectFile('snippets/speech.code-snippets')) as Record<string, Snippet>);
const index = JSON.parse(await projectFile('snippets/index.json')) as Record<string, Entry>;
const each = snippets.map(([name, snippet]) => ({ name, snippet, inserted: insertRaw(snippet.body) }));

/** Every value once: the compiler refuses a list that forgets one. */
const roles: Readonly<Record<Role, true>> = {
  opening: true,
  greeting: true,
  congratulation: true,
  agenda: true,
  achievements: true,
  experience: true,
  problems: true,
  situation: true,
  'guiding-thought': true,
  targets: true,
  tasks: true,
  safeguards: true,
  pledge: true,
  hopes: true,
  wishes: true,
  closing: true,
};
const genres: Readonly<Record<Genre, true>> = {
  report: true,
  mobilisation: true,
  integrity: true,
  commendation: true,
  address: true,
  research: true,
  pledge: true,
  lecture: true,
  chairing: true,
};

/** Letters of the marks that open and close; a body must hold as many of one as of the other. */
const pairs = ['（）', '“”', '《》', '【】', '〔〕'];

/** What the rules find in a text, with nothing known of words. */
function findings(
  name: string,
  text: string,
  format: Format,
): { readonly rule: string; readonly start: number; readonly end: number; readonly text: string }[] {
  const rules = Object.fromEntries(
    metas.map((meta) => [
      meta.id,
      { enabled: true, options: Object.fromEntries((meta.options ?? []).map((option) => [option.id, option.default])) },
    ]),
  );
  const failures: unknown[] = [];
  const desk = createDesk({ rules: createRules(), words: noWords, onRuleFailure: (_rule, error) => failures.push(error) }, { rules });
  const uri = `untitled:${name}`;
  desk.put(createDraft({ uri, version: 1, format, text }));
  expect(failures).toEqual([]);
  return desk.findings(uri).map(({ rule, start, end }) => ({ rule, start, end, text: text.slice(start, end) }));
}

describe('the collection', () => {
  it('has a snippet for every role and a skeleton for every genre', () => {
    const found = Object.values(index);
    expect(snippets.length).toBeGreaterThanOrEqual(60);
    expect(Object.keys(roles).filter((role) => !found.some((entry) => entry.role === role))).toEqual([]);
    expect(Object.keys(genres).filter((genre) => !found.some((entry) => entry.skeleton && entry.genres[0] === genre))).toEqual([]);
    expect(Object.keys(genres).filter((genre) => !found.some((entry) => entry.role && entry.genres.includes(genre as Genre)))).toEqual([]);
  });

  it('has one entry in the index for every snippet', () => {
    expect(Object.keys(index)).toEqual(snippets.map(([name]) => name));
  });

  it.each([
    ['Chinese', 0, 1],
    ['pinyin', 1, 1],
    ['initials', 2, 3],
    ['English', 3, 1],
  ])('shares no %s prefix between more snippets than a list can show', (_kind, at, most) => {
    const count = new Map<string, number>();
    for (const { snippet } of each) count.set(snippet.prefix[at] ?? '', (count.get(snippet.prefix[at] ?? '') ?? 0) + 1);
    expect([...count].filter(([, times]) => times > most)).toEqual([]);
  });

  it('repeats no sentence of its own', () => {
    const seen = new Map<string, string>();
    const repeated: string[] = [];
    for (const { name, inserted } of each.filter((item) => !index[item.name]?.skeleton)) {
      for (const sentence of inserted.text.split(/[。！？\n]/).filter((one) => one.length >= 15)) {
        if (seen.has(sentence)) repeated.push(`${seen.get(sentence)} / ${name}: ${sentence}`);
        seen.set(sentence, name);
      }
    }
    expect(repeated).toEqual([]);
  });
});

describe.each(each)('$name', ({ name, snippet, inserted }) => {
  const entry = index[name];

  it('is found by its name, its pinyin, the initials of that and an English word', () => {
    const [chinese, pinyin, initials, english] = snippet.prefix;
    expect(snippet.prefix).toHaveLength(4);
    expect(chinese).toBe(name);
    expect(chinese).toMatch(/^\p{Script=Han}+$/u);
    expect(entry?.pinyin).toHaveLength(chinese.length);
    expect(pinyin).toBe(entry?.pinyin.join(''));
    expect(initials).toBe(entry?.pinyin.map((syllable) => syllable[0]).join(''));
    expect(english).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
  });

  it('says what it is in Chinese and English, and for which role or genre', () => {
    expect(snippet.description).toMatch(/^\p{Script=Han}.* · [A-Z].*[^.]$/u);
    expect(entry?.skeleton ?? (entry?.role && roles[entry.role])).toBe(true);
    expect(entry?.genres.length).toBeGreaterThan(0);
    expect(entry?.genres.every((genre) => genres[genre])).toBe(true);
  });

  it('numbers its tab stops 1, 2, 3 … in the order of the text', () => {
    const numbers = inserted.stops.filter((stop) => !stop.mirror).map((stop) => stop.number);
    expect(numbers).toEqual(numbers.map((_, at) => at + 1));
    expect(inserted.stops.filter((stop) => stop.text === '')).toEqual([]);
  });

  it('offers few and different answers where it offers a choice', () => {
    for (const { choices } of inserted.stops.filter((stop) => stop.choices.length > 0)) {
      expect(choices.length).toBeGreaterThan(1);
      expect(choices.length).toBeLessThanOrEqual(8);
      expect(new Set(choices).size).toBe(choices.length);
      expect(choices.filter((choice) => choice === '' || choice !== choice.trim() || /X|【/.test(choice))).toEqual([]);
    }
  });

  it('leaves no hole outside a tab stop', () => {
    let rest = inserted.text;
    for (const stop of [...inserted.stops].reverse()) rest = rest.slice(0, stop.start) + rest.slice(stop.end);
    expect(rest).not.toMatch(/[XxＸ×*_○□【】[\]{}$]|某|待定|待补|……/);
  });

  it('is punctuated as print is', () => {
    expect(inserted.text).not.toMatch(/[，。；：、！？]{2}|[,;:!?()]|[ \t　]|\n{3}|\n$/);
    for (const pair of pairs) expect(inserted.text.split(pair[0] ?? '').length).toBe(inserted.text.split(pair[1] ?? '').length);
    const lines = inserted.text.split('\n');
    const body = entry?.skeleton ? lines.slice(lines.findIndex((line) => line.endsWith('：'))) : lines;
    for (const line of body.filter((one) => one !== '')) expect(line).toMatch(/[。！：；？】]$|^[一二三四五六七八九十]、[^。]+$/);
  });

  it('inserted raw, yields its holes and nothing else', () => {
    const holes = holesOf(inserted).map(({ start, end, text }) => ({ rule: 'placeholder', start, end, text }));
    expect(findings(name, inserted.text, 'plain')).toEqual(holes);
    expect(findings(name, inserted.text, 'markdown')).toEqual(holes);
  });
});
