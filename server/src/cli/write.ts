/** Owns writing to the terminal's streams. */
import { writeSync } from 'node:fs';

/** Writes all of the pieces to a stream: a pipe that is full is tried again, one that nobody reads any more is the end. */
export function write(pieces: Iterable<string | Uint8Array>, descriptor = 1): void {
  for (const piece of pieces) {
    const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece;
    for (let at = 0; at < bytes.length;) {
      try {
        at += writeSync(descriptor, bytes, at);
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException;
        if (code === 'EPIPE') return;
        if (code !== 'EAGAIN') throw error;
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2); // the reader is slower
      }
    }
  }
}
