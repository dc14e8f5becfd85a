/**
 * Owns the baseline: findings that are known and no longer count. They are known by content, so that lines may move and
 * one of two holes in a sentence may be filled without the other becoming new.
 */
import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import type { Finding } from '../core/rules/finding.ts';
import type { Bilingual } from '../core/rules/meta.ts';
import { realOf } from '../files/ordinary.ts';
import { reasonOf, whyNotWritten } from '../files/reasons.ts';
import { readText } from '../workspace/json.ts';
import { anchorOf } from './anchors.ts';
import type { Anchor } from './anchors.ts';
import { byCodeUnit } from './collect.ts';
import type { CheckedFile } from './reports/report.ts';

/** One known finding. The path counts from the folder of the baseline, with `/`. */
interface Known extends Anchor {
  readonly path: string;
}

/** More bytes than this are no baseline. */
const largest = 200_000_000;

/** A call cannot go on; the reason is for the person. */
export class CannotGoOn extends Error {
  readonly reason: Bilingual;
  constructor(reason: Bilingual) {
    super(reason.en);
    this.reason = reason;
  }
}

/** A baseline in its file. */
export class Baseline {
  readonly #file: string;
  #known: readonly Known[];

  /** Reads it. A file that is not there is an empty baseline if it is about to be written, else the end of the call. */
  constructor(file: string, updating: boolean) {
    this.#file = file;
    this.#known = updating && !existsSync(file) ? [] : read(file);
  }

  /** The findings that are not known, and how many are. */
  fresh(files: readonly CheckedFile[]): { readonly files: readonly CheckedFile[]; readonly known: number } {
    const byPath = groupBy(this.#known, ({ path }) => path);
    let known = 0;
    const fresh = files.map((file) => {
      const entries = byPath.get(this.#pathOf(file.path)) ?? [];
      const findings = entries.length === 0 ? file.findings : notIn(file, entries);
      known += file.findings.length - findings.length;
      return findings.length === file.findings.length ? file : { ...file, findings };
    });
    return { files: fresh, known };
  }

  /** Writes the findings of the files as known. What is known of files that were not checked stays while they exist. */
  update(files: readonly CheckedFile[]): void {
    const checked = new Set(files.map((file) => this.#pathOf(file.path)));
    const base = dirname(resolve(this.#file));
    const kept = this.#known.filter(({ path }) => !checked.has(path) && existsSync(resolve(base, path)));
    const own = files.flatMap((file) =>
      file.findings.map((finding) => ({ path: this.#pathOf(file.path), ...anchorOf(file.text, finding) })),
    );
    this.#known = [...kept, ...own];
    const lines = this.#known.map(({ path, what, before, after }) => JSON.stringify({ path, what, before, after })).sort(byCodeUnit);
    replaceFile(this.#file, `{\n"version": 1,\n"findings": [\n${lines.join(',\n')}\n]\n}\n`);
  }

  /** Takes away what an update of the file left that was ended before it was done. */
  static clear(file: string): void {
    rmSync(unfinished(file), { force: true });
  }

  #pathOf(path: string): string {
    return path === '-' ? path : relative(dirname(resolve(this.#file)), resolve(path)).replaceAll('\\', '/');
  }
}

/** The findings of a file that no entry stands for; an entry stands for one finding. */
function notIn(file: CheckedFile, entries: readonly Known[]): Finding[] {
  let left = file.findings.map((finding) => ({ finding, anchor: anchorOf(file.text, finding) }));
  let unused = [...entries];
  for (const keyOf of [
    ({ what, before, after }: Anchor) => `${what} ${before} ${after}`,
    ({ what, before }: Anchor) => `${what} ${before}`,
    ({ what, after }: Anchor) => `${what} ${after}`,
  ]) {
    const open = groupBy(unused, keyOf);
    left = left.filter(({ anchor }) => open.get(keyOf(anchor))?.pop() === undefined);
    unused = [...open.values()].flat();
  }
  return left.map(({ finding }) => finding);
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

function read(file: string): readonly Known[] {
  const name = { zh: `基线文件 ${file}`, en: `the baseline ${file}` };
  let content: unknown;
  try {
    content = JSON.parse(readText(file, largest));
  } catch (error) {
    const why = error instanceof SyntaxError ? { zh: '不是有效的 JSON', en: 'it is not valid JSON' } : reasonOf(error);
    throw new CannotGoOn({ zh: `${name.zh} 无法使用：${why.zh}`, en: `${name.en} cannot be used: ${why.en}` });
  }
  const { version, findings } = (content ?? {}) as { readonly version?: unknown; readonly findings?: unknown };
  if (version === 1 && Array.isArray(findings) && findings.every(isKnown)) return findings;
  throw new CannotGoOn({
    zh: `${name.zh} 不是由 --update-baseline 写成的`,
    en: `${name.en} was not written by --update-baseline`,
  });
}

function isKnown(entry: unknown): entry is Known {
  if (typeof entry !== 'object' || entry === null) return false;
  const { path, what, before, after } = entry as Readonly<Record<string, unknown>>;
  return [path, what, before, after].every((value) => typeof value === 'string');
}

/** Where the new file is written: beside the old one, wherever a link leads. */
function unfinished(file: string): string {
  return `${realOf(file)}.${process.pid}.tmp`;
}

/** Writes beside the file and puts the new one in its place, so that there is never half a file. */
function replaceFile(file: string, text: string): void {
  const beside = unfinished(file);
  try {
    writeFileSync(beside, text);
    renameSync(beside, realOf(file));
  } catch (error) {
    rmSync(beside, { force: true });
    const why = whyNotWritten(error);
    throw new CannotGoOn({ zh: `基线文件 ${file} 无法写入：${why.zh}`, en: `the baseline ${file} cannot be written: ${why.en}` });
  }
}
