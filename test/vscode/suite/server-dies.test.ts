// The server's process is killed, or stands still, under a person who types: it is started again, the person is told once,
// and the findings come back by themselves; the fifth time in three minutes it is not, and the person is told with a button
// for the log.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { suite, test } from 'mocha';
import * as vscode from 'vscode';
import { findings, openDraft, placeholdersFound, type OpenDraft } from './draft';
import { listening, type Told } from './told';
import { until } from './until';

const patience = 60_000;
const testMilliseconds = 240_000;

/** The process of the server: a child of the extension host. */
function serverProcess(): number | undefined {
  const rows = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,stat=,args='], { encoding: 'utf8' }).split('\n');
  for (const row of rows) {
    const [, pid, parent, state = '', args = ''] = /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(row) ?? [];
    if (Number(parent) === process.pid && !state.startsWith('Z') && /dist[\\/]server\.js/.test(args)) return Number(pid);
  }
  return undefined;
}

/** Waits for a server that is another one than the last. */
const newServer = (last?: number): Promise<number> =>
  until(
    `a server other than ${last}`,
    () => {
      const found = serverProcess();
      return found === last ? undefined : found;
    },
    serverProcess,
    patience,
  );

/** Starts a new server, of which nothing was counted and told yet; the last one may take a moment to go. */
async function freshServer(): Promise<number> {
  const before = serverProcess();
  await vscode.commands.executeCommand('speechDraft.restartServer');
  return newServer(before);
}

/** Types a sentence with one more hole at the end. */
async function type(open: OpenDraft, sentence: string): Promise<void> {
  const { document, editor } = open;
  const end = document.getText().length;
  for (const character of sentence) await editor.edit((edit) => edit.insert(document.positionAt(document.getText().length), character));
  const start = end + sentence.indexOf('XX');
  open.holes.push({ start, end: start + 2 });
}

/** What was told: its kind, words and buttons. */
const words = (told: readonly Told[]) => told.map(({ kind, text, buttons }) => ({ kind, text, buttons }));
const stopped = {
  kind: 'warning',
  text: 'The checking service stopped unexpectedly and is being started again. Your text is not affected.',
  buttons: ['Show Output'],
};
const stoodStill = { ...stopped, text: 'The checking service did not answer and is being started again. Your text is not affected.' };
const over = {
  kind: 'error',
  text: 'Drafts are not checked: the checking service has stopped.',
  buttons: ['Restart', 'Show Output'],
};

/** The log in sight of the person. */
const shownLog = (): vscode.TextEditor | undefined =>
  vscode.window.visibleTextEditors.find(({ document: { uri } }) => uri.scheme === 'output' && uri.path.includes('Speech Draft'));

// Windows has neither these signals nor `ps`.
const posix = process.platform !== 'win32';
if (!posix) console.log('skipped: a server that dies: Windows has no signals');

(posix ? suite : suite.skip)('a server that dies', () => {
  test('killed while a person types: told once, and the findings come back', async () => {
    const open = await openDraft('中断.txt', '今年新修水渠⟦XX⟧条。\n');
    await placeholdersFound(open);
    const first = await newServer();
    await listening(async (told) => {
      const typing = type(open, '新增灌溉面积XX亩。\n');
      process.kill(first, 'SIGKILL');
      await typing;
      const second = await newServer(first);
      await placeholdersFound(open, patience);
      assert.deepEqual(words(told), [stopped]);
      process.kill(second, 'SIGKILL');
      await newServer(second);
      await type(open, '改造大棚XX个。\n');
      await placeholdersFound(open, patience);
      assert.deepEqual(words(told), [stopped], 'the second time');
    });
  }).timeout(testMilliseconds);

  test('one that does not answer is started again, and the person is told', async () => {
    const open = await openDraft('停顿.txt', '全年培训⟦XX⟧人次。\n');
    const first = await freshServer();
    await placeholdersFound(open);
    await listening(async (told) => {
      process.kill(first, 'SIGSTOP');
      await type(open, '其中女性XX人次。\n');
      await newServer(first);
      await placeholdersFound(open, patience);
      assert.deepEqual(words(told), [stoodStill]);
    });
  }).timeout(testMilliseconds);

  test('one that does not answer is replaced at once by the command', async () => {
    const open = await openDraft('重启.txt', '新建书屋⟦XX⟧家。\n');
    await placeholdersFound(open);
    const first = await newServer();
    process.kill(first, 'SIGSTOP');
    await vscode.commands.executeCommand('speechDraft.restartServer');
    await newServer(first);
    await placeholdersFound(open, patience);
    await until(
      'the end of the old one',
      () => (alive(first) ? undefined : true),
      () => first,
      patience,
    );
  }).timeout(testMilliseconds);

  test('the fifth time in three minutes it stays away, until a person starts it; a button shows the log', async () => {
    const open = await openDraft('五次.txt', '整治沟塘⟦XX⟧口。\n');
    await placeholdersFound(open);
    let last = await freshServer();
    await listening(async (told) => {
      for (let count = 1; count < 5; count += 1) {
        process.kill(last, 'SIGKILL'); // on its way up, too
        last = await newServer(last);
      }
      await placeholdersFound(open, patience);
      assert.deepEqual(words(told), [stopped]);
      process.kill(last, 'SIGKILL');
      await until('the end of what the server said', () => (findings(open.document).length === 0 ? true : undefined), undefined, patience);
      await type(open, '绿化庭院XX户。\n');
      const status = await vscode.commands.executeCommand('speechDraft.serverStatus', { silent: true });
      assert.deepEqual({ status, server: serverProcess() }, { status: undefined, server: undefined });
      assert.deepEqual(words(told), [stopped, over]);
      assert.equal(shownLog(), undefined);
      told.at(-1)?.press('Show Output');
      await until(
        'the log in sight',
        shownLog,
        () => vscode.window.visibleTextEditors.map(({ document }) => String(document.uri)),
        patience,
      );
      await vscode.commands.executeCommand('workbench.action.closePanel');
      await vscode.commands.executeCommand('speechDraft.restartServer');
      await placeholdersFound(open, patience);
      assert.equal(told.length, 2);
    });
  }).timeout(testMilliseconds);

  test('the button that starts it again does so', async () => {
    const open = await openDraft('再启.txt', '新修机耕路⟦XX⟧公里。\n');
    let last = await freshServer();
    await placeholdersFound(open);
    await listening(async (told) => {
      for (let count = 1; count < 5; count += 1) {
        process.kill(last, 'SIGKILL');
        last = await newServer(last);
      }
      process.kill(last, 'SIGKILL');
      const message = await until(
        'the error',
        () => told.find(({ kind }) => kind === 'error'),
        () => words(told),
        patience,
      );
      message.press('Restart');
      await newServer(last);
      await placeholdersFound(open, patience);
    });
  }).timeout(testMilliseconds);
});

function alive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
