/** Owns files of other programs: what a person may take for a draft although it is not plain text, and what to do with it. */
import type { Bilingual } from '../core/rules/meta.ts';

/** Documents that Word or WPS can save as plain text. */
const office: ReadonlySet<string> = new Set(['docx', 'doc', 'wps', 'wpt', 'rtf', 'odt', 'xlsx', 'xls', 'et', 'pptx', 'ppt', 'dps']);
/** Documents whose text can only be copied out. */
const pages: ReadonlySet<string> = new Set(['pdf', 'ofd']);

/** How files begin that are no text, whatever they are called. */
const signatures: readonly (readonly [start: string, what: Bilingual])[] = [
  ['PK\x03\x04', saveAs('', { zh: ' Office 文档或压缩文件', en: 'an Office document or a zip archive' })],
  ['\xd0\xcf\x11\xe0', saveAs('', { zh: ' Office 或 WPS 文档', en: 'an Office or WPS document' })],
  ['{\\rtf', saveAs('.rtf')],
  ['%PDF-', copyFrom('pdf')],
  ['\x89PNG', { zh: '是图片，不是纯文本', en: 'a picture, not plain text' }],
  ['\xff\xd8\xff', { zh: '是图片，不是纯文本', en: 'a picture, not plain text' }],
  ['GIF8', { zh: '是图片，不是纯文本', en: 'a picture, not plain text' }],
  ['\x1f\x8b', { zh: '是压缩文件，不是纯文本', en: 'a compressed file, not plain text' }],
  ['7z\xbc\xaf', { zh: '是压缩文件，不是纯文本', en: 'a compressed file, not plain text' }],
  ['Rar!', { zh: '是压缩文件，不是纯文本', en: 'a compressed file, not plain text' }],
];

/** Why a file with this name is not read as text; `undefined` when the name says nothing of the kind. */
export function documentNamed(path: string): Bilingual | undefined {
  const ending = /\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase() ?? '';
  return office.has(ending) ? saveAs(`.${ending}`) : pages.has(ending) ? copyFrom(ending) : undefined;
}

/** Why these bytes are not text; `undefined` when their beginning says nothing of the kind. */
export function documentIn(bytes: Uint8Array): Bilingual | undefined {
  const start = String.fromCharCode(...bytes.subarray(0, 8));
  return signatures.find(([signature]) => start.startsWith(signature))?.[1];
}

function saveAs(ending: string, what: Bilingual = { zh: ` ${ending} 文件`, en: `a ${ending} file` }): Bilingual {
  return {
    zh: `是${what.zh}，请在 Word 或 WPS 中另存为纯文本（.txt）再查`,
    en: `${what.en}: save it as plain text (.txt) from Word or WPS`,
  };
}

function copyFrom(ending: string): Bilingual {
  const name = ending.toUpperCase();
  return { zh: `是 ${name} 文件，请把文字复制到纯文本（.txt）再查`, en: `a ${name} file: copy its text into a plain text file (.txt)` };
}
