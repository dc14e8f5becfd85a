/** The request `speechDraft/holes`: what is said of every hole of a draft. */
import { afterEach, expect, it } from 'vitest';
import { startClient } from '../support/client.ts';
import type { TestClient } from '../support/client.ts';

let client: TestClient;
afterEach(() => client.stop());

const uri = 'file:///tmp/稿.txt';

const report = [
  '梧桐镇政府工作报告',
  '各位代表：',
  '全镇村民小组XX个。',
  '一、上年工作',
  '（一）经济运行平稳。全镇地区生产总值完成X亿元，同比增长X.X%。',
  '（二）招商成效明显。签约项目XX个。',
  '二、今年打算',
  '会议于20XX年X月X日召开，请书记×××同志讲话。12条道路（待核实）。',
  '',
].join('\n');

async function listed(text: string, languageId = 'plaintext') {
  client = await startClient();
  client.open(uri, text, languageId);
  return client.holes(uri);
}

it('every hole stands under its headings, in its clause, with indicator and unit', async () => {
  const { holes, headings, version } = await listed(report);
  expect(version).toBe(1);
  const path = (heading: number | undefined): string =>
    heading === undefined ? '' : `${path(headings[heading]?.parent)}/${headings[heading]?.title}`;
  expect(
    holes.map(({ heading, clause, indicator, unit, kindName }) =>
      [path(heading), `${clause.before}⟦${clause.token}⟧${clause.after}`, indicator ?? '', unit ?? '', kindName].join(' | '),
    ),
  ).toEqual([
    ' | 全镇村民小组⟦XX⟧个 | 村民小组 | 个 | 数量',
    '/一、上年工作/（一）经济运行平稳 | 全镇地区生产总值完成⟦X⟧亿元 | 地区生产总值 | 亿元 | 金额',
    '/一、上年工作/（一）经济运行平稳 | 同比增长⟦X.X⟧% | 地区生产总值同比增长 | % | 百分比',
    '/一、上年工作/（二）招商成效明显 | 签约项目⟦XX⟧个 | 签约项目 | 个 | 数量',
    '/二、今年打算 | 会议于⟦20XX⟧年X月X日召开 |  |  | 日期',
    '/二、今年打算 | 会议于20XX年⟦X⟧月X日召开 |  |  | 日期',
    '/二、今年打算 | 会议于20XX年X月⟦X⟧日召开 |  |  | 日期',
    '/二、今年打算 | 请书记⟦×××⟧同志讲话 |  |  | 姓名',
    '/二、今年打算 | 12条道路⟦（待核实）⟧ |  |  | 待办备注',
  ]);
  expect(holes.map(({ removable }) => removable)).toEqual([...Array<boolean>(8).fill(false), true]);
  expect(new Set(holes.map(({ name }) => name)).size).toBe(holes.length);
});

it('a hole keeps its name when lines are put above it, and not when its sentence changes', async () => {
  const before = await listed(report);
  client.change(uri, 2, [{ range: { start: { line: 2, character: 0 }, end: { line: 2, character: 0 } }, text: '新的一行。\n'.repeat(50) }]);
  const moved = await client.holes(uri);
  expect(moved.holes.map(({ name }) => name)).toEqual(before.holes.map(({ name }) => name));
  client.change(uri, 3, [{ range: { start: { line: 52, character: 0 }, end: { line: 52, character: 2 } }, text: '本镇' }]);
  const changed = await client.holes(uri);
  const same = changed.holes.filter(({ name }, index) => name === before.holes[index]?.name);
  expect([changed.holes.length, same.length]).toEqual([9, 8]);
});

it('several speeches in one file: the title of each stands over its sections', async () => {
  const speech = (title: string): string => `${title}\n同志们：\n一、认清形势\n签约项目XX个。\n二、狠抓落实\n谢谢大家！\n`;
  const { headings } = await listed(`${speech('在全镇招商大会上的讲话')}\n${speech('在全镇安全生产会议上的讲话')}`);
  expect(headings.map(({ title, parent }) => `${parent ?? ''} ${title}`)).toEqual([
    ' 在全镇招商大会上的讲话',
    '0 一、认清形势',
    ' 在全镇安全生产会议上的讲话',
    '2 一、认清形势',
  ]);
});

it('in Markdown the marks of the markup are not part of the words', async () => {
  const { holes, headings } = await listed('# 一、经济\n\n- **地区生产总值**完成X亿元\n', 'markdown');
  expect(headings.map(({ title }) => title)).toEqual(['一、经济']);
  expect(holes.map(({ clause }) => `${clause.before}⟦${clause.token}⟧${clause.after}`)).toEqual(['地区生产总值完成⟦X⟧亿元']);
});

it('a document that is not open has none', async () => {
  client = await startClient();
  expect(await client.holes('file:///tmp/无.txt')).toEqual({ version: -1, holes: [], headings: [] });
});
