/**
 * Owns running a person's own patterns. The engine is RE2's: its time grows with the text alone, whatever the pattern. It
 * is loaded when there is a pattern, and not before.
 */
import type { RE2JS } from 're2js';
import type { Bilingual } from '../core/rules/meta.ts';
import type { OwnPattern } from '../core/rules/pattern.ts';
import type { Span } from '../core/text/span.ts';
import type { Settings } from '../settings/parse.ts';

/**
 * A paragraph is searched in pieces of at most so many characters, and for so many finds in each: a search that begins
 * anew behind every find may look at the rest of the text each time, which over a whole text would grow with its square.
 */
const longestPiece = 300;
const mostFinds = 100;
/** Written out (`.{0,900}` is 900 signs), all patterns together hold so many steps of the engine; those beyond are left out. */
const mostSteps = 10_000;
/**
 * A find costs its pattern's steps for every character behind the find before: in one piece all patterns together take so
 * many, each its share, and at least one find.
 */
const effort = 4_000_000;

/** Whether there is a pattern to compile. */
export function hasPatterns({ desk }: Settings): boolean {
  return patternsOf(desk).length > 0;
}

/** Settings whose patterns can be run, and what is wrong with those that cannot, which are left out. */
export async function withPatterns(settings: Settings): Promise<{ settings: Settings; faults: readonly Bilingual[] }> {
  const { placeholder } = settings.desk.rules;
  if (!placeholder || !hasPatterns(settings)) return { settings, faults: [] };
  const { patterns, faults } = await compile(patternsOf(settings.desk));
  const rules = { ...settings.desk.rules, placeholder: { ...placeholder, options: { ...placeholder.options, patterns } } };
  return { settings: { ...settings, desk: { ...settings.desk, rules } }, faults };
}

function patternsOf({ rules }: Settings['desk']): readonly OwnPattern[] {
  return (rules['placeholder']?.options['patterns'] ?? []) as readonly OwnPattern[];
}

/** Compiles patterns; a bad one is named and left out. */
async function compile(given: readonly OwnPattern[]): Promise<{ patterns: readonly OwnPattern[]; faults: readonly Bilingual[] }> {
  const { RE2JS } = await import('re2js');
  const faults: Bilingual[] = [];
  let steps = 0;
  const engines = given.flatMap((own) => {
    try {
      const engine = RE2JS.compile(own.pattern);
      if (steps + engine.programSize() > mostSteps) {
        faults.push(tooLarge(own.pattern));
        return [];
      }
      steps += engine.programSize();
      return [{ own, engine }];
    } catch (error) {
      faults.push(faultOf(own.pattern, error));
      return [];
    }
  });
  const share = effort / engines.length;
  return { patterns: engines.map(({ own, engine }) => ({ ...own, find: (text: string) => findAll(engine, text, share) })), faults };
}

function tooLarge(pattern: string): Bilingual {
  return {
    zh: `设置 speechDraft.placeholder.patterns 中的“${pattern}”展开后太长，或与前面各项合计太长，已略过。`,
    en: `“${pattern}” in the setting speechDraft.placeholder.patterns is too long when written out, alone or with those before it, and is skipped.`,
  };
}

function faultOf(pattern: string, error: unknown): Bilingual {
  const why = (error instanceof Error ? error.message : String(error)).replace(/^error parsing regexp: /, '');
  const looks = /\(\?<?[=!]|\\[1-9]/.test(pattern);
  return {
    zh: `设置 speechDraft.placeholder.patterns 中的“${pattern}”${looks ? '用了不支持的写法（前后查找、反向引用）' : '写法有误'}，已略过：${why}`,
    en: `“${pattern}” in the setting speechDraft.placeholder.patterns ${looks ? 'uses what is not supported (lookaround, backreferences)' : 'is not a valid pattern'} and is skipped: ${why}`,
  };
}

/** What is found; in one piece so many steps are taken, times characters, or one find is made. */
function findAll(engine: RE2JS, text: string, most: number): readonly Span[] {
  const found: Span[] = [];
  for (let start = 0; start < text.length;) {
    const end = pieceEnd(text, start);
    const matcher = engine.matcher(text.slice(start, end));
    let left = most;
    for (let finds = 0; finds < mostFinds && (finds === 0 || left > 0) && matcher.find(); finds += 1) {
      left -= (end - start - matcher.start()) * engine.programSize();
      if (matcher.end() > matcher.start()) found.push({ start: start + matcher.start(), end: start + matcher.end() });
    }
    start = end;
  }
  return found;
}

/** Where a piece ends: the paragraph's end, or the last sentence that fits, or between two characters. */
function pieceEnd(text: string, start: number): number {
  if (text.length - start <= longestPiece) return text.length;
  const piece = text.slice(start, start + longestPiece);
  const sentence = Math.max(...['。', '！', '？', '；', '\n'].map((mark) => piece.lastIndexOf(mark)));
  if (sentence > 0) return start + sentence + 1;
  return start + longestPiece - (/[\ud800-\udbff]$/.test(piece) ? 1 : 0);
}
