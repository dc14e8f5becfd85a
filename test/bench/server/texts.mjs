// Owns the speeches that the server is measured with: sentences of the project's own examples among invented ones, under
// numbered headings, any size, the same for the same seed.
import { readFileSync, readdirSync } from 'node:fs';
import { loadTypeScript } from '../../../scripts/load.mjs';

const { phrase, randomFrom, sentence, varied } = /** @type {typeof import('../echoes/texts.ts')} */ (
  await loadTypeScript('test/bench/echoes/texts.ts')
);
const numerals = '一二三四五六七八九十';

/** How much of a text is taken from the stock, how much of that is changed a little, and how many sentences hold a hole. */
const blends = {
  /** A realistic folder: one sentence in five has been said before. */
  mix: { stock: 0.2, changed: 0.3, holes: 0.15 },
  /** The same without holes and formulas, for those who know of none. */
  plain: { stock: 0.2, changed: 0.3, holes: 0, invented: true },
  /** The worst case: nearly everything is repeated. */
  dense: { stock: 0.96, changed: 0.25, holes: 0.05 },
};

/** Sentences of the examples: what every draft shares. */
const said = readdirSync('examples')
  .filter((name) => /\.(?:txt|md)$/.test(name))
  .sort()
  .flatMap((name) => readFileSync(`examples/${name}`, 'utf8').match(/[^。\n#　]{12,}。/gu) ?? []);

/**
 * A speech of about `size` characters.
 * @param {keyof typeof blends} blend @param {number} size @param {number} seed
 */
export function speech(blend, size, seed) {
  const share = { invented: false, ...blends[blend] };
  const random = randomFrom(seed);
  // What the drafts of one office share besides the examples is invented once for all of them.
  const common = randomFrom(1);
  const stock = [...(share.invented ? [] : said), ...Array.from({ length: 600 }, () => sentence(common))];
  /** @returns {string} */
  const next = () => {
    if (random() < share.stock) {
      const old = stock[Math.floor(random() * stock.length)] ?? '';
      return random() < share.changed ? varied(old, 20, random) : old;
    }
    const made = sentence(random);
    return random() < share.holes ? made.replace('，', `，${phrase(random)}X亿元，增长XX%，`) : made;
  };
  let text = '在全县重点工作推进会上的讲话\n同志们：\n';
  for (let part = 0; text.length < size; part += 1) {
    text += `${numerals[part % 10]}、${sentence(random).slice(0, 8)}\n`;
    for (let item = 0; item < 4 && text.length < size; item += 1) {
      text += `（${numerals[item]}）${next()}`;
      const count = 3 + Math.floor(random() * 9);
      for (let index = 0; index < count; index += 1) text += next();
      text += '\n';
    }
  }
  return text;
}

/** Equal edits for both sides: a character put in or taken out somewhere. @param {string} text @param {number} count @param {number} seed */
export function edits(text, count, seed) {
  const random = randomFrom(seed);
  const lines = text.split('\n').map((line) => line.length);
  return Array.from({ length: count }, () => {
    const line = Math.floor(random() * (lines.length - 1));
    const length = lines[line] ?? 0;
    const character = Math.floor(random() * (length + 1));
    const takes = random() < 0.4 && character < length;
    lines[line] = length + (takes ? -1 : 1);
    return {
      range: { start: { line, character }, end: { line, character: character + (takes ? 1 : 0) } },
      text: takes ? '' : random() < 0.8 ? '和' : '，',
    };
  });
}
