/** Diagnostics as bytes: always the same JSON as the objects, whatever was published before, and each message put into bytes once. */
import { readFileSync, readdirSync } from 'node:fs';
import { PassThrough } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { StreamMessageReader } from 'vscode-languageserver/node';
import type { Message } from 'vscode-languageserver/node';
import { LineWalk, indexLines, rangeOf } from '../../server/src/convert/positions.ts';
import { Publication } from '../../server/src/convert/wire/publication.ts';
import { FrameWriter } from '../../server/src/convert/wire/writer.ts';
import { Wording } from '../../server/src/convert/wording.ts';
import { createEchoRules } from '../../server/src/core/echoes/rules.ts';
import { together } from '../../server/src/core/engine/across.ts';
import { createDesk } from '../../server/src/core/engine/desk.ts';
import { createFigureRule } from '../../server/src/core/rules/figure/index.ts';
import type { Finding, Related } from '../../server/src/core/rules/finding.ts';
import { createRules, metas } from '../../server/src/core/rules/index.ts';
import { editDraft } from '../../server/src/core/text/draft.ts';
import type { Draft } from '../../server/src/core/text/draft.ts';
import { noWords } from '../../server/src/core/words.ts';
import { defaultSettings } from '../../server/src/settings/parse.ts';
import { draftOf } from '../support/holes.ts';

const folder = new URL('../../examples/', import.meta.url);
const names = readdirSync(folder).filter((name) => /\.(?:txt|md)$/.test(name));
const texts = new Map(names.map((name) => [`file:///${name}`, readFileSync(new URL(encodeURIComponent(name), folder), 'utf8')]));

/** The message that a frame holds; its header must tell its length. */
function read(frame: Buffer): unknown {
  const text = frame.toString('utf8');
  const [, length, body = ''] = /^Content-Length: (\d+)\r\n\r\n(.*)$/s.exec(text) ?? [];
  expect(Number(length)).toBe(Buffer.byteLength(body));
  return JSON.parse(body);
}

/** The bytes say what the objects say. */
function check(publication: Publication): void {
  const { uri, version, diagnostics } = JSON.parse(JSON.stringify(publication.toJSON())) as Publication;
  expect(read(publication.frame)).toEqual({
    jsonrpc: '2.0',
    method: 'textDocument/publishDiagnostics',
    params: { uri, ...(version !== undefined && { version }), diagnostics },
  });
}

function fullDesk(): ReturnType<typeof createDesk> {
  const fail = (rule: string, error: unknown): void => expect.fail(`${rule}: ${String(error)}`);
  const across = together(createEchoRules(noWords), [createFigureRule(noWords)], fail);
  return createDesk({ rules: createRules(), across, words: noWords, onRuleFailure: fail }, defaultSettings.desk);
}

describe('a publication of the examples', () => {
  it.each([
    ['without links', 0, undefined],
    ['with links and related places', 3, 'file:///rules/'],
  ])('says in bytes what it says in objects, and so after every edit: %s', (_, most, pages) => {
    const desk = fullDesk();
    const drafts = new Map<string, Draft>();
    for (const [uri, text] of texts) drafts.set(uri, draftOf(text, 'plain', uri));
    // Each twice, so that there are copies between drafts.
    for (const [uri, text] of texts) drafts.set(`${uri}.old`, draftOf(`旧稿\n${text}`, 'plain', `${uri}.old`));
    for (const draft of drafts.values()) desk.put(draft);
    const last = new Map<string, Publication>();
    let [listed, found] = [0, 0];
    const publish = (uri: string): void => {
      const wording = metaWording;
      const context = {
        lines: indexLines(desk.draft(uri)?.text ?? ''),
        wording,
        page: (rule: string) => (pages === undefined ? undefined : `${pages}${rule}`),
        linesOf: (other: string) => {
          const text = desk.draft(other)?.text;
          return text === undefined ? undefined : indexLines(text);
        },
      };
      const findings = desk.findings(uri);
      const version = desk.draft(uri)?.version;
      const publication = new Publication({ uri, version, findings, most, extra: [] }, context, last.get(uri));
      check(publication);
      expect(publication.frame.equals(new Publication({ uri, version, findings, most, extra: [] }, context).frame)).toBe(true);
      found += publication.diagnostics.length;
      listed += publication.diagnostics.filter(({ relatedInformation }) => relatedInformation).length;
      last.set(uri, publication);
    };
    const metaWording = new Wording('zh', metas);
    const edit = fc.record({
      uri: fc.constantFrom(...drafts.keys()),
      at: fc.nat(),
      gone: fc.constantFrom(0, 0, 1, 3, 40),
      text: fc.constantFrom('和', '，', '\n', '\r\n', 'X亿元', '', '𠮷', '增长XX%，', '（二）'),
    });
    for (const uri of drafts.keys()) publish(uri);
    let version = 1;
    fc.assert(
      fc.property(edit, ({ uri, at, gone, text }) => {
        const draft = desk.draft(uri) as Draft;
        const start = at % (draft.text.length + 1);
        version += 1;
        const changed = desk.put(editDraft(draft, version, [{ start, end: Math.min(draft.text.length, start + gone), text }]));
        for (const one of new Set([uri, ...changed])) publish(one);
      }),
      { numRuns: 60, endOnFailure: true },
    );
    expect(found).toBeGreaterThan(1000);
    expect(listed > 0).toBe(most > 0);
  });
});

describe('a publication of anything', () => {
  const message = fc.record({
    id: fc.constantFrom('hole', 'unknown', '\ud800', '"\\\n'),
    args: fc.dictionary(fc.constantFrom('indicator', 'token', 'kind'), fc.string({ unit: 'binary', maxLength: 6 }), { maxKeys: 2 }),
  });
  const messages = fc.array(message, { minLength: 1, maxLength: 6 });
  const finding = fc.record({
    rule: fc.constantFrom('placeholder', '不知道'),
    kind: fc.constantFrom('money', '甲'),
    severity: fc.constantFrom<Finding['severity'][]>('error', 'hint'),
    group: fc.constantFrom(undefined, 'a', '乙'),
    message: fc.nat({ max: 5 }),
    start: fc.integer({ min: -2, max: 40 }),
    length: fc.integer({ min: -1, max: 12 }),
    related: fc.array(fc.record({ uri: fc.constantFrom('a:', 'b:'), start: fc.nat({ max: 9 }), end: fc.nat({ max: 9 }) }), {
      maxLength: 2,
    }),
  });
  const text = fc.array(fc.constantFrom('甲', 'X', '\n', '\r', '\r\n', '\ud842', '𠮷'), { maxLength: 30 }).map((parts) => parts.join(''));
  // Of the findings known, which are there, and what has become of them.
  const change = fc.record({
    gone: fc.boolean(),
    start: fc.constantFrom(0, 0, 0, 1),
    end: fc.constantFrom(0, 0, 0, 1),
    severity: fc.constantFrom<(Finding['severity'] | undefined)[]>(undefined, undefined, undefined, 'warning'),
    group: fc.constantFrom(undefined, undefined, undefined, '丙'),
    kind: fc.constantFrom(undefined, undefined, undefined, '丁'),
  });
  const list = fc.record({
    changes: fc.array(change, { minLength: 8, maxLength: 8 }),
    sorted: fc.boolean(),
    other: fc.constantFrom(false, false, true),
    version: fc.option(fc.nat(), { nil: undefined }),
    most: fc.constantFrom(0, 0, 1, Infinity),
    english: fc.constantFrom(false, false, true),
    extra: fc.boolean(),
  });

  it('says in bytes what it says in objects, whatever came before', () => {
    const wordings = [new Wording('zh', metas), new Wording('en', metas)] as const;
    fc.assert(
      fc.property(
        messages,
        fc.array(finding, { maxLength: 8 }),
        fc.tuple(text, text),
        fc.array(list, { minLength: 1, maxLength: 5 }),
        (said, findings, [source, another], lists) => {
          let before: Publication | undefined;
          for (const { changes, sorted, other, version, most, english, extra } of lists) {
            const made = findings.flatMap(({ message: index, length, group, related, ...rest }, at): Finding[] => {
              const { gone, start, end, ...changed } = changes[at] as (typeof changes)[0];
              const groupNow = changed.group ?? group;
              return gone
                ? []
                : [
                    {
                      rule: rest.rule,
                      kind: changed.kind ?? rest.kind,
                      severity: changed.severity ?? rest.severity,
                      start: rest.start + start,
                      end: rest.start + length + end,
                      ...(groupNow !== undefined && { group: groupNow }),
                      message: said[index % said.length] as Finding['message'],
                      related: related.map((place, one): Related => (one === 0 ? place : { ...place, message: { id: 'bare', args: {} } })),
                    },
                  ];
            });
            if (sorted) made.sort((a, b) => a.start - b.start);
            const lines = indexLines(other ? another : source);
            const linesOf = (uri: string): typeof lines | undefined => (uri === 'a:' ? lines : undefined);
            const context = { lines, wording: wordings[english ? 1 : 0], page: () => undefined, linesOf };
            const others = extra ? [{ range: rangeOf(lines, { start: 0, end: 1 }), message: '表中第 3 行' }] : [];
            before = new Publication({ uri: 'file:///讲话.txt', version, findings: made, most, extra: others }, context, before);
            check(before);
          }
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('walks to the same lines and characters as they are looked up', () => {
    const spans = fc.array(fc.record({ start: fc.integer({ min: -3, max: 40 }), end: fc.integer({ min: -3, max: 40 }) }));
    fc.assert(
      fc.property(spans, text, (places, source) => {
        const lines = indexLines(source);
        const walk = new LineWalk(lines);
        for (const span of places) {
          const numbers = new Int32Array(5);
          walk.read(span, numbers, 1);
          const [, line, character, endLine, endCharacter] = numbers;
          expect({ start: { line, character }, end: { line: endLine, character: endCharacter } }).toEqual(rangeOf(lines, span));
        }
      }),
    );
  });
});

it('says in objects what it said in bytes, even when another draft has changed since', () => {
  const related = [{ uri: 'b:', start: 6, end: 9 }];
  const finding: Finding = { rule: 'x', kind: 'y', severity: 'hint', message: { id: 'z', args: {} }, start: 0, end: 1, related };
  let lines = indexLines('甲乙丙丁\n戊己庚辛');
  const context = { lines, wording: new Wording('zh', metas), page: () => undefined, linesOf: () => lines };
  const publication = new Publication({ uri: 'a:', version: 1, findings: [finding], most: 1, extra: [] }, context);
  lines = indexLines('甲\n乙丙丁戊己庚辛壬癸');
  check(publication);
});

it('words only what was not said in the publication before, wherever it stands now', () => {
  const wording = new Wording('zh', metas);
  const said = vi.spyOn(wording, 'message');
  const say = (text: string, findings: readonly Finding[], before?: Publication): number => {
    said.mockClear();
    const context = { lines: indexLines(text), wording, page: () => undefined, linesOf: () => undefined };
    last = new Publication({ uri: 'a:', version: 1, findings, most: 0, extra: [] }, context, before);
    return said.mock.calls.length;
  };
  let last: Publication | undefined;
  const holes = Array.from({ length: 100 }, (_, index): Finding => ({
    rule: 'placeholder',
    kind: 'money',
    severity: 'error',
    message: { id: 'bare', args: { token: `X${index}`, kind: '金额' } },
    start: 10 * index,
    end: 10 * index + 1,
  }));
  const text = '同志们大家上午好啊。\n'.repeat(200);
  const moved = holes.map((hole) => ({ ...hole, start: hole.start + 25, end: hole.end + 25 }));
  const other: Finding = { ...(holes[40] as Finding), message: { id: 'bare', args: { token: 'Y', kind: '金额' } } };
  expect(say(text, holes)).toBe(100);
  expect(say(text, holes, last)).toBe(0);
  expect(say(text, moved, last)).toBe(0);
  expect(say(text, moved.slice(3), last)).toBe(0);
  expect(say(text, [...holes.slice(3, 40), other, ...holes.slice(41)], last)).toBe(1);
  expect(say(text, [...holes.slice(3, 40), ...holes.slice(41)], last)).toBe(0);
});

it('sends messages in order, each in one piece, publications as they are', async () => {
  const stream = new PassThrough();
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  const read: Message[] = [];
  const reader = new StreamMessageReader(stream);
  reader.listen((message) => read.push(message));
  const writer = new FrameWriter(stream);
  const context = { lines: indexLines(''), wording: new Wording('zh', metas), page: () => undefined, linesOf: () => undefined };
  const params = new Publication({ uri: 'file:///讲话.txt', version: 3, findings: [], most: 0, extra: [] }, context);
  const notification = (method: string, given: unknown): Message => ({ jsonrpc: '2.0', method, params: given }) as Message;
  await Promise.all([
    writer.write(notification('$/first', { text: '一' })),
    writer.write(notification('textDocument/publishDiagnostics', params)),
    writer.write(notification('$/last', { text: '三' })),
  ]);
  await vi.waitFor(() => expect(read).toHaveLength(3));
  expect(chunks).toHaveLength(3);
  expect(read).toEqual([
    notification('$/first', { text: '一' }),
    notification('textDocument/publishDiagnostics', { uri: 'file:///讲话.txt', version: 3, diagnostics: [] }),
    notification('$/last', { text: '三' }),
  ]);
});

it('tells of a stream that takes nothing more, and rejects', async () => {
  const stream = new PassThrough();
  const writer = new FrameWriter(stream);
  const errors: unknown[] = [];
  writer.onError(([error]) => errors.push(error));
  stream.destroy();
  await expect(writer.write({ jsonrpc: '2.0' })).rejects.toThrow();
  expect(errors.length).toBeGreaterThan(0);
});
