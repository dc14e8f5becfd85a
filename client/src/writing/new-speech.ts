/** Owns beginning a new speech: asks what is known of it, and opens its outline with everything else to be filled in. */
import { SnippetString, commands, l10n, window, workspace } from 'vscode';
import type { Disposable, QuickPickItem } from 'vscode';
import type { PlainSpeechKind, SkeletonParams } from '../../../server/src/protocol.ts';
import type { LanguageServer } from '../language-client.ts';
import type { Announcer } from '../status/announcer.ts';
import { dateIn } from './date.ts';
import { minutesIn } from './minutes.ts';
import { askAll, line, pick } from './steps.ts';
import type { Ask } from './steps.ts';
import type { Targets } from './targets.ts';

const command = 'speechDraft.newSpeech';

type Field = Exclude<keyof SkeletonParams, 'kind'>;

/** What the command works with. */
export interface NewSpeechParts {
  readonly server: LanguageServer;
  readonly targets: Targets;
  readonly announcer: Announcer;
}

/** Registers the command. */
export function registerNewSpeech(parts: NewSpeechParts): Disposable {
  return commands.registerCommand(command, () => begin(parts));
}

async function begin({ server, targets, announcer }: NewSpeechParts): Promise<void> {
  const kinds = await server.speechKinds();
  const told = await askFor(kinds);
  if (!told) return;
  const { snippet } = await server.skeleton(told);
  const document = await workspace.openTextDocument({ language: 'speech' });
  if (told.minutes !== undefined) await targets.set(document, told.minutes);
  const editor = await window.showTextDocument(document, { preview: false });
  await editor.insertSnippet(new SnippetString(snippet), undefined, { undoStopBefore: true, undoStopAfter: true, keepWhitespace: true });
  announcer.announce(l10n.t('Tab goes to the next place to fill in'));
}

interface KindItem extends QuickPickItem {
  readonly speech: PlainSpeechKind;
}

/** Asks step by step; every step but the first may be left empty. `undefined` when the person gave up. */
async function askFor(kinds: readonly PlainSpeechKind[]): Promise<SkeletonParams | undefined> {
  const title = l10n.t('New speech');
  const items = kinds.map((kind): KindItem => ({ label: kind.name, description: kind.detail, speech: kind }));
  const typed = new Map<Field, string>();
  let chosen = items[0];
  const asksKind: Ask = async (step) => {
    const answer = await pick({ ...step, title }, items, l10n.t('What kind of speech?'), chosen);
    if (answer.go !== 'on') return answer;
    chosen = answer.value;
    return { go: 'on', value: undefined };
  };
  const asksLine =
    (field: Field, prompt: () => string, fault?: (value: string) => string | undefined): Ask =>
    async (step) => {
      const asked = l10n.t('{0} (Enter to leave it open)', prompt());
      const answer = await line({ ...step, title }, { prompt: asked, value: typed.get(field) ?? '', ...(fault && { fault }) });
      if (answer.go !== 'on') return answer;
      typed.set(field, answer.value);
      return { go: 'on', value: undefined };
    };
  const done = await askAll([
    asksKind,
    asksLine('occasion', () => chosen?.speech.occasion ?? ''),
    asksLine('speaker', () => l10n.t('Name of the speaker')),
    asksLine('place', () => chosen?.speech.place ?? ''),
    asksLine(
      'date',
      () => l10n.t('Date, such as 2026-3-6 or 3-6'),
      (value) => (dateIn(value) === undefined ? l10n.t('This is no day of the calendar.') : undefined),
    ),
    asksLine(
      'minutes',
      () => l10n.t('Minutes it is to take; every part then says how long it should be'),
      (value) => (minutesIn(value) === undefined ? l10n.t('Please type a number of minutes up to 600.') : undefined),
    ),
  ]);
  return done ? toldIn(chosen?.speech.id ?? '', typed) : undefined;
}

/** What was told; what was left empty is left out. */
function toldIn(kind: string, typed: ReadonlyMap<Field, string>): SkeletonParams {
  const given = (field: Field): string => typed.get(field) ?? '';
  const date = dateIn(given('date')) ?? 'none';
  const minutes = minutesIn(given('minutes')) ?? 0;
  return {
    kind,
    ...(given('occasion') !== '' && { occasion: given('occasion') }),
    ...(given('speaker') !== '' && { speaker: given('speaker') }),
    ...(given('place') !== '' && { place: given('place') }),
    ...(date !== 'none' && { date }),
    ...(minutes > 0 && { minutes }),
  };
}
