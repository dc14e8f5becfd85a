/** Owns reading the snippets that come with the extension, to find the one that writes a part. */
import { Uri, workspace } from 'vscode';

/** A snippet as it is inserted. */
export interface FoundSnippet {
  readonly name: string;
  readonly body: string;
}

interface Entry {
  readonly role?: string;
  readonly genres?: readonly string[];
}

/** The files, read when first asked for. */
export class SnippetFiles {
  readonly #folder: Uri;
  #read: Promise<readonly [Readonly<Record<string, Entry>>, Readonly<Record<string, { readonly body: readonly string[] }>>]> | undefined;

  /** `extension` is where the extension is installed. */
  constructor(extension: Uri) {
    this.#folder = Uri.joinPath(extension, 'snippets');
  }

  /** The first snippet of a genre that writes one of the parts; failing that, one of any genre. */
  async find(genre: string, roles: readonly string[]): Promise<FoundSnippet | undefined> {
    const [index, bodies] = await (this.#read ??= this.#readBoth());
    const able = Object.entries(index).filter(([, { role }]) => role !== undefined && roles.includes(role));
    const [name] = able.find(([, { genres }]) => genres?.includes(genre)) ?? able[0] ?? [];
    const body = name === undefined ? undefined : bodies[name]?.body;
    return name !== undefined && body ? { name, body: body.join('\n') } : undefined;
  }

  async #readBoth(): Promise<[Record<string, Entry>, Record<string, { body: string[] }>]> {
    const read = async (name: string): Promise<unknown> =>
      JSON.parse(new TextDecoder().decode(await workspace.fs.readFile(Uri.joinPath(this.#folder, name))));
    return [
      (await read('index.json')) as Record<string, Entry>,
      (await read('speech.code-snippets')) as Record<string, { body: string[] }>,
    ];
  }
}
