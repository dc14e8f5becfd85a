/** Owns a desk that keeps to itself what a person does not want to see, and takes the phrases of the lists. */
import type { Desk, DeskSettings } from '../engine/desk.ts';
import type { Finding } from '../rules/finding.ts';
import { repeatedPassage } from '../rules/repeated-passage/meta.ts';
import { repeatedPhrase } from '../rules/repeated-phrase/meta.ts';
import type { Options } from '../rules/rule.ts';

/** The same desk, but `findings` gives only what `shown` leaves. */
export function quietDesk(desk: Desk, shown: (uri: string, findings: readonly Finding[]) => readonly Finding[]): Desk {
  return { ...desk, findings: (uri) => shown(uri, desk.findings(uri)) };
}

/** The settings with phrases that may repeat and stock phrases besides those that are set. */
export function withPhrases(settings: DeskSettings, allowed: readonly string[], stock: readonly string[]): DeskSettings {
  if (allowed.length === 0 && stock.length === 0) return settings;
  const more = (rule: string, option: string, phrases: readonly string[]): DeskSettings['rules'] => {
    const before = settings.rules[rule] ?? { enabled: true, options: {} };
    return { [rule]: { ...before, options: { ...before.options, [option]: [...listOf(before.options[option]), ...phrases] } } };
  };
  return {
    ...settings,
    rules: { ...settings.rules, ...more(repeatedPassage.id, 'allowed', allowed), ...more(repeatedPhrase.id, 'phrases', stock) },
  };
}

function listOf(value: Options[string] | undefined): readonly string[] {
  return Array.isArray(value) ? (value as readonly string[]) : [];
}
