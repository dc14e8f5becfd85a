/** Owns what the client can do with the answers to a finding. */
import type { ClientCapabilities } from 'vscode-languageserver';
import type { ActionSupport } from '../features/code-actions.ts';
import type { ClientOptions } from '../protocol.ts';

/** What a client says of itself, as far as answers hang on it; what it does not say it cannot do. */
export function supportOf({ workspace, window }: ClientCapabilities, { commands }: ClientOptions): ActionSupport {
  return {
    documentChanges: workspace?.workspaceEdit?.documentChanges === true,
    commands: commands === true,
    showDocument: window?.showDocument?.support === true,
    annotations: workspace?.workspaceEdit?.changeAnnotationSupport !== undefined,
  };
}
