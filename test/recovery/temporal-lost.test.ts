/** Temporal's database or a workflow is lost: `repair` starts workflows from the journal with the same state. */

import { beforeAll, expect, test } from 'vitest';
import { check } from '../../client/recovery/check.ts';
import { repair } from '../../client/recovery/repair.ts';
import { listRuns } from '../../client/recovery/temporal-history.ts';
import { moveTimeTo } from '../../dev/time.ts';
import { readJournal } from '../../prisma/store/journal.ts';
import { workflowIdOf } from '../../workflows/messages.ts';
import { connectedEngine, type TestEngine } from '../support/engine.ts';
import { anUrgentSubmission } from '../support/factories.ts';
import { type StoppableServer, stoppableTemporal } from '../support/stoppable.ts';
import { triagedTo } from '../support/submit-and-triage.ts';
import { workerStarter } from '../support/workers.ts';
import { tamper } from './derived.ts';

let liaise: TestEngine;
let temporal: StoppableServer & { loseStore(): Promise<void> };

beforeAll(async () => {
  const server = await stoppableTemporal();
  temporal = server;
  liaise = await connectedEngine(server);
  const { databaseUrl, mail, keys } = liaise;
  const startWorker = await workerStarter({ databaseUrl, temporal: server, smtpPort: mail.smtpPort, keys });
  await startWorker();
});

const R1 = { recipientId: 'r1' } as const;

async function referred(): Promise<string> {
  const referralId = await triagedTo(liaise, anUrgentSubmission(), ['FI']);
  await liaise.lettersSent(referralId);
  return referralId;
}

async function asking(): Promise<string> {
  const referralId = await referred();
  await liaise.act('aino.alder', referralId, { type: 'acknowledge', ...R1 });
  await liaise.act('aino.alder', referralId, { type: 'ask-information', ...R1, text: 'Which account?' });
  return referralId;
}

async function closed(): Promise<string> {
  const referralId = await referred();
  await liaise.act('aino.alder', referralId, { type: 'accept', ...R1 });
  await liaise.act('aino.alder', referralId, { type: 'report-outcome', ...R1, outcome: 'arrest', final: true });
  await liaise.act('ines.rowan', referralId, { type: 'propose-closure' });
  await liaise.act('otto.rowan', referralId, { type: 'approve-closure' });
  await liaise.temporal.workflow.getHandle(workflowIdOf(referralId)).result();
  return referralId;
}

test("Temporal's database is lost: open referrals continue, clocks keep their due times, closed referrals stay closed", async () => {
  const open = [await referred(), await asking()] as const;
  const over = await closed();
  for (const referralId of [...open, over]) await liaise.lettersSent(referralId);
  const before = await Promise.all(open.map(liaise.read));
  const letters = liaise.mail.letters().length;

  await temporal.loseStore();
  expect(await check(liaise)).toMatchObject(
    open.toSorted().map((referralId) => ({ referralId, fault: 'no-workflow' })),
  );
  expect(await repair(liaise)).toMatchObject([{ done: 'workflow-started' }, { done: 'workflow-started' }]);

  for (const referral of before) expect(await liaise.waitUntil(referral.id, () => true)).toEqual(referral);
  expect(await listRuns(liaise.temporal, over)).toEqual([]);
  expect(await check(liaise)).toEqual([]);
  expect(await repair(liaise)).toEqual([]);
  expect(liaise.mail.letters()).toHaveLength(letters);

  const [unresponsive, questioned] = open;
  await liaise.act('quinn.quartz', questioned, { type: 'answer-information', questionId: 'q1', text: 'The second.' });
  expect((await liaise.read(questioned)).questions).toMatchObject([{ state: 'answered' }]);
  const due = before[0]?.clocks.find(({ name }) => name === 'acknowledge')?.dueAt ?? '';
  await moveTimeTo(liaise.temporal, unresponsive, new Date(due));
  await liaise.waitUntil(unresponsive, ({ recipients }) => recipients[0]?.status === 'unresponsive');
  expect((await liaise.read(over)).status).toBe('closed');
});

test('a terminated workflow is started again with the same state', async () => {
  const referralId = await referred();
  const before = await liaise.read(referralId);
  await liaise.temporal.workflow.getHandle(workflowIdOf(referralId)).terminate('by mistake');
  await expect.poll(() => check(liaise)).toMatchObject([{ referralId, fault: 'no-workflow' }]);
  expect(await repair(liaise)).toMatchObject([{ done: 'workflow-started' }]);
  expect(await liaise.waitUntil(referralId, () => true)).toEqual(before);
});

test('before a repair, the next act starts the missing workflow', async () => {
  const referralId = await referred();
  await liaise.temporal.workflow.getHandle(workflowIdOf(referralId)).terminate('by mistake');
  await liaise.act('aino.alder', referralId, { type: 'acknowledge', ...R1 });
  const journal = await readJournal(liaise.db, referralId);
  expect(journal.filter(({ event }) => event.type === 'acknowledged')).toHaveLength(1);
  await expect.poll(() => check(liaise)).toEqual([]);
});

test('an entry is missing in the journal and in Temporal: no workflow is started, and an operator must decide', async () => {
  const referralId = await referred();
  await tamper(liaise.owner, 'journal', `DELETE FROM journal WHERE referral_id = '${referralId}' AND seq = 2`);
  await temporal.loseStore();
  const made = (await repair(liaise)).find(({ finding }) => finding.referralId === referralId);
  expect(made).toMatchObject({ finding: { fault: 'journal-broken' }, done: 'left-to-a-person' });
  expect(made?.detail).toContain('restore a backup that has them');
  expect(await listRuns(liaise.temporal, referralId)).toEqual([]);
});
