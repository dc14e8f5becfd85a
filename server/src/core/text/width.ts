/** Owns width: letters, digits and signs as half-width ones, the stops of Chinese prose as full-width ones, unit for unit. */

const halved = /[\uff02-\uff07\uff0a\uff0b\uff0d-\uff19\uff1c-\uff1e\uff20-\uff5e\u2715\u2716\u2573\u2a2f]/g;
const stops: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '!': '！', '?': '？', '(': '（', ')': '）' };
const narrowStop = /(?<=[\p{Script=Han}\u3000-\u303f\uff00-\uffef”’])[,;:!?()](?!\d)|[,;:!?()](?=[\p{Script=Han}“‘《【])/gu;

/**
 * Folds full-width letters, digits and signs (Ｘ ２ ％ ＊ ＿) to half width, the crosses that people type for × to ×, and
 * narrow stops beside ideographs (`,` `;` `(`) to the full-width stops they stand for. The result has the same length, so
 * offsets hold in both.
 */
export function foldWidth(text: string): string {
  const folded = text.replace(halved, (sign) => {
    const unit = sign.charCodeAt(0);
    return unit >= 0xff01 && unit <= 0xff5e ? String.fromCharCode(unit - 0xfee0) : '×';
  });
  return /[,;:!?()]/.test(folded) ? folded.replace(narrowStop, (sign) => stops[sign] ?? sign) : folded;
}
