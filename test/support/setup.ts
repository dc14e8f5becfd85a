/**
 * Owns what holds for every test file: properties draw from one seed, so that a run can be had again. Another seed, or
 * `random`, comes in SPEECH_DRAFT_SEED.
 */
import fc from 'fast-check';

const wish = process.env['SPEECH_DRAFT_SEED'] ?? '20261123';
if (wish !== 'random') fc.configureGlobal({ seed: Number(wish) });
