/** Owns width: letters, digits and signs as half-width ones, the stops of Chinese prose as full-width ones, unit for unit. */

const halved = /[\uff02-\uff07\uff0a\uff0b\uff0d-\uff19\uff1c-\uff1e\uff20-\uff5e\u2715\u2716\u2573\u2a2f\u2217\u204e\u2731\ufe61]/g;
/** Signs that are typed for another one: stars of formulas and small stars for *, crosses for ×. */
const stars = '\u2217\u204e\u2731\ufe61';
const stops: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '!': '！', '?': '？', '(': '（', ')': '）' };
const narrowStop = /(?<=[\p{Script=Han}\u3000-\u303f\uff00-\uffef”’])[,;:!?()](?!\d)|[,;:!?()](?=[\p{Script=Han}“‘《【])/gu;

/**
 * Folds full-width letters, digits and signs (Ｘ ２ ％ ＊ ＿) to half width, the crosses and stars that people type for × and
 * * (✕ ∗ ﹡) to these, and narrow stops beside ideographs (`,` `;` `(`) to the full-width stops they stand for. The result
 * has the same length, so offsets hold in both.
 */
export function foldWidth(text: string): string {
  const folded = text.replace(halved, (sign) => {
    const unit = sign.charCodeAt(0);
    if (unit >= 0xff01 && unit <= 0xff5e) return String.fromCharCode(unit - 0xfee0);
    return stars.includes(sign) ? '*' : '×';
  });
  return /[,;:!?()]/.test(folded) ? folded.replace(narrowStop, (sign) => stops[sign] ?? sign) : folded;
}
