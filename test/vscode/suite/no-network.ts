// Owns: seeing to it that the extension reaches no network, and starts no program but its server, in the extension host.
// VS Code itself talks to its window over sockets there, so a call is told by whose code it comes from.

import childProcess from 'node:child_process';
import dgram from 'node:dgram';
import dns from 'node:dns';
import net from 'node:net';
import { join } from 'node:path';

/** Whether a line of a stack lies in one of the client's bundles. */
export type IsOurs = (line: string) => boolean;

/** The bundles of the client of an extension. */
export const clientOf = (extension: string): readonly string[] =>
  ['client.cjs', 'language-client.cjs'].map((name) => join(extension, 'dist', name));

const key = Symbol.for('speechDraft.caught');

/** What has been caught so far: the name of the function and the stack. One list, although each test file is a bundle. */
export function caughtCalls(): string[] {
  const holder = globalThis as { [key]?: string[] };
  return (holder[key] ??= []);
}

/**
 * Traps every way into the network that the client's bundles could take, and every program but the server. A call that is
 * caught throws, and is told by `caughtCalls`.
 *
 * @param extension its folder
 */
export function trapNetwork(extension: string): void {
  const client = clientOf(extension);
  const server = join(extension, 'dist', 'server.js');
  /** @param isAllowed by its arguments */
  const trap = (holder: object, of: string, names: readonly string[], isAllowed: (...given: unknown[]) => boolean = () => false): void => {
    for (const name of names) {
      const before = (holder as Record<string, unknown>)[name];
      if (typeof before !== 'function') continue;
      const trapped = function (this: unknown, ...given: unknown[]): unknown {
        const stack = wholeStack();
        if (client.some((bundle) => stack.includes(bundle)) && !isAllowed(...given)) {
          caughtCalls().push(`${of}.${name}\n${stack}`);
          throw new Error(`${of}.${name}: the extension reaches for the network or for a program`);
        }
        return new.target ? (Reflect.construct(before, given, new.target) as unknown) : (Reflect.apply(before, this, given) as unknown);
      };
      Object.defineProperty(holder, name, { configurable: true, writable: true, value: trapped });
    }
  };
  trap(net.Socket.prototype, 'net.Socket', ['connect']);
  trap(net.Server.prototype, 'net.Server', ['listen']);
  trap(dgram, 'dgram', ['createSocket']);
  trap(dns, 'dns', ['lookup', 'resolve', 'resolve4', 'resolve6']);
  trap(globalThis, 'globalThis', ['fetch', 'WebSocket', 'EventSource']);
  trap(childProcess, 'child_process', ['exec', 'execFile', 'execFileSync', 'execSync', 'spawn', 'spawnSync']);
  trap(childProcess, 'child_process', ['fork'], (module) => module === server);
}

function wholeStack(): string {
  const before = Error.stackTraceLimit;
  Error.stackTraceLimit = Infinity;
  const { stack = '' } = new Error();
  Error.stackTraceLimit = before;
  return stack;
}
