/** Copies that were joined of an exact and a near one: their places follow what is edited before them. */
import { expect, it } from 'vitest';
import { createEchoes } from '../../../server/src/core/echoes/index.ts';
import { editDraft } from '../../../server/src/core/text/draft.ts';
import { noWords } from '../../../server/src/core/words.ts';
import { draftOf } from './support.ts';

const exact = '各镇街要对照清单一项一项过，过不了关的不能放行。';
const near = (crew: string): string => `机关干部带头走进社区挨家挨户登记${crew}并当天录入台账。`;
const lead = '今天到会的，有各镇街的负责人，还有几位老同志和志愿者代表。';

it.each([
  ['a mark becomes a character', '的，有', '的都有'],
  ['a character becomes a mark', '代表', '代，'],
  ['a character comes', '今天', '今天来'],
  ['a mark comes', '几位', '几，位'],
])('%s', (_name, before, behind) => {
  const echoes = createEchoes({ words: noWords, options: { passage: {}, phrase: {} } });
  const edited = draftOf('edited', `${lead}${exact}${near('情况')}`);
  const naming = draftOf('naming', `另一份讲话。\n${exact}${near('信息')}`);
  echoes.put(edited);
  echoes.put(naming);
  expect(echoes.findings('naming').map(({ kind, related = [] }) => [kind, related.length])).toEqual([['near', 1]]);
  const at = edited.text.indexOf(before);
  const draft = editDraft(edited, 2, [{ start: at, end: at + before.length, text: behind }]);
  echoes.put(draft);
  const [place] = echoes.findings('naming').flatMap(({ related = [] }) => related);
  expect(draft.text.slice(place?.start, place?.end)).toBe(`${exact}${near('情况')}`);
});
