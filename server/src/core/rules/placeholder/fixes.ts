/** Owns the answers to a hole: fill it, fill all alike, choose, take it out. A value is never guessed. */
import { leftOf } from './grammar.ts';
import type { Draft } from '../../text/draft.ts';
import type { Edit } from '../../text/span.ts';
import type { Fix, FixContext } from '../rule.ts';
import type { Hole } from './hole.ts';

const blank = /[ \t\u00a0\u3000]/;

/** The answers to one hole, the most likely first. */
export function fixesOf(hole: Hole, holes: readonly Hole[], draft: Draft, context: FixContext): Fix[] {
  const token = hole.detail.token.trim() || hole.detail.tail;
  const fixes: Fix[] = [];
  const group = hole.group === undefined ? [hole] : holes.filter((other) => other.group === hole.group);
  if (hole.detail.slot.removable) {
    fixes.push({ action: 'edit', title: { id: 'remove', args: { token } }, edits: [removal(draft.text, hole)], preferred: true });
  }
  for (const value of choices(hole, draft.text, context)) {
    fixes.push({ action: 'edit', title: { id: 'choose', args: { value } }, edits: [filling(draft.text, hole, value)] });
  }
  // Beside a note there is a value already: it is not overwritten.
  if (hole.detail.slot.removable && hole.kind === 'note') return fixes;
  const fill: Fix = {
    action: 'fill',
    title:
      group.length > 1
        ? { id: 'fillGroup', args: { token: group[0]?.detail.token.trim() || token, count: group.length } }
        : { id: 'fill', args: { token } },
    edits: group.map((part) => filling(draft.text, part, part.detail.token)),
    ...(!hole.detail.slot.removable && { preferred: true }),
  };
  fixes.push(fill);
  const alike = alikeTo(hole, holes, draft.text);
  if (alike.length > 1) {
    fixes.push({
      action: 'fill-alike',
      title: { id: 'fillAlike', args: { token: hole.detail.token + hole.detail.tail, count: alike.length } },
      edits: alike.map((part) => filling(draft.text, part, part.detail.token)),
    });
  }
  return fixes;
}

/**
 * Holes that surely stand for the same thing: a name, a place or an organisation written alike with the same tail. Figures
 * and marks without a tail may each mean another thing.
 */
function alikeTo(hole: Hole, holes: readonly Hole[], text: string): readonly Hole[] {
  const likeness = likenessOf(hole, text);
  return likeness === undefined ? [] : holes.filter((other) => likenessOf(other, text) === likeness);
}

/** The same for holes that surely stand for the same thing; `undefined` for one that may stand for anything. */
export function likenessOf(hole: Hole, text: string): string | undefined {
  const { token, tail, slot } = hole.detail;
  if (!['name', 'place', 'organization'].includes(hole.kind) || tail === '' || slot.removable) return undefined;
  // 书记×××同志 and 市长×××同志 are two people.
  const title = hole.kind === 'name' ? text.slice(Math.max(0, hole.start - 2), hole.start).replace(/[^\p{Script=Han}]/gu, '') : '';
  return `${hole.kind}|${token}|${tail}|${title}`;
}

/** The hole with the blanks that belong to it, so that the value stands close to its unit. */
function filling(text: string, hole: Hole, value: string): Edit {
  let { start, end } = hole;
  if (hole.detail.slot.family === 'brackets' && hole.kind === 'blank') return { start, end, text: value };
  while (end < text.length && blank.test(text[end] as string) && hole.detail.tail !== '') end += 1;
  const opensLine = (at: number): boolean => /(?:^|[\r\n])[ \t\u3000]*$/.test(leftOf(text, at));
  if (!opensLine(start)) {
    while (start > 0 && blank.test(text[start - 1] as string) && /\p{Script=Han}/u.test(text[start - 2] ?? '')) start -= 1;
  }
  return { start, end, text: value.trim() };
}

/** Takes a hole out with the mark or blank that would be left double. */
export function removal(text: string, hole: Hole): Edit {
  let { start, end } = hole;
  while (start > 0 && blank.test(text[start - 1] as string) && !/[\r\n]/.test(text[start - 2] ?? '\n')) start -= 1;
  const before = text[start - 1] ?? '';
  const after = text[end] ?? '';
  if (/[，、；,;]/.test(before) && (after === '' || /[，。；、！？,;\r\n]/.test(after))) start -= 1;
  else if (/[（(]/.test(before) && /^[，、；]/.test(after)) end += 1;
  // What is left must not open a line or follow an end mark with a mark of its own.
  const opens = start === 0 || /[\r\n。！？；]/.test(text[start - 1] ?? '');
  if (opens && /^[，。；、]/.test(text[end] ?? '')) end += 1;
  return { start, end, text: '' };
}

/** Plenary sessions held so far, by congress. Source: the communiqués of the Central Committee. */
const plenums: Readonly<Record<string, string>> = { 十八: '七六五四三二一', 十九: '七六五四三二一', 二十: '四三二一' };

function choices(hole: Hole, text: string, context: FixContext): string[] {
  const before = text.slice(Math.max(0, hole.start - 8), hole.start);
  const { token, tail } = hole.detail;
  if (hole.kind === 'ordinal' && tail.startsWith('中全会')) {
    const congress = /(十八|十九|二十)届$/u.exec(before)?.[1];
    return congress ? [...(plenums[congress] ?? '')].slice(0, 4) : [];
  }
  if (hole.kind === 'date' && tail.startsWith('年') && /^(?:20[\dXx×*_○〇]{0,2}|[Xx×*_]{4})$/i.test(token)) {
    const known = token.replace(/[^\d]/g, '');
    return [context.year, context.year - 1, context.year + 1]
      .map(String)
      .filter((year) => (token.startsWith('20') ? year.startsWith(known) : true));
  }
  if (hole.kind === 'content' && tail === '贡献') return ['突出', '积极', '重要'];
  return [];
}
