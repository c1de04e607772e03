/** The triage queue: what is proposed and why, filters, and proposals that are accepted together. */

import { beforeAll, expect, test } from 'vitest';
import { type TestDesk, testDesk } from '../../../support/desk.ts';
import { RecordedReferral } from '../../../support/recorded-referral.ts';

let desk: TestDesk;
let urgent: RecordedReferral;
let plain: RecordedReferral;

beforeAll(async () => {
  desk = await testDesk();
  plain = await RecordedReferral.submit(desk, 'quinn.quartz');
  urgent = await RecordedReferral.submit(desk, 'quinn.quartz', { urgency: 'urgent', indicators: [] });
});

test('the triage queue shows what is proposed and why, and what to do with it', async () => {
  const noor = await desk.browser('noor.rowan');
  const opened = async (reference: string) => (await noor.get(`/triage?show=${reference}`)).body;
  const clear = await opened((await plain.read()).reference);
  expect(clear).toContain('Legal process, 1 verified');
  expect(clear).toContain('<input type="hidden" name="countries" value="FI"/>');
  expect(clear.match(/Accept the proposal/g)).toHaveLength(1);
  const { reference } = await urgent.read();
  const unclear = await opened(reference);
  // If no country leads, there is nothing to accept.
  expect(unclear).not.toContain('Accept the proposal');
  expect(unclear).toContain(`/referrals/${reference}/acts/complete-triage?back=%2Ftriage`);
});

test('the triage queue is filtered by what is proposed and by the sender', async () => {
  const noor = await desk.browser('noor.rowan');
  const [clear, unclear] = [(await plain.read()).reference, (await urgent.read()).reference];
  const listed = async (query: string) => {
    const { body } = await noor.get(`/triage?${query}`);
    return [clear, unclear].filter((reference) => body.includes(`data-row="${reference}"`));
  };
  expect(await listed('proposal=clear')).toEqual([clear]);
  expect(await listed('proposal=unclear')).toEqual([unclear]);
  expect(await listed('proposedCountry=FI')).toEqual([clear]);
  expect(await listed('proposedCountry=SE')).toEqual([]);
  expect(await listed('sender=us-quartz&urgency=urgent')).toEqual([unclear]);
  expect(await listed('sender=fi-alder')).toEqual([]);
  expect((await noor.get('/triage?sender=fi-alder')).body).toContain('No referrals match these filters.');
});

test('without a proposal that agrees, the triage queue says why nothing can be selected', async () => {
  const noor = await desk.browser('noor.rowan');
  const [agreeing, others] = [await noor.get('/triage?proposal=clear'), await noor.get('/triage?proposal=unclear')];
  const reason = 'No proposal on this page agrees, so none can be selected here.';
  expect([agreeing.body.includes(reason), agreeing.body.includes('data-label="Select"')]).toEqual([false, true]);
  expect([others.body.includes(reason), others.body.includes('data-label="Select"')]).toEqual([true, false]);
});

test('one link among the lists of tasks is the current one, also for triage', async () => {
  const noor = await desk.browser('noor.rowan');
  const current = async (path: string) => {
    const [tabs = ''] = /<nav class="desk-tabs.*?<\/nav>/s.exec((await noor.get(path)).body) ?? [];
    return [...tabs.matchAll(/href="([^"]+)" aria-current="page"/g)].map(([, href]) => href);
  };
  for (const path of ['/triage', '/waiting?task=triage', '/held']) expect(await current(path)).toEqual([path]);
});

test('an act on a later page of the triage queue returns to that page', async () => {
  const noor = await desk.browser('noor.rowan');
  const { body } = await noor.get('/triage?limit=1&urgency=urgent&cursor=');
  expect(body).toContain('?back=%2Ftriage%3Flimit%3D1%26urgency%3Durgent');
});

test('the summary is read beside the queue, after one purpose for the visit', async () => {
  const noor = await desk.browser('noor.rowan');
  const { reference } = await plain.read();
  const path = `/triage?show=${reference}`;
  expect((await noor.get(path)).body).toContain('Show the summary');
  const sent = { purposeCode: 'triage', back: path };
  const { headers } = await noor.post(`/referrals/${reference}/particulars`, sent);
  expect(headers.location).toBe(path);
  expect((await noor.get(path)).body).toContain('An invented account shared invented files.');
  // A reload by the script reads nothing.
  const reloaded = await noor.get(path, { 'sec-fetch-dest': 'empty' });
  expect(reloaded.body).not.toContain('An invented account');
});

test('proposals that agree are selected and accepted together, if they are still what was seen', async () => {
  const noor = await desk.browser('noor.rowan');
  const { reference, seq } = await plain.read();
  const { body } = await noor.get('/triage?select=all');
  const boxes = body.match(/<input[^>]*type="checkbox"[^>]*>/g) ?? [];
  expect(boxes).toEqual([expect.stringMatching(new RegExp(`value="${reference}/${seq}".* checked`))]);
  const results = await noor.post('/triage/accept', {
    reference: [`${reference}/1`, `${(await urgent.read()).reference}/9`],
  });
  expect(results.body).toContain('0 proposals accepted, 2 refused.');
  expect((await noor.post('/triage/accept')).body).toContain('No referrals were selected.');
  expect((await (await desk.browser('aino.alder')).post('/triage/accept')).statusCode).toBe(403);
});

test('a proposal is accepted with others only once the sender has answered the question of the desk', async () => {
  const noor = await desk.browser('noor.rowan');
  const asked = await RecordedReferral.submit(desk, 'quinn.quartz');
  const isSelectable = async () =>
    (await noor.get('/triage')).body.includes(`value="${(await asked.read()).reference}/`);
  expect(await isSelectable()).toBe(true);
  await asked.act('noor.rowan', { type: 'ask-information', text: 'In which time zone?' });
  expect(await isSelectable()).toBe(false);
  await asked.act('quinn.quartz', { type: 'answer-information', questionId: 'q1', text: 'In UTC.' });
  expect(await isSelectable()).toBe(true);
});

test('triage warns before accepting a proposal that no contact point can receive, and only then', async () => {
  const indicators = [{ country: 'IS', basis: 'legal-process', verified: true, proxySuspected: false }] as const;
  const nobody = await RecordedReferral.submit(desk, 'quinn.quartz', { indicators: [...indicators] });
  const noor = await desk.browser('noor.rowan');
  const card = async (reference: string) => {
    const { body } = await noor.get(`/triage?show=${reference}`);
    return body.slice(body.indexOf('data-keep'));
  };
  const warning = 'No contact point in Iceland can receive this referral.';
  expect(await card((await nobody.read()).reference)).toContain(warning);
  expect(await card((await plain.read()).reference)).not.toContain('can receive');
  const form = await noor.get(`/referrals/${nobody.id}/acts/complete-triage`);
  expect(form.body).toContain('no contact point can receive it</strong>');

  await nobody.act('noor.rowan', {
    ...{ type: 'complete-triage', urgency: 'standard', urgencyGrounds: [], countries: ['IS'] },
    ...{ capability: 'investigation', wanted: [] },
  });
  const { reference } = await nobody.read();
  const held = (await noor.get('/held')).body;
  expect(held).toMatch(new RegExp(`${reference}.*Iceland.*A supervisor can assign a recipient`, 's'));
  const ofOfficer = (await noor.get('/waiting?task=assignment')).body;
  expect(ofOfficer).toMatch(new RegExp(`${reference}.*A supervisor can assign a recipient.*Propose closure`, 's'));
  const supervisor = (await (await desk.browser('otto.rowan')).get('/held?sort=reference')).body;
  const back = encodeURIComponent('/held?sort=reference');
  expect(supervisor).toContain(`/referrals/${reference}/acts/assign-recipient?back=${back}`);
  const tasks = (await (await desk.browser('otto.rowan')).get('/waiting?task=assignment')).body;
  expect(tasks).toContain(`/referrals/${reference}/acts/assign-recipient?back=%2Fwaiting`);
  expect(tasks).not.toContain('Die Aufsicht kann einen Empfänger bestimmen.');
  expect((await noor.get('/held?format=csv')).body).toContain(reference);
  expect((await noor.get('/triage')).body).not.toContain(reference);
});
