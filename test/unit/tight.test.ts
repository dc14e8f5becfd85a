// Text without the blanks between Chinese and figures, and the way back to where everything stands.
import { describe, expect, it } from 'vitest';
import { tightened, tightOf } from '../../server/src/core/text/tight.ts';

describe('blanks between Chinese and figures', () => {
  it.each([
    ['完成 23.2 亿元，增长 6.1 %。', '完成23.2亿元，增长6.1%。'],
    ['２０２５ 年，GDP 达到 156 亿元', '2025年,GDP达到156亿元'],
    ['同比\u00a0-3.5%', '同比-3.5%'],
    // What parts words or figures from each other stays.
    ['一季度 二季度', '一季度 二季度'],
    ['23 45 67', '23 45 67'],
    ['完成   5亿元', '完成   5亿元'],
    ['iPhone 15', 'iPhone 15'],
    ['', ''],
  ])('%j', (text, tight) => expect(tightened(text).replace('，', ',')).toBe(tight.replace('，', ',')));

  it('every span goes there and back', () => {
    const text = '上半年完成 23.2 亿元，增长 6.1 % 。';
    const tight = tightOf(text);
    for (let start = 0; start < (tight?.text.length ?? 0); start += 1)
      for (let end = start + 1; end <= (tight?.text.length ?? 0); end += 1) {
        const whole = tight?.outside({ start, end }) ?? { start: 0, end: 0 };
        expect(tight?.inside(whole)).toEqual({ start, end });
        expect(text.slice(whole.start, whole.end).trim()).toBe(text.slice(whole.start, whole.end));
        expect(tightened(text.slice(whole.start, whole.end))).toBe(tight?.text.slice(start, end));
      }
  });

  it('beside a slot there is none either', () => {
    expect(tightOf('完成 X 亿元', [{ start: 3, end: 4 }])?.text).toBe('完成X亿元');
    expect(tightOf('完成 ____ 亿元', [{ start: 3, end: 7 }])?.inside({ start: 3, end: 7 })).toEqual({ start: 2, end: 6 });
    expect(tightOf('完成X亿元', [{ start: 2, end: 3 }])).toBeUndefined();
  });
});
