/** Owns what may be filled in. Pure: no VS Code here. */

/** Why a value cannot be filled in. */
export type ValueFault = 'empty' | 'lines';

/** What is wrong with a value that a person typed, if anything. */
export function faultOf(value: string): ValueFault | undefined {
  if (value.trim() === '') return 'empty';
  return /[\r\n\u2028\u2029]/.test(value) ? 'lines' : undefined;
}
