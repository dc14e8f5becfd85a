/** Owns writing JSON in pieces, laid out as `JSON.stringify(value, null, 2)` would: a large report need not be one string. */

/** A value of JSON whose lists may still be under way. Members that are `undefined` are left out. */
export type Json = string | number | boolean | undefined | Iterable<Json> | { readonly [name: string]: Json };

/** The pieces of a value, in order. */
export function* pieces(value: Json, indent = ''): Iterable<string> {
  if (typeof value !== 'object') yield JSON.stringify(value ?? null);
  else if (Symbol.iterator in value) yield* list(value as Iterable<Json>, indent);
  else yield* members(Object.entries(value), indent);
}

function* list(items: Iterable<Json>, indent: string): Iterable<string> {
  let before = '[';
  for (const item of items) {
    yield `${before}\n${indent}  `;
    yield* pieces(item, `${indent}  `);
    before = ',';
  }
  yield before === '[' ? '[]' : `\n${indent}]`;
}

function* members(entries: readonly (readonly [string, Json])[], indent: string): Iterable<string> {
  let before = '{';
  for (const [name, value] of entries) {
    if (value === undefined) continue;
    yield `${before}\n${indent}  ${JSON.stringify(name)}: `;
    yield* pieces(value, `${indent}  `);
    before = ',';
  }
  yield before === '{' ? '{}' : `\n${indent}}`;
}
