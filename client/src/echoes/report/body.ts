/** Owns the report as HTML: the summary, the picture, the groups. Pure: the same report gives the same page. */
import type { EchoReportResult, ReportGroup } from '../../../../server/src/protocol.ts';
import { escapeHtml } from '../../webview/html.ts';
import { draftName } from '../copy-names.ts';
import { isPassage, placeKeys, shorten, shownDrafts, whereIs } from './model.ts';
import type { Localizer, ShownDraft } from './model.ts';
import { colours, hatching, stripsHtml } from './strips.ts';
import { summary } from './summary.ts';

const mostGroups = 300;
const mostPlaces = 100;
const longestText = 240;

/** What stands in the page. */
export function reportBody(report: EchoReportResult, l10n: Localizer): string {
  const drafts = shownDrafts(report, l10n);
  const passages = report.groups.filter(isPassage);
  const phrases = report.groups.filter((group) => !isPassage(group));
  const numberOf = (group: ReportGroup): number => report.groups.indexOf(group);
  const parts = [
    `<header><h1>${escapeHtml(l10n.t('Report of Repeats'))}</h1>${buttons(report, l10n)}</header>`,
    ...summary(report, l10n).map((line) => `<p class="summary">${escapeHtml(line)}</p>`),
    uncheckedHtml(report, l10n),
  ];
  if (report.groups.length > 0) {
    const key = `<p class="key"><span class="swatch own"></span> ${escapeHtml(l10n.t('hatched: within the draft; in colour: shared with the draft of that colour and letter. The number is that of the group; fine lines are phrases.'))}</p>`;
    parts.push(
      `<section aria-label="${escapeHtml(l10n.t('Where the repeats lie'))}"><h2>${escapeHtml(l10n.t('Where the repeats lie'))}</h2>${hatching}${stripsHtml(report, drafts, l10n)}${key}</section>`,
    );
  }
  const list = (title: string, groups: readonly ReportGroup[]): void => {
    if (groups.length === 0) return;
    const shown = groups.slice(0, mostGroups).map((group) => groupHtml(group, numberOf(group), drafts, l10n));
    const more =
      groups.length > mostGroups
        ? `<p>${escapeHtml(l10n.t('More groups, listed in the export: {0}.', groups.length - mostGroups))}</p>`
        : '';
    parts.push(`<section><h2>${escapeHtml(title)}</h2>${shown.join('\n')}${more}</section>`);
  };
  list(l10n.t('Repeated passages'), passages);
  list(l10n.t('Repeated phrases'), phrases);
  return parts.join('\n');
}

function buttons({ groups }: EchoReportResult, l10n: Localizer): string {
  if (groups.length === 0) return '';
  const button = (format: string, title: string): string => `<button class="export" data-export="${format}">${escapeHtml(title)}</button>`;
  return `<div class="actions">${button('markdown', l10n.t('Export as Markdown…'))}${button('json', l10n.t('Export as JSON…'))}</div>`;
}

function uncheckedHtml({ unchecked }: EchoReportResult, l10n: Localizer): string {
  if (unchecked.length === 0) return '';
  const rows = unchecked.map(({ uri, reason }) => `<li>${escapeHtml(l10n.t('{0}: {1}', draftName(uri), reason))}</li>`);
  return `<div class="unchecked" role="note"><strong>${escapeHtml(l10n.t('Not checked: {0}.', unchecked.length))}</strong><ul>${rows.join('')}</ul></div>`;
}

function groupHtml(group: ReportGroup, index: number, drafts: readonly ShownDraft[], l10n: Localizer): string {
  const { places, name, characters } = group;
  const head = isPassage(group)
    ? l10n.t('{0}, {1} characters, {2} places', name, characters, places.length)
    : l10n.t('{0}, {1} places', name, places.length);
  const text = shorten(places[0]?.text ?? '', longestText);
  const keys = placeKeys(group);
  const rows = places.slice(0, mostPlaces).map((place, at) => {
    const draft = drafts.findIndex(({ uri }) => uri === place.uri);
    const { letter = '', state = '' } = drafts[draft] ?? {};
    const difference =
      group.kind === 'near' && place.message !== undefined ? `<div class="difference">${escapeHtml(place.message)}</div>` : '';
    return `<li><button class="place" data-group="${index}" data-key="${escapeHtml(keys[at] ?? '')}"><span class="letter c${draft % colours}">${escapeHtml(letter)}</span> ${escapeHtml(draftName(place.uri))} <span class="where">${escapeHtml(whereIs(place, l10n))}${state === '' ? '' : ` ${escapeHtml(state)}`}</span></button>${difference}</li>`;
  });
  if (places.length > mostPlaces)
    rows.push(`<li>${escapeHtml(l10n.t('More places, listed in the export: {0}.', places.length - mostPlaces))}</li>`);
  const inside = `<ul class="places">${rows.join('')}</ul>`;
  const title = `<span class="number">${index + 1}</span> ${escapeHtml(head)}`;
  return isPassage(group)
    ? `<article class="group" data-lit="${index}"><h3>${title}</h3><blockquote>${escapeHtml(text)}</blockquote>${inside}</article>`
    : `<details class="group" data-of="${escapeHtml(`${places[0]?.uri} ${group.id}`)}"><summary>${title} <q>${escapeHtml(text)}</q></summary>${inside}</details>`;
}
