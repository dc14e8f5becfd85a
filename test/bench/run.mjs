// Owns `npm run bench`: the real server beside the floor, both alive, the same edits in alternating blocks; ratios, not times.
import { readFileSync, readdirSync } from 'node:fs';
import { BenchServer } from './client.mjs';

const size = 100_000;
const block = 40;
const blocks = 12;
const dropped = 2;

/** Pseudo-random numbers from a seed, so that every run makes the same edits. @param {number} seed */
function* numbers(seed) {
  for (let state = seed; ;) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state / 2 ** 32;
  }
}

const examples = readdirSync('examples')
  .filter((name) => /\.(?:txt|md)$/.test(name))
  .sort();
const source = examples.map((name) => readFileSync(`examples/${name}`, 'utf8')).join('\n');
/** A long draft made of the examples, no two paragraphs quite the same. */
function longDraft() {
  const paragraphs = source.split('\n').filter((line) => line.length > 20);
  let text = '';
  for (let count = 0; text.length < size; count += 1) text += `${paragraphs[count % paragraphs.length]?.replace(/，/, `，第${count}项`)}\n`;
  return text;
}

/** @param {number[]} values @param {number} share */
const quantile = (values, share) => [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) * share)] ?? 0;

const text = longDraft();
const uri = 'file:///bench/draft.txt';
const real = new BenchServer([process.execPath, 'dist/server.js', '--stdio']);
const realStart = await real.initialize();
const floor = new BenchServer([process.execPath, 'test/bench/floor.mjs']);
const floorStart = await floor.initialize();
const first = await real.open(uri, text);
await floor.open(uri, text);

const random = numbers(7);
const draw = () => random.next().value ?? 0;
/** @type {{ real: number[], floor: number[] }} */
const times = { real: [], floor: [] };
const lines = text.split('\n');
let version = 1;
for (let round = 0; round < blocks; round += 1) {
  const edits = Array.from({ length: block }, () => {
    const line = Math.floor(draw() * (lines.length - 1));
    const character = Math.floor(draw() * ((lines[line]?.length ?? 0) + 1));
    return { range: { start: { line, character }, end: { line, character } }, text: '，' };
  });
  const from = version;
  const took = { real: /** @type {number[]} */ ([]), floor: /** @type {number[]} */ ([]) };
  for (const [index, edit] of edits.entries()) took.real.push(await real.change(uri, from + index + 1, edit));
  await floor.notify('floor/diagnostics', { uri, diagnostics: real.diagnostics(uri) });
  for (const [index, edit] of edits.entries()) took.floor.push(await floor.change(uri, from + index + 1, edit));
  version += block;
  if (round < dropped) continue;
  times.real.push(...took.real);
  times.floor.push(...took.floor);
}

const published = real.diagnostics(uri);
const bytes = Buffer.byteLength(JSON.stringify(published)) / Math.max(1, published.length);
const rows = [
  ['initialize answered', realStart, floorStart],
  ['keystroke to findings, p50', quantile(times.real, 0.5), quantile(times.floor, 0.5)],
  ['keystroke to findings, p95', quantile(times.real, 0.95), quantile(times.floor, 0.95)],
];
console.log(
  `${size} characters, ${published.length} findings, ${bytes.toFixed(0)} bytes a finding, ${(blocks - dropped) * block} edits; first findings after ${first.toFixed(0)} ms`,
);
for (const [name, ours, theirs] of /** @type {[string, number, number][]} */ (rows)) {
  console.log(
    `${name.padEnd(30)} ${ours.toFixed(1).padStart(8)} ms   floor ${theirs.toFixed(1).padStart(8)} ms   ratio ${(ours / theirs).toFixed(2)}`,
  );
}
real.stop();
floor.stop();
process.exit(0);
