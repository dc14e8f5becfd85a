// Owns one measurement in a process of its own: loads the module it is named and tells the parent what comes of it.
import { NotEnded, Report } from './report.mjs';

const [file = ''] = process.argv.slice(2);
/** @param {import('./report.mjs').Message} message @returns {Promise<void>} when it is out */
const tell = (message) => new Promise((done) => (process.send ? void process.send(message, undefined, {}, () => done()) : done()));
// Without the parent nobody hears.
const orphaned = () => process.exit(1);
process.once('disconnect', orphaned);
try {
  const { measure } = await import(file);
  await measure(new Report((message) => void tell(message)));
} catch (error) {
  const reason = error instanceof NotEnded ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error);
  // What was bundled in memory has no shorter name than its text.
  await tell({ kind: 'failed', reason: reason.replace(/data:text\/javascript;base64,[\w+/=]+/g, 'bundle') });
}
await tell({ kind: 'say', line: '' });
process.exit();
