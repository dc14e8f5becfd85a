/** A package never carries a native module of another system than its target's. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { builtFor, runsOn } from '../../scripts/binary.mjs';

function bytes(at: Readonly<Record<number, readonly number[]>>, length = 256): Buffer {
  const file = Buffer.alloc(length);
  for (const [place, values] of Object.entries(at)) Buffer.from(values).copy(file, Number(place));
  return file;
}
const elf = [0x7f, 0x45, 0x4c, 0x46];
const mach = [0xcf, 0xfa, 0xed, 0xfe];
const pe = { 0: [0x4d, 0x5a], 0x3c: [0x80], 0x80: [0x50, 0x45, 0, 0] };

describe('what a native module was built for', () => {
  it.each<[string | undefined, Buffer]>([
    ['linux-x64', bytes({ 0: elf, 18: [0x3e, 0] })],
    ['linux-arm64', bytes({ 0: elf, 18: [0xb7, 0] })],
    [undefined, bytes({ 0: elf, 18: [0x28, 0] })],
    ['darwin-x64', bytes({ 0: mach, 4: [7, 0, 0, 1] })],
    ['darwin-arm64', bytes({ 0: mach, 4: [0x0c, 0, 0, 1] })],
    ['win32-x64', bytes({ ...pe, 0x84: [0x64, 0x86] })],
    ['win32-arm64', bytes({ ...pe, 0x84: [0x64, 0xaa] })],
    [undefined, bytes({ 0: [0x4d, 0x5a], 0x3c: [0xff, 0xff, 0xff, 0x7f] })],
    [undefined, bytes({})],
    [undefined, Buffer.from('#!/bin/sh')],
  ])('%s', (wanted, file) => {
    expect(builtFor(file)).toBe(wanted);
  });

  it('the one that is installed is of this machine', () => {
    const installed = join(dirname(createRequire(import.meta.url).resolve('nodejieba/package.json')), 'build/Release/nodejieba.node');
    expect(builtFor(readFileSync(installed))).toBe(`${process.platform}-${process.arch}`);
  });

  it.each([
    ['linux-x64', 'linux-x64', true],
    ['linux-x64', 'alpine-x64', true],
    ['linux-x64', 'linux-arm64', false],
    ['linux-x64', 'darwin-x64', false],
    [undefined, 'linux-x64', false],
  ])('%s on %s: %s', (built, target, runs) => {
    expect(runsOn(built, target)).toBe(runs);
  });
});
