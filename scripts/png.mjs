// Owns: making a screenshot smaller: a PNG with a palette of its most frequent colours; every other pixel, a shade at the
// edge of a letter, takes the nearest of them. Reads what a browser writes: 8 bits a channel, RGB or RGBA, opaque.

import { crc32, deflateSync, inflateSync } from 'node:zlib';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const colourTypes = Object.freeze({ rgb: 2, palette: 3, rgba: 6 });
const paletteSize = 256;

/**
 * @param {Buffer} png
 * @returns {Buffer} the picture with at most 256 colours
 * @throws {Error} for a PNG of another kind
 */
export function shrinkPng(png) {
  const { width, height, colours } = decode(png);
  /** @type {Map<number, number>} */
  const counts = new Map();
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const palette = [...counts.keys()].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || a - b).slice(0, paletteSize);
  /** @type {Map<number, number>} */
  const indexOf = new Map(palette.map((colour, index) => [colour, index]));
  for (const colour of counts.keys()) if (!indexOf.has(colour)) indexOf.set(colour, nearest(colour, palette));
  const rows = Buffer.alloc((width + 1) * height); // each row begins with its filter: 0, none
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) rows[y * (width + 1) + 1 + x] = indexOf.get(colours[y * width + x] ?? 0) ?? 0;
  }
  return encode(width, height, palette, rows);
}

/** @param {number} colour @param {number[]} palette */
function nearest(colour, palette) {
  const distance = (/** @type {number} */ other) =>
    [16, 8, 0].reduce((sum, shift) => sum + (((colour >> shift) & 0xff) - ((other >> shift) & 0xff)) ** 2, 0);
  return palette.reduce((best, other, index) => (distance(other) < distance(palette[best] ?? 0) ? index : best), 0);
}

/** @param {Buffer} png @returns {{ width: number, height: number, colours: Uint32Array }} colours as 0xRRGGBB */
function decode(png) {
  if (!png.subarray(0, 8).equals(signature)) throw new Error('not a PNG');
  const width = png.readUInt32BE(16);
  const height = png.readUInt32BE(20);
  const [depth, type, , , interlaced] = png.subarray(24, 29);
  const channels = type === colourTypes.rgb ? 3 : type === colourTypes.rgba ? 4 : 0;
  if (depth !== 8 || channels === 0 || interlaced) throw new Error('a PNG of a kind that is not read');
  const packed = [];
  for (let at = 8; at < png.length; at += png.readUInt32BE(at) + 12) {
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') packed.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  }
  const data = inflateSync(Buffer.concat(packed));
  const stride = width * channels;
  const colours = new Uint32Array(width * height);
  /** @type {Buffer} */
  let above = Buffer.alloc(stride);
  for (let y = 0; y < height; y++) {
    const row = data.subarray(y * (stride + 1) + 1, (y + 1) * (stride + 1));
    const filter = data[y * (stride + 1)] ?? 0;
    for (let x = 0; x < stride; x++) row[x] = (row[x] ?? 0) + predicted(filter, row, above, x, channels);
    for (let x = 0; x < width; x++) colours[y * width + x] = row.readUIntBE(x * channels, 3);
    above = row;
  }
  return { width, height, colours };
}

/** What a PNG filter expects of a byte. @param {number} filter @param {Buffer} row @param {Buffer} above @param {number} x @param {number} channels */
function predicted(filter, row, above, x, channels) {
  const left = x < channels ? 0 : (row[x - channels] ?? 0);
  const up = above[x] ?? 0;
  if (filter === 0) return 0;
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  const corner = x < channels ? 0 : (above[x - channels] ?? 0);
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

/** @param {number} width @param {number} height @param {number[]} palette @param {Buffer} rows */
function encode(width, height, palette, rows) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, colourTypes.palette, 0, 0, 0], 8);
  const colours = Buffer.alloc(palette.length * 3);
  palette.forEach((colour, index) => colours.writeUIntBE(colour, index * 3, 3));
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('PLTE', colours),
    chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** @param {string} type @param {Buffer} data */
function chunk(type, data) {
  const head = Buffer.alloc(4);
  head.writeUInt32BE(data.length);
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const tail = Buffer.alloc(4);
  tail.writeUInt32BE(crc32(body));
  return Buffer.concat([head, body, tail]);
}
