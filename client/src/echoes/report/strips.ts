/**
 * Owns the picture of the report: a strip for each draft that shows where its passages lie, in the colour of the draft that
 * has them too, or hatched where it is this draft itself, with the group's number and that draft's letter. Pure.
 */
import type { EchoReportResult } from '../../../../server/src/protocol.ts';
import { escapeHtml } from '../../webview/html.ts';
import { marksOf, phrasesIn, whereIs } from './model.ts';
import type { Localizer, Mark, ShownDraft } from './model.ts';

/** How many colours the style has for drafts. */
export const colours = 6;

/** The hatching that marks refer to; stands once in a page. */
export const hatching =
  '<svg class="defs" width="0" height="0" aria-hidden="true"><defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="gap" width="6" height="6"/><rect class="line" width="3" height="6"/></pattern></defs></svg>';

/** So much per cent of a strip a label takes where the page stands beside the draft. */
const labelRoom = 8;
const labelRows = 3;

/** The strips of all drafts. */
export function stripsHtml(report: EchoReportResult, drafts: readonly ShownDraft[], l10n: Localizer): string {
  const rows = drafts.map((draft, index) => {
    const marks = draft.sameAs === undefined ? marksOf(report, drafts, draft) : [];
    const said =
      draft.sameAs === undefined
        ? l10n.t('{0} characters, repeated passages: {1}', draft.length, marks.length)
        : l10n.t('the same text as {0}, not compared', draft.sameAs);
    return `<div class="draft"><h3><span class="letter c${index % colours}">${escapeHtml(draft.letter)}</span> ${escapeHtml(draft.name)} <small>${draft.state === '' ? '' : `${escapeHtml(draft.state)} `}${escapeHtml(said)}</small></h3>${draft.sameAs === undefined ? stripHtml(report, draft, marks, l10n) : ''}</div>`;
  });
  return rows.join('\n');
}

/** One strip. Its marks are one stop of the Tab key; the arrow keys go from mark to mark. */
function stripHtml(report: EchoReportResult, draft: ShownDraft, marks: readonly Mark[], l10n: Localizer): string {
  const labels = labelsOf(marks);
  const shapes = marks.map((mark, index) => markHtml(report, mark, index === 0, labels.get(mark), l10n));
  const ticks = phrasesIn(report, draft).map((at) => `<rect class="tick" x="${at}%" y="26" width="0.25%" height="5"/>`);
  const rows = [...labels.values()].reduce((most, { row }) => Math.max(most, row + 1), 0);
  const height = 34 + rows * 14;
  const label = l10n.t('{0}: where its repeats lie', draft.name);
  return `<svg class="strip" width="100%" height="${height}" role="group" aria-label="${escapeHtml(label)}"><rect class="paper" x="0" y="0" width="100%" height="22"/><g aria-hidden="true">${ticks.join('')}</g>${shapes.join('')}</svg>`;
}

/** Where the label of a mark stands, in per cent of the strip. */
interface Label {
  readonly at: number;
  /** Whether it ends there: one that would leave the strip ends where its mark ends. */
  readonly isLast: boolean;
  readonly row: number;
}

/** Where there is room for labels; the widest marks choose first. */
function labelsOf(marks: readonly Mark[]): Map<Mark, Label> {
  const labels = new Map<Mark, Label>();
  const rows = Array.from({ length: labelRows }, (): number[] => []);
  for (const mark of [...marks].sort((a, b) => b.width - a.width || a.at - b.at)) {
    const isLast = mark.at + labelRoom > 100;
    const at = isLast ? Math.min(100, mark.at + mark.width) : mark.at;
    const start = isLast ? at - labelRoom : at;
    const row = rows.findIndex((starts) => starts.every((other) => Math.abs(other - start) >= labelRoom));
    if (row < 0) continue;
    rows[row]?.push(start);
    labels.set(mark, { at, isLast, row });
  }
  return labels;
}

function markHtml(report: EchoReportResult, mark: Mark, isFirst: boolean, where: Label | undefined, l10n: Localizer): string {
  const group = report.groups[mark.group];
  const place = group?.places[mark.place];
  if (!group || !place) return '';
  const number = mark.group + 1;
  const shared = mark.partners.length === 0 ? l10n.t('within this draft') : l10n.t('shared with {0}', mark.partners.join(' '));
  const said = l10n.t('Group {0}, {1}, {2}: {3}', number, shared, whereIs(place, l10n), group.name);
  const colour = mark.partner === undefined ? 'own' : `c${mark.partner % colours}`;
  const label = mark.partners.length === 0 ? String(number) : `${number}·${mark.partners[0]}${mark.partners.length > 1 ? '+' : ''}`;
  const anchor = where?.isLast === true ? ' text-anchor="end"' : '';
  const text = where === undefined ? '' : `<text x="${where.at}%" y="${44 + where.row * 14}"${anchor}>${escapeHtml(label)}</text>`;
  return `<g class="mark ${colour}" role="button" tabindex="${isFirst ? 0 : -1}" data-group="${mark.group}" data-key="${escapeHtml(mark.key)}" aria-label="${escapeHtml(said)}"><title>${escapeHtml(said)}</title><rect x="${mark.at}%" y="2" width="${mark.width}%" height="18"/>${text}</g>`;
}
