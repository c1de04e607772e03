/** The end of a referral, through the real engine: closure by two users, withdrawal, reopening and erasure. */

import { beforeAll, describe, expect, test } from 'vitest';
import { parseKeyring } from '../../domain/keyring.ts';
import { leavesOf } from '../../prisma/store/audit.ts';
import { readParticulars } from '../../prisma/store/particulars.ts';
import { refusalCodeOf, type TestEngine, timeSkippingEngine } from '../support/engine.ts';
import { anUrgentSubmission } from '../support/factories.ts';
import { triagedTo } from '../support/submit-and-triage.ts';
import { ended, expectAgreement, followed } from './what-followed.ts';

let liaise: TestEngine & { skip(duration: string): Promise<void> };

beforeAll(async () => {
  liaise = await timeSkippingEngine();
});

const sent = () => triagedTo(liaise, anUrgentSubmission(), ['FI']);

async function finished(): Promise<string> {
  const referralId = await sent();
  await liaise.act('aino.alder', referralId, { type: 'accept', recipientId: 'r1' });
  const report = { type: 'report-outcome', recipientId: 'r1', outcome: 'victim-safeguarded', final: true } as const;
  await liaise.act('aino.alder', referralId, report);
  return referralId;
}

async function closed(): Promise<string> {
  const referralId = await finished();
  await liaise.act('ines.rowan', referralId, { type: 'propose-closure' });
  await liaise.act('otto.rowan', referralId, { type: 'approve-closure' });
  await ended(liaise, referralId);
  return referralId;
}

describe('closing', () => {
  test('is proposed by one user and approved by another; both sides are notified, and the workflow ends', async () => {
    const referralId = await finished();
    const proposed = await liaise.act('ines.rowan', referralId, { type: 'propose-closure', text: 'All is done.' });
    expect(proposed.status).toBe('closure-proposed');
    expect(await followed(liaise, proposed)).toMatchObject({
      events: ['closure-proposed', 'clock-started'],
      letters: ['approval-asked → ines.rowan', 'approval-asked → otto.rowan'],
    });
    expect(await refusalCodeOf(liaise.act('ines.rowan', referralId, { type: 'approve-closure' }))).toBe('SAME_PERSON');
    const approved = await liaise.act('otto.rowan', referralId, { type: 'approve-closure' });
    expect(approved.status).toBe('closed');
    expect((await followed(liaise, approved)).letters).toEqual(['closed → fi-alder-ncp/desk', 'closed → quinn.quartz']);
    await ended(liaise, referralId);
    await expectAgreement(liaise, referralId);
    const { ending, unsentLetters } = await liaise.read(referralId);
    expect(ending).toMatchObject({ state: 'closed', closure: { kind: 'completed' } });
    expect(unsentLetters).toEqual([]);
  });

  test('can be returned with a reason, and proposed again', async () => {
    const referralId = await finished();
    await liaise.act('noor.rowan', referralId, { type: 'propose-closure' });
    const returned = await liaise.act('otto.rowan', referralId, { type: 'return-closure', text: 'Ask once more.' });
    expect(returned.status).toBe('referred');
    expect(await followed(liaise, returned)).toMatchObject({
      events: ['closure-returned', 'clock-stopped', 'referred'],
      letters: ['closure-returned → xr-desk/desk'],
    });
    expect((await liaise.act('noor.rowan', referralId, { type: 'propose-closure' })).status).toBe('closure-proposed');
  });

  test('waits for every recipient', async () => {
    const referralId = await sent();
    const proposed = liaise.act('noor.rowan', referralId, { type: 'propose-closure' });
    expect(await refusalCodeOf(proposed)).toBe('RECIPIENTS_STILL_OPEN');
  });
});

describe('withdrawing a referral after routing', () => {
  test('requires the sender and a supervisor of the coordinator, and recalls every recipient', async () => {
    const referralId = await sent();
    expect(await refusalCodeOf(liaise.act('otto.rowan', referralId, { type: 'withdraw', text: 'No need.' }))).toBe(
      'WITHDRAWAL_NOT_ASKED',
    );
    const asked = await liaise.act('quinn.quartz', referralId, { type: 'withdraw', text: 'It was a mistake.' });
    expect(asked.status).toBe('referred');
    expect(await followed(liaise, asked)).toMatchObject({
      events: ['withdrawal-requested'],
      letters: ['approval-asked → ines.rowan', 'approval-asked → otto.rowan'],
    });
    const again = liaise.act('quinn.quartz', referralId, { type: 'withdraw', text: 'Please.' });
    expect(await refusalCodeOf(again)).toBe('SUPERVISOR_REQUIRED');
    const granted = await liaise.act('otto.rowan', referralId, { type: 'withdraw', text: 'Granted.' });
    expect(granted.status).toBe('closed');
    const { events, letters } = await followed(liaise, granted);
    expect(events.filter((type) => !type.startsWith('clock-'))).toEqual(['recalled', 'closed']);
    expect(letters).toEqual(['closed → quinn.quartz', 'recalled → fi-alder-ncp/desk']);
    await ended(liaise, referralId);
  });
});

describe('reopening', () => {
  test('the workflow starts again from the journal, and completes a second round', async () => {
    const referralId = await closed();
    expect(await refusalCodeOf(liaise.act('noor.rowan', referralId, { type: 'reopen', text: 'New.' }))).toBe(
      'SUPERVISOR_REQUIRED',
    );
    const receipt = await liaise.act('otto.rowan', referralId, { type: 'reopen', text: 'A new victim is known.' });
    expect(receipt.status).toBe('received');
    expect(await followed(liaise, receipt)).toMatchObject({
      events: ['reopened', 'clock-started'],
      letters: ['reopened → quinn.quartz', 'reopened → xr-desk/desk'],
    });
    const { round, recipients } = await liaise.waitUntil(referralId, ({ triage }) => triage.state === 'proposed');
    expect([round, recipients.length]).toEqual([2, 1]);

    const { urgency, urgencyGrounds, capability } = anUrgentSubmission();
    const anew = { urgency, urgencyGrounds, capability, countries: ['FI'], contactPoints: [] };
    await liaise.act('noor.rowan', referralId, { type: 'complete-triage', ...anew });
    const second = await liaise.waitUntil(referralId, ({ recipients }) => recipients[1]?.status === 'delivered');
    // A new round may choose a contact point of the first round again.
    expect(second.recipients[1]).toMatchObject({ contactPointId: 'fi-alder-ncp', round: 2 });
    await liaise.act('aino.alder', referralId, { type: 'decline', recipientId: 'r2', ground: 'minor-or-no-offence' });
    await liaise.act('noor.rowan', referralId, { type: 'propose-closure' });
    await liaise.act('otto.rowan', referralId, { type: 'approve-closure' });
    await ended(liaise, referralId);
    expect((await liaise.read(referralId)).ending).toMatchObject({ closure: { kind: 'no-recipient' } });
    await expectAgreement(liaise, referralId);
  });

  test('the engine processes the clocks of the second round as well', async () => {
    const referralId = await closed();
    await liaise.act('otto.rowan', referralId, { type: 'reopen', text: 'A new victim is known.' });
    await liaise.waitUntil(referralId, ({ triage }) => triage.state === 'proposed');
    await liaise.skip('241 minutes');
    const { triage } = await liaise.waitUntil(referralId, ({ status }) => status === 'referred');
    expect(triage).toMatchObject({ state: 'decided', decision: { countries: ['FI'] } });
  });
});

describe('erasing', () => {
  test('destroys the key: the particulars are lost, and the journal and the audit log remain', async () => {
    const referralId = await closed();
    const keyring = parseKeyring(JSON.stringify(liaise.keys));
    const [id = ''] = (await liaise.read(referralId)).particulars;
    expect(await readParticulars(liaise.db, keyring, { id, referralId })).toBeDefined();
    expect(await refusalCodeOf(liaise.act('noor.rowan', referralId, { type: 'erase' }))).toBe('SUPERVISOR_REQUIRED');
    const receipt = await liaise.act('otto.rowan', referralId, { type: 'erase' });
    expect(receipt.status).toBe('erased');
    expect((await followed(liaise, receipt)).events).toEqual(['erased']);
    expect(await readParticulars(liaise.db, keyring, { id, referralId })).toBeUndefined();
    expect(await liaise.db.dataKey.count({ where: { referralId } })).toBe(0);
    expect(await liaise.db.particulars.count({ where: { referralId } })).toBe(0);
    expect(await liaise.db.textCost.count({ where: { referralId } })).toBe(0);
    const erasures = (await leavesOf(liaise.db, referralId)).filter(({ operation }) => operation === 'erasure');
    expect(erasures).toMatchObject([{ by: { personId: 'otto.rowan' } }]);
  });

  test('releases the numbers and digests of the case, and permits no further act', async () => {
    const origin = { system: 'register', id: crypto.randomUUID() };
    const material = { algorithm: 'sha256', value: 'ab'.repeat(32), source: 'x', classification: 'baseline' } as const;
    const submission = { ...anUrgentSubmission(), originReferences: [origin], materials: [material] };
    const quinn = await liaise.person('quinn.quartz');
    const { referralId } = await liaise.engine.submit(quinn, submission, { key: 'first' });
    await liaise.act('noor.rowan', referralId, { type: 'file-informational' });
    await liaise.act('otto.rowan', referralId, { type: 'erase' });
    expect(await liaise.db.materialDigest.count({ where: { referralId } })).toBe(0);
    expect(await liaise.db.originReference.count({ where: { referralId } })).toBe(0);
    const reopened = liaise.act('otto.rowan', referralId, { type: 'reopen', text: 'After all.' });
    expect(await refusalCodeOf(reopened)).toBe('ALREADY_ERASED');
    expect(await liaise.db.dataKey.count({ where: { referralId } })).toBe(0);
    const anew = await liaise.engine.submit(quinn, submission, { key: 'second' });
    expect(anew.status).toBe('received');
  });
});
