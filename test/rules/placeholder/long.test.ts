/** Long lines of one sign: each is read once. A pattern that begins anew at every sign runs into the time limit of the test. */
import { expect, it } from 'vitest';
import { draftOf, holesIn } from '../../support/holes.ts';

const deadline = 10_000;

it.each([
  ['slashes', '', '/'],
  ['digits', 'X亿元', '1'],
  ['marks and a document number', '5号文件，', 'X'],
  ['marks set off in threes', '', 'XXX,'],
  ['blanks', '此处', '　'],
])(
  '%s',
  (_, head, unit) => {
    const text = `${head}${unit.repeat(500_000 / unit.length)}a`;
    expect(holesIn(draftOf(text)).length).toBeLessThan(3);
  },
  deadline,
);
