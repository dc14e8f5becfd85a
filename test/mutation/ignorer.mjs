// Owns what inside a file is not mutated: the words of a list, and in a sample the declarations that were not drawn.
import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin';

const share = Number(process.env['SPEECH_DRAFT_MUTATION_SHARE'] ?? 1);
const seed = process.env['SPEECH_DRAFT_MUTATION_SEED'] ?? '1';

/** A number from 0 up to 1 that hangs on a text alone (FNV-1a). @param {string} text */
function drawn(text) {
  let hash = 0x811c9dc5;
  for (const char of text) hash = Math.imul(hash ^ /** @type {number} */ (char.codePointAt(0)), 0x01000193) >>> 0;
  return (Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 0) / 2 ** 32;
}

/** @typedef {{ type: string, value?: unknown, elements?: readonly Node[] }} Node */
/** @typedef {{ node: Node & { id?: { name?: string } }, parent?: Node | null, toString(): string }} Place */

/** @param {Node | null | undefined} node */
function isWordList(node) {
  return node?.type === 'ArrayExpression' && (node.elements ?? []).every((element) => element.type === 'StringLiteral');
}

/** @param {import('@stryker-mutator/api/ignore').NodePath} path */
function shouldIgnore(path) {
  const place = /** @type {Place} */ (/** @type {unknown} */ (path));
  if (place.node.type === 'StringLiteral' && isWordList(place.parent)) return 'a word of a list';
  const isDeclaration = place.parent?.type === 'Program' || place.parent?.type === 'ExportNamedDeclaration';
  if (share < 1 && isDeclaration && place.node.type !== 'ExportNamedDeclaration' && drawn(`${seed} ${place.toString()}`) >= share)
    return 'not drawn';
  return undefined;
}

export const strykerPlugins = [declareValuePlugin(PluginKind.Ignore, 'speech-draft', { shouldIgnore })];
