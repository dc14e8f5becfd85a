/** Owns how converters and some editors part Chinese and figures. */

/** `完成23.2亿元，增长6.1%` as `完成 23.2 亿元，增长 6.1%`. */
export function withBlanks(text: string): string {
  return text.replace(/(?<=\p{Script=Han})(?=[A-Za-z\d])/gu, ' ').replace(/(?<=[A-Za-z\d%])(?=\p{Script=Han})/gu, ' ');
}
