/** Owns the answers to findings: delete this copy so that what is left reads on, or say it another way. */
import type { Finding, Message } from '../rules/finding.ts';
import { repeatedPassage } from '../rules/repeated-passage/meta.ts';
import type { PhraseDetail } from '../rules/repeated-phrase/findings.ts';
import { repeatedPhrase } from '../rules/repeated-phrase/meta.ts';
import type { Fix } from '../rules/rule.ts';
import { isBlank } from '../text/chars.ts';
import type { Draft } from '../text/draft.ts';
import { toSource } from '../text/paragraph.ts';
import type { Edit, Span } from '../text/span.ts';
import { chainsOf } from './judge/chains.ts';
import type { Link } from './judge/chains.ts';
import type { PassageDetail } from './judge/report.ts';
import type { Desk, Echo, Unit } from './model.ts';
import { isClauseEdge } from './normal/normal.ts';
import { spanInBlock, spanInDraft } from './units.ts';

const mostVariants = 4;

/** Answers to a finding of a draft. `minimum` is what makes a copy: less may be left of it. */
export function fixesOf(draft: Draft, desk: Desk, finding: Finding, minimum: number): Fix[] {
  if (finding.rule === repeatedPhrase.id) return phraseFixes(finding);
  if (finding.rule !== repeatedPassage.id) return [];
  for (const { links } of chainsOf(desk)) {
    const [{ unit, echo }] = links as [Link, ...Link[]];
    if (spanInDraft(draft, { unit, start: echo.start, end: echo.end }, echo.margin).start !== finding.start) continue;
    const fixes = links.map((link) => deletion(draft, link.unit, link.echo, minimum)).filter((fix) => fix !== undefined);
    const [first] = fixes;
    if (first === undefined || fixes.length < links.length) return [];
    return [fixes.length === 1 ? first : allOf(draft, links, fixes, (finding.detail as PassageDetail).characters)];
  }
  return [];
}

/** Deletions of paragraphs that follow each other as one. */
function allOf(draft: Draft, links: readonly Link[], fixes: readonly Fix[], characters: number): Fix {
  const edits: Edit[] = [];
  for (const edit of fixes.flatMap((fix) => fix.edits)) {
    const last = edits.at(-1);
    if (last === undefined || edit.start > last.end) edits.push(edit);
    else edits[edits.length - 1] = { start: Math.min(last.start, edit.start), end: Math.max(last.end, edit.end), text: '' };
  }
  const [only] = edits;
  const first = links[0]?.unit.place ?? 0;
  // Where nothing follows, the break before goes too.
  if (
    only !== undefined &&
    edits.length === 1 &&
    only.end === draft.text.trimEnd().length &&
    only.start === draft.starts[first] &&
    first > 0
  )
    edits[0] = { ...only, start: (draft.starts[first - 1] ?? 0) + (draft.paragraphs[first - 1]?.source.length ?? 0) };
  return { action: 'edit', title: { id: 'fix-delete', args: { characters } }, edits };
}

function phraseFixes(finding: Finding): Fix[] {
  const { text, variants, mayGo, from } = finding.detail as PhraseDetail;
  const edit = (title: Message, span: Span, now: string, preferred = false): Fix => ({
    action: 'edit',
    title,
    edits: [{ start: span.start, end: span.end, text: now }],
    preferred,
  });
  if (from !== undefined) return [edit({ id: 'fix-once', args: { text } }, { start: finding.start + from, end: finding.end }, '', true)];
  const fixes = mayGo ? [edit({ id: 'fix-drop', args: { text } }, finding, '')] : [];
  for (const variant of variants.slice(0, mostVariants)) fixes.push(edit({ id: 'fix-replace', args: { text: variant } }, finding, variant));
  return fixes;
}

/** Deletes the whole clauses of a copy; undefined when it holds none, or when quotation marks would be torn apart. */
function deletion(draft: Draft, unit: Unit, echo: Echo, minimum: number): Fix | undefined {
  const { block } = unit;
  if (block === undefined) return undefined;
  let { start, end } = echo;
  while (start < end && !isClauseEdge(block.normal, start)) start += 1;
  while (end > start && !isClauseEdge(block.normal, end)) end -= 1;
  if (start >= end || start - echo.start >= minimum || echo.end - end >= minimum) return undefined;
  const inside = spanInBlock(block, start, end);
  const { text } = unit.paragraph;
  const cut = withMarks(text, { start: unit.offset + inside.start, end: unit.offset + inside.end });
  if (cut === undefined || !isBalanced(text.slice(cut.start, cut.end))) return undefined;
  const rest = text.slice(0, cut.start) + text.slice(cut.end);
  const whole = !/[\p{L}\p{N}]/u.test(rest);
  const span = whole ? wholeParagraph(draft, unit.place) : inDraft(draft, unit, cut);
  const title: Message = whole ? { id: 'fix-delete-paragraph', args: {} } : { id: 'fix-delete', args: { characters: end - start } };
  return { action: 'edit', title, edits: [{ ...span, text: '' }] };
}

const ends = '。！？!?';
const pauses = '，；：、,;:';
const openers = '“‘「『（(【《';
const closers = '”’」』）)】》';

/** The stretch with the marks that go with it, so that the marks left behind are right; undefined when that cannot be. */
function withMarks(text: string, span: Span): Span | undefined {
  let before = span.start;
  while (before > 0 && (isBlank(text.charCodeAt(before - 1)) || openers.includes(text[before - 1] as string))) before -= 1;
  const markBefore = text[before - 1];
  const opens = before === 0 || ends.includes(markBefore as string) || closers.includes(markBefore as string);
  let after = span.end;
  while (after < text.length && (isBlank(text.charCodeAt(after)) || closers.includes(text[after] as string))) after += 1;
  const markAfter = text[after];
  const closes = markAfter === undefined || ends.includes(markAfter);
  if (!closes && !pauses.includes(markAfter) && markAfter !== '…' && markAfter !== '—') return undefined;
  if (opens && closes) {
    let end = after;
    while (end < text.length && (ends + closers).includes(text[end] as string)) end += 1;
    return { start: before, end };
  }
  if (opens) return { start: span.start, end: Math.min(text.length, after + 1) };
  if (closes) {
    if (!pauses.includes(markBefore as string)) return undefined;
    return { start: before - 1, end: after };
  }
  return { start: span.start, end: after + 1 };
}

function isBalanced(text: string): boolean {
  const count = (mark: string): number => text.split(mark).length - 1;
  return ['“”', '‘’', '（）', '《》', '「」', '【】'].every(([open = '', close = '']) => count(open) === count(close));
}

function inDraft(draft: Draft, unit: Unit, cut: Span): Span {
  const start = draft.starts[unit.place] ?? 0;
  return { start: start + toSource(unit.paragraph, cut.start), end: start + toSource(unit.paragraph, cut.end - 1) + 1 };
}

/** A paragraph with the lines that part it from the next one, or from the one before when it is the last. */
function wholeParagraph(draft: Draft, place: number): Span {
  const start = draft.starts[place] ?? 0;
  const end = start + (draft.paragraphs[place]?.source.length ?? 0);
  const next = draft.starts[place + 1];
  if (next !== undefined) return { start, end: next };
  const previous = place === 0 ? 0 : (draft.starts[place - 1] ?? 0) + (draft.paragraphs[place - 1]?.source.length ?? 0);
  return { start: previous, end };
}
