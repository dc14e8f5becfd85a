/** Owns what the lightbulb offers at an echo besides the rule's own fixes: look at the other copies, allow the words. */
import { CodeActionKind } from 'vscode-languageserver';
import type { CodeAction } from 'vscode-languageserver';
import { rangeOf } from '../../convert/positions.ts';
import type { Wording } from '../../convert/wording.ts';
import type { Finding } from '../../core/rules/finding.ts';
import type { Bilingual } from '../../core/rules/meta.ts';
import type { Snapshot } from '../../documents/store.ts';
import { allowHereCommand, compareCopiesCommand, nextCopyCommand, peekCopiesCommand } from '../../protocol.ts';
import type { CopyArguments, PhraseArguments } from '../../protocol.ts';
import { isEcho } from './copies.ts';

const titles = {
  next: { zh: '转到另一处', en: 'Go to the other copy' },
  nextNamed: { zh: '转到另一处：{place}', en: 'Go to the other copy: {place}' },
  peek: { zh: '查看全部 {count} 处', en: 'Peek at all {count} places' },
  allow: { zh: '允许重复“{text}”', en: 'Allow “{text}” to repeat' },
  compare: { zh: '并排比较两处', en: 'Compare the two places side by side' },
} satisfies Record<string, Bilingual>;

const longestTitle = 12;

/** For a client that has our commands. Empty for a finding that is no echo. */
export function echoActions(snapshot: Snapshot, finding: Finding, wording: Wording): CodeAction[] {
  if (!isEcho(finding)) return [];
  const argument: CopyArguments = { uri: snapshot.uri, version: snapshot.version, range: rangeOf(snapshot.lines, finding) };
  const phrase = snapshot.lines.text.slice(finding.start, finding.end).trim();
  const allowed: PhraseArguments = { uri: snapshot.uri, phrase };
  const action = (title: string, command: string, given: CopyArguments | PhraseArguments = argument): CodeAction => ({
    title,
    kind: CodeActionKind.QuickFix,
    command: { title, command, arguments: [given] },
  });
  const [only, ...more] = finding.related ?? [];
  const place = only?.message && more.length === 0 ? wording.message(finding.rule, only.message) : undefined;
  const next = place === undefined ? wording.pick(titles.next) : wording.pick(titles.nextNamed).replace('{place}', () => place);
  const copies = copiesOf(finding);
  return [
    action(next, nextCopyCommand),
    ...(finding.rule === 'repeated-passage' ? [action(wording.pick(titles.compare), compareCopiesCommand)] : []),
    ...(copies > 2 ? [action(wording.pick(titles.peek).replace('{count}', String(copies)), peekCopiesCommand)] : []),
    action(
      wording.pick(titles.allow).replace('{text}', () => shorten(phrase)),
      allowHereCommand,
      allowed,
    ),
  ];
}

function shorten(text: string): string {
  const characters = [...text.replace(/\s+/gu, ' ')];
  return characters.length <= longestTitle ? characters.join('') : `${characters.slice(0, longestTitle).join('')}…`;
}

/** How many places there are, as the message of the finding says. */
function copiesOf({ message, related }: Finding): number {
  const { copies, count } = message.args;
  for (const said of [copies, count]) if (typeof said === 'number') return said;
  return (related?.length ?? 0) + 1;
}
