// Owns a keystroke beside AutoCorrect's language server: the same text and the same edits for both, in turn.
import { Transform } from 'node:stream';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { quantile } from '../figures.mjs';
import { BenchServer } from '../server/client.mjs';
import { edits, speech } from '../server/texts.mjs';

const [block, blocks, dropped] = [20, 8, 2];

/** Takes away what stands before the first header. @param {import('node:stream').Readable} stdout */
function withoutBanner(stdout) {
  let isOver = false;
  let held = Buffer.alloc(0);
  return stdout.pipe(
    new Transform({
      transform(/** @type {Buffer} */ chunk, _, done) {
        if (isOver) return done(null, chunk);
        held = Buffer.concat([held, chunk]);
        const at = held.indexOf('Content-Length');
        if (at < 0) return done();
        isOver = true;
        return done(null, held.subarray(at));
      },
    }),
  );
}

/**
 * @param {import('../report.mjs').Report} report
 * @param {string[]} command of the other server
 * @param {number} size characters
 * @returns {Promise<{ ours: { p50: number, findings: number }, theirs: { p50: number, findings: number } }>} milliseconds
 */
export async function besideAutoCorrect(report, command, size) {
  const ours = new BenchServer([process.execPath, 'dist/server.js', '--stdio']);
  const theirs = new BenchServer(command, withoutBanner);
  const uri = 'file:///bench/draft.txt';
  try {
    let text = speech('mix', size, 7);
    await report.phase('both servers open the draft', 60, async () => {
      await ours.initialize();
      await theirs.initialize();
      await ours.open(uri, text);
      await ours.rest();
      await theirs.replace(uri, 1, text);
    });
    const all = edits(text, block * blocks, 7);
    /** @type {{ ours: number[], theirs: number[] }} */
    const took = { ours: [], theirs: [] };
    for (let round = 0; round < blocks; round += 1) {
      const some = all.slice(round * block, (round + 1) * block);
      const first = round * block + 2;
      await report.phase(`${block} keystrokes for each of both, ${round + 1} of ${blocks}`, 60, async () => {
        const [mine, others] = [/** @type {number[]} */ ([]), /** @type {number[]} */ ([])];
        for (const [index, edit] of some.entries()) mine.push(await ours.change(uri, first + index, edit));
        await ours.rest();
        for (const [index, edit] of some.entries()) {
          text = TextDocument.applyEdits(TextDocument.create(uri, 'plaintext', 1, text), [{ range: edit.range, newText: edit.text }]);
          others.push(await theirs.replace(uri, first + index, text));
        }
        if (round < dropped) return;
        took.ours.push(...mine);
        took.theirs.push(...others);
      });
    }
    return {
      ours: { p50: quantile(took.ours, 0.5), findings: ours.diagnostics(uri).length },
      theirs: { p50: quantile(took.theirs, 0.5), findings: theirs.diagnostics(uri).length },
    };
  } finally {
    ours.stop();
    theirs.stop();
  }
}
