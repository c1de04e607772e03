/** People who are absent or leave, by pages and API: notifications, deputies, and their open work. */

import { beforeAll, describe, expect, test } from 'vitest';
import { supervisorsChoice } from '../../../client/engine/contact-point-selection.ts';
import { disabledRecipients } from '../../../prisma/store/disabled-recipients.ts';
import { type Browser, type TestDesk, testDesk } from '../../support/desk.ts';
import { RecordedReferral } from '../../support/recorded-referral.ts';
import { type Caller, callerOf, codeOf } from '../api/api-client.ts';

let desk: TestDesk;
let aino: Browser;
let eero: Browser;

beforeAll(async () => {
  desk = await testDesk();
  await desk.db.person.updateMany({ data: { language: 'en' } });
  [aino, eero] = [await desk.browser('aino.alder'), await desk.browser('eero.alder')];
});

const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const TODAY = { from: dayIn(-1), until: dayIn(1) };
const whose = (personId: string) => desk.db.person.findUniqueOrThrow({ where: { id: personId } });

test('a person enters an own absence with a deputy, and removes it', async () => {
  const entered = await aino.post('/absences', { personId: 'aino.alder', ...TODAY, deputyId: 'eero.alder' });
  expect(entered.headers.location).toBe('/absences?saved');
  const row = { absentFrom: TODAY.from, absentUntil: TODAY.until, deputyId: 'eero.alder' };
  expect(await whose('aino.alder')).toMatchObject(row);
  const { body } = await eero.get('/absences');
  expect(body).toMatch(/Aino Alder.*Absent<.*Eero Alder/s);
  expect((await aino.get('/settings')).body).toContain('href="/absences"');
  const leaves = await desk.db.auditLeaf.findMany({ where: { operation: 'alteration' } });
  expect(leaves.map(({ leaf }) => leaf)).toMatchObject([
    { by: { personId: 'aino.alder' }, about: { directory: 'person', id: 'aino.alder', fields: ['absence'] } },
  ]);
  await aino.post('/absences/remove', { personId: 'aino.alder' });
  expect(await whose('aino.alder')).toMatchObject({ absentFrom: null, absentUntil: null, deputyId: null });
});

test('dates that are over or not in order, and people who cannot act, are refused with a message', async () => {
  const enter = (more: object) => aino.post('/absences', { personId: 'aino.alder', ...TODAY, ...more });
  for (const [field, more] of [
    ['from', { from: 'soon' }],
    ['until', { until: dayIn(-2) }],
    ['until', { from: dayIn(-3), until: dayIn(-3) }],
    ['until', { until: dayIn(400) }],
    ['deputyId', { deputyId: 'aino.alder' }],
    ['deputyId', { deputyId: 'mikko.birch' }],
  ] as const) {
    const { statusCode, body } = await enter(more);
    expect([statusCode, body.includes(`href="#f-${field}"`)], JSON.stringify(more)).toEqual([422, true]);
  }
});

test('a supervisor enters the absence of a colleague, an officer and a person of another agency do not', async () => {
  const own = { personId: 'aino.alder', ...TODAY };
  expect((await eero.post('/absences', own)).headers.location).toBe('/absences?saved');
  expect((await aino.post('/absences', { ...own, personId: 'eero.alder' })).statusCode).toBe(403);
  expect((await (await desk.browser('mikko.birch')).post('/absences', own)).statusCode).toBe(403);
  expect((await whose('eero.alder')).absentFrom).toBeNull();
});

test('by API, the same rules apply', async () => {
  const [officer, other]: Caller[] = [await callerOf(desk, 'aino.alder'), await callerOf(desk, 'mikko.birch')];
  if (officer === undefined || other === undefined) throw new Error('There is no caller.');
  const absence = { ...TODAY, deputyId: 'eero.alder' };
  const [entered] = (await officer.post('/absences/aino.alder', absence)).json().absences;
  expect(entered).toEqual({ personId: 'aino.alder', name: 'Aino Alder', zone: 'Europe/Helsinki', ...absence });
  expect((await other.get('/absences')).json()).toEqual({ absences: [] });
  expect(codeOf(await other.post('/absences/aino.alder', absence))).toBe('UNKNOWN_PERSON');
  expect(codeOf(await officer.post('/absences/eero.alder', absence))).toBe('ROLE_REQUIRED');
  expect(codeOf(await officer.post('/absences/aino.alder', { ...absence, until: dayIn(-9) }))).toBe('INVALID_INPUT');
  expect(codeOf(await (await callerOf(desk, 'vera.rowan')).get('/absences'))).toBe('ROLE_REQUIRED');
});

let recorded: RecordedReferral;
let reference: string;

test('lists, the referral and the form of assignment show that a handler is absent, and the deputy', async () => {
  recorded = await RecordedReferral.submit(desk, 'quinn.quartz');
  await recorded.act('noor.rowan', {
    ...{ type: 'complete-triage', urgency: 'standard', urgencyGrounds: [] },
    ...{ countries: ['FI'], capability: 'investigation', wanted: [] },
  });
  ({ reference } = await recorded.act('aino.alder', { type: 'take' }));
  const note = /Aino Alder \(absent until [^;]+; deputy: Eero Alder\)/;
  for (const path of ['/inbox', `/referrals/${reference}`, `/referrals/${reference}/acts/assign`]) {
    expect((await eero.get(path)).body, path).toMatch(note);
  }
  await (await callerOf(desk, 'aino.alder')).post('/absences/aino.alder/remove');
});

describe('a person who leaves', () => {
  const proposals = '/administration/proposals';

  test('has open work, which both administrators see before they agree; so has an agency or a contact point', async () => {
    const [karl, dora] = [await desk.browser('karl.rowan'), await callerOf(desk, 'dora.rowan')];
    const work = /Open work at fi-alder.*acknowledge the referral.*>1</s;
    expect((await karl.get('/admin/people/aino.alder/deactivate')).body).toMatch(work);
    const proposed = await karl.post('/admin/people/aino.alder/deactivate');
    const page = String(proposed.headers.location).split('?')[0] ?? '';
    expect((await karl.get(page)).body).toMatch(work);
    const id = page.split('/').at(-1);
    const openWork = [{ agencyId: 'fi-alder', work: [{ task: 'acknowledge', referrals: 1 }] }];
    expect((await dora.get(`${proposals}/${id}`)).json()).toMatchObject({ openWork });
    const { proposalId } = (await dora.post('/administration/agencies/fi-alder/disable')).json();
    expect((await dora.get(`${proposals}/${proposalId}`)).json()).toMatchObject({ openWork });
    const disabled = (await dora.post('/administration/contact-points/fi-alder-ncp/disable')).json().proposalId;
    expect((await dora.get(`${proposals}/${disabled}`)).json()).toMatchObject({ openWork });
    expect((await karl.get(`/admin/proposals/${disabled}`)).body).toMatch(
      /Open work at fi-alder.*>1<.*go to the next contact point/s,
    );
    expect((await dora.post(`${proposals}/${id}/confirm`)).json()).toEqual({ outcome: 'applied' });
    expect((await dora.get(`${proposals}/${id}`)).json()).not.toHaveProperty('openWork');
  });

  test('leaves referrals on a list, from which an officer assigns them to another person', async () => {
    expect((await eero.get('/referrals?handler=left')).body).toContain(reference);
    expect((await eero.get('/referrals?handler=me')).body).not.toContain(reference);
    const { body } = await eero.get('/reassign');
    expect(body).toContain('The handlers of these referrals');
    expect(body).toMatch(new RegExp(`value="${reference}/\\d+".*Aino Alder.*action="/waiting/assign"`, 's'));
    expect((await (await desk.browser('mikko.birch')).get('/reassign')).body).not.toContain(reference);
    await recorded.act('eero.alder', { type: 'assign', personId: 'eero.alder' });
    const none = (await eero.get('/reassign')).body;
    expect(none).toContain('No referral is handled by somebody who has left.');
    expect(none).not.toContain('these referrals');
    expect((await eero.get('/referrals?handler=me')).body).toContain(reference);
  });
});

test('a disabled contact point loses a referral until the agency acknowledged it, and a disabled agency always', async () => {
  const referralId = recorded.id;
  const found = async () => (await disabledRecipients(desk.db, 10)).map((each) => each.referralId);
  const point = (disabled: boolean) =>
    desk.db.contactPoint.update({ where: { id: 'fi-alder-ncp' }, data: { disabled } });
  expect(await found()).toEqual([]);
  await point(true);
  expect(await found()).toEqual([referralId]);
  const chosen = supervisorsChoice(desk.db, 'fi-alder-ncp');
  await expect(chosen).rejects.toMatchObject({ code: 'UNKNOWN_CONTACT_POINT' });
  await recorded.act('eero.alder', { type: 'acknowledge', recipientId: 'r1' });
  expect(await found()).toEqual([]);
  await desk.db.agency.update({ where: { id: 'fi-alder' }, data: { disabled: true } });
  expect(await found()).toEqual([referralId]);
});
