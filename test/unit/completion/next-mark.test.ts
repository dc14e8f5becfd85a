/** The mark shown in grey on a fresh line: where a numbered part goes on, and nowhere else. `‸` is the caret. */
import { describe, expect, it } from 'vitest';
import { nextMarkAt } from '../../../server/src/core/completion/next-mark.ts';
import { createDraft } from '../../../server/src/core/text/draft.ts';
import { outlineOf } from '../../../server/src/core/text/sections/index.ts';

const front = '在全县水利工作会议上的讲话\n同志们：\n今天我讲三点意见。\n';

function check(marked: string, mark: string | undefined): void {
  const offset = (front + marked).indexOf('‸');
  const draft = createDraft({ uri: 'test:draft', version: 1, format: 'plain', text: (front + marked).replace('‸', '') });
  expect(nextMarkAt(draft, outlineOf(draft), offset)).toBe(mark);
}

describe('a fresh line', () => {
  it.each([
    ['behind a heading on its own line', '一、提高认识\n‸', '二、'],
    ['behind a bracketed heading on its own line', '一、提高认识\n（一）压实责任\n‸', '（二）'],
    ['behind words under a heading', '一、提高认识\n水利是命脉，一刻也不能松。\n‸', '二、'],
    ['behind words under an inner heading', '一、提高认识\n（一）压实责任\n人人都要上手。\n‸', '（二）'],
    ['behind a run-in heading', '一、提高认识\n（一）压实责任。人人都要上手。\n‸', '（二）'],
    ['behind 1.', '一、提高认识\n1.压实责任。人人都要上手。\n‸', '2.'],
    ['behind （1）', '一、提高认识\n（1）压实责任。人人都要上手。\n‸', '（2）'],
    ['behind nine', '一、提高认识\n（九）压实责任。人人都要上手。\n‸', '（十）'],
    ['with the indentation of the lines before', '　　一、提高认识\n　　水利是命脉。\n‸', '　　二、'],
    ['that is indented already', '　　一、提高认识\n　　水利是命脉。\n　　‸', '二、'],
    ['behind one blank line', '一、提高认识\n水利是命脉。\n\n‸', '二、'],
    ['behind an item that goes on', '要做到：\n一是早谋划；\n‸', '二是'],
    ['in the middle of the draft, the next part missing', '一、甲方面\n水利是命脉。\n‸\n三、丙方面\n', '二、'],
  ])('%s', (_, text, mark) => check(text, mark));
});

describe('silence', () => {
  it.each([
    ['outside numbered parts', '水利是命脉。\n‸'],
    ['at the start', '‸'],
    ['on a line that holds something', '一、提高认识\n水利是命脉。‸'],
    ['before words', '一、提高认识\n‸水利是命脉。'],
    ['in mid-sentence', '一、提高认识\n水利是命脉，\n‸'],
    ['where the next part is there', '一、提高认识\n水利是命脉。\n‸\n二、抓好落实\n'],
    ['far behind', '一、提高认识\n水利是命脉。\n\n\n‸'],
    ['behind the last item', '要做到：\n一是早谋划；\n二是早动手。\n‸'],
    ['behind the closing', '一、提高认识\n水利是命脉。\n同志们，让我们携手努力！\n‸'],
  ])('%s', (_, text) => check(text, undefined));
});
