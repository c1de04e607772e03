/** The histories bite: whoever changes what the loop asks Temporal for finds a replay red, and by patched() green again. */

import { expect, test } from 'vitest';
import { changed, PAUSE, pausesFirst } from './changed-bundle.ts';
import { replay } from './replay.ts';

test.each([
  ['pauses before it begins', 'begin(life, start)', PAUSE, 'accepted-to-closure'],
  ['sends no letters', 'send(life, { unsentLetters, seq })', 'return;', 'accepted-to-closure'],
  ['replaces nobody who declined', 'replacement(referral, now)', 'return;', 'declined-next-asked'],
  ['replaces nobody who is silent', 'replacement(referral, now)', 'return;', 'silent-replaced'],
  ['lets clocks run out', 'clocks({ clocks }, now)', 'return;', 'emergency-in-parallel'],
  ['routes nothing', 'routing(referral)', 'return;', 'triaged-anew'],
  ['never takes a new history', 'isIdle(life)', 'return false;', 'continued-as-new'],
])('a loop that %s cannot lead a life that did', async (_, head, statement, history) => {
  await expect(replay(`${history}.json`, changed(head, statement))).rejects.toThrow('can no longer be led');
});

test('under patched() the same pause is not taken by lives that began without it', async () => {
  await replay('accepted-to-closure.json', pausesFirst());
});
