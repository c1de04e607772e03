/** What must not be rebuilt, also if more leaves were changed than a comparison of the log lists. */

import { expect, test } from 'vitest';
import { MOST_OF_A_KIND } from '../../../client/log/log-difference.ts';
import { mayRebuild, rebuildLimits } from '../../../client/recovery/rebuild-limits.ts';

const several = (fault: 'leaf-changed' | 'leaf-not-in-log' | 'leaf-backdated', count: number) =>
  Array.from({ length: count }, (_, n) => ({ fault, referralId: `r${n}`, detail: `position ${n}` }));

test.each(['leaf-changed', 'leaf-not-in-log'] as const)('%s: at the limit of the list, nothing is rebuilt', (fault) => {
  const few = rebuildLimits(several(fault, MOST_OF_A_KIND - 1));
  expect([few.logFault, mayRebuild(few, 'r0'), mayRebuild(few, 'other')]).toEqual([undefined, false, true]);
  const many = rebuildLimits(several(fault, MOST_OF_A_KIND));
  expect([many.logFault, mayRebuild(many, 'other')]).toEqual([`${fault}, position 0`, false]);
});

test('leaves that a wrong clock dated do not keep other referrals from being rebuilt', () => {
  const limits = rebuildLimits(several('leaf-backdated', MOST_OF_A_KIND));
  expect([limits.logFault, mayRebuild(limits, 'r0'), mayRebuild(limits, 'other')]).toEqual([undefined, false, true]);
});
