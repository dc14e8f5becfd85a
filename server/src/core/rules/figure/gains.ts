/** Owns gains: what was added and how the total is said to have changed. */
import type { Claim } from '../../facts/claims.ts';
import { apart } from '../../facts/digits.ts';
import { magnitudeOf } from '../../facts/numbers.ts';
import { slipAt, textOf } from './adding.ts';
import { isChange } from './changes.ts';
import { inUnitOf, isExact, possible } from './slip.ts';
import type { Slip } from './slip.ts';

/** Between the gain and the base: 新增12家，总数由35家增加到46家. */
const total = /^[，,](?:企业|项目)?(?:总数|总量|总户数|保有量|数量)(?:由|从)(?:[^，。；\d]{0,6}|(?:19|20)\d\d年[^，。；\d]{0,4})$/u;
const net = /净增[^，。；]{0,14}$/u;
const gross = /(?:新增|新认定|新培育|新建成?|新登记|新入[库统规])[^，。；]{0,14}$/u;

/** Gains that the change of the total contradicts. `text` is the paragraph as it stands. */
export function gainSlips(text: string, claims: readonly Claim[]): Slip[] {
  return claims.flatMap((gain, index) => {
    const [base, value] = claims.slice(index + 1, index + 3);
    if (!isExact(gain) || !isExact(base) || !isChange(text, base, value)) return [];
    const { family } = gain.figure.unit;
    if (family === 'percent' || base.figure.unit.family !== family) return [];
    if (!total.test(text.slice(gain.figure.end, base.figure.start))) return [];
    const lead = text.slice(Math.max(0, gain.figure.start - 20), gain.figure.start);
    const isNet = net.test(lead);
    if (!isNet && !gross.test(lead)) return [];
    const [g, a, b] = [possible(gain), possible(base), possible(value)];
    const change = { low: b.low - a.high, high: b.high - a.low };
    // Some may have gone while others came: a total grows by no more than what was added.
    if (isNet ? !apart(change, g) : change.low <= g.high) return [];
    const expected = inUnitOf(value.figure.amount.value - base.figure.amount.value, gain.figure, magnitudeOf(gain.figure.magnitude), 4);
    const args = { text: textOf(text, gain), base: textOf(text, base), value: textOf(text, value), expected };
    return [slipAt(gain, { id: 'gain', args }, [base, value])];
  });
}
