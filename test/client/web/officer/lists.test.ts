/** Lists of an officer: filtered by the address, saved under a name, and exported as a file. */

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

test('filters in the address narrow the list and are shown in the form', async () => {
  const quinn = await desk.browser('quinn.quartz');
  const { body } = await quinn.get('/referrals?urgency=urgent&status=');
  expect(body).toContain((await urgent.read()).reference);
  expect(body).not.toContain((await plain.read()).reference);
  expect(body).toMatch(/value="urgent" selected/);
  expect(body).toContain('1 referral<');
  expect((await quinn.get('/referrals?urgency=hasty')).statusCode).toBe(422);
});

test('open and closed referrals are told apart by words', async () => {
  const quinn = await desk.browser('quinn.quartz');
  const { body } = await quinn.get('/referrals?open=false');
  expect(body).toMatch(/Open or closed<\/label>.*<option value="false" selected>Closed or erased</s);
});

test('filters of a link are kept when the form is sent', async () => {
  const quinn = await desk.browser('quinn.quartz');
  const { body } = await quinn.get('/referrals?desk=all&silent=false');
  expect(body).toContain('<input type="hidden" name="silent" value="false"/>');
  expect(body).toContain('further than these fields show');
});

test('a view is saved under its name, opened and deleted', async () => {
  const quinn = await desk.browser('quinn.quartz');
  const view = { page: '/referrals', name: 'Pressing', query: 'urgency=urgent&cursor=x&status=' };
  const saved = await quinn.post('/views', view);
  expect(saved.headers.location).toBe('/referrals?urgency=urgent');
  const { body } = await quinn.get('/referrals');
  expect(body).toContain('<a href="/referrals?urgency=urgent">Pressing</a>');
  const id = /name="id" value="([^"]+)"/.exec(body)?.[1] ?? '';
  await quinn.post('/views/delete', { page: '/referrals', id });
  expect((await quinn.get('/referrals')).body).not.toContain('Pressing');
  expect((await quinn.post('/views', { ...view, page: 'https://evil.example' })).statusCode).toBe(422);
});

test('a page of the list is marked as seen at once', async () => {
  const quinn = await desk.browser('sana.quartz');
  expect((await quinn.get('/referrals')).body).toContain('Changed since you last looked)');
  const seen = { page: '/referrals', query: 'urgency=urgent' };
  // What has changed since the page was drawn has not been seen.
  await quinn.post('/seen', { ...seen, drawn: new Date(Date.now() - 86_400_000).toISOString() });
  expect((await quinn.get('/referrals?unread=true')).body).toContain((await urgent.read()).reference);
  const { headers } = await quinn.post('/seen', { ...seen, drawn: new Date().toISOString() });
  expect(headers.location).toBe('/referrals?urgency=urgent');
  expect((await quinn.get('/referrals?unread=true')).body).not.toContain((await urgent.read()).reference);
  expect((await quinn.get('/referrals?unread=true')).body).toContain((await plain.read()).reference);
});

test('an unknown address is used as a return path only if it is a page of this server', async () => {
  const quinn = await desk.browser('sana.quartz');
  const query = 'handler=é\r\nx: y';
  const { statusCode, headers } = await quinn.post('/seen', {
    page: '/referrals',
    query,
    drawn: new Date().toISOString(),
  });
  expect([statusCode, headers.location]).toEqual([303, '/referrals?handler=%C3%A9%0D%0Ax%3A+y']);
});

test('the whole list can be downloaded as text', async () => {
  const quinn = await desk.browser('quinn.quartz');
  const { headers, body } = await quinn.get('/referrals?format=csv&sort=reference');
  expect(headers['content-type']).toContain('text/csv');
  const [head, first] = body.slice(1).split('\r\n');
  expect(head).toContain('Reference,Kind,Urgency');
  expect(first).toContain(`${(await plain.read()).reference},Case referral,Standard,Received`);
  expect(first).toMatch(/H\d: [^,]*; TLP:AMBER"?,[A-Z][^,]+$/);
});

test('a desk that is not theirs is refused before anything is read', async () => {
  const karl = await desk.browser('karl.rowan');
  const aino = await desk.browser('aino.alder');
  expect((await karl.get('/referrals')).statusCode).toBe(403);
  expect((await aino.get('/triage')).statusCode).toBe(403);
});

test('the mark of unread referrals is the same in every list, with a legend', async () => {
  const otto = await desk.browser('otto.rowan');
  for (const path of ['/triage?proposal=clear', '/waiting', '/referrals']) {
    const { body } = await otto.get(path);
    expect([path, body.includes('class="desk-unread__mark"><span aria-hidden="true"> ●')]).toEqual([path, true]);
    expect(body).toContain('<span class="desk-unread__mark">●</span> Geändert, seit Sie zuletzt nachgesehen haben');
  }
});

test('drills are marked in every list', async () => {
  const { reference } = await plain.read();
  const noor = await desk.browser('noor.rowan');
  const isMarked = async (path: string) => (await noor.get(path)).body.includes('DRILL');
  const lists = ['/waiting', '/triage?proposal=clear', '/referrals'];
  expect(await Promise.all(lists.map(isMarked))).toEqual([false, false, false]);
  await desk.db.party.updateMany({ where: { reference }, data: { drill: true } });
  expect(await Promise.all(lists.map(isMarked))).toEqual([true, true, true]);
  await desk.db.party.updateMany({ where: { reference }, data: { drill: false } });
});

test('a suspected duplicate is shown beside the other referral', async () => {
  const twin = await RecordedReferral.submit(desk, 'aino.alder', {
    materials: [{ algorithm: 'sha256', value: 'a5'.repeat(32), source: 'hotline', classification: 'unclassified' }],
  });
  const noor = await desk.browser('noor.rowan');
  const { reference } = await twin.read();
  await twin.act('noor.rowan', { type: 'link', otherId: plain.id, kind: 'possible-duplicate' });
  const { body } = await noor.get(`/triage/${reference}/compare`);
  const other = (await plain.read()).reference;
  expect(body).toContain(`Mark ${reference} as a duplicate of ${other}`);
  // Each says how it may be used.
  expect(body.match(/class="desk-handling"/g)).toHaveLength(2);
  // One row for both, which says in words whether they differ.
  const line = (label: string) => body.split('<tr').find((each) => each.includes(`<strong>${label}</strong>`));
  expect(line('Sender')).toMatch(/Model Unit Alder.*Model Clearing House Quartz.*>differs</s);
  expect(line('Kind')).toContain('Case referral');
  expect(line('Kind')).not.toContain('differs');
  const form = await noor.get(`/referrals/${reference}/acts/mark-duplicate?other=${other}&back=/triage`);
  expect(form.body).toContain(`value="${other}"`);
  expect(form.body).toContain('name="back" value="/triage"');
});

test('clarifications wait with their clock and lead to the answer', async () => {
  const asked = await RecordedReferral.submit(desk, 'quinn.quartz');
  await asked.act('noor.rowan', { type: 'ask-information', text: await asked.storeText('Which time zone?') });
  const { reference } = await asked.read();
  const quinn = await desk.browser('quinn.quartz');
  expect((await quinn.get('/clarifications')).body).toContain(reference);
  const { body } = await quinn.get(`/referrals/${reference}/acts/answer-information?back=/clarifications`);
  expect(body).toContain('name="questionId" value="q1"');
});

test('requests for consent wait beside questions, each with its clock and its answers', async () => {
  const sana = await desk.browser('dana.obsidian');
  expect((await sana.get('/clarifications')).body).toContain('No questions and no requests for consent are waiting');
  const kept = await RecordedReferral.submit(desk, 'dana.obsidian', { handling: { code: 'H2' } });
  await kept.act('noor.rowan', {
    ...{ type: 'complete-triage', urgency: 'standard', urgencyGrounds: [], countries: ['FI'] },
    ...{ capability: 'investigation', wanted: [] },
  });
  await kept.act('aino.alder', { type: 'accept', recipientId: 'r1' });
  const choice = { contactPointId: 'se-juniper-ncp', agencyId: 'se-juniper', country: 'SE', type: 'spoc' } as const;
  const text = await kept.storeText('They live there.');
  await kept.act('aino.alder', { type: 'refer-onward', recipientId: 'r1', choice, text });
  await kept.act('aino.alder', {
    type: 'ask-information',
    recipientId: 'r1',
    text: await kept.storeText('Since when?'),
  });
  const { reference } = await kept.read();
  const { body } = await sana.get('/clarifications');
  const row = (act: string, about: string) => `/referrals/${reference}/acts/${act}?${about}&amp;back=%2Fclarifications`;
  for (const link of [row('consent-onward', 'recipient=r1'), row('refuse-onward', 'recipient=r1')]) {
    expect(body).toContain(link);
  }
  expect(body).toContain(row('answer-information', 'question=q1'));
  expect(body.match(/data-due=/g)).toHaveLength(2);
  expect(body).not.toContain('are waiting for you');
  expect(body.match(/>Nobody<\/td>/g)).toHaveLength(2);
  // Two rows of one referral: the list of all tasks counts as this one does, and names who asked, too.
  const waiting = (await sana.get('/waiting')).body;
  for (const list of [body, waiting]) expect(list).toContain('2 tasks in 1 referral<');
  expect(waiting.match(/<div class="desk-quiet">Model Unit Alder \(FI\)<\/div>/g)).toHaveLength(2);
});

test('an exact reference leads to its referral, anything else to what has it', async () => {
  const quinn = await desk.browser('quinn.quartz');
  const { reference } = await plain.read();
  expect((await quinn.get(`/search?q=${reference.toLowerCase()}`)).headers.location).toBe(`/referrals/${reference}`);
  expect((await quinn.get('/search?q=%3Cb%3E')).body).toContain('No referral that you may see');
  const byName = await quinn.get('/search?q=ALDER');
  expect(byName.body).toContain('<a href="/referrals?recipientAgency=fi-alder">');
  expect(byName.body).not.toContain('/admin/agencies/');
  const karl = await desk.browser('karl.rowan');
  const forKarl = await karl.get('/search?q=alder');
  expect(forKarl.body).toContain('<a href="/admin/agencies/fi-alder">');
  expect(forKarl.body).not.toContain('/referrals?');
  // An administrator of one agency gets a link to that agency only.
  await desk.db.membership.create({ data: { personId: 'eero.alder', agencyId: 'fi-alder', role: 'administrator' } });
  const eero = await desk.browser('eero.alder');
  expect((await eero.get('/search?q=alder')).body).toContain('<a href="/admin/agencies/fi-alder">');
  const ofOthers = (await eero.get('/search?q=birch')).body;
  expect([ofOthers.includes('Model Unit Birch'), ofOthers.includes('/admin/agencies/')]).toEqual([true, false]);
  const aino = await desk.browser('saga.larch');
  expect((await aino.get(`/search?q=${reference}`)).statusCode).toBe(200);
});

test('the summary counts indicators without a country', async () => {
  const indicators = [
    { country: null, basis: 'ip-geolocation', verified: false, proxySuspected: false },
    { country: 'FI', basis: 'legal-process', verified: true, proxySuspected: false },
  ] as const;
  const recorded = await RecordedReferral.submit(desk, 'quinn.quartz', { indicators: [...indicators] });
  const { body } = await (await desk.browser('quinn.quartz')).get(`/referrals/${recorded.id}`);
  expect(body).toContain('Finland; 1 indicator without a country');
});

test.each(['ines.rowan', 'emil.rowan'])('every list is in the language of %s', async (personId) => {
  const browser = await desk.browser(personId);
  for (const path of ['/referrals', '/triage', '/held', '/clarifications', '/search?q=x']) {
    const { statusCode, body } = await browser.get(path);
    expect([path, statusCode]).toEqual([path, 200]);
    expect(body).not.toMatch(/\b(officer|partner|referral|codes|common|timeline|intake|supervisor):[a-z]/);
  }
});
