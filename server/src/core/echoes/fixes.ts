/** Owns the answers to findings: delete this copy so that what is left reads on, or say it another way. */
import type { Finding, Message } from '../rules/finding.ts';
import { repeatedPassage } from '../rules/repeated-passage/meta.ts';
import type { PhraseDetail } from '../rules/repeated-phrase/findings.ts';
import { repeatedPhrase } from '../rules/repeated-phrase/meta.ts';
import type { Fix } from '../rules/rule.ts';
import type { Draft } from '../text/draft.ts';
import type { Edit, Span } from '../text/span.ts';
import { deletion } from './deletion.ts';
import { chainsOf } from './judge/chains.ts';
import type { Link } from './judge/chains.ts';
import type { PassageDetail } from './judge/report.ts';
import type { Desk } from './model.ts';
import { spanInDraft } from './units.ts';

const mostVariants = 4;

/** Answers to a finding of a draft. `minimum` is what makes a copy: less may be left of it. */
export function fixesOf(draft: Draft, desk: Desk, finding: Finding, minimum: number): Fix[] {
  if (finding.rule === repeatedPhrase.id) return phraseFixes(finding);
  if (finding.rule !== repeatedPassage.id) return [];
  for (const { links } of chainsOf(desk.units)) {
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
