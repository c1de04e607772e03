/** The inbox: referrals that wait for the agency, overdue ones first. */

import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { actIdOf } from '../../../../client/engine/idempotency.ts';
import { english } from '../../../../client/i18n/english.ts';
import { type TestDesk, testDesk } from '../../../support/desk.ts';
import { aSubmission } from '../../../support/factories.ts';
import { RecordedReferral } from '../../../support/recorded-referral.ts';

let desk: TestDesk;

beforeAll(async () => {
  desk = await testDesk();
});

async function referredAgo(hours: number): Promise<string> {
  const kept = await RecordedReferral.submit(
    desk,
    'quinn.quartz',
    {},
    new Date(Date.now() - hours * 3_600_000).toISOString(),
  );
  const { reference } = await kept.act('noor.rowan', {
    ...{ type: 'complete-triage', urgency: 'standard', urgencyGrounds: [], countries: ['FI'] },
    ...{ capability: 'investigation', wanted: [] },
  });
  return reference;
}

test('overdue referrals come first, and each can be selected', async () => {
  const [fresh, late] = [await referredAgo(1), await referredAgo(24 * 10)];
  const aino = await desk.browser('aino.alder');
  const { body } = await aino.get('/inbox');
  const main = body.slice(body.indexOf('<main'));
  expect(main.indexOf(late)).toBeLessThan(main.indexOf(fresh));
  expect(main).toContain('overdue by');
  expect(main).toMatch(new RegExp(`name="reference" type="checkbox" value="${fresh}/[0-9]+"`));
  expect(main).toContain('Changed since you last looked');
  await aino.get(`/referrals/${late}`);
  expect((await aino.get('/inbox?unread=true')).body).not.toContain(`>${late}<`);
});

test('names the task of each part, also if no deadline runs', async () => {
  const triaged = async () => {
    const kept = await RecordedReferral.submit(desk, 'quinn.quartz');
    await kept.act('noor.rowan', {
      ...{ type: 'complete-triage', urgency: 'standard', urgencyGrounds: [], countries: ['FI'] },
      ...{ capability: 'investigation', wanted: [] },
    });
    return kept;
  };
  const [fresh, asked, recalled] = [await triaged(), await triaged(), await triaged()];
  await asked.act('aino.alder', { type: 'accept', recipientId: 'r1' });
  const question = await asked.storeText('Since when?');
  await asked.act('aino.alder', { type: 'ask-information', recipientId: 'r1', text: question });
  const text = await recalled.storeText('Sent by mistake.');
  await recalled.act('quinn.quartz', { type: 'recall', recipientId: 'r1', text });
  const { body } = await (await desk.browser('aino.alder')).get('/inbox');
  const rows = body.split('<tr');
  const rowOf = async (kept: RecordedReferral) => {
    const { reference } = await kept.read();
    return rows.find((each) => each.includes(`>${reference}<`));
  };
  expect(await rowOf(fresh)).toMatch(/<div>Acknowledge the referral<\/div><span class="desk-due">/);
  expect(await rowOf(asked)).toMatch(/Report an outcome<\/div><span class="desk-quiet">No deadline is running/);
  expect(await rowOf(recalled)).toMatch(/Confirm the erasure<\/div><span class="desk-quiet">No deadline is running/);
  expect(await rowOf(fresh)).toContain('>Nobody</td>');
});

test('names the crime areas, also in the file', async () => {
  const reference = await referredAgo(2);
  const aino = await desk.browser('aino.alder');
  const row = (await aino.get('/inbox')).body.split('<tr').find((each) => each.includes(reference));
  const file = (await aino.get('/inbox?format=csv')).body.split('\r\n');
  expect(file[0]).toMatch(/,Crime areas?$/);
  const [area] = aSubmission().crimeAreas;
  const name = area && english.codes.crimeArea[area];
  expect(row).toContain(name);
  expect(file.find((line) => line.includes(reference))).toContain(name);
});

test('says that nothing waits only where nothing does', async () => {
  const [all, narrowed] = ['/inbox', '/inbox?urgency=emergency'];
  const larch = await desk.browser('saga.larch');
  expect((await larch.get(all)).body).toContain('No tasks are waiting for your agency.');
  const { body } = await larch.get(narrowed);
  expect(body).toContain('No waiting tasks match these filters.');
  expect(body).not.toContain('No tasks are waiting for your agency.');
});

test('sent again under its key is done, whatever the state of the other parts of the agency', async () => {
  const kept = await RecordedReferral.submit(desk, 'quinn.quartz');
  const { reference } = await kept.act('noor.rowan', {
    ...{ type: 'complete-triage', urgency: 'standard', urgencyGrounds: [], countries: ['FI'] },
    ...{ capability: 'investigation', wanted: [] },
  });
  await kept.act('aino.alder', {
    type: 'decline',
    recipientId: 'r1',
    ground: 'other',
    text: await kept.storeText('No.'),
  });
  const night = { contactPointId: 'fi-alder-night', agencyId: 'fi-alder', country: 'FI', type: 'spoc' } as const;
  const text = await kept.storeText('At night.');
  const { recipients } = await kept.act('otto.rowan', { type: 'assign-recipient', choice: night, text });
  const recipientId = recipients.at(-1)?.id ?? '';
  const key = randomUUID();
  const actId = actIdOf(kept.id, { personId: 'aino.alder' }, `${key}/${reference}/${recipientId}`);
  await kept.act('aino.alder', { type: 'acknowledge', recipientId }, actId);
  const { body } = await (await desk.browser('aino.alder')).post('/inbox/acknowledge', { reference, key });
  expect(body).toContain('1 acknowledged, 0 refused.');
});

test('a referral that a colleague changed after the list was opened is not acknowledged or assigned', async () => {
  const kept = await RecordedReferral.submit(desk, 'quinn.quartz');
  const { reference } = await kept.act('noor.rowan', {
    ...{ type: 'complete-triage', urgency: 'standard', urgencyGrounds: [], countries: ['FI'] },
    ...{ capability: 'investigation', wanted: [] },
  });
  const aino = await desk.browser('aino.alder');
  const valueOn = async (path: string) =>
    new RegExp(`value="(${reference}/[0-9]+)"`).exec((await aino.get(path)).body)?.[1] ?? '';
  const [inInbox, inWaiting] = [await valueOn('/inbox'), await valueOn('/waiting')];
  await kept.act('eero.alder', { type: 'take' });
  const acknowledged = await aino.post('/inbox/acknowledge', { reference: inInbox });
  expect(acknowledged.body).toContain('0 acknowledged, 1 refused.');
  expect(acknowledged.body).toContain('Somebody else acted after this page was opened.');
  const assigned = await aino.post('/waiting/assign', { reference: inWaiting, personId: 'me' });
  expect(assigned.body).toContain('0 assigned, 1 refused.');
  expect(assigned.body).toContain('Somebody else acted after this page was opened.');
  expect((await kept.read()).handlers['fi-alder']).toBe('eero.alder');
});

test('the refusal of an act names it as its button does', async () => {
  const kept = await RecordedReferral.submit(desk, 'quinn.quartz');
  const { reference } = await kept.act('noor.rowan', {
    ...{ type: 'complete-triage', urgency: 'standard', urgencyGrounds: [], countries: ['FI'] },
    ...{ capability: 'investigation', wanted: [] },
  });
  await kept.act('aino.alder', { type: 'acknowledge', recipientId: 'r1' });
  const { body } = await (await desk.browser('aino.alder')).post('/inbox/acknowledge', { reference });
  expect(body).toContain('The recipient is acknowledged. &quot;Acknowledge&quot; is not possible in this status.');
});

test('a referral that cannot be acknowledged has a reason, and its parties are hidden', async () => {
  const reference = await referredAgo(1);
  const aino = await desk.browser('aino.alder');
  const { body } = await aino.post('/inbox/acknowledge', { reference: ['XR-2026-999999'] });
  expect(body).toContain('0 acknowledged, 1 refused.');
  const larch = await desk.browser('saga.larch');
  const foreign = await larch.post('/inbox/acknowledge', { reference: [reference] });
  expect(foreign.body).toContain('0 acknowledged, 1 refused.');
  const missing = await larch.post('/inbox/acknowledge', { reference: ['XR-2026-999999'] });
  const withoutTokens = (body: string, name: string) =>
    body.replaceAll(name, 'XR').replaceAll(/(name="_csrf" value|data-since)="[^"]*"/g, '');
  expect(withoutTokens(foreign.body, reference)).toBe(withoutTokens(missing.body, 'XR-2026-999999'));
  expect((await aino.post('/inbox/acknowledge')).body).toContain('No referrals were selected.');
});
