/** Owns the report as Markdown. Pure: no VS Code here. */
import type { EchoReportResult, ReportGroup } from '../../../../server/src/protocol.ts';
import { draftName } from '../copy-names.ts';
import { isPassage, shownDrafts, whereIs } from './model.ts';
import type { Localizer, ShownDraft } from './model.ts';
import { summary } from './summary.ts';

/** The first line of every report: by it the server knows that the file is no draft, whatever it quotes. */
export const reportMark = '<!-- speech-draft: report -->';

/** The whole report; it ends with a line break. */
export function reportMarkdown(report: EchoReportResult, l10n: Localizer): string {
  const drafts = shownDrafts(report, l10n);
  const blocks = [reportMark, `# ${l10n.t('Report of Repeats')}`, ...summary(report, l10n).map(literal)];
  if (drafts.length > 0) blocks.push(drafts.map((draft) => `- **${draft.letter}** ${literal(describe(draft, l10n))}`).join('\n'));
  if (report.unchecked.length > 0) {
    const rows = report.unchecked.map(({ uri, reason }) => `- ${literal(l10n.t('{0}: {1}', draftName(uri), reason))}`);
    blocks.push(l10n.t('Not checked: {0}.', report.unchecked.length), rows.join('\n'));
  }
  for (const [title, wanted] of [
    [l10n.t('Repeated passages'), true],
    [l10n.t('Repeated phrases'), false],
  ] as const) {
    const groups = report.groups.flatMap((group, index) =>
      isPassage(group) === wanted ? [groupBlocks(group, index + 1, drafts, l10n)] : [],
    );
    if (groups.length > 0) blocks.push(`## ${title}`, ...groups.flat());
  }
  return `${blocks.join('\n\n')}\n`;
}

function describe({ name, length, sameAs, state }: ShownDraft, l10n: Localizer): string {
  return `${name}${state === '' ? '' : ` ${state}`} (${sameAs === undefined ? l10n.t('{0} characters', length) : l10n.t('the same text as {0}, not compared', sameAs)})`;
}

function groupBlocks(
  { places, name, characters, kind, rule }: ReportGroup,
  number: number,
  drafts: readonly ShownDraft[],
  l10n: Localizer,
): string[] {
  const head = isPassage({ rule })
    ? l10n.t('{0}, {1} characters, {2} places', name, characters, places.length)
    : l10n.t('{0}, {1} places', name, places.length);
  const rows = places.map((place) => {
    const letter = drafts.find(({ uri }) => uri === place.uri)?.letter ?? '';
    const { line, character } = place.range.start;
    const message = kind === 'near' && place.message !== undefined ? `  \n  ${literal(place.message)}` : '';
    return `- **${letter}** ${literal(draftName(place.uri))} ${literal(whereIs(place, l10n))} (${line + 1}:${character + 1})${message}`;
  });
  return [`### ${number}. ${literal(head)}`, `> ${literal(places[0]?.text ?? '')}`, rows.join('\n')];
}

/** The text with everything that Markdown would read as markup made literal, on one line. */
function literal(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[\\`*_[\]<>#|~&]/g, '\\$&')
    .replace(/^([-+]|\d+[.)])/, '\\$1');
}
