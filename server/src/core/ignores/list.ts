/** Owns reading and changing a list: anything may come in; what is sound is used, what is not is named and kept as it is. */
import { plural } from '../plural.ts';
import type { Bilingual } from '../rules/meta.ts';
import { anchors } from './model.ts';
import type { Anchor, Ignore, IgnoreScope, Sidecar } from './model.ts';
import { emptySidecar } from './model.ts';

/** The version of the form that this code writes. */
export const listVersion = 1;

/** What came of reading a list. */
export interface ReadList {
  readonly sidecar: Sidecar;
  /** One for everything that could not be used. */
  readonly faults: readonly Bilingual[];
}

/** Reads what stood in the file as JSON. Never throws. */
export function readList(value: unknown): ReadList {
  const faults: Bilingual[] = [];
  if (!isRecord(value)) {
    return { sidecar: emptySidecar, faults: [{ zh: '内容应是一组键值', en: 'it should be an object' }] };
  }
  if (value['version'] !== undefined && value['version'] !== listVersion) {
    faults.push({ zh: `version 应为 ${listVersion}，已按此读取`, en: `version should be ${listVersion}; it is read as that` });
  }
  const ignored: Ignore[] = [];
  const wrong: number[] = [];
  for (const [index, item] of listAt(value, 'ignored', faults).entries()) {
    const entry = readIgnore(item);
    if (entry) ignored.push(entry);
    else wrong.push(index + 1);
  }
  if (wrong.length > 0) {
    const which = wrong.slice(0, mostNamed).join('、');
    const more = wrong.length > mostNamed;
    faults.push({
      zh: `ignored 第 ${which}${more ? ' 等' : ' '}条写法不对，共 ${wrong.length} 条未用`,
      en: `ignored: ${wrong.length} not valid (number ${wrong.slice(0, mostNamed).join(', ')}${more ? ' …' : ''}), not used`,
    });
  }
  return {
    sidecar: {
      ignored,
      allowedPhrases: phrasesAt(value, 'allowedPhrases', faults),
      stockPhrases: phrasesAt(value, 'stockPhrases', faults),
    },
    faults,
  };
}

const mostNamed = 3;

function listAt(value: Readonly<Record<string, unknown>>, key: string, faults: Bilingual[]): readonly unknown[] {
  const list = Object.hasOwn(value, key) ? value[key] : undefined;
  if (list === undefined) return [];
  if (Array.isArray(list)) return list;
  faults.push({ zh: `${key} 应是列表`, en: `${key} should be a list` });
  return [];
}

function phrasesAt(value: Readonly<Record<string, unknown>>, key: string, faults: Bilingual[]): readonly string[] {
  const list = listAt(value, key, faults);
  const phrases = list.filter((item): item is string => typeof item === 'string' && item.trim() !== '');
  const wrong = list.length - phrases.length;
  if (wrong > 0)
    faults.push({
      zh: `${key} 有 ${wrong} 条不是文字，未用`,
      en: `${key}: ${wrong} ${plural(wrong, 'entry', 'entries')} not text, not used`,
    });
  return phrases;
}

/** Reads one entry; `undefined` where it is not sound. */
export function readIgnore(value: unknown): Ignore | undefined {
  if (!isRecord(value)) return undefined;
  const { rule, scope, text } = value;
  if (typeof rule !== 'string' || rule === '' || typeof text !== 'string' || !isScope(scope)) return undefined;
  const strings = ['kind', 'file', 'before', 'after'] as const;
  const occurrence = value['occurrence'];
  const listed = value['anchors'];
  if (strings.some((key) => value[key] !== undefined && typeof value[key] !== 'string')) return undefined;
  if (occurrence !== undefined && !(Number.isInteger(occurrence) && (occurrence as number) >= 0)) return undefined;
  if (listed !== undefined && !Array.isArray(listed)) return undefined;
  // Words of no length say nothing without a place.
  if (scope !== 'place' && text.trim() === '') return undefined;
  return {
    rule,
    scope,
    text,
    ...Object.fromEntries(strings.flatMap((key) => (value[key] === undefined ? [] : [[key, value[key]]]))),
    ...(occurrence !== undefined && { occurrence: occurrence as number }),
    ...(listed !== undefined && { anchors: anchors.filter((anchor) => listed.includes(anchor)) satisfies readonly Anchor[] }),
  };
}

function isScope(value: unknown): value is IgnoreScope {
  return value === 'place' || value === 'draft' || value === 'everywhere';
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What two entries have in common when they say the same. */
export function identityOf(entry: Ignore): string {
  return JSON.stringify(fields.map((field) => entry[field] ?? null));
}

const fields = ['file', 'rule', 'scope', 'text', 'before', 'after', 'occurrence', 'kind', 'anchors'] as const;

/** A list of raw entries with one more, in the fixed order; the same entry twice is one. */
export function withEntry(list: unknown, entry: Ignore): readonly unknown[] {
  const rest = withoutEntry(list, entry);
  return inOrder([...rest, Object.fromEntries(written.flatMap((field) => (entry[field] === undefined ? [] : [[field, entry[field]]])))]);
}

/** The order in which the fields of an entry are written. */
const written = ['rule', 'kind', 'scope', 'file', 'text', 'before', 'after', 'occurrence', 'anchors'] as const;

/** A list of raw entries without one. */
export function withoutEntry(list: unknown, entry: Ignore): readonly unknown[] {
  if (!Array.isArray(list)) return [];
  const gone = identityOf(entry);
  return list.filter((item) => {
    const read = readIgnore(item);
    return read === undefined || identityOf(read) !== gone;
  });
}

/** A list of raw entries in which a draft, or all in a folder, is called something else; `undefined` where it names none of them. */
export function withRenamed(list: unknown, from: string, to: string): readonly unknown[] | undefined {
  if (!Array.isArray(list)) return undefined;
  let found = false;
  const renamed = list.map((item: unknown) => {
    const file = readIgnore(item)?.file;
    if (file === undefined || (file !== from && !file.startsWith(`${from}/`))) return item;
    found = true;
    return { ...(item as object), file: to + file.slice(from.length) };
  });
  return found ? inOrder(renamed) : undefined;
}

/** Sound entries by draft, rule and words; what could not be read stays, behind them. */
function inOrder(list: readonly unknown[]): readonly unknown[] {
  const keyed = list.map((item) => {
    const read = readIgnore(item);
    return { item, key: read && fields.map((field) => String(read[field] ?? '')) };
  });
  const sound = keyed.flatMap(({ item, key }) => (key ? [{ item, key }] : []));
  sound.sort((a, b) => {
    for (const [index, value] of a.key.entries()) {
      const order = byCodeUnit(value, b.key[index] ?? '');
      if (order !== 0) return order;
    }
    return 0;
  });
  return [...sound.map(({ item }) => item), ...keyed.filter(({ key }) => !key).map(({ item }) => item)];
}

/** A list of raw phrases with or without one, in order. */
export function withPhrase(list: unknown, phrase: string, present: boolean): readonly unknown[] {
  const before: readonly unknown[] = Array.isArray(list) ? list : [];
  const texts = new Set(before.filter((item): item is string => typeof item === 'string'));
  if (present) texts.add(phrase);
  else texts.delete(phrase);
  return [...[...texts].sort(byCodeUnit), ...before.filter((item) => typeof item !== 'string')];
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
