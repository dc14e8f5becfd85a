// Owns: a short address for the workbench: a port of our own in front of the VS Code server that sends a bare visit on
// to the folder and the file that are to be seen, and hands everything else through.

import http from 'node:http';
import net from 'node:net';
import { pathToFileURL } from 'node:url';

/**
 * @typedef {object} Door
 * @property {number} port
 * @property {() => Promise<void>} close
 */

/**
 * @param {{ port: number }} server the VS Code server behind it, on 127.0.0.1
 * @param {{ folder: string, file?: string | undefined, port?: number | undefined }} show absolute paths; without a port a free one
 * @returns {Promise<Door>}
 * @throws {Error} if the port is taken
 */
export async function openFrontDoor(server, show) {
  const door = http.createServer((request, response) => {
    const target = new URL(request.url ?? '/', 'http://127.0.0.1');
    const bare = target.pathname === '/' && !['folder', 'workspace', 'ew'].some((name) => target.searchParams.has(name));
    if (request.method === 'GET' && bare) {
      const host = request.headers.host ?? '';
      response.writeHead(302, { location: `/?${destination(target.searchParams.get('tkn'), host, show)}` }).end();
      return;
    }
    passOn(request, response, server.port);
  });
  /** @type {Set<net.Socket>} open connections, those that became tunnels included */
  const connections = new Set();
  door.on('connection', (socket) => {
    connections.add(socket);
    socket.once('close', () => connections.delete(socket));
  });
  door.on('upgrade', (request, socket, head) => tunnel(request, socket, head, server.port));
  await new Promise((resolve, reject) => {
    door.once('error', reject);
    door.listen(show.port ?? 0, '127.0.0.1', () => resolve(undefined));
  });
  const address = door.address();
  if (address === null || typeof address === 'string') throw new Error('the front door has no port');
  const close = () =>
    new Promise((/** @type {(nothing: void) => void} */ resolve) => {
      door.close(() => resolve());
      for (const socket of connections) socket.destroy();
    });
  return { port: address.port, close };
}

/**
 * @param {string | null} key
 * @param {string} host as the browser names it
 * @param {{ folder: string, file?: string | undefined }} show
 */
function destination(key, host, { folder, file }) {
  const query = new URLSearchParams();
  if (key !== null) query.set('tkn', key);
  query.set('folder', folder);
  if (file) {
    query.set('payload', JSON.stringify([['openFile', `vscode-remote://${host}${pathToFileURL(file).pathname}`]]));
  }
  return query;
}

/** @param {http.IncomingMessage} request @param {http.ServerResponse} response @param {number} port */
function passOn(request, response, port) {
  const { method, headers, url } = request;
  const behind = http.request({ host: '127.0.0.1', port, method, headers, path: url, agent: false }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
    answer.pipe(response);
  });
  behind.on('error', () => response.destroy());
  response.on('close', () => behind.destroy());
  request.pipe(behind);
}

/** @param {http.IncomingMessage} request @param {import('node:stream').Duplex} socket @param {Buffer} head @param {number} port */
function tunnel(request, socket, head, port) {
  const behind = net.connect(port, '127.0.0.1', () => {
    const headers = request.rawHeaders.map((word, i) => (i % 2 === 0 ? `${word}: ` : `${word}\r\n`)).join('');
    behind.write(`${request.method} ${request.url} HTTP/1.1\r\n${headers}\r\n`);
    behind.write(head);
    behind.pipe(socket);
    socket.pipe(behind);
  });
  behind.on('error', () => socket.destroy());
  socket.on('error', () => behind.destroy());
  behind.on('close', () => socket.destroy());
  socket.on('close', () => behind.destroy());
}
