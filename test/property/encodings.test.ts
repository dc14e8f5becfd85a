/** Any piece of a draft in any encoding is read as it was written, or not at all: never as another text. */
import { readFileSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decode } from '../../server/src/files/decode.ts';
import { encodeAs } from '../support/encode.ts';

const examples = new URL('../../examples/', import.meta.url);
const drafts = readdirSync(examples)
  .filter((name) => /\.(?:txt|md)$/.test(name))
  .map((name) => readFileSync(new URL(encodeURIComponent(name), examples), 'utf8'));

const encoders: Readonly<Record<string, (text: string) => Uint8Array>> = {
  'utf-8': (text) => Buffer.from(text),
  'utf-16le': (text) => Buffer.from(text, 'utf16le'),
  'utf-16be': (text) => Buffer.from(text, 'utf16le').swap16(),
  gb18030: (text) => encodeAs('gb18030', text),
};

/** A piece of a draft; a byte order mark comes from nowhere. */
const piece = (longest: number): fc.Arbitrary<string> =>
  fc
    .tuple(fc.constantFrom(...drafts), fc.nat(), fc.integer({ min: 1, max: longest }))
    .map(([draft, at, length]) => draft.slice(at % draft.length).slice(0, length));

/** Two or three characters of UTF-16 may be nothing but letters of ASCII, which nobody can tell apart. */
const longEnough = (encoding: string) => (text: string) => !encoding.startsWith('utf-16') || text.length > 3;

it.each(Object.entries(encoders))('%s', (encoding, encode) => {
  fc.assert(
    fc.property(piece(300).filter(longEnough(encoding)), (text) => {
      const decoded = decode(encode(text), 'auto');
      if (!('text' in decoded)) return;
      // ASCII alone is the same in UTF-8 and GB18030.
      expect(decoded.text).toBe(text);
      if (/[^\0-\x7f]/.test(text)) expect(decoded.encoding).toBe(encoding);
    }),
    { numRuns: 2000 },
  );
});

it.each(Object.entries(encoders))('%s: thirty characters are enough to be read', (_, encode) => {
  fc.assert(
    fc.property(
      piece(300).filter((text) => text.length >= 30),
      (text) => {
        expect(decode(encode(text), 'auto')).toHaveProperty('text', text);
      },
    ),
    { numRuns: 1000 },
  );
});

it('no bytes make it throw', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.constantFrom('auto', 'utf-8', 'gb18030', 'utf-16'), (bytes, wish) => {
      const decoded = decode(bytes, wish);
      if ('text' in decoded) expect(decoded.text).not.toMatch(/\ufffd|\0/);
      else expect(decoded.zh).not.toBe('');
    }),
    { numRuns: 3000 },
  );
});
