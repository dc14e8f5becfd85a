/** The report of repeats without VS Code: page, picture, Markdown, JSON. Texts of drafts are harmless wherever they stand. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';
import Ajv from 'ajv';
import { describe, expect, it } from 'vitest';
import { reportBody } from '../../client/src/echoes/report/body.ts';
import { reportJson } from '../../client/src/echoes/report/json.ts';
import { reportMarkdown } from '../../client/src/echoes/report/markdown.ts';
import { readReportMessage } from '../../client/src/echoes/report/messages.ts';
import { marksOf, placeKeys, placeOf, shownDrafts } from '../../client/src/echoes/report/model.ts';
import { reportScript } from '../../client/src/echoes/report/script.ts';
import { reportStyle } from '../../client/src/echoes/report/style.ts';
import { markdownReader } from '../../server/src/markup/markdown.ts';
import { newNonce } from '../../client/src/webview/nonce.ts';
import { pageHtml } from '../../client/src/webview/page.ts';
import type { EchoReportResult, ReportGroup, ReportPlace } from '../../server/src/protocol.ts';

const root = join(import.meta.dirname, '..', '..');
const l10n = {
  t: (message: string, ...values: (string | number)[]) =>
    message.replace(/\{(\d+)\}/g, (_, index: string) => String(values[Number(index)])),
};
const [a, b, c] = ['file:///d/a.txt', 'file:///d/b.txt', 'file:///d/c.txt'] as const;

function place(uri: string, start: number, end: number, more: Partial<ReportPlace> = {}): ReportPlace {
  const range = { start: { line: 0, character: start }, end: { line: 0, character: end } };
  return { uri, start, end, range, section: '', paragraph: 1, text: '修渠'.repeat(20).slice(0, end - start), ...more };
}

function group(places: ReportPlace[], more: Partial<ReportGroup> = {}): ReportGroup {
  return { id: 'g', rule: 'repeated-passage', kind: 'exact', name: 'Exact copy', characters: 20, places, ...more };
}

function report(groups: readonly ReportGroup[], more: Partial<EchoReportResult> = {}): EchoReportResult {
  const drafts = [a, b, c].map((uri) => ({ uri, version: 1, length: 200 }));
  return { drafts, sameText: [], unchecked: [], elsewhere: 0, groups, ...more };
}

const phrase = { rule: 'repeated-phrase', kind: 'boilerplate', name: 'Stock phrase too often' };
const sample = report([
  group([place(a, 20, 40, { section: '二、（一）', paragraph: 3 }), place(a, 100, 120), place(b, 0, 20)]),
  group([place(c, 0, 30, { message: '23 → 21' }), place(c, 50, 80, { message: '21 → 23' })], { kind: 'near', name: 'Near copy', id: 'n' }),
  group([place(a, 60, 62), place(a, 90, 92), place(a, 190, 192)], { ...phrase, id: 'p' }),
]);

describe('a draft that is not open', () => {
  const one = report([group([place(a, 0, 20), place(b, 0, 20)])], {
    drafts: [
      { uri: a, version: 1, length: 200 },
      { uri: b, version: 0, length: 100, notOpen: true },
    ],
  });

  it('is said to be so in the picture, at its places and in both exports', () => {
    expect(reportBody(one, l10n).match(/\(not open\)/gu)).toHaveLength(2);
    expect(reportMarkdown(one, l10n)).toContain('b.txt (not open) (100');
    const { drafts } = JSON.parse(reportJson(one)) as { drafts: unknown[] };
    expect(drafts).toEqual([
      { uri: a, name: 'a.txt', length: 200 },
      { uri: b, name: 'b.txt', length: 100, notOpen: true },
    ]);
  });
});

describe('the picture', () => {
  const drafts = shownDrafts(sample, l10n);
  const marks = drafts.map((draft) => marksOf(sample, drafts, draft).map(({ at, width, partners }) => [at, width, partners.join()]));

  it('has a strip for each draft, with its passages where they lie', () => {
    expect(marks).toEqual([
      [
        [10, 10, 'B'],
        [50, 10, 'B'],
      ],
      [[0, 10, 'A']],
      [
        [0, 15, ''],
        [25, 15, ''],
      ],
    ]);
  });

  it('keeps even the smallest mark in sight and inside', () => {
    const tiny = report([group([place(a, 999_999, 1_000_000), place(b, 0, 200)])], {
      drafts: [a, b].map((uri, index) => ({ uri, version: 1, length: index === 0 ? 1_000_000 : 200 })),
    });
    const shown = shownDrafts(tiny, l10n);
    const [mark] = marksOf(tiny, shown, shown[0] ?? expect.fail('no draft'));
    expect(mark?.width).toBeGreaterThan(0.5);
    expect((mark?.at ?? 0) + (mark?.width ?? 0)).toBeLessThanOrEqual(100);
  });

  it('can be read without colours: group, letters, and in words', () => {
    const body = reportBody(sample, l10n);
    expect(body).toContain('>1·B</text>');
    expect(body).toContain('aria-label="Group 1, shared with B, “二、（一）”, paragraph 3: Exact copy"');
    expect(body).toContain('aria-label="Group 2, within this draft, paragraph 1: Near copy"');
  });

  it('is one stop of the Tab key for each strip', () => {
    const strips = reportBody(sample, l10n).match(/<svg class="strip".*?<\/svg>/gsu) ?? [];
    expect(strips).toHaveLength(3);
    for (const strip of strips) expect(strip.match(/tabindex="0"/g)).toHaveLength(1);
  });

  it('says which draft is the same as another instead of comparing them', () => {
    const body = reportBody(report(sample.groups, { sameText: [[a, c]] }), l10n);
    expect(body).toContain('the same text as A, not compared');
    expect(body.match(/<svg class="strip"/g)).toHaveLength(2);
  });
});

describe('the page', () => {
  it('lists every place of every group as a button that names both', () => {
    const body = reportBody(sample, l10n);
    for (const [index, { id, places }] of sample.groups.entries())
      for (const key of placeKeys({ id, places })) expect(body).toContain(`<button class="place" data-group="${index}" data-key="${key}">`);
    expect(body).toContain('23 → 21');
  });

  it('names how much more there is where it does not list all', () => {
    const many = Array.from({ length: 130 }, (_, index) => place(a, index, index + 1));
    expect(reportBody(report([group(many)]), l10n)).toContain('More places, listed in the export: 30.');
    const groups = Array.from({ length: 305 }, () => group([place(a, 0, 5), place(b, 0, 5)]));
    expect(reportBody(report(groups), l10n)).toContain('More groups, listed in the export: 5.');
  });

  it.each([
    ['no draft', report([], { drafts: [] }), 'No draft is open.'],
    ['one clean draft', report([], { drafts: [{ uri: a, version: 1, length: 5 }] }), 'Nothing is repeated in the open draft.'],
    ['clean drafts', report([]), 'Nothing is repeated in the 3 drafts that were checked'],
    [
      'only unchecked drafts',
      report([], { drafts: [], unchecked: [{ uri: a, reason: 'too long' }] }),
      'None of the open drafts could be checked.',
    ],
    ['an unchecked draft', report([], { unchecked: [{ uri: c, reason: 'too long' }] }), 'Not checked: 1.'],
  ])('says what there is: %s', (_, given, said) => {
    expect(reportBody(given, l10n)).toContain(said);
    expect(reportBody(given, l10n)).not.toContain('data-export');
  });

  const evil = `<script>alert(1)</script><img src=x onerror="alert(1)">'"&`;
  const hostile = report(
    [
      group([place(`file:///d/${encodeURIComponent(evil)}`, 0, 5, { text: evil, section: evil, message: evil }), place(a, 0, 5)], {
        kind: 'near',
        name: evil,
      }),
      group([place(a, 0, 5, { text: evil }), place(a, 9, 14)], { ...phrase, id: evil }),
    ],
    {
      drafts: [`file:///d/${encodeURIComponent(evil)}`, a].map((uri) => ({ uri, version: 1, length: 9 })),
      unchecked: [{ uri: evil, reason: evil }],
    },
  );

  it('shows markup of drafts, names and messages as text', () => {
    const body = reportBody(hostile, l10n);
    expect(body).not.toMatch(/<(?:script|img)/iu);
    expect(body).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    const tags = [...body.matchAll(/<\w+((?:\s+[\w-]+="[^"<>]*")*)\s*\/?>/gu)].map(([, attributes]) => attributes ?? '');
    const names = new Set(tags.flatMap((attributes) => [...attributes.matchAll(/([\w-]+)="[^"]*"/gu)].map(([, name]) => name)));
    expect([...names].filter((name) => /^on|^style$|href|src/u.test(name ?? ''))).toEqual([]);
    expect(body.match(/<\w/g)).toHaveLength(tags.length);
  });

  it('allows one style and one script by nonce, and nothing from anywhere', () => {
    const nonce = newNonce();
    const html = pageHtml({ language: 'zh-cn', title: '<t>', nonce, style: reportStyle, script: reportScript, body: '' });
    expect(html).toContain(
      `content="default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'"`,
    );
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(html).toContain('&lt;t&gt;');
    expect(html).not.toMatch(/https?:|unsafe|data:/u);
    expect(nonce).toMatch(/^[\da-f]{36}$/u);
    expect(newNonce()).not.toBe(nonce);
  });

  it('has a script that can be read and puts in no text of its own making', () => {
    expect(() => new Script(reportScript)).not.toThrow();
    expect(reportScript).not.toMatch(/eval|Function\(|setTimeout\('/u);
  });
});

describe('the key of a place', () => {
  const [first, second, third] = sample.groups;

  it('leads to the same place when the groups come in another order', () => {
    const later = { groups: [third, second, first].flatMap((one) => one ?? []) };
    for (const one of sample.groups) for (const [at, key] of placeKeys(one).entries()) expect(placeOf(later, key)).toBe(one.places[at]);
    const all = sample.groups.flatMap(placeKeys);
    expect(new Set(all).size).toBe(all.length);
  });

  it('leads nowhere when the group is gone', () => {
    const key = placeKeys(first ?? expect.fail('no group'))[0] ?? expect.fail('no place');
    expect(placeOf({ groups: second ? [second] : [] }, key)).toBeUndefined();
  });
});

describe('messages of the page', () => {
  it.each<[unknown, boolean]>([
    [{ command: 'ready' }, true],
    [{ command: 'export', format: 'json' }, true],
    [{ command: 'export', format: 'exe' }, false],
    [{ command: 'show', key: 'g file:///d/a.txt 0' }, true],
    [{ command: 'show', key: 0 }, false],
    [{ command: 'show' }, false],
    [{ command: 'run' }, false],
    [null, false],
    ['ready', false],
  ])('%j: %s', (given, isOne) => {
    expect(readReportMessage(given) !== undefined).toBe(isOne);
  });
});

describe('exports', () => {
  it('JSON has the shape that its schema says, with lines and columns from 1', () => {
    const schema = JSON.parse(readFileSync(join(root, 'docs/echo-report.schema.json'), 'utf8')) as object;
    const validate = new Ajv({ strict: true }).compile(schema);
    for (const given of [sample, hostileFree(), report([], { drafts: [] })]) {
      const told = JSON.parse(reportJson(given)) as { groups: { places: { startColumn: number }[] }[] };
      expect(validate(told), JSON.stringify(validate.errors)).toBe(true);
    }
    const told = JSON.parse(reportJson(sample)) as { groups: { places: { startColumn: number }[] }[] };
    expect(told.groups[0]?.places[0]?.startColumn).toBe(21);
    expect(validate({ ...told, version: 2 })).toBe(false);
  });

  const hostileFree = () => report(sample.groups, { sameText: [[a, b]], unchecked: [{ uri: c, reason: 'too long' }] });

  it('Markdown holds every place, with its line, and no markup of a draft', () => {
    const markdown = reportMarkdown(
      report([group([place(a, 3, 9, { text: '# *修* [渠](x)\n<b>', section: '一、' }), place(b, 0, 6)])], {
        unchecked: [{ uri: c, reason: 'too long' }],
      }),
      l10n,
    );
    expect(markdown).toContain('> \\# \\*修\\* \\[渠\\](x) \\<b\\>');
    expect(markdown).toContain('- **A** a.txt “一、”, paragraph 1 (1:4)');
    expect(markdown).toContain('- **B** b.txt paragraph 1 (1:1)');
    expect(markdown).toContain('Not checked: 1.');
    expect(markdown.endsWith('\n')).toBe(true);
    expect(markdownReader.read(markdown).masks).toEqual([{ kind: 'hidden', start: 0, end: markdown.length }]);
  });
});
