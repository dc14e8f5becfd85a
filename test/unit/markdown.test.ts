/** What is masked in a Markdown draft: code, addresses, rules, front matter, marks; and that reading on equals reading anew. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../server/src/core/text/span.ts';
import type { Edit } from '../../server/src/core/text/span.ts';
import type { MarkupView } from '../../server/src/core/text/mask.ts';
import { markdownReader } from '../../server/src/markup/markdown.ts';

/** Every mask as its kind and its text, in order. */
function check(text: string, masks: readonly string[]): void {
  expect(markdownReader.read(text).masks.map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`)).toEqual(masks);
}

type Row = readonly [name: string, text: string, masks: readonly string[]];

/** A link's marks and what hides its address. */
const link = (address: string): string[] => ['mark [', 'mark ]', 'mark (', `hidden ${address}`, 'mark )'];
const bold = (words: string): string[] => [`emphasis **${words}**`, 'mark **', 'mark **'];

describe('code', () => {
  it.each<Row>([
    ['in a line', '用 `X亿元` 代替', ['hidden `X亿元`']],
    ['in a line, two ticks', '用 ``X ` Y`` 代替', ['hidden ``X ` Y``']],
    ['one tick is none', '用 `X亿元 代替', []],
    ['fence', '前\n```\nX亿元\n```\n后X', ['hidden ```\nX亿元\n```']],
    ['fence of tildes with a language', '~~~js\nX\n~~~\n后', ['hidden ~~~js\nX\n~~~']],
    ['fence that is never closed', '```\nX\n\nY', ['hidden ```\nX\n\nY']],
    ['fence with CR LF', '前\r\n```\r\nX\r\n```', ['hidden ```\r\nX\r\n```']],
    ['indented', '前\n\n    X亿元\n\n后', ['hidden X亿元']],
    ['prose that is only indented', '前\n\n    完成投资X亿元，增长。\n\n后', []],
    ['indented under a paragraph is none', '前\n    X亿元', []],
  ])('%s', (_, text, masks) => {
    check(text, masks);
  });
});

describe('front matter', () => {
  it.each<Row>([
    ['closed by dashes', '---\ntitle: X\n---\n正文X', ['hidden ---\ntitle: X\n---\n']],
    ['closed by dots', '---\ntitle: X\n...\n正文X', ['hidden ---\ntitle: X\n...\n']],
    ['CR LF and a byte order mark', '\ufeff---\r\ntitle: X\r\n---\r\n正文X', ['hidden \ufeff---\r\ntitle: X\r\n---\r\n']],
    ['spaces behind the dashes', '--- \ntitle: X\n---\t\n正文', ['hidden --- \ntitle: X\n---\t\n']],
    ['to the end of the text', '---\ntitle: X\n---', ['hidden ---\ntitle: X\n---']],
    ['empty', '---\n---\n正文', ['hidden ---\n---\n']],
    ['marks inside it are not read', '---\na: **X**\nb: `\n---\n正`文', ['hidden ---\na: **X**\nb: `\n---\n']],
    ['marks behind it are', '---\na: 1\n---\n**X**', ['hidden ---\na: 1\n---\n', ...bold('X')]],
    ['a list that looks like a heading', '---\n- X\n---\n# 题', ['hidden ---\n- X\n---\n', 'mark #']],
    ['never closed is a rule', '---\ntitle: X\n正文', ['hidden ---']],
    ['four dashes at its end', '---\ntitle\n----\n', ['hidden ---', 'mark ----']],
    ['not at the start', '正文\n\n---\nX：甲\n\n---\n', ['hidden ---', 'hidden ---']],
    ['a line break before it', '\n---\n甲\n\n---\n', ['hidden ---', 'hidden ---']],
  ])('%s', (_, text, masks) => {
    check(text, masks);
  });
});

describe('rules, headings, quotes, lists', () => {
  it.each<Row>([
    ['rule of dashes', '前\n\n---\n\n后', ['hidden ---']],
    ['rule of asterisks', '***\n后', ['hidden ***']],
    ['rule of underscores', '前\n\n___\n\n后', ['hidden ___']],
    ['underscores in running text are none', '完成投资____亿元', []],
    ['heading', '## 一、抓早X', ['mark ##']],
    ['heading closed', '# 抓早 #', ['mark #', 'mark #']],
    ['heading underlined', '抓早X\n===', ['mark ===']],
    ['hash without a space', '#抓早', []],
    ['quote', '> 引X', ['mark >']],
    ['list', '- 甲X\n- 乙', ['mark -', 'mark -']],
    ['numbered list', '1. 甲X\n2. 乙', ['mark 1.', 'mark 2.']],
    ['tasks', '- [ ] 甲\n- [x] 乙', ['mark -', 'hidden [ ]', 'mark -', 'hidden [x]']],
    ['hard break', '前X  \n后', ['mark   \n']],
    ['escapes', '甲\\*X\\*乙', ['mark \\', 'mark \\']],
    ['entity', '甲&nbsp;X', ['hidden &nbsp;']],
  ])('%s', (_, text, masks) => {
    check(text, masks);
  });
});

describe('links and brackets', () => {
  it.each<Row>([
    ['with an address', '见[讲话X](http://a.cn/X)。', link('http://a.cn/X')],
    ['with a title', '[甲](a.md "X题")', ['mark [', 'mark ]', 'mark (', 'hidden a.md', 'hidden "X题"', 'mark )']],
    ['picture', '![图X](a.png)', ['mark ![', 'mark ]', 'mark (', 'hidden a.png', 'mark )']],
    ['emphasis in a link', '[**X**](a.md)', ['mark [', ...bold('X'), 'mark ]', 'mark (', 'hidden a.md', 'mark )']],
    ['reference', '[讲话][甲]\n\n[甲]: http://a.cn', ['mark [', 'mark ]', 'hidden [甲]: http://a.cn']],
    ['reference by its own name', '[甲]\n\n[甲]: http://a.cn "题"', ['mark [', 'mark ]', 'hidden [甲]: http://a.cn "题"']],
    ['reference to a picture', '![图][甲]\n\n[甲]: a.png', ['mark ![', 'mark ]', 'hidden [甲]: a.png']],
    ['definition before its use', '[甲]: http://a.cn\n\n[甲]', ['hidden [甲]: http://a.cn', 'mark [', 'mark ]']],
    ['bracket to be filled in', '请[姓名]讲话', []],
    ['two brackets to be filled in', '请[姓名][职务]讲话', []],
    ['two brackets of which the first is a reference', '[甲][职务]\n\n[甲]: a.md', ['hidden [甲]: a.md']],
    ['bracket with an exclamation mark before it', '请![姓名]讲话', []],
    ['bracket whose name only begins a reference', '请[姓]讲话\n\n[姓名]: http://a.cn', ['hidden [姓名]: http://a.cn']],
    ['bracket whose name only ends like a reference', '请[姓名]讲话\n\n[名]: http://a.cn', ['hidden [名]: http://a.cn']],
    ['bracket with emphasis', '请[**姓名**]讲话', bold('姓名')],
    ['full-width brackets', '请［姓名］【职务】讲话', []],
    ['footnote mark', '数据[^1]已核。', ['hidden [^1]']],
    ['footnote mark with words', '数据[^来源]已核。', ['hidden [^来源]']],
    ['address alone', '见 http://a.cn/X 一文', ['hidden http://a.cn/X']],
    ['address in angles', '见<http://a.cn/X>一文', ['hidden <http://a.cn/X>']],
  ])('%s', (_, text, masks) => {
    check(text, masks);
  });
});

describe('emphasis', () => {
  it.each<Row>([
    ['strong', '完成**X亿元**投资', bold('X亿元')],
    ['asterisks', '完成*X*亿元', ['emphasis *X*', 'mark *', 'mark *']],
    ['underscores', '甲 _X_ 乙', ['emphasis _X_', 'mark _', 'mark _']],
    ['both', '***X***', ['emphasis ***X***', 'mark *', 'emphasis **X**', 'mark **', 'mark **', 'mark *']],
    ['struck out', '甲~~X~~乙', ['mark ~~', 'mark ~~']],
    ['asterisks that stand for words', '增长**%，完成**亿元', []],
    ['asterisks alone', '增长**%', []],
    ['asterisks between spaces', '甲 ** X ** 乙', []],
  ])('%s', (_, text, masks) => {
    check(text, masks);
  });
});

describe('tables', () => {
  const masked = (text: string): string => {
    let shown = text;
    for (const { kind, start, end } of markdownReader.read(text).masks) {
      if (kind !== 'emphasis') shown = shown.slice(0, start) + '·'.repeat(end - start) + shown.slice(end);
    }
    return shown;
  };
  it.each<readonly [string, string, string]>([
    ['with outer pipes', '| 项 | 数 |\n|---|--:|\n| 投资 | X |', '· 项 · 数 ·\n·········\n· 投资 · X ·'],
    ['without', '项|数\n-|-\n投资|X', '项·数\n···\n投资·X'],
    ['words in brackets and emphasis', '|项|\n|-|\n|[姓名]**X**|', '·项·\n···\n·[姓名]··X···'],
    ['no second row, no table', '甲|乙X', '甲|乙X'],
  ])('%s', (_, text, shown) => {
    expect(masked(text)).toBe(shown);
  });
});

describe('HTML', () => {
  it.each<Row>([
    ['tags in a line', '完成<br>X<b class="X">亿</b>元', ['hidden <br>', 'hidden <b class="X">', 'hidden </b>']],
    ['tags of a block, not the words', '<div id="X">\nX亿元\n</div>\n', ['hidden <div id="X">', 'hidden </div>']],
    ['a block in which Markdown is not read', '<div>\n**X**亿元\n</div>\n', ['hidden <div>', 'hidden </div>']],
    ['words behind a tag at the start of a line', '<p>完成投资X亿元</p>', ['hidden <p>', 'hidden </p>']],
    ['comment in a line', '前<!-- X -->后X', ['hidden <!-- X -->']],
    ['comment of several lines', '前\n\n<!-- X\nY -->\n\n后X', ['hidden <!-- X\nY -->']],
    ['instruction in a line', '前<?x X?>后', ['hidden <?x X?>']],
    ['instruction alone', '<?x X?>\n\n后', ['hidden <?x X?>']],
    ['less than', '增长<X%，大于3>2', []],
  ])('%s', (_, text, masks) => {
    check(text, masks);
  });
});

describe('order and nesting', () => {
  it('masks are sorted, the longer first, and lie in the text', () => {
    fc.assert(
      fc.property(drafts(), (text) => {
        const { masks } = markdownReader.read(text);
        let before = { start: 0, end: text.length };
        for (const mask of masks) {
          expect(mask.start <= mask.end && mask.end <= text.length).toBe(true);
          expect(mask.start > before.start || (mask.start === before.start && mask.end <= before.end)).toBe(true);
          before = mask;
        }
      }),
      { numRuns: 300 },
    );
  });
});

/** Texts of what begins, ends or breaks a block or a mark. */
function drafts(most = 40): fc.Arbitrary<string> {
  const starts = [
    '# ',
    '- ',
    '1. ',
    '> ',
    '    ',
    '| ',
    '|-|-|\n',
    '```\n',
    '~~~\n',
    '---\n',
    '===\n',
    '***\n',
    '<div>\n',
    '</div>\n',
    '<!--',
    '-->',
  ];
  const inline = [
    '**',
    '*',
    '_',
    '`',
    '[姓名]',
    '[甲](a.md)',
    '[甲]',
    '[^1]',
    '\n\n[甲]: a.md\n\n',
    '<br>',
    '\\',
    'http://a.cn/X ',
    '~~',
    '|',
    '&lt;',
  ];
  const piece = fc.oneof(
    fc.constantFrom('\n', '\n\n', '\r\n', '\r'),
    fc.constantFrom('完成投资X亿元', '甲', '。', ' '),
    fc.constantFrom(...starts),
    fc.constantFrom(...inline),
  );
  return fc.array(piece, { maxLength: most, size: 'max' }).map((parts) => parts.join(''));
}

describe('reading on', () => {
  const places = fc.array(
    fc.record({ at: fc.nat({ max: 100_000 }), length: fc.nat({ max: 12 }), text: drafts().map((text) => text.slice(0, 12)) }),
    {
      maxLength: 3,
    },
  );

  /** Edits that do not touch each other, in the order given. */
  function editsOf(text: string, wanted: readonly { at: number; length: number; text: string }[]): Edit[] {
    const edits: Edit[] = [];
    for (const want of wanted) {
      const start = want.at % (text.length + 1);
      const end = Math.min(text.length, start + want.length);
      if (edits.every((edit) => edit.end < start || end < edit.start)) edits.push({ start, end, text: want.text });
    }
    return edits;
  }

  it('after any edits equals reading anew', () => {
    // The parser keeps no stretch shorter than some hundred characters: a text must be long to be read on at all.
    const filler = '完成投资X亿元，比上年多做了不少实事。\n\n'.repeat(10);
    fc.assert(
      fc.property(drafts(60), drafts(60), fc.array(places, { maxLength: 6 }), (first, second, rounds) => {
        let text = first + filler + second + filler + first;
        let view: MarkupView = markdownReader.read(text);
        for (const wanted of rounds) {
          const edits = editsOf(text, wanted);
          text = applyEdits(text, edits);
          view = markdownReader.read(text, view, edits);
          expect(view.masks).toEqual(markdownReader.read(text).masks);
        }
      }),
      { numRuns: 300 },
    );
  });

  const after = (text: string, edits: readonly Edit[], masks: readonly string[]): void => {
    const edited = applyEdits(text, edits);
    const view = markdownReader.read(edited, markdownReader.read(text), edits);
    expect(view.masks.map(({ kind, start, end }) => `${kind} ${edited.slice(start, end)}`)).toEqual(masks);
  };
  it.each<readonly [string, string, readonly Edit[], readonly string[]]>([
    ['a fence that opens', '甲\n\nX\n\n乙', [{ start: 3, end: 3, text: '```\n' }], ['hidden ```\nX\n\n乙']],
    ['a reference that comes', '[甲]\n\n乙', [{ start: 6, end: 6, text: '\n\n[甲]: a.md' }], ['mark [', 'mark ]', 'hidden [甲]: a.md']],
    ['a reference that goes', '[甲]\n\n[甲]: a.md', [{ start: 5, end: 14, text: '' }], []],
    ['front matter that closes', '---\n甲\n\n**乙**', [{ start: 6, end: 6, text: '---\n' }], ['hidden ---\n甲\n---\n', ...bold('乙')]],
    [
      'two edits, the later place first',
      '甲X\n\n乙\n\n丙',
      [
        { start: 7, end: 8, text: '`丁`' },
        { start: 0, end: 1, text: '**戊**' },
      ],
      [...bold('戊'), 'hidden `丁`'],
    ],
  ])('%s', (_, text, edits, masks) => {
    after(text, edits, masks);
  });

  it('a view of another reader is not built upon', () => {
    expect(markdownReader.read('`X`', { masks: [] }, []).masks).toEqual(markdownReader.read('`X`').masks);
  });
});
