/** Owns opening the sample speech of the walkthrough: a copy without a file, so that nothing can be spoilt. */
import { Uri, commands, window, workspace } from 'vscode';
import type { Disposable } from 'vscode';

/** Registers the command. `extension` is the folder of the extension. */
export function registerOpenSample(extension: Uri): Disposable {
  return commands.registerCommand('speechDraft.openSample', async () => {
    const bytes = await workspace.fs.readFile(Uri.joinPath(extension, 'media', 'walkthrough', 'sample.txt'));
    const document = await workspace.openTextDocument({ language: 'speech', content: new TextDecoder().decode(bytes) });
    await window.showTextDocument(document, { preview: false });
  });
}
