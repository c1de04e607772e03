/** Approvals that wait for a supervisor, and the page on which one is decided. */

import { beforeAll, expect, test } from 'vitest';
import type { Act } from '../../../../domain/acts.ts';
import { type TestDesk, testDesk } from '../../../support/desk.ts';
import { mainOf } from '../../../support/forms.ts';
import { RecordedReferral } from '../../../support/recorded-referral.ts';

let desk: TestDesk;

beforeAll(async () => {
  desk = await testDesk();
});

interface Proposed {
  urgency?: 'standard' | 'urgent';
  /** Of the recipient. Default: it declined. */
  answers?: readonly Act[];
}

/** With a closure that ines.rowan, herself a supervisor, has proposed. */
async function proposed({ urgency = 'standard', answers = [] }: Proposed = {}): Promise<string> {
  const kept = await RecordedReferral.submit(desk, 'quinn.quartz');
  await kept.act('noor.rowan', {
    ...{ type: 'complete-triage', urgency, urgencyGrounds: urgency === 'urgent' ? ['ongoing-child-abuse'] : [] },
    ...{ countries: ['FI'], capability: 'investigation', wanted: [] },
  });
  const declined: Act = { type: 'decline', recipientId: 'r1', ground: 'minor-or-no-offence' };
  for (const answer of answers.length > 0 ? answers : [declined]) await kept.act('aino.alder', answer);
  return (await kept.act('ines.rowan', { type: 'propose-closure' })).reference;
}

test('a closure is approved by a supervisor who did not propose it, or returned with a reason', async () => {
  const reference = await proposed();
  const { body } = await (await desk.browser('otto.rowan')).get('/approvals');
  expect(body).toContain('Ines Rowan');
  // What is approved stands beside the button, and on the page of the act.
  const page = (await (await desk.browser('otto.rowan')).get(`/referrals/${reference}/acts/approve-closure`)).body;
  for (const shown of [body, page])
    expect(shown).toMatch(
      /<li>Model Unit Alder[^<]*Finnland <strong[^>]*>Abgelehnt<\/strong> Geringfügige oder keine Straftat nach nationalem Recht/,
    );
  expect(page).toContain('Vorgeschlagen von: Ines Rowan');
  const form = new RegExp(`action="/referrals/${reference}/acts/approve-closure".*?</form>`, 's').exec(body)?.[0];
  expect(form).toMatch(/name="key" value="[\w-]{36}"/);
  expect(form).toMatch(/name="seen" value="\d+"/);
  expect(body).toContain(`action="/referrals/${reference}/acts/return-closure"`);
});

test('an outcome is shown with its reason', async () => {
  const reference = await proposed({
    answers: [
      { type: 'accept', recipientId: 'r1' },
      { type: 'report-outcome', recipientId: 'r1', outcome: 'not-actionable', because: 'old-data', final: true },
    ],
  });
  const otto = await desk.browser('otto.rowan');
  const pages = await Promise.all(
    ['/approvals', `/referrals/${reference}/acts/approve-closure`].map((at) => otto.get(at)),
  );
  for (const { body } of pages) expect(body).toContain('Kein Ermittlungsansatz (Daten zu alt)');
});

test('the form performs the act through the engine', async () => {
  const reference = await proposed();
  const otto = await desk.browser('otto.rowan');
  const { body } = await otto.get('/approvals');
  const form = new RegExp(`action="/referrals/${reference}/acts/approve-closure".*?</form>`, 's').exec(body)?.[0] ?? '';
  const [key = '', seen = ''] = ['key', 'seen'].map(
    (name) => new RegExp(`name="${name}" value="([^"]*)"`).exec(form)?.[1],
  );
  const path = `/referrals/${reference}/acts`;
  expect((await otto.post(`${path}/approve-closure`, { key, seen, back: '/approvals' })).statusCode).toBe(503);
  const unsaid = await otto.post(`${path}/return-closure`, { key, seen, back: '/approvals', text: '' });
  expect(unsaid.statusCode).toBe(422);
  const stale = await otto.post(`${path}/approve-closure`, { key, seen: '1', back: '/approvals' });
  expect(stale.statusCode).toBe(409);
});

test('the person who proposed it has no button to approve it', async () => {
  const reference = await proposed();
  const { body } = await (await desk.browser('ines.rowan')).get('/approvals');
  expect(body).toContain(reference);
  expect(body).not.toContain('/acts/approve-closure');
  expect(body).toContain('Un autre superviseur doit décider');
});

test('held referrals and urgency without a ground lead to the act that decides them', async () => {
  const urgent = await RecordedReferral.submit(desk, 'quinn.quartz', { urgency: 'emergency' });
  const held = await RecordedReferral.submit(desk, 'quinn.quartz');
  const { status, reference } = await held.act('noor.rowan', {
    ...{ type: 'complete-triage', urgency: 'standard', urgencyGrounds: [] },
    ...{ countries: ['BR'], capability: 'investigation', wanted: [] },
  });
  expect(status).toBe('held');
  const otto = await desk.browser('otto.rowan');
  const { body } = await otto.get('/approvals');
  expect(body).toContain(`/referrals/${reference}/acts/assign-recipient`);
  expect(body).toContain(`/referrals/${(await urgent.read()).reference}/acts/complete-triage`);
  expect((await otto.get('/approvals?format=csv')).body).toContain(reference);
});

test('a referral that was recalled from its only recipient names the country of its triage', async () => {
  const recalled = await RecordedReferral.submit(desk, 'quinn.quartz');
  await recalled.act('noor.rowan', {
    ...{ type: 'complete-triage', urgency: 'standard', urgencyGrounds: [] },
    ...{ countries: ['FI'], capability: 'investigation', wanted: [] },
  });
  const text = await recalled.storeText({ text: 'Another agency has the case already.' });
  const { status, reference } = await recalled.act('quinn.quartz', { type: 'recall', recipientId: 'r1', text });
  expect(status).toBe('held');
  for (const path of ['/approvals', '/held']) {
    const body = mainOf((await (await desk.browser('otto.rowan')).get(path)).body);
    const row = body.split('<tr').find((each) => each.includes(`>${reference}<`));
    expect(row).toContain('Finnland');
  }
});

test('of many only the first are shown, with how many there are and the way to all of them', async () => {
  for (let more = 0; more < 21; more += 1) await RecordedReferral.submit(desk, 'quinn.quartz', { urgency: 'urgent' });
  const otto = await desk.browser('otto.rowan');
  const first = (await otto.get('/approvals')).body;
  const all = (await otto.get('/approvals?approval=reduction')).body;
  const buttons = (body: string, back: string) =>
    body.match(new RegExp(`/acts/complete-triage\\?back=${encodeURIComponent(back)}"`, 'g')) ?? [];
  // After the act the person is back at the same part of the list.
  const some = buttons(first, '/approvals');
  const every = buttons(all, '/approvals?approval=reduction');
  expect(some).toHaveLength(20);
  expect(every.length).toBeGreaterThan(20);
  expect(first).toMatch(new RegExp(`href="/approvals\\?approval=reduction">[^<]*${every.length}[^<]*<`));
  expect(all).not.toContain('/acts/approve-closure');
  const file = (await otto.get('/approvals?format=csv&approval=reduction')).body;
  expect(file.trim().split('\r\n')).toHaveLength(1 + every.length);
});

test('the most urgent come first, with their urgency and the way back', async () => {
  const [calm, urgent] = [await proposed(), await proposed({ urgency: 'urgent' })];
  const rows = mainOf((await (await desk.browser('otto.rowan')).get('/approvals?approval=closure')).body)
    .split('<tr')
    .filter((row) => row.includes(calm) || row.includes(urgent));
  expect(rows.map((row) => [row.includes(urgent), row.includes('desk-urgency')])).toEqual([
    [true, true],
    [false, true],
  ]);
});

test('is a desk of the coordinating agency only', async () => {
  expect((await (await desk.browser('eero.alder')).get('/approvals')).statusCode).toBe(403);
});
