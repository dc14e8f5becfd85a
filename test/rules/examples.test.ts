/** The example speeches as a whole: every finding of every rule, so that a change of a rule shows all it does. */
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Wording } from '../../server/src/convert/wording.ts';
import { createDesk } from '../../server/src/core/engine/desk.ts';
import { createRules, metas } from '../../server/src/core/rules/index.ts';
import { noWords } from '../../server/src/core/words.ts';
import { isMarkdownName } from '../../server/src/documents/format.ts';
import { defaultSettings } from '../../server/src/settings/parse.ts';
import { draftOf } from '../support/holes.ts';

const folder = new URL('../../examples/', import.meta.url);
const names = readdirSync(folder).filter((name) => /\.(?:txt|md)$/.test(name));

describe('examples', () => {
  it.each(names)('%s', (name) => {
    const text = readFileSync(new URL(encodeURIComponent(name), folder), 'utf8');
    const desk = createDesk(
      { rules: createRules(), words: noWords, onRuleFailure: (rule, error) => expect.fail(`${rule}: ${String(error)}`) },
      defaultSettings.desk,
    );
    desk.put(draftOf(text, isMarkdownName(name) ? 'markdown' : 'plain', name));
    const wording = new Wording('zh', metas);
    const lines = desk.findings(name).map((finding) => {
      const around = `${text.slice(Math.max(0, finding.start - 6), finding.start)}⟦${text.slice(finding.start, finding.end)}⟧${text.slice(finding.end, finding.end + 6)}`;
      return `${finding.severity} ${finding.rule}/${finding.kind} ${JSON.stringify(around)} ${wording.message(finding.rule, finding.message)}`;
    });
    expect(lines.join('\n')).toMatchSnapshot();
  });
});
