// Owns: telling for which system and processor a native module was built, by its first bytes.

const machines = Object.freeze({
  elf: new Map([
    [0x3e, 'x64'],
    [0xb7, 'arm64'],
  ]),
  mach: new Map([
    [0x01000007, 'x64'],
    [0x0100000c, 'arm64'],
  ]),
  pe: new Map([
    [0x8664, 'x64'],
    [0xaa64, 'arm64'],
  ]),
});

/**
 * @param {Buffer} file the whole file
 * @returns {string | undefined} as in `linux-x64`; `undefined` for anything that is no library of a system known here
 */
export function builtFor(file) {
  if (file.length < 64) return undefined;
  /** @param {string} system @param {string | undefined} processor */
  const named = (system, processor) => (processor === undefined ? undefined : `${system}-${processor}`);
  if (file.toString('latin1', 0, 4) === '\x7fELF') return named('linux', machines.elf.get(file.readUInt16LE(18)));
  if (file.readUInt32LE(0) === 0xfeedfacf) return named('darwin', machines.mach.get(file.readUInt32LE(4)));
  if (file.toString('latin1', 0, 2) === 'MZ') {
    const header = file.readUInt32LE(0x3c);
    if (header + 6 > file.length || file.toString('latin1', header, header + 2) !== 'PE') return undefined;
    return named('win32', machines.pe.get(file.readUInt16LE(header + 4)));
  }
  return undefined;
}

/** Whether a library built for one thing runs on a target: Alpine is a Linux. @param {string | undefined} built @param {string} target */
export function runsOn(built, target) {
  return built !== undefined && built === target.replace(/^alpine-/, 'linux-');
}
