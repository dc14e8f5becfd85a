/** Owns the folders of drafts that the tests of the workspace's index make, and their clients. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach } from 'vitest';
import type { FileChangeType } from 'vscode-languageserver';
import type { Diagnostic } from 'vscode-languageserver';
import { echoReportMethod } from '../../server/src/protocol.ts';
import type { EchoReportResult } from '../../server/src/protocol.ts';
import { startClient } from '../support/client.ts';
import type { ClientSetup, TestClient } from '../support/client.ts';

const undo: (() => void | Promise<void>)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

export const shared = '全县上下紧盯年初确定的十件民生实事，逐项建立台账，逐月通报进度，逐件对账销号';
export const here = `工作会讲话\n同志们：\n今年以来，${shared}。\n下一步要早打算。\n`;
export const there = `动员会讲话\n各位代表：\n过去一年，${shared}。\n会后就动手。\n`;
export const other = '座谈会讲话\n同志们：\n今天天气很好，大家谈谈看法。\n';
export const on = { workspaceIndex: true };

export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'workspace-index-'));
  undo.push(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) put(join(folder, name), content);
  return folder;
}

export function put(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

export async function clientIn(folder: string, setup: ClientSetup = {}): Promise<TestClient> {
  const client = await startClient({ folder: uriOf(folder), settings: on, ...setup });
  undo.push(() => client.stop());
  return client;
}

/** A folder with these drafts, and a client that has `a.txt` open with the text `here`. */
export async function opened(
  files: Readonly<Record<string, string | Uint8Array>>,
  setup: ClientSetup = {},
): Promise<{ folder: string; a: string; client: TestClient }> {
  const folder = folderWith(files);
  const a = uriOf(folder, 'a.txt');
  const client = await clientIn(folder, setup);
  client.open(a, here);
  return { folder, a, client };
}

export const uriOf = (...path: string[]): string => pathToFileURL(join(...path)).href;
export const repeats = (all: readonly Diagnostic[]): Diagnostic[] => all.filter(({ code }) => code === 'repeated-passage');
export const isRepeated = (all: Diagnostic[]): boolean => repeats(all).length > 0;
export const isClean = (all: Diagnostic[]): boolean => repeats(all).length === 0;
export const places = (all: readonly Diagnostic[]): string[] =>
  repeats(all).flatMap(({ relatedInformation = [] }) => relatedInformation.map(({ location }) => location.uri));
export const reportOf = (client: TestClient): Promise<EchoReportResult> => client.connection.sendRequest(echoReportMethod);

export function changed(client: TestClient, type: FileChangeType, ...path: string[]): void {
  void client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: uriOf(...path), type }] });
}

/** Waits until so many drafts that are not open are compared with. */
export async function known(client: TestClient, count: number): Promise<EchoReportResult> {
  await client.poll(async () => (await reportOf(client)).elsewhere === count);
  return reportOf(client);
}
