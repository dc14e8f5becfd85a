/**
 * Owns the guard before a compressed spreadsheet: how much its entries truly unfold to, so that a file made to fill the
 * memory is refused before the library sees it.
 *
 * Source: APPNOTE.TXT 6.3, 4.3.7 (local file header), 4.3.12 (central directory header), 4.3.16 (its end), 4.5.3 (ZIP64).
 */
import { inflateRawSync } from 'node:zlib';
import { tooMany } from './sheet.ts';
import type { TableFault } from './sheet.ts';

const endMark = 0x06054b50;
const entryMark = 0x02014b50;
const localMark = 0x04034b50;
const inZip64 = 0xffffffff;

/** Throws a TableFault unless every entry is sound and all together unfold to at most `most` bytes. */
export function guardZip(bytes: Uint8Array, most: number): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  let left = most;
  const tooLarge = (): TableFault => tooMany(`${Math.round(most / 1e6)} MB（解压后）`, `${Math.round(most / 1e6)} MB, unfolded,`);
  for (let index = 0; index < count; index += 1) {
    if (view.getUint32(at, true) !== entryMark) throw new RangeError('central directory');
    const method = view.getUint16(at + 10, true);
    const packed = view.getUint32(at + 20, true);
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const local = view.getUint32(at + 42, true);
    if (view.getUint32(local, true) !== localMark) throw new RangeError('local header');
    // What an entry says of itself is what the library makes room for; what it holds is what it fills.
    const declared = [view.getUint32(at + 24, true), view.getUint32(local + 22, true)].map((size) =>
      size === inZip64 ? zip64Size(view, at + 46 + nameLength, extraLength) : size,
    );
    if (packed === inZip64 || Math.max(...declared) > left) throw tooLarge();
    const data = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    if (method === 8) left -= unfolded(bytes.subarray(data, data + packed), left, tooLarge);
    else left -= packed;
    if (left < 0) throw tooLarge();
    at += 46 + nameLength + extraLength + view.getUint16(at + 32, true);
  }
}

function unfolded(packed: Uint8Array, left: number, tooLarge: () => TableFault): number {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, left) }).length;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge();
    throw error;
  }
}

function endOf(view: DataView): number {
  for (let at = view.byteLength - 22; at >= 0; at -= 1) if (view.getUint32(at, true) === endMark) return at;
  throw new RangeError('end of central directory');
}

/** The unfolded size in a ZIP64 extra field: the first value behind its header. */
function zip64Size(view: DataView, start: number, length: number): number {
  for (let at = start; at + 4 <= start + length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) === 1) return Number(view.getBigUint64(at + 4, true));
  }
  return inZip64;
}
