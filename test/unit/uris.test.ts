/** The uri of a path is the one that VS Code gives its documents; anything else would make two drafts of one. */
import { describe, expect, it } from 'vitest';
import { pathOf, uriOf } from '../../server/src/workspace/folders.ts';

const posix = process.platform !== 'win32';
if (!posix) console.log('skipped: the uri of a path: Windows has other paths');

describe.skipIf(!posix)('the uri of a path', () => {
  it.each([
    ['/稿/讲话.txt', 'file:///%E7%A8%BF/%E8%AE%B2%E8%AF%9D.txt'],
    ["/a b(1)!'*;=@[x]~+,&$.txt", 'file:///a%20b%281%29%21%27%2A%3B%3D%40%5Bx%5D~%2B%2C%26%24.txt'],
    ['/a%b#c?d.txt', 'file:///a%25b%23c%3Fd.txt'],
  ])('%s', (path, uri) => {
    expect(uriOf(path)).toBe(uri);
    expect(pathOf(uri)).toBe(path);
  });
});
