/** The coordinator's list of erasures: page, API and command show which recipients have not confirmed, since when. */

import { beforeAll, expect, test } from 'vitest';
import { orderedErasures } from '../../../client/queries/erasure-confirmations.ts';
import { type TestDesk, testDesk } from '../../support/desk.ts';
import { mainOf } from '../../support/forms.ts';
import { personOf } from '../../support/people.ts';
import { RecordedReferral } from '../../support/recorded-referral.ts';
import { callerOf } from '../api/api-client.ts';
import { runCommand } from '../cli/run-command.ts';

let desk: TestDesk;
let reference: string;
let orderedAt: string;

beforeAll(async () => {
  desk = await testDesk();
  const at = new Date(Date.now() - 20 * 24 * 3_600_000).toISOString();
  const referral = await RecordedReferral.submit(desk, 'quinn.quartz', {}, at);
  await referral.act('noor.rowan', {
    ...{ type: 'complete-triage', urgency: 'standard', urgencyGrounds: [] },
    ...{ countries: ['FI', 'SE'], capability: 'investigation', wanted: [] },
  });
  for (const [who, recipientId] of [
    ['aino.alder', 'r1'],
    ['astrid.juniper', 'r2'],
  ] as const) {
    await referral.act(who, { type: 'accept', recipientId });
    await referral.act(who, { type: 'report-outcome', recipientId, outcome: 'case-opened', final: true });
  }
  await referral.act('noor.rowan', { type: 'propose-closure' });
  await referral.act('ines.rowan', { type: 'approve-closure' });
  await referral.act('quinn.quartz', { type: 'order-erasure', text: await referral.storeText('A mistake.') });
  await referral.act('otto.rowan', { type: 'erase' });
  orderedAt = referral.now;
  await referral.act('aino.alder', { type: 'confirm-erasure', recipientId: 'r1' });
  ({ reference } = await referral.read());
  // An erasure at the end of retention has no confirmations.
  const other = await RecordedReferral.submit(desk, 'quinn.quartz');
  await other.act('noor.rowan', { type: 'file-informational' });
  await other.act('ines.rowan', { type: 'erase' });
});

const ofRecipient = (agencyId: string, more: object) => ({ reference, agencyId, ground: 'sender-order', ...more });

test('it says who confirmed, and since when the others are asked or overdue', async () => {
  const ines = await personOf(desk.db, 'ines.rowan');
  const [open, confirmed, ...others] = await orderedErasures({ db: desk.pages }, ines);
  expect(open).toMatchObject(ofRecipient('se-juniper', { state: 'overdue', orderedAt, recipientId: 'r2' }));
  expect(confirmed).toMatchObject(ofRecipient('fi-alder', { state: 'confirmed', confirmedAt: expect.any(String) }));
  expect(others).toEqual([]);
  const early = await orderedErasures({ db: desk.pages }, ines, { openOnly: true, now: new Date(orderedAt) });
  expect(early.map(({ agencyId, state }) => [agencyId, state])).toEqual([['se-juniper', 'open']]);
  const noor = await personOf(desk.db, 'noor.rowan');
  await expect(orderedErasures({ db: desk.pages }, noor)).rejects.toMatchObject({ code: 'ROLE_REQUIRED' });
});

test('page, file, API and command show the same', async () => {
  const ines = await desk.browser('ines.rowan');
  const page = mainOf((await ines.get('/erasures')).body);
  for (const text of [reference, 'sur ordre de l’expéditeur', 'En retard depuis', 'Confirmé']) {
    expect(page).toContain(text);
  }
  expect(
    (await ines.get('/erasures?format=csv')).body.split('\n').filter((line) => line.includes(reference)),
  ).toHaveLength(2);
  const caller = await callerOf(desk, 'ines.rowan');
  const all = (await caller.get('/erasures')).json();
  expect(all.erasures).toHaveLength(2);
  expect((await caller.get('/erasures?open=true')).json().erasures).toMatchObject([ofRecipient('se-juniper', {})]);

  const services = { ...desk, db: desk.pages, localIdentity: true } as never;
  const { out, status } = await runCommand('erasures --open --as ines.rowan', { services });
  expect([status, out]).toEqual([0, expect.stringMatching(/se-juniper.*overdue/s)]);
  const json = await runCommand('erasures --as ines.rowan --json', { services });
  expect(JSON.parse(json.out)).toEqual(all.erasures);
});
