/** Owns writing JSON in pieces, laid out as `JSON.stringify(value, null, 2)` would: a large report need not be one string. */

/** A value that is there as a whole. Members that are `undefined` are left out. */
export type Whole = string | number | boolean | undefined | readonly Whole[] | { readonly [name: string]: Whole };

/** What a list under way gives one by one: a whole value, or an object with another such list among its members. */
export type Item = Whole | { readonly [name: string]: Whole | Iterable<Item> };

/** A value of JSON whose lists may still be under way: they are iterable and no arrays. */
export type Json = Whole | Iterable<Item> | readonly Json[] | { readonly [name: string]: Json };

/** The pieces of a value, in order. */
export function* pieces(value: Json, indent = ''): Iterable<string> {
  if (typeof value !== 'object') yield JSON.stringify(value ?? null);
  else if (Array.isArray(value)) yield* list(value as readonly Json[], indent, pieces);
  else if (isUnderWay(value)) yield* list(value, indent, item);
  else yield* members(Object.entries(value), indent);
}

/** An item of a list under way. */
function* item(value: Item, indent: string): Iterable<string> {
  if (typeof value === 'object' && !Array.isArray(value) && Object.values(value).some(isUnderWay))
    yield* members(Object.entries(value), indent);
  else yield JSON.stringify(value ?? null, null, 2).replaceAll('\n', `\n${indent}`);
}

function isUnderWay(value: Json): value is Iterable<Item> {
  return typeof value === 'object' && Symbol.iterator in value && !Array.isArray(value);
}

function* list<T>(items: Iterable<T>, indent: string, write: (one: T, indent: string) => Iterable<string>): Iterable<string> {
  let before = '[';
  for (const one of items) {
    yield `${before}\n${indent}  `;
    yield* write(one, `${indent}  `);
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
