/** What is published when: findings always go out with the version that they were found in. */
import { describe, expect, it, vi } from 'vitest';
import { indexLines } from '../../server/src/convert/positions.ts';
import { Wording } from '../../server/src/convert/wording.ts';
import { metas } from '../../server/src/core/rules/index.ts';
import type { Finding } from '../../server/src/core/rules/finding.ts';
import { Publisher } from '../../server/src/features/publisher.ts';
import { draftOf } from '../support/holes.ts';

const uri = 'file:///a.txt';
const finding: Finding = { rule: 'figure', kind: 'conflict', severity: 'warning', start: 2, end: 4, message: { id: 'conflict', args: {} } };

function publisher(isLookedAt: () => boolean): { publisher: Publisher; sent: (number | undefined)[] } {
  const sent: (number | undefined)[] = [];
  const text = '同志们：';
  const snapshot = {
    uri,
    languageId: 'plaintext',
    version: 7,
    lines: indexLines(text),
    draft: draftOf(text),
    typed: { end: 4, length: 1 },
  };
  const made = new Publisher({
    wording: () => new Wording('zh', metas),
    page: () => undefined,
    snapshotOf: () => snapshot,
    linesOf: () => undefined,
    findingsOf: () => [finding],
    isLookedAt,
    shownOf: (findings) => findings,
    limits: () => ({ maxFindings: 10, caretDelay: 30 }),
    send: (_uri: string, version: number | undefined) => void sent.push(version),
    counts: () => undefined,
    tellCapped: () => undefined,
  });
  return { publisher: made, sent };
}

describe('a draft that has changed and was not looked at yet', () => {
  it('is not shown the findings of the version before, neither at once nor in a pause', () => {
    vi.useFakeTimers();
    const { publisher: one, sent } = publisher(() => false);
    one.publish(uri);
    one.publishSoon([uri]);
    vi.advanceTimersByTime(5000);
    expect(sent).toEqual([]);
    vi.useRealTimers();
  });

  it('is not shown what was held back at the caret of the version before', () => {
    vi.useFakeTimers();
    let isLookedAt = true;
    const { publisher: one, sent } = publisher(() => isLookedAt);
    one.publish(uri);
    isLookedAt = false;
    vi.advanceTimersByTime(5000);
    expect(sent).toEqual([7]);
    vi.useRealTimers();
  });
});
