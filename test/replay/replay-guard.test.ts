/** The recorded histories detect a change of commands in the loop, and accept it under patched(). */

import { expect, test } from 'vitest';
import { bundleThatPauses, bundleWith, PAUSE } from './changed-bundle.ts';
import { replay } from './replay.ts';

test.each([
  ['pauses before it begins', 'begin(state, start)', PAUSE, 'accepted-to-closure'],
  ['sends no letters', 'send(state, { unsentLetters, seq })', 'return;', 'letters-in-workflow/accepted-to-closure'],
  ['does not replace a recipient that declined', 'replacement(referral, now)', 'return;', 'declined-next-asked'],
  ['does not replace an unresponsive recipient', 'replacement(referral, now)', 'return;', 'unresponsive-replaced'],
  ['does not process expired clocks', 'clocks({ clocks }, now)', 'return;', 'emergency-in-parallel'],
  ['routes nothing', 'routing(referral)', 'return;', 'triaged-again'],
  ['never continues as new', 'isIdle(state)', 'return false;', 'continued-as-new'],
])('a loop that %s cannot replay an existing history', async (_, head, statement, history) => {
  await expect(replay(`${history}.json`, bundleWith(head, statement))).rejects.toThrow('cannot be replayed');
});

test('under patched() a workflow that started without the pause replays', async () => {
  await replay('accepted-to-closure.json', bundleThatPauses());
});
