/** An older backup is restored: `repair` recovers later entries from Temporal, or names what needs a decision. */

import { beforeAll, expect, test } from 'vitest';
import { check } from '../../client/recovery/check.ts';
import { refuseBehindRegister } from '../../client/recovery/erasure-register.ts';
import { type Decision, keepJournal } from '../../client/recovery/keep-journal.ts';
import { repair } from '../../client/recovery/repair.ts';
import { startWorkerProcess, type WorkerProcess } from '../../dev/worker.ts';
import { readJournal } from '../../prisma/store/journal.ts';
import { stateQuery, workflowIdOf } from '../../workflows/messages.ts';
import { atEnd } from '../support/at-end.ts';
import { connectedEngine, refusalCodeOf, type TestEngine } from '../support/engine.ts';
import { anUrgentSubmission } from '../support/factories.ts';
import { submitted, triagedTo } from '../support/submit-and-triage.ts';
import { DELETE_AT_ONCE, faultServer } from '../support/temporal.ts';
import { workerEnvironment } from '../support/workers.ts';
import { takeBackup } from './backup.ts';
import { derivedRows } from './derived.ts';

let liaise: TestEngine;
let environment: Record<string, string>;
let worker: WorkerProcess;

beforeAll(async () => {
  const { address } = await faultServer({ settings: DELETE_AT_ONCE });
  const temporal = { address, namespace: 'default' };
  liaise = await connectedEngine(temporal);
  const { databaseUrl, mail, keys } = liaise;
  environment = await workerEnvironment({ databaseUrl, temporal, smtpPort: mail.smtpPort, keys });
  worker = await startWorkerProcess(environment);
  atEnd(() => worker.stop());
});

const R1 = { recipientId: 'r1' } as const;
const ARREST = { type: 'report-outcome', ...R1, outcome: 'arrest', final: true } as const;

async function referred(): Promise<string> {
  return quiet(await triagedTo(liaise, anUrgentSubmission(), ['FI']));
}

/** Waits until its letters are sent. */
async function quiet(referralId: string): Promise<string> {
  await liaise.lettersSent(referralId);
  return referralId;
}

async function over(referralId: string): Promise<string> {
  await liaise.temporal.workflow.getHandle(workflowIdOf(referralId)).result();
  return referralId;
}

async function close(referralId: string): Promise<string> {
  await liaise.act('ines.rowan', referralId, { type: 'propose-closure' });
  await liaise.act('otto.rowan', referralId, { type: 'approve-closure' });
  return over(referralId);
}

test('all entries after the backup are recovered', async () => {
  const untouched = await referred();
  const goesOn = await referred();
  const isClosed = await referred();
  await liaise.act('aino.alder', isClosed, { type: 'accept', ...R1 });
  const isConfirmed = await referred();
  await liaise.act('otto.rowan', isConfirmed, { type: 'recall', ...R1, text: 'Handled here.' });
  await close(isConfirmed);

  const backup = await takeBackup(liaise);
  await liaise.act('aino.alder', goesOn, { type: 'ask-information', ...R1, text: 'Which account?' });
  await liaise.act('aino.alder', isClosed, ARREST);
  await close(isClosed);
  await liaise.act('aino.alder', isConfirmed, { type: 'confirm-recall', ...R1 });
  await over(isConfirmed);
  const isNew = await quiet(await submitted(liaise, anUrgentSubmission()));
  const isRejected = await submitted(liaise, anUrgentSubmission());
  await liaise.act('noor.rowan', isRejected, { type: 'reject-at-intake', ground: 'no-location' });
  await over(isRejected);
  const all = [untouched, goesOn, isClosed, isConfirmed, isNew, isRejected];
  for (const referralId of all) await quiet(referralId);
  const before = await known(all);
  const numbers = await Promise.all(all.map(async (referralId) => (await liaise.read(referralId)).reference));
  const letters = liaise.mail.letters().length;

  await backup.restore();
  const behind = all.filter((referralId) => referralId !== untouched).toSorted();
  const findings = await check(liaise);
  expect(findings.map(({ referralId }) => referralId).toSorted()).toEqual(behind);
  expect(new Set(findings.map(({ fault }) => fault))).toEqual(new Set(['journal-behind']));
  const repairs = await repair(liaise);
  const detailOf = (id: string) => repairs.find(({ finding }) => finding.referralId === id)?.detail;
  expect(repairs.map(({ done }) => done)).toEqual(behind.map(() => 'entries-restored'));
  expect(detailOf(isNew)).toMatch(/words of 1 are lost/);
  expect(detailOf(isClosed)).not.toMatch(/lost/);
  expect(await known(all)).toEqual(before);
  await expect.poll(() => check(liaise)).toEqual([]);

  // No letter is sent twice: those that are newer than the backup are left to an operator.
  const restored = await liaise.db.letter.findMany({ where: { code: 'RESTORED' } });
  expect(new Set(restored.map(({ referralId }) => referralId))).toEqual(new Set([goesOn, isClosed, isNew, isRejected]));
  // No reference number is assigned twice.
  await liaise.act('quinn.quartz', goesOn, { type: 'answer-information', questionId: 'q1', text: 'The second.' });
  const next = await quiet(await submitted(liaise, anUrgentSubmission()));
  expect(numbers).not.toContain((await liaise.read(next)).reference);
  await quiet(goesOn);
  const since = liaise.mail.letters().slice(letters);
  const subjects = [
    expect.stringContaining('Read the answer to your question'),
    expect.stringContaining('Referral received'),
  ];
  expect(since.map(({ subject }) => subject)).toEqual(subjects);
});

test('an act before the repair is deferred until the journal is complete, and is done once', async () => {
  const referralId = await referred();
  const backup = await takeBackup(liaise);
  await liaise.act('aino.alder', referralId, { type: 'acknowledge', ...R1 });
  await backup.restore();
  const aino = await liaise.person('aino.alder');
  const key = { key: crypto.randomUUID() };
  const accept = () => liaise.engine.perform(aino, referralId, { type: 'accept', ...R1 }, key);
  expect(await refusalCodeOf(accept())).toBe('ENGINE_UNAVAILABLE');
  expect(await repair(liaise)).toMatchObject([{ finding: { referralId }, done: 'entries-restored' }]);
  expect(await accept()).toMatchObject({ referralId, status: 'referred' });
  const journal = await readJournal(liaise.db, referralId);
  expect(journal.filter(({ event }) => event.type === 'accepted')).toHaveLength(1);
  await expect.poll(() => check(liaise)).toEqual([]);
});

test('an erasure after the backup is repeated', async () => {
  const referralId = await submitted(liaise, anUrgentSubmission());
  await liaise.act('noor.rowan', referralId, { type: 'reject-at-intake', ground: 'no-location' });
  await over(referralId);
  const backup = await takeBackup(liaise);
  await liaise.act('otto.rowan', referralId, { type: 'erase' });
  await over(referralId);
  await backup.restore();
  expect(await liaise.db.dataKey.count({ where: { referralId } })).toBe(1);
  expect(await repair(liaise)).toMatchObject([{ finding: { referralId }, done: 'entries-restored' }]);
  expect(await liaise.db.dataKey.count({ where: { referralId } })).toBe(0);
  expect((await liaise.read(referralId)).status).toBe('erased');
});

test('a worker that starts on a restored backup first repeats erasures, with the entries that Temporal has', async () => {
  const referralId = await submitted(liaise, anUrgentSubmission());
  await liaise.act('noor.rowan', referralId, { type: 'reject-at-intake', ground: 'no-location' });
  await over(referralId);
  const backup = await takeBackup(liaise);
  await liaise.act('otto.rowan', referralId, { type: 'erase' });
  await over(referralId);
  const journal = await readJournal(liaise.db, referralId);
  await worker.stop();
  await backup.restore();
  const path = environment['LIAISE_ERASURE_REGISTER_FILE'] ?? '';
  await expect(refuseBehindRegister(liaise.pages, path)).rejects.toThrow('a backup was restored');
  const lines: string[] = [];
  worker = await startWorkerProcess(environment, (line) => lines.push(line));
  await refuseBehindRegister(liaise.pages, path);
  expect(await liaise.db.dataKey.count({ where: { referralId } })).toBe(0);
  expect(await readJournal(liaise.db, referralId)).toEqual(journal);
  expect(lines.filter((line) => line.includes('Erased again') && line.includes(referralId))).toHaveLength(1);
  await expect.poll(() => check(liaise)).toEqual([]);
});

test('acts on the restored backup contradict a referral that had ended: an operator must decide', async () => {
  const referralId = await submitted(liaise, anUrgentSubmission());
  const backup = await takeBackup(liaise);
  await liaise.act('noor.rowan', referralId, { type: 'reject-at-intake', ground: 'no-location' });
  await over(referralId);
  await backup.restore();
  await liaise.act('noor.rowan', referralId, { type: 'take' });
  await liaise.act('ines.rowan', referralId, { type: 'take' });
  await liaise.act('noor.rowan', referralId, { type: 'take' });
  expect(await repair(liaise)).toMatchObject([
    { finding: { referralId }, done: 'left-to-a-person', detail: expect.stringContaining('keep-journal') },
  ]);
  expect((await liaise.read(referralId)).status).toBe('received');

  // The operator keeps the journal. The lost act is then repeated.
  const lost = await keepJournal(liaise, referralId, await decision());
  expect(lost.map(({ event }) => event.type)).toContain('closed');
  await liaise.act('noor.rowan', referralId, { type: 'reject-at-intake', ground: 'no-location' });
  await over(referralId);
  await expect.poll(() => check(liaise)).toEqual([]);
});

test('a reference number was assigned again before the repair: an operator must decide', async () => {
  const backup = await takeBackup(liaise);
  const lost = await quiet(await submitted(liaise, anUrgentSubmission()));
  const { reference } = await liaise.read(lost);
  await backup.restore();
  const other = await quiet(await submitted(liaise, anUrgentSubmission()));
  expect((await liaise.read(other)).reference).toBe(reference);
  const made = (await repair(liaise)).filter(({ finding }) => finding.referralId === lost);
  expect(made).toMatchObject([{ done: 'left-to-a-person', detail: expect.stringContaining('number') }]);

  const disagreed = () => Promise.reject(new Error('Not yet.'));
  await expect(keepJournal(liaise, lost, await decision(disagreed))).rejects.toThrow('Not yet.');
  expect(await liaise.temporal.workflow.getHandle(workflowIdOf(lost)).query(stateQuery)).toMatchObject({ reference });
  const entries = await keepJournal(liaise, lost, await decision());
  expect(entries.map(({ event }) => event.type)).toContain('reference-allotted');
  await expect.poll(() => check(liaise)).toEqual([]);
  expect((await liaise.read(other)).reference).toBe(reference);
});

async function decision(agree = () => Promise.resolve()): Promise<Decision> {
  return { by: await liaise.person('otto.rowan'), agree };
}

/** The journals and all derived rows. */
async function known(referralIds: readonly string[]): Promise<unknown[]> {
  const one = async (referralId: string) => {
    const { letters, ...derived } = await derivedRows(liaise.db, referralId);
    // The results of letters that are newer than the backup are lost.
    const decided = letters.map(({ status: _status, code: _code, ...letter }) => letter);
    return { journal: await readJournal(liaise.db, referralId), derived, decided };
  };
  return Promise.all(referralIds.map(one));
}
