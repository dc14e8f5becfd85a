/** Owns nonces: what a page's own style and script are known by. */
import { randomBytes } from 'node:crypto';

/** Letters and digits that nobody can guess. */
export function newNonce(): string {
  return randomBytes(18).toString('hex');
}
