/** Owns the printing of the measurements. */
import { cases } from './run.ts';

const only = process.argv[2];
for (const [index, measure] of cases().entries()) {
  if (only !== undefined && !only.split(',').includes(String(index))) continue;
  const { name, figures } = measure();
  const parts = Object.entries(figures).map(([key, value]) => `${key} ${value >= 100 ? value.toFixed(0) : value.toFixed(2)}`);
  process.stdout.write(`${name}: ${parts.join(', ')}\n`);
}
