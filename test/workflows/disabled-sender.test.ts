/** A sending agency is disabled while a recipient waits for its answer: the coordinating agency gets the task. */

import { MockActivityEnvironment } from '@temporalio/testing';
import { beforeAll, expect, test } from 'vitest';
import { readDebtors } from '../../client/queries/open-deadlines.ts';
import { asAgency } from '../../prisma/store/agency-scope.ts';
import { lettersOf } from '../../prisma/store/letter-outbox.ts';
import { rebuildReferral } from '../../prisma/store/rebuild.ts';
import { releaseRecipients } from '../../worker/release-recipients.ts';
import { type TestEngine, timeSkippingEngine } from '../support/engine.ts';
import { anUrgentSubmission } from '../support/factories.ts';
import { triagedTo } from '../support/submit-and-triage.ts';

let liaise: TestEngine;

beforeAll(async () => {
  liaise = await timeSkippingEngine();
});

/** As the schedule does every minute. */
async function afterAMinute(): Promise<void> {
  const { db, temporal } = liaise;
  await new MockActivityEnvironment().run(releaseRecipients, { db, temporal });
}

const setDisabled = (disabled: boolean) => liaise.db.agency.update({ where: { id: 'us-quartz' }, data: { disabled } });

async function debtors(): Promise<string[]> {
  const viewer = await liaise.person('ines.rowan');
  const found = await asAgency(viewer.agencyId, () => readDebtors({ db: liaise.pages }, viewer));
  return found.map(({ agencyId }) => agencyId);
}

test('the coordinating agency owes the answer, and gives it, until the sending agency is enabled again', async () => {
  const referralId = await triagedTo(liaise, anUrgentSubmission(), ['FI']);
  await liaise.act('aino.alder', referralId, { type: 'acknowledge', recipientId: 'r1' });
  await liaise.act('aino.alder', referralId, { type: 'ask-information', recipientId: 'r1', text: 'Which account?' });
  expect(await debtors()).toContain('us-quartz');

  await setDisabled(true);
  await afterAMinute();
  const { seq, senderDisabled } = await liaise.read(referralId);
  expect(senderDisabled).toBe(true);
  expect(await debtors()).not.toContain('us-quartz');
  expect(await debtors()).toContain('xr-desk');
  const row = { agencyId_referralId: { agencyId: 'xr-desk', referralId } };
  expect(await liaise.db.party.findUniqueOrThrow({ where: row })).toMatchObject({ questioned: true });
  await liaise.lettersSent(referralId);
  const asked = (await lettersOf(liaise.db, referralId)).filter(({ letter }) => letter === 'question-asked');
  expect(asked).toHaveLength(2);
  expect(liaise.mail.letters().flatMap(({ to }) => to)).toContain('desk@xr-desk.example');

  await afterAMinute();
  expect((await liaise.read(referralId)).seq).toBe(seq);
  await liaise.act('noor.rowan', referralId, { type: 'answer-information', questionId: 'q1', text: 'The first one.' });
  expect((await liaise.read(referralId)).questions).toMatchObject([{ state: 'answered' }]);

  await setDisabled(false);
  await afterAMinute();
  expect(await liaise.read(referralId)).not.toHaveProperty('senderDisabled');
  expect(await liaise.db.party.findUniqueOrThrow({ where: row })).toMatchObject({ sender: false, questioned: false });
  expect(await rebuildReferral(liaise.db, referralId)).toBe('same');
});
