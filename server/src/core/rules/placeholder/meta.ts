/** Owns what is known of the placeholder rule without running it. */
import type { RuleMeta } from '../meta.ts';

/** Meta of `placeholder`; severities by the contract: what is read aloud as a figure is an error. */
export const meta: RuleMeta = {
  id: 'placeholder',
  title: { zh: '待填处', en: 'Unfilled placeholder' },
  why: {
    zh: '讲稿从旧稿或模板改来，漏填的“X亿元”“【待补】”会被原样念出来。本规则按占位符的构成和前后文找出它们，并指明缺的是什么。',
    en: 'A speech is made from last year’s text or a template, and an “X亿元” left in it is read aloud. The rule finds placeholders by their form and their neighbours and names what is missing.',
  },
  whenNot: {
    zh: '文中本来就要出现的字母或符号（如“X光”“1+X证书”）不会报告；若仍有误报，可用“忽略”保留原文。',
    en: 'Letters and signs that belong to the text (X光, 1+X证书) are not reported. Ignore a finding that is wrong; the text stays as it is.',
  },
  kinds: [
    { id: 'number', name: { zh: '数量', en: 'number' }, severity: 'error' },
    { id: 'money', name: { zh: '金额', en: 'money' }, severity: 'error' },
    { id: 'percent', name: { zh: '百分比', en: 'percentage' }, severity: 'error' },
    { id: 'date', name: { zh: '日期', en: 'date' }, severity: 'error' },
    { id: 'ordinal', name: { zh: '序数', en: 'ordinal' }, severity: 'error' },
    { id: 'document-number', name: { zh: '文号', en: 'document number' }, severity: 'error' },
    { id: 'name', name: { zh: '姓名', en: 'name' }, severity: 'warning' },
    { id: 'place', name: { zh: '地名', en: 'place' }, severity: 'warning' },
    { id: 'organization', name: { zh: '单位', en: 'organization' }, severity: 'warning' },
    { id: 'list', name: { zh: '列举', en: 'list' }, severity: 'warning' },
    { id: 'content', name: { zh: '内容', en: 'content' }, severity: 'warning' },
    { id: 'note', name: { zh: '待办备注', en: 'note' }, severity: 'warning' },
    { id: 'blank', name: { zh: '空缺', en: 'blank' }, severity: 'warning' },
  ],
  messages: {
    hole: { zh: '待填：{indicator} {token}（{kind}）', en: 'To fill in: {indicator} {token} ({kind})' },
    bare: { zh: '待填：{token}（{kind}）', en: 'To fill in: {token} ({kind})' },
    empty: { zh: '待填：{indicator} __ {unit}', en: 'To fill in: {indicator} __ {unit}' },
    emptyBare: { zh: '待填：__ {unit}', en: 'To fill in: __ {unit}' },
    lost: { zh: '待填：此处似缺名称（{kind}）', en: 'To fill in: a name seems to be missing here ({kind})' },
    note: { zh: '待办：{token}', en: 'To do: {token}' },
    junk: { zh: '多余的占位符 {token}，后面的姓名是完整的', en: 'Leftover {token}: the name behind it is complete' },
    own: { zh: '{message}：{token}', en: '{message}: {token}' },
    fill: { zh: '填写 {token}', en: 'Fill in {token}' },
    fillGroup: { zh: '依次填写 {token} 等 {count} 处', en: 'Fill in {token} and the rest, {count} in all' },
    fillAlike: { zh: '把 {count} 处“{token}”填成同一内容', en: 'Fill in all {count} of “{token}” alike' },
    remove: { zh: '删去“{token}”', en: 'Remove “{token}”' },
    choose: { zh: '填入 {value}', en: 'Fill in {value}' },
  },
  terms: {},
  options: [
    {
      id: 'caution',
      type: 'string',
      enum: ['normal', 'strict'],
      default: 'normal',
      description: {
        zh: 'normal：只报告有把握的待填处；strict：单独出现、前后文不明的标记（如孤立的 X、某市）也报告。',
        en: 'normal: report what the text makes sure of; strict: also report marks that stand alone and may be meant (a single X, 某市).',
      },
    },
    {
      id: 'patterns',
      type: 'pattern[]',
      default: [],
      description: {
        zh: '自己的占位符：正则表达式，或 `{"pattern": "〔待定[0-9]*〕", "kind": "content", "message": "待定"}`。在一段之内查找；不支持前后查找和反向引用。写错的会说明并略过。',
        en: 'Placeholders of your own: regular expressions, or `{"pattern": "〔待定[0-9]*〕", "kind": "content", "message": "to be settled"}`, looked for within a paragraph, without lookaround and backreferences. One that is wrong is named and skipped.',
      },
    },
  ],
  examples: [
    { bad: '全县生产总值完成⟦X⟧亿元，同比增长⟦X.X⟧%。', good: '全县生产总值完成86.4亿元，同比增长5.2%。' },
    { bad: '会议定于⟦20XX⟧年⟦X⟧月⟦X⟧日召开。', good: '会议定于2026年3月8日召开。' },
    { bad: '今年以来累计投资⟦  ⟧亿元，增速⟦⟧%。', good: '医院添置了X光机，学校推行1+X证书。' },
    { bad: '下面请⟦【领导姓名】⟧同志讲话。', good: '【会议时间】2026年3月8日上午。' },
    { bad: '受理群众诉求1200件⟦（待核实）⟧。', good: '这项工作有待加强，问题亟待解决。' },
  ],
};
