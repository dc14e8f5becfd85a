/** Owns asking the client which files it hides from its user. */
import type { Connection } from 'vscode-languageserver';

/** The globs of `files.exclude`, relative to the folders of the workspace; none where the client does not know them. */
export async function hiddenFiles(connection: Connection): Promise<string[]> {
  try {
    const given: unknown = await connection.workspace.getConfiguration('files.exclude');
    return Object.entries((given ?? {}) as Record<string, unknown>).flatMap(([glob, isHidden]) => (isHidden === true ? [glob] : []));
  } catch {
    return [];
  }
}
