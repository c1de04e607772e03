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
  expect(body).toMatch(/Open or closed <\/label>.*<option value="false" selected>Closed or erased</s);
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

test('the mark of unread referrals is the same in every list, with a legend', async () => {
  const otto = await desk.browser('otto.rowan');
  for (const path of ['/triage?proposal=clear', '/waiting', '/referrals']) {
    const { body } = await otto.get(path);
    expect([path, body.includes('class="desk-unread__mark" title="Geändert')]).toEqual([path, true]);
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
  const supervisor = (await (await desk.browser('otto.rowan')).get('/held')).body;
  expect(supervisor).toContain(`/referrals/${reference}/acts/assign-recipient?back=/held`);
  const tasks = (await (await desk.browser('otto.rowan')).get('/waiting?task=assignment')).body;
  expect(tasks).toContain(`/referrals/${reference}/acts/assign-recipient?back=%2Fwaiting`);
  expect(tasks).not.toContain('Die Aufsicht kann einen Empfänger bestimmen.');
  expect((await noor.get('/held?format=csv')).body).toContain(reference);
  expect((await noor.get('/triage')).body).not.toContain(reference);
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
  expect(body.match(/<span class="desk-quiet">Nobody<\/span>/g)).toHaveLength(2);
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
