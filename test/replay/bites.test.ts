/** The histories bite: whoever changes what the loop asks Temporal for finds a replay red, and by patched() green again. */

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { workflowBundle } from '../support/temporal.ts';
import { replay } from './replay.ts';

const CODE = readFileSync(workflowBundle().codePath, 'utf8');

/** In the sandbox a timeout is a timer of Temporal's. */
const PAUSE = 'await new Promise((done) => setTimeout(done, 1000));';

test.each([
  ['pauses before it begins', 'begin(life, start)', PAUSE, 'accepted-to-closure'],
  ['sends no letters', 'send(life, { unsentLetters, seq })', 'return;', 'accepted-to-closure'],
  ['replaces nobody who declined', 'replacement(referral, now)', 'return;', 'declined-next-asked'],
  ['replaces nobody who is silent', 'replacement(referral, now)', 'return;', 'silent-replaced'],
  ['lets clocks run out', 'clocks({ clocks }, now)', 'return;', 'emergency-in-parallel'],
  ['routes nothing', 'routing(referral)', 'return;', 'triaged-anew'],
  ['never takes a new history', 'isQuiet(life)', 'return false;', 'continued-as-new'],
])('a loop that %s cannot lead a life that did', async (_, head, statement, history) => {
  await expect(replay(`${history}.json`, changed(head, statement))).rejects.toThrow('can no longer be led');
});

test('under patched() the same pause is not taken by lives that began without it', async () => {
  const pause = `if (${workflowModule()}.patched('pause-first')) { ${PAUSE} }`;
  await replay('accepted-to-closure.json', changed('begin(life, start)', pause));
});

/** The bundle of today with `statement` at the start of the function of that head. */
function changed(head: string, statement: string): { code: string } {
  const opening = `function ${head} {`;
  const [before, after, ...more] = CODE.split(opening);
  if (before === undefined || after === undefined || more.length > 0) {
    throw new Error(`The bundle has no "${opening}", or several: change another function here.`);
  }
  return { code: `${before}${opening}${statement}${after}` };
}

/** By what name the loop knows it in the bundle. */
function workflowModule(): string {
  return /\b\w+(?=\.condition\))/.exec(CODE.slice(CODE.indexOf('function begin(')))?.[0] ?? '';
}
