// Owns: hearing what the extension tells a person in messages, and pressing their buttons. The message is shown as well.

import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import * as vscode from 'vscode';

const kinds = { warning: 'showWarningMessage', error: 'showErrorMessage' } as const;

/** One message as it was told. */
export interface Told {
  readonly kind: keyof typeof kinds;
  readonly text: string;
  readonly buttons: readonly string[];
  /** What the person does who reads it. */
  readonly press: (button: string) => void;
}

type Show = (text: string, ...buttons: readonly string[]) => Thenable<string | undefined>;

/**
 * Hears the warnings and errors of the extension while `body` goes on.
 *
 * @param body is given the list of what has been told so far; it grows
 */
export async function listening(body: (told: readonly Told[]) => Promise<void>): Promise<void> {
  const extension = vscode.extensions.getExtension('speech-draft.speech-draft');
  assert.ok(extension);
  // Each extension has an API of its own, told apart by where the file lies that asks for it.
  const { window } = createRequire(join(extension.extensionPath, 'dist', 'client.cjs'))('vscode') as typeof vscode;
  const told: Told[] = [];
  const before = new Map(Object.values(kinds).map((name) => [name, window[name]]));
  for (const [kind, name] of Object.entries(kinds) as [Told['kind'], (typeof kinds)[Told['kind']]][]) {
    const show = window[name] as Show;
    const heard: Show = (text, ...buttons) =>
      new Promise((resolve) => {
        told.push({ kind, text, buttons, press: resolve });
        void show.call(window, text, ...buttons).then(resolve);
      });
    Object.assign(window, { [name]: heard });
  }
  try {
    await body(told);
  } finally {
    Object.assign(window, Object.fromEntries(before));
  }
}
