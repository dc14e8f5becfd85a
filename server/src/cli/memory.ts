/** Owns how much memory the threads of the command may take. */
import { getHeapStatistics } from 'node:v8';
import type { ResourceLimits } from 'node:worker_threads';

/** So much memory is for what was made last, in MB: most of it is gone soon, and looking for what is not costs by the look. */
const young = 64;

/** As much as the process itself may take. */
export function threadLimits(): ResourceLimits {
  return { maxOldGenerationSizeMb: Math.floor(getHeapStatistics().heap_size_limit / 1_048_576), maxYoungGenerationSizeMb: young };
}
