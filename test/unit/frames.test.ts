/** What comes on standard input: messages pass however they are cut, anything else is named at once. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Frames } from '../../server/src/frames.ts';

const frame = (value: unknown, header = ''): Buffer => {
  const body = Buffer.from(JSON.stringify(value));
  return Buffer.concat([Buffer.from(`${header}Content-Length: ${body.length}\r\n\r\n`), body]);
};

function take(bytes: Buffer, cuts: readonly number[] = []): string | undefined {
  const frames = new Frames();
  const places = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
  for (const [index, place] of places.slice(1).entries()) {
    const fault = frames.take(bytes.subarray(places[index], place));
    if (fault) return fault.en;
  }
  return undefined;
}

describe('messages of a client', () => {
  it('pass, cut anywhere', () => {
    const message = fc.record({ jsonrpc: fc.constant('2.0'), method: fc.string(), params: fc.jsonValue() });
    const header = fc.constantFrom('', 'Content-Type: application/vscode-jsonrpc; charset=utf-8\r\n');
    fc.assert(
      fc.property(fc.array(fc.tuple(message, header)), fc.array(fc.nat()), (messages, cuts) => {
        expect(take(Buffer.concat(messages.map(([value, before]) => frame(value, before))), cuts)).toBeUndefined();
      }),
    );
  });
  it('are the more believed the fewer rules they break: a header in small letters is one', () => {
    expect(take(Buffer.from('content-length:2\r\n\r\n{}'))).toBeUndefined();
  });
});

describe('anything else is named, cut anywhere', () => {
  const check = (name: string, text: string | Buffer, fault: RegExp): void => {
    it(name, () => {
      const bytes = Buffer.concat([frame({ jsonrpc: '2.0', id: 1, method: 'shutdown' }), Buffer.from(text)]);
      expect(take(bytes)).toMatch(fault);
      fc.assert(fc.property(fc.array(fc.nat(), { maxLength: 8 }), (cuts) => void expect(take(bytes, cuts)).toMatch(fault)));
    });
  };
  check('no header', '你好\r\n\r\n', /without Content-Length/);
  check('an empty header', '\r\n\r\n{}', /without Content-Length/);
  check('no number', 'Content-Length: two\r\n\r\n{}', /without Content-Length/);
  check('a negative number', 'Content-Length: -2\r\n\r\n{}', /without Content-Length/);
  check('half a number', 'Content-Length: 2x\r\n\r\n{}', /without Content-Length/);
  check('more than fits', 'Content-Length: 999999999999\r\n\r\n{}', /of 999999999999 bytes/);
  check('a header without end', 'a'.repeat(5000), /more than 4096 bytes/);
  check('zeros', Buffer.alloc(5000), /more than 4096 bytes/);
  check('no JSON', 'Content-Length: 5\r\n\r\nhello', /not JSON/);
  check('no message at all', 'Content-Length: 0\r\n\r\n', /not JSON/);
  check('half a message', 'Content-Length: 5\r\n\r\n{"a":1}', /not JSON/);
  check('a typed draft', '全年完成投资X亿元。\n'.repeat(500), /more than 4096 bytes/);
});
