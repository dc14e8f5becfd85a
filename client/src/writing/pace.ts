/** Owns choosing the pace of the speaker and the minutes of a speech. */
import { ConfigurationTarget, l10n, window, workspace } from 'vscode';
import type { QuickPickItem } from 'vscode';
import type { PlainPaces } from '../../../server/src/protocol.ts';
import { minutesIn } from './minutes.ts';

interface PaceItem extends QuickPickItem {
  /** Name of a pace; none: a number that is asked for. */
  readonly pace?: string;
}

/** Asks for the pace and keeps it as the setting. */
export async function choosePace({ named, minimum, maximum }: PlainPaces): Promise<void> {
  const { slow, middle, fast } = named;
  const items: PaceItem[] = [
    {
      label: l10n.t('Slow'),
      description: l10n.t('{0} characters a minute', slow),
      detail: l10n.t('Solemn occasions, reports to a congress'),
      pace: 'slow',
    },
    {
      label: l10n.t('Middle'),
      description: l10n.t('{0} characters a minute', middle),
      detail: l10n.t('Meetings as usual'),
      pace: 'middle',
    },
    {
      label: l10n.t('Fast'),
      description: l10n.t('{0} characters a minute', fast),
      detail: l10n.t('Talks without a script, short addresses'),
      pace: 'fast',
    },
    { label: l10n.t('Another pace…') },
  ];
  const chosen = await window.showQuickPick(items, { title: l10n.t('Pace of the speaker') });
  if (!chosen) return;
  const pace = chosen.pace ?? (await askPace(minimum, maximum));
  if (pace !== undefined) await keep(pace);
}

/** Asks for the minutes of a speech; 0: no target, `undefined`: never mind. */
export async function chooseTarget(present: number | undefined): Promise<number | undefined> {
  const given = await window.showInputBox({
    title: l10n.t('How many minutes is the speech to take?'),
    prompt: l10n.t('For this draft only; leave it empty for no target'),
    value: present === undefined || present === 0 ? '' : String(present),
    validateInput: (value) => (minutesIn(value) === undefined ? l10n.t('Please type a number of minutes up to 600.') : undefined),
  });
  return given === undefined ? undefined : minutesIn(given);
}

async function askPace(slowest: number, fastest: number): Promise<number | undefined> {
  const read = (value: string): number | undefined => {
    const pace = Number(value.trim());
    return Number.isInteger(pace) && pace >= slowest && pace <= fastest ? pace : undefined;
  };
  const given = await window.showInputBox({
    title: l10n.t('Characters a minute'),
    prompt: l10n.t('Read one minute aloud and count'),
    validateInput: (value) =>
      read(value) === undefined ? l10n.t('Please type a whole number from {0} to {1}.', slowest, fastest) : undefined,
  });
  return given === undefined ? undefined : read(given);
}

/** Where the workspace has a pace of its own it is changed there, else for the person. */
async function keep(pace: string | number): Promise<void> {
  const settings = workspace.getConfiguration('speechDraft');
  const found = settings.inspect('stage.pace');
  const place = found?.workspaceValue === undefined ? ConfigurationTarget.Global : ConfigurationTarget.Workspace;
  await settings.update('stage.pace', pace, place);
}
