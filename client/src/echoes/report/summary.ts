/** Owns the report in a sentence or two, for its head and its Markdown. Pure: no VS Code here. */
import type { EchoReportResult, ReportGroup } from '../../../../server/src/protocol.ts';
import { isPassage } from './model.ts';
import type { Localizer } from './model.ts';

/** A line each. What was not checked is never called clean. */
export function summary(report: EchoReportResult, l10n: Localizer): string[] {
  const { elsewhere } = report;
  const also = elsewhere > 0 ? [l10n.t('Drafts of the workspace that are not open, compared with as well: {0}.', elsewhere)] : [];
  return [...told(report, l10n), ...also];
}

function told({ drafts, groups, unchecked }: EchoReportResult, l10n: Localizer): string[] {
  if (drafts.length === 0) {
    return unchecked.length === 0
      ? [l10n.t('No draft is open. Open one or more, and their repeats are listed here.')]
      : [l10n.t('None of the open drafts could be checked.')];
  }
  if (groups.length === 0) {
    const found =
      drafts.length === 1
        ? l10n.t('Nothing is repeated in the open draft.')
        : l10n.t('Nothing is repeated in the {0} drafts that were checked, nor between them.', drafts.length);
    return [found, l10n.t('The report follows what you write: leave it open if you like.')];
  }
  const passages = groups.filter(isPassage);
  const phrases = groups.filter((group) => !isPassage(group));
  const across = passages.filter(({ places }) => new Set(places.map(({ uri }) => uri)).size > 1).length;
  const count = (some: readonly ReportGroup[]): number => some.reduce((sum, { places }) => sum + places.length, 0);
  const lines = [
    l10n.t(
      'Drafts: {0}. Repeated passages: {1}; places: {2}; across drafts: {3}.',
      drafts.length,
      passages.length,
      count(passages),
      across,
    ),
  ];
  if (phrases.length > 0) lines.push(l10n.t('Repeated phrases: {0}; places: {1}.', phrases.length, count(phrases)));
  return lines;
}
