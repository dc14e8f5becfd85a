/** Globs that a folder brings along: what they mean, and that none takes more time than its length. */
import { describe, expect, it } from 'vitest';
import { globOf, isGlob, leaveOut, readGlob } from '../../server/src/files/globs.ts';

describe('a glob', () => {
  it.each<[glob: string, yes: readonly string[], no: readonly string[]]>([
    ['数据表*.*', ['数据表.csv', '数据表 2026.xlsx'], ['旧/数据表.csv', '数据表', '总数据表.csv']],
    ['数据/**/*.csv', ['数据/a.csv', '数据/一/二/a.csv'], ['a.csv', '别的/a.csv', '数据/a.csv.bak']],
    ['**/*.csv', ['a.csv', '一/a.csv'], ['.a.csv', 'a.xlsx', '.内部/a.csv', '一/.内部/a.csv', '../a.csv']],
    ['{.内部/*,**/*}.csv', ['.内部/a.csv', '一/a.csv'], ['.别的/a.csv', '一/.内部/a.csv']],
    ['**/.内部/**/a.csv', ['.内部/a.csv', '一/.内部/二/a.csv'], ['.内部/.内部/a.csv', '.别的/.内部/a.csv']],
    ['数据/**', ['数据/a.csv', '数据/一/a.csv'], ['a.csv']],
    ['**/旧/**/*.csv', ['旧/a.csv', '一/旧/二/a.csv', '旧/旧/a.csv'], ['旧', '一/a.csv']],
    ['{指标,数据{表,}}.csv', ['指标.csv', '数据.csv', '数据表.csv'], ['表.csv', '{指标,数据表}.csv']],
    ['{一,二/三}/*.csv', ['一/a.csv', '二/三/a.csv'], ['二/a.csv']],
    ['表{1}.csv', ['表{1}.csv'], ['表1.csv']],
    ['第?季度.csv', ['第一季度.csv', '第😀季度.csv'], ['第季度.csv', '第一二季度.csv']],
    ['[0-9a]?.csv', ['1月.csv', 'a月.csv'], ['b月.csv']],
    ['[!0-9].csv', ['月.csv'], ['1.csv']],
    ['[]x].csv', ['].csv', 'x.csv'], ['y.csv']],
    ['[^0-9一].csv', ['二.csv'], ['一.csv', '7.csv']],
    ['[a\\]b].csv', ['].csv', 'a.csv', 'b.csv'], ['\\.csv', 'c.csv']],
    ['[\\!a].csv', ['!.csv', 'a.csv'], ['b.csv']],
    ['[a.csv', ['[a.csv'], ['a.csv']],
    ['A.csv', ['A.csv'], ['a.csv']],
    ['数据/', ['数据'], ['数据/a.csv']],
    ['数据//**//a.csv', ['数据/a.csv', '数据/一/a.csv'], []],
    ['数据**.csv', ['数据表.csv'], ['数据/表.csv']],
    ['\\*\\{a,b\\}.csv', ['*{a,b}.csv'], ['x{a,b}.csv', '*a.csv']],
    ['./表.csv', ['表.csv'], []],
    ['.内部/*.csv', ['.内部/a.csv'], ['内部/a.csv']],
    ['*/*.csv', ['一/a.csv'], ['.git/a.csv', '../a.csv']],
    ['e\u0301.csv', ['\u00e9.csv'], []],
  ])('%s', (text, yes, no) => {
    const glob = readGlob(text);
    expect(yes.filter((path) => glob?.matches(path) !== true)).toEqual([]);
    expect(no.filter((path) => glob?.matches(path) !== false)).toEqual([]);
  });

  it.each<[glob: string, base: string, yes: readonly string[], no: readonly string[]]>([
    ['数据表*.*', '', [''], ['一', '.内部']],
    ['数据/2026/表.csv', '数据/2026', ['', '数据', '数据/2026'], ['数据/2025', '数据/2026/一', '别的']],
    ['数据/*/表.csv', '数据', ['数据/一'], ['数据/.一', '数据/一/二']],
    ['数据/**/*.csv', '数据', ['数据', '数据/一/二'], ['别的', '数据/.git', '数据/一/.git/二']],
    ['**/.内部/*.csv', '', ['', '一', '.内部', '一/.内部'], []],
    ['{一,二/三}/*.csv', '', ['', '一', '二', '二/三'], ['三', '二/四', '二/三/五']],
    ['表.csv', '', [''], ['一']],
    ['e\u0301/*.csv', 'e\u0301', ['\u00e9', 'e\u0301'], ['e']],
  ])('%s is looked for where it can be', (text, base, yes, no) => {
    const glob = readGlob(text);
    expect(glob?.base).toBe(base);
    expect(yes.filter((folder) => glob?.reaches(folder) !== true)).toEqual([]);
    expect(no.filter((folder) => glob?.reaches(folder) !== false)).toEqual([]);
  });

  it('that leaves out a folder leaves out what lies in it', () => {
    const globs = ['旧', '**/草稿/', '*.csv'].map((text) => readGlob(text)).filter((glob) => glob !== undefined);
    const given = ['旧/一/a.txt', '一/草稿/a.txt', 'a.csv', '一/旧/a.txt', '一/a.csv'];
    expect(given.filter((path) => leaveOut(globs, path))).toEqual(['旧/一/a.txt', '一/草稿/a.txt', 'a.csv']);
  });

  it.each(['数据[1]{a,b}*?.csv', '!表.csv', '一\\二.csv', '讲稿（终）.csv'])('for the one path %s means that path', (path) => {
    expect(readGlob(globOf(path))?.matches(path)).toBe(true);
    expect(isGlob(globOf(path))).toBe(false);
  });

  it.each([
    ['*a'.repeat(100) + 'b', 'a'.repeat(5000)],
    ['{a,a}{a,a}{a,a}{a,a}{a,a}{a,a}*a*a*a*b', 'a'.repeat(5000)],
    ['**/a/'.repeat(50) + 'b', 'a/'.repeat(2000) + 'c'],
    ['*a*a*a*a/'.repeat(8) + 'b', `${'a'.repeat(200)}/`.repeat(8) + 'c'],
  ])('%s comes to an end', (text, path) => {
    expect(readGlob(text)?.matches(path)).toBe(false);
  });

  it('with choices without end is none', () => {
    expect(readGlob('{a,b}'.repeat(30))).toBeUndefined();
    expect(readGlob('{'.repeat(1000))?.matches('a')).toBe(false);
    expect(readGlob('{'.repeat(10_000_000))).toBeUndefined();
  });
});
