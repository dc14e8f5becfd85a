/**
 * Owns how much a text looks like a Chinese draft. Bytes that are read in the wrong encoding mostly become characters
 * too, but rare ones: a text is believed by the share of common characters in it.
 */

/** The 3,755 common characters: level 1 of GB 2312-1980, rows 16 to 55, which is how GB18030 encodes them too. */
const common: ReadonlySet<string> = new Set(
  new TextDecoder('gb18030').decode(
    Uint8Array.from({ length: 40 * 94 * 2 }, (_, at) => (at % 2 === 0 ? 0xb0 + Math.floor(at / 188) : 0xa1 + (Math.floor(at / 2) % 94))),
  ),
);

/** Characters that hardly any Chinese sentence of ten characters does without. */
const frequent: ReadonlySet<string> = new Set(
  '的一是在了不有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学所民得经十三之进着等部度家力里如水化高自二理起现实加量都两制机当点从业本把性好应开合还因由其前日事平全间与关各重新内数正心建月公无系情最立代并提题党五果位入常总次设及市区县镇村乡省局委府院长政志同们战略强抓落推改革项目务稳保群众领导会议指示精神责任谢',
);

/** Punctuation and forms that Chinese texts are written with besides characters: general, CJK and full-width. */
const usual =
  /[\u2010-\u203b\u2103\u2116\u2160-\u217f\u2200-\u22ff\u2460-\u24ff\u2500-\u266f\u3000-\u301f\u3220-\u33ff\uff01-\uff5e\uffe5\u00b7\u00d7\u00b0\u00b1]/;

/** How far a text is Chinese. All counts are of characters, surrogate pairs counted as one. */
export interface Look {
  /** Characters beyond ASCII. */
  readonly beyondAscii: number;
  /** Of those, the share that is common in Chinese texts, 0 to 1; 1 where there are none. */
  readonly share: number;
  readonly han: number;
  /** The share of the very frequent among the Chinese characters; 1 where there are none. */
  readonly frequent: number;
  /** Control characters that no text has: not tab, line breaks, form feed. */
  readonly controls: number;
}

/** Looks at a text. */
export function lookOf(text: string): Look {
  let beyondAscii = 0;
  let good = 0;
  let han = 0;
  let often = 0;
  let controls = 0;
  for (const char of text) {
    if (char < '\u0080') {
      if (char < ' ' && !/[\t\n\v\f\r]/.test(char)) controls += 1;
      continue;
    }
    if (char === '\ufeff') continue;
    beyondAscii += 1;
    if (common.has(char)) {
      good += 1;
      han += 1;
      if (frequent.has(char)) often += 1;
    } else if (usual.test(char)) good += 1;
    else if (/\p{Script=Han}/u.test(char)) han += 1;
  }
  return {
    beyondAscii,
    share: beyondAscii === 0 ? 1 : good / beyondAscii,
    han,
    frequent: han === 0 ? 1 : often / han,
    controls,
  };
}

/**
 * Whether a text is surely Chinese. Short texts must be wholly of common characters and hold one that is frequent, or
 * a mark; in long ones names may be rare, but frequent characters must be there (Korean read as Chinese has none).
 */
export function isChinese({ beyondAscii, share, han, frequent: often, controls }: Look): boolean {
  if (controls > 0 || beyondAscii === 0) return false;
  return han < 10 ? share === 1 && (often > 0 || beyondAscii > han) : share >= 0.88 && often >= 0.12;
}
