// Owns a trap for processes under test (`node --import trap.mjs …`): whatever would reach the network or start another
// program is said on standard error, behind `trapped:`, and ends the process. Threads inherit it.
import childProcess from 'node:child_process';
import dgram from 'node:dgram';
import dns from 'node:dns';
import { writeSync } from 'node:fs';
import http from 'node:http';
import http2 from 'node:http2';
import https from 'node:https';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import tls from 'node:tls';

/** @param {object} holder @param {string[]} names @param {string} of */
function trap(holder, names, of) {
  for (const name of names)
    Object.defineProperty(holder, name, {
      configurable: true,
      writable: true,
      value: () => {
        writeSync(2, `trapped: ${of}.${name}\n${new Error().stack}\n`);
        process.exit(97);
      },
    });
}

trap(net, ['connect', 'createConnection', 'createServer'], 'net');
trap(net.Socket.prototype, ['connect'], 'net.Socket');
trap(tls, ['connect', 'createServer'], 'tls');
trap(http, ['request', 'get', 'createServer'], 'http');
trap(https, ['request', 'get', 'createServer'], 'https');
trap(http2, ['connect', 'createServer', 'createSecureServer'], 'http2');
trap(dgram, ['createSocket'], 'dgram');
for (const holder of [dns, dns.promises])
  trap(
    holder,
    Object.keys(holder).filter((name) => /^(?:lookup|resolve|reverse)/.test(name)),
    'dns',
  );
trap(childProcess, ['exec', 'execFile', 'execFileSync', 'execSync', 'fork', 'spawn', 'spawnSync'], 'child_process');
trap(globalThis, ['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest'], 'globalThis');
syncBuiltinESMExports();
