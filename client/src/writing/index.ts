/** Owns the writing room: makes its parts and gives them to be disposed. */
import { Disposable } from 'vscode';
import type { ExtensionContext } from 'vscode';
import type { CheckedDocuments } from '../checked-documents.ts';
import type { LanguageServer } from '../language-client.ts';
import type { Announcer } from '../status/announcer.ts';
import type { Counts } from '../status/counts.ts';
import { RepeatStatus } from '../status/repeat-status.ts';
import { StageStatus } from '../status/stage-status.ts';
import { registerWays } from '../status/ways.ts';
import { watchEmptyNumbers } from './empty-number.ts';
import { Genres } from './genre.ts';
import { registerNewSpeech } from './new-speech.ts';
import { registerPreview } from './preview.ts';
import { SnippetFiles } from './snippet-files.ts';
import { registerStage } from './stage.ts';
import type { Targets } from './targets.ts';

/** What the room works with. */
export interface WritingParts {
  readonly context: ExtensionContext;
  readonly server: LanguageServer;
  readonly checked: CheckedDocuments;
  readonly counts: Counts;
  readonly announcer: Announcer;
  readonly targets: Targets;
}

/** Makes everything that helps with writing a speech as a whole: its beginning, its length, its time, its parts. */
export function registerWriting({ context, server, checked, counts, announcer, targets }: WritingParts): Disposable {
  const stage = new StageStatus(server, counts, checked, targets);
  return Disposable.from(
    registerWays(),
    new RepeatStatus(counts, checked),
    stage,
    registerStage({ server, checked, targets, announcer, refresh: () => stage.refresh() }),
    registerNewSpeech({ server, targets, announcer }),
    new Genres({ server, checked, counts, announcer, snippets: new SnippetFiles(context.extensionUri) }),
    watchEmptyNumbers(),
    registerPreview(announcer),
  );
}
