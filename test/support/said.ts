/** Owns what a person is told of findings, in lines for a snapshot: place, message, other places, answers. */
import type { Finding, Message } from '../../server/src/core/rules/finding.ts';
import type { RuleMeta } from '../../server/src/core/rules/meta.ts';
import type { Fix } from '../../server/src/core/rules/rule.ts';

/** A message in Chinese; terms by their id. */
export function worded({ messages }: Pick<RuleMeta, 'messages'>, { id, args }: Message): string {
  const template = messages[id]?.zh ?? `no message ${id}`;
  return template.replace(/\{(\w+)\}/gu, (whole, name: string) => {
    const value = args[name];
    return value === undefined ? whole : typeof value === 'object' ? value.term : String(value);
  });
}

/** One line for each finding, one for each of its answers. `textOf` gives the text of a draft. */
export function said(
  meta: Pick<RuleMeta, 'messages'>,
  textOf: (uri: string) => string,
  uri: string,
  findings: readonly Finding[],
  fixesOf: (finding: Finding) => readonly Fix[],
): string {
  const text = textOf(uri);
  const quote = (of: string, { start, end }: { start: number; end: number }): string => of.slice(start, end).replace(/\s/gu, '␣');
  const lines = findings.flatMap((finding) => {
    const { severity, kind, message, group, related = [] } = finding;
    const others = related.map(
      (other) => ` → ${other.message ? worded(meta, other.message) : ''}@${other.start} ${quote(textOf(other.uri), other)}`,
    );
    const fixes = fixesOf(finding).map((fix) => {
      const edits = fix.edits.map((edit) => `${edit.start} ${quote(text, edit)}⇒${edit.text.replace(/\s/gu, '␣')}`).join('; ');
      return `  ${fix.action}${fix.preferred ? '!' : ''}${fix.preview ? '?' : ''} ${worded(meta, fix.title)}: ${edits}`;
    });
    const head = `${severity} ${kind} ${quote(text, finding)}: ${worded(meta, message)}${group === undefined ? '' : ` #${group}`}`;
    return [`${head}${others.join('')}`, ...fixes];
  });
  return lines.join('\n');
}
