/** `npm run replay-attack` on a stack of its own: every replay is refused, is in the audit log, and changes nothing. */

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

test('without a key, no message of one referral can be sent to another', async () => {
  const { stdout } = await promisify(execFile)('npx', ['tsx', 'dev/replay-attack.ts'], { encoding: 'utf8' });
  const outcomes = [...stdout.matchAll(/^ {2}([a-z ]+?)(?: {2,}| (?=refused))(\S.*)$/gm)].map(([, at, outcome]) => [
    at,
    outcome,
  ]);
  expect(Object.fromEntries(outcomes)).toMatchObject({
    update: 'FORGED_ACT',
    'update with start': 'FORGED_ACT',
    'start of the running referral': 'refused',
    'start of a new referral': 'started; the workflow fails at once',
    signal: 'delivered; the workflow drops it',
    query: 'refused',
    'activity without a workflow': 'failed',
  });
  const [, before, after] = /Journal: (\d+) entries before, (\d+) after\./.exec(stdout) ?? [];
  expect(Number(before)).toBeGreaterThan(3);
  expect(after).toBe(before);
  // Each attempt that a worker saw. A running workflow is not started again, and a query writes nothing.
  expect(stdout.match(/"code":"FORGED_ACT","refused":"payload"/g)?.length).toBeGreaterThanOrEqual(5);
  expect(stdout.trimEnd()).toMatch(/take: done\. XR-2026-000002 is received\.$/);
});
