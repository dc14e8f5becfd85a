/** What templates, copies of last year's speech and assistants leave behind, row by row: found, with its exact span. */
import { describe, it } from 'vitest';
import { check } from '../../support/holes.ts';

describe('one question mark for a figure', () => {
  it.each([
    ['近几年完成投资⟦?⟧亿元，'],
    ['引进几家企业，完成投资⟦？⟧亿元。'],
    ['无论如何要完成投资⟦?⟧亿元'],
    ['哪怕困难再多，也要完成税收⟦?⟧亿元。'],
    ['怎么看，同比都增长⟦?⟧%。'],
    ['完成投资⟦?⟧亿元，引进几家龙头，新增企业⟦?⟧家。税收增长⟦?⟧%，怎么办，建成⟦?⟧座。'],
  ])('%s', (row) => check(row));
  it.each([['完成投资⟦?⟧亿元，增长⟦?⟧%。日子怎么过？户户都在想。'], ['完成投资⟦?⟧亿元，增长⟦?⟧%。出路在哪里？亿元村走在了前面。']])(
    'a question stays one: %s',
    (row) => check(row),
  );
});

describe('brackets', () => {
  it.each([
    ['⟦（照片待提供）⟧'],
    ['⟦（图片请宣传部提供）⟧'],
    ['下面有请⟦（请主持人姓名）⟧讲话。'],
    ['欢迎⟦（请代表团名称）⟧，⟦（代表团名称）⟧'],
    ['请登录⟦【网址】⟧查询，或拨打⟦【联系电话】⟧。'],
    ['在“⟦⟧”中国建设中，办好“⟦⟧”里程碑，落实“⟦⟧”中的要求。'],
    ['涌现出以⟦（典型人物）⟧为代表的一批好干部。⟦（典型事迹）⟧'],
    ['保证金：⟦（空缺）⟧'],
  ])('%s', (row) => check(row));
});

describe('blanks', () => {
  it.each([
    ['接待⟦  ⟧名代表  慰问⟦  ⟧户群众'],
    ['慰问⟦  ⟧户群众  走访⟦  ⟧名老人'],
    ['共完成投资⟦  ⟧亿元  完成税收⟦  ⟧万元'],
    ['表彰第⟦  ⟧党支部、第⟦　⟧联合党支部。'],
  ])('%s', (row) => check(row));
});

describe('marks', () => {
  it.each([
    ['引进CT⟦X⟧台，培训MBA⟦XX⟧人。'],
    ['新增企业⟦—⟧家，引进项目⟦–⟧个。'],
    ['合同编号NO.⟦XXXX⟧，发票No⟦XXXX⟧'],
    ['近⟦某⟧年来，我县发展很快。'],
  ])('%s', (row) => check(row));
});
