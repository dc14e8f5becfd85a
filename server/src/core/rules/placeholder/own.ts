/** Owns the slots that a person's own patterns find, besides those of the grammar. */
import type { Paragraph } from '../../text/paragraph.ts';
import { overlaps } from '../../text/span.ts';
import type { OwnPattern } from '../pattern.ts';
import type { Options } from '../rule.ts';
import type { Kind, Slot } from './slot.ts';

/** The patterns among the options of the rule. */
export function patternsIn(options: Options): readonly OwnPattern[] {
  const patterns = options['patterns'];
  return Array.isArray(patterns) ? patterns.filter((pattern): pattern is OwnPattern => typeof pattern === 'object') : [];
}

/** Slots of one paragraph by the patterns; code and addresses of Markdown are no text. */
export function ownSlots({ text, masks }: Paragraph, patterns: readonly OwnPattern[]): Slot[] {
  const hidden = masks.filter(({ kind }) => kind === 'hidden');
  return patterns.flatMap(({ kind, message, find }) =>
    (find?.(text) ?? [])
      .filter((span) => !hidden.some((mask) => overlaps(mask, span)))
      .map(({ start, end }) => ({
        start,
        end,
        kind: kind as Kind,
        family: 'own' as const,
        certainty: 'likely' as const,
        tail: { start: end, end },
        ...(message !== undefined && { message }),
      })),
  );
}
