/** Owns in which languages the editor does not ask for completion by itself. */
import { workspace } from 'vscode';

/** The checked languages in which `editor.quickSuggestions` is off for text, as it is for Markdown by VS Code's own default. */
export function languagesAskedWhenCalled(): readonly string[] {
  const given: unknown = workspace.getConfiguration('speechDraft').get('languages');
  const languages = Array.isArray(given) ? given.filter((id): id is string => typeof id === 'string') : [];
  return languages.filter((languageId) => {
    const quick: unknown = workspace.getConfiguration('editor', { languageId }).get('quickSuggestions');
    const other: unknown = typeof quick === 'object' && quick !== null ? (quick as Record<string, unknown>)['other'] : quick;
    return other === false || other === 'off';
  });
}
