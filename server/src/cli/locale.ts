/** Owns which locale a terminal speaks. */

/** The locale that POSIX names for messages; `undefined` where there is none, or only the one of machines. */
export function localeOf(env: Readonly<Record<string, string | undefined>>): string | undefined {
  const named = [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find((value) => value !== undefined && value !== '');
  return named === undefined || /^(?:C|POSIX)(?:\.|$)/i.test(named) ? undefined : named;
}
