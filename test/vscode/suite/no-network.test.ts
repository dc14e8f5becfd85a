// The trap itself: what stands in the client's bundle is caught, what others do is not. That the extension is never caught
// is held by run.ts, over the whole suite.

import assert from 'node:assert/strict';
import { basename } from 'node:path';
import { runInThisContext } from 'node:vm';
import { suite, test } from 'mocha';
import * as vscode from 'vscode';
import { caughtCalls, clientOf } from './no-network';

const ways: readonly [name: string, code: string][] = [
  ['net.Socket.connect', "require('net').connect(9)"],
  ['net.Server.listen', "require('net').createServer().listen(0)"],
  ['dns.lookup', "require('dns').lookup('localhost', () => {})"],
  ['dgram.createSocket', "require('dgram').createSocket('udp4')"],
  ['globalThis.fetch', "fetch('http://127.0.0.1:9')"],
  ['child_process.spawn', "require('child_process').spawn('true')"],
  ['child_process.fork', "require('child_process').fork('other.js')"],
];

suite('the trap for the network', () => {
  const extension = vscode.extensions.getExtension('speech-draft.speech-draft');
  assert.ok(extension);
  for (const [[name, code], filename] of ways.flatMap((way) => clientOf(extension.extensionPath).map((file) => [way, file] as const))) {
    test(`catches ${name} in ${basename(filename)}`, () => {
      const caught = caughtCalls();
      const before = caught.length;
      const call = runInThisContext(`(require) => { ${code} }`, { filename }) as (loader: NodeJS.Require) => unknown;
      assert.throws(() => call(require), /reaches for the network/);
      assert.deepEqual(
        caught.splice(before).map((one) => one.split('\n')[0]),
        [name],
      );
    });
  }

  test('lets others through', () => {
    const call = runInThisContext("(require) => require('dns').lookup('localhost', () => {})", { filename: 'other.cjs' }) as (
      loader: NodeJS.Require,
    ) => unknown;
    call(require);
    assert.deepEqual(caughtCalls(), []);
  });
});
