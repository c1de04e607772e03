/** Stored data that was copied from another place is refused, and raises an alarm that names its place. */

import { randomUUID } from 'node:crypto';
import { MockActivityEnvironment } from '@temporalio/testing';
import { expect, test } from 'vitest';
import type { Forgery } from '../../../client/platform/forgery-alarm.ts';
import { makeSecret, signingSecrets } from '../../../prisma/store/webhooks.ts';
import { refuseForgedActivities } from '../../../worker/refuse-forged-activities.ts';
import { testDesk } from '../../support/desk.ts';
import { RecordedReferral } from '../../support/recorded-referral.ts';

test('a page that meets a changed text answers an error, and the log names referral, text and person', async () => {
  const desk = await testDesk();
  const { id } = await RecordedReferral.submit(desk, 'quinn.quartz');
  const text = await desk.db.particulars.findFirstOrThrow({ where: { referralId: id } });
  const sealed = Buffer.from(text.sealed).fill(7, text.sealed.length - 4);
  await desk.db.particulars.update({ where: { id: text.id }, data: { sealed } });
  const browser = await desk.browser('quinn.quartz');
  const answer = await browser.post(`/referrals/${id}/particulars`, { purposeCode: 'act-on-case', purpose: '' });
  expect(answer.statusCode).toBe(500);
  expect(answer.body).not.toContain(text.id);
  await expect
    .poll(() => desk.db.auditLeaf.findFirst({ where: { leaf: { path: ['about', 'refused'], equals: 'stored-data' } } }))
    .toMatchObject({
      referralId: id,
      leaf: {
        about: { refused: 'stored-data', code: 'NOT_AUTHENTIC', text: text.id },
        by: { personId: 'quinn.quartz' },
      },
    });
  expect(desk.log).toContain('forgery: stored-data');
});

test('a worker that meets the secret of another webhook raises the alarm', async () => {
  const { db, keyring } = await testDesk();
  const [one, other] = [randomUUID(), randomUUID()];
  const webhooks = [one, other].map((id) => ({ id, agencyId: 'us-quartz' }));
  for (const webhook of webhooks) {
    await db.webhook.create({ data: { ...webhook, url: 'https://hooks.example/', kinds: ['answers'] } });
    await makeSecret(db, keyring, webhook);
  }
  const { sealed } = await db.webhookSecret.findFirstOrThrow({ where: { webhookId: other } });
  await db.webhookSecret.updateMany({ where: { webhookId: one }, data: { sealed } });
  const forgeries: Forgery[] = [];
  const interceptor = refuseForgedActivities((forgery) => forgeries.push(forgery));
  const environment = new MockActivityEnvironment();
  const { inbound } = interceptor(environment.context);
  const execute = () => signingSecrets(db, keyring, one);
  const run = inbound?.execute?.({ args: [], headers: {} }, execute);
  await expect(run).rejects.toMatchObject({ code: 'NOT_AUTHENTIC' });
  const { id } = await db.webhookSecret.findFirstOrThrow({ where: { webhookId: one } });
  expect(forgeries).toEqual([{ what: 'stored-data', textId: id }]);
});
