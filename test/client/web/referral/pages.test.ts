/** The page of a referral: content and acts that the viewer is allowed, and texts for a purpose only. */

import { beforeAll, expect, test } from 'vitest';
import { leavesOf } from '../../../../prisma/store/audit.ts';
import { type TestDesk, testDesk } from '../../../support/desk.ts';
import { RecordedReferral } from '../../../support/recorded-referral.ts';

let desk: TestDesk;
let kept: RecordedReferral;
let reference: string;

beforeAll(async () => {
  desk = await testDesk();
  kept = await RecordedReferral.submit(desk, 'quinn.quartz', {
    ...{ summary: '<script>alert(1)</script> Copperfield', handling: { code: 'H2' } },
  });
  await kept.act('noor.rowan', {
    ...{ type: 'complete-triage', urgency: 'standard', urgencyGrounds: [], countries: ['FI'] },
    ...{ capability: 'investigation', wanted: [] },
  });
  ({ reference } = await kept.read());
});

async function page(personId: string, path = ''): Promise<string> {
  const browser = await desk.browser(personId);
  const { statusCode, body } = await browser.get(`/referrals/${reference}${path}`);
  expect(statusCode).toBe(200);
  return mainOf(body);
}

/** Without the token, which is another one each time. */
function mainOf(body: string): string {
  return body.slice(body.indexOf('<main'), body.indexOf('</main>'));
}

test('it begins with the handling code, on screen and in print', async () => {
  const main = await page('quinn.quartz');
  expect(main.indexOf('not to be passed on without permission')).toBeLessThan(main.indexOf('<h1'));
  expect(main).toContain(`<h1 class="govuk-heading-l">${reference}</h1>`);
  expect(main).not.toContain('Copperfield');
});

test('its buttons are the acts that this person may perform now', async () => {
  const buttons = async (personId: string) =>
    [...(await page(personId)).matchAll(/class="govuk-button[^>]*>([^<]+)</g)].map(([, words]) => words);
  expect(await buttons('aino.alder')).toEqual([
    ...['Acknowledge', 'Accept', 'Decline', 'Ask for information', 'Ask for a translation', 'Handle this referral'],
    ...['Assign to a colleague', 'Set own number', 'Add a note'],
    ...['Show the particulars', 'Make a proof bundle'],
  ]);
  // One green button: what comes first. What is read first is read to decide on the case.
  const main = await page('aino.alder');
  expect(main.match(/class="govuk-button"[^>]*>[^<]+</g)).toEqual([expect.stringContaining('>Acknowledge<')]);
  expect(main).toMatch(/<option value="decide-acceptance" selected/);
  expect(await buttons('quinn.quartz')).toContain('Recall from the recipient');
  expect(await buttons('quinn.quartz')).not.toContain('Acknowledge');
  expect(await buttons('vera.rowan')).toEqual(['Make a proof bundle']);
  // There is one recipient.
  expect(await buttons('noor.rowan')).not.toContain('Make lead');
});

test('its routing is explained to the coordinating agency only', async () => {
  expect(await page('noor.rowan')).toContain('Selected: first suitable contact point of its country');
  expect(await page('quinn.quartz')).not.toContain('Selected: first suitable contact point of its country');
  expect(await page('aino.alder')).not.toContain('Selected: first suitable contact point of its country');
});

test('particulars are shown after a purpose is recorded, as plain text', async () => {
  const browser = await desk.browser('aino.alder');
  const refused = await browser.post(`/referrals/${reference}/particulars`, { purpose: ' ' });
  expect([refused.statusCode, refused.body.includes('href="#f-purpose"')]).toEqual([422, true]);
  expect(refused.body).not.toContain('Copperfield');
  const read = await browser.post(`/referrals/${reference}/particulars`, { purpose: 'to decide' });
  expect([read.statusCode, read.headers['cache-control']]).toEqual([200, 'no-store']);
  expect(read.body).toContain('&lt;script>alert(1)&lt;/script> Copperfield');
  const leaves = await leavesOf(desk.db, kept.id);
  expect(leaves.filter(({ operation }) => operation === 'consultation')).toMatchObject([
    { by: { personId: 'aino.alder' } },
  ]);
});

test('an oral request is recorded on a form, and read by its labels', async () => {
  const oral = await RecordedReferral.submit(desk, 'quinn.quartz', { urgency: 'emergency' });
  const browser = await desk.browser('noor.rowan');
  const form = await browser.get(`/referrals/${oral.id}/acts/record-oral-request`);
  const fields = ['requestedBy', 'requestedOf', 'requestedAt', 'text'];
  expect(fields.filter((name) => !form.body.includes(`name="${name}"`))).toEqual([]);
  const oralRequest = { requestedBy: 'Ms Copperfield', requestedOf: 'Mr Lantern', text: 'Preserve the account.' };
  const text = await oral.storeText({ oralRequest });
  await oral.act('noor.rowan', { type: 'record-oral-request', requestedAt: oral.now, text });
  const read = await browser.post(`/referrals/${oral.id}/particulars`, { purpose: 'to decide' });
  expect(mainOf(read.body)).toMatch(/Requested by<\/dt><dd class="desk-words">Ms Copperfield/);
  const { body } = await browser.get(`/referrals/${oral.id}/acts/confirm-oral-request`);
  expect(body).toContain('Only the sending agency may do this');
});

test('a translation is asked for and delivered on forms, and both sides see why a deadline is paused', async () => {
  const asked = await RecordedReferral.submit(desk, 'quinn.quartz', { languages: ['en'] });
  const coordinator = await desk.browser('noor.rowan');
  const form = await coordinator.get(`/referrals/${asked.id}/acts/ask-translation`);
  expect([...form.body.matchAll(/name="of" type="radio" value="(\w+)"/g)].map(([, party]) => party)).toEqual([
    'sender',
  ]);
  expect(form.body).toContain('value="fi"');
  const text = await asked.storeText('The summary.');
  await asked.act('noor.rowan', { type: 'ask-translation', of: 'sender', languages: ['fi', 'sv'], text });
  const quinn = await desk.browser('quinn.quartz');
  for (const browser of [coordinator, quinn]) {
    const { body } = await browser.get(`/referrals/${asked.id}`);
    expect(mainOf(body)).toMatch(/Paused\s*: a translation is open/);
    expect(mainOf(body)).toMatch(/<table[^>]*>\s*<caption[^>]*>Translations.*Finnish, Swedish/s);
  }
  const { body } = await quinn.get(`/referrals/${asked.id}/acts/deliver-translation`);
  expect(body).toContain('Language needed: Finnish, Swedish');
  expect(body).toContain('name="translationId" value="t1"');
  expect(body).toContain('<h2 class="govuk-heading-s">What must be translated</h2>');
});

test('preserved data is reported and confirmed on forms, and both sides see what is preserved', async () => {
  const kept = await RecordedReferral.submit(desk, 'quinn.quartz');
  await kept.act('noor.rowan', {
    ...{ type: 'complete-triage', urgency: 'standard', urgencyGrounds: [] },
    ...{ countries: ['FI'], capability: 'data-preservation', wanted: [] },
  });
  await kept.act('aino.alder', { type: 'accept', recipientId: 'r1' });
  const [aino, quinn] = [await desk.browser('aino.alder'), await desk.browser('quinn.quartz')];
  const form = await aino.get(`/referrals/${kept.id}/acts/report-preservation?recipient=r1`);
  expect(form.body).toContain('Which data, where it is kept, and since which day.');
  const text = await kept.storeText('Account 4711.');
  await kept.act('aino.alder', { type: 'report-preservation', recipientId: 'r1', text });
  const { body } = await quinn.get(`/referrals/${kept.id}`);
  expect(mainOf(body)).toMatch(/<caption[^>]*>Recipients.*Data preserved/s);
  expect(body).toContain('Confirm the production request');
  const extension = await quinn.get(`/referrals/${kept.id}/acts/extend?recipient=r1`);
  expect(extension.body).toMatch(/name="clock"[^>]* value="preservation"/);
  await kept.act('quinn.quartz', { type: 'confirm-production', recipientId: 'r1', text });
  expect(mainOf((await aino.get(`/referrals/${kept.id}`)).body)).toContain(
    'Data preserved, production request confirmed',
  );
});

test('an unknown referral and one of other agencies get the same answer', async () => {
  const stranger = await desk.browser('saga.larch');
  const paths = ['', '/acts/take', '/clocks/c1'];
  for (const path of paths) {
    const hidden = await stranger.get(`/referrals/${reference}${path}`);
    const absent = await stranger.get(`/referrals/XR-2026-999999${path}`);
    expect([hidden.statusCode, absent.statusCode]).toEqual([404, 404]);
    expect(mainOf(hidden.body)).toBe(mainOf(absent.body));
  }
});

test('entries since the last visit are marked, once', async () => {
  await page('emil.rowan');
  await kept.act('noor.rowan', { type: 'take' });
  expect(await page('emil.rowan')).toContain('neu</strong>');
  expect(await page('emil.rowan')).not.toContain('neu</strong>');
});

test.each([
  [undefined, 'en', 'Its own period: 3 working days'],
  ['fr', 'fr', 'Sa propre durée'],
  ['de-AT,de;q=0.9', 'de', 'Eigene Dauer: 3 Arbeitstage'],
])('by API a clock is explained in the accepted language: %s', async (accepted, language, sentence) => {
  const aino = await desk.browser('aino.alder');
  const headers = accepted === undefined ? {} : { 'accept-language': accepted };
  const answer = await aino.get(`/api/v1/referrals/${reference}/clocks`, headers);
  expect([answer.headers['content-language'], answer.headers.vary]).toEqual([
    language,
    expect.stringMatching(/accept-language/i),
  ]);
  expect(answer.json().clocks[0].text).toContain(sentence);
});

test('a clock is explained on a page of its own', async () => {
  const english = await page('aino.alder', '/clocks/c2');
  expect(english).toContain('Its own period: 3 working days');
  expect(await page('noor.rowan')).toMatch(/Triage<\/a>.*Ended <time/s);
  expect(english).toContain('Deadline: Acknowledgement, Model Unit Alder, national contact point</h1>');
  expect(english).toMatch(/Status<\/dt><dd[^>]*>Running<.*To be met by<\/dt><dd[^>]*>Model Unit Alder, national/s);
  expect(english).toMatch(/<li>\d+ \w+ \d{4} does not count: it is the day of the event<\/li>/);
  for (const person of ['ines.rowan', 'emil.rowan']) {
    const body = await page(person, '/clocks/c2');
    expect(body).toMatch(/Sa propre durée|Eigene Dauer/);
    expect(body).not.toMatch(/\b(computation|timeline|supervisor):[a-z]/);
  }
});

test.each([
  ['ines.rowan', 'Points de contact examinés'],
  ['emil.rowan', 'Geprüfte Kontaktstellen'],
])('for %s it is in their language, without a key that nobody has put into words', async (personId, words) => {
  const body = await page(personId);
  expect(body).toContain(words);
  expect(body).not.toMatch(/\b(referral|codes|common|timeline|intake):[a-z]/);
});

test('an erased referral has no readable texts, and no acts', async () => {
  const gone = await RecordedReferral.submit(desk, 'quinn.quartz');
  await gone.act('noor.rowan', { type: 'reject-at-intake', ground: 'out-of-scope' });
  await gone.act('otto.rowan', { type: 'erase' });
  const quinn = await desk.browser('quinn.quartz');
  const { body } = await quinn.get(`/referrals/${gone.id}`);
  expect(body).toContain('Erased');
  expect(body).toContain('Rejected at intake');
  expect(body).not.toContain('Show the particulars');
  expect(body).toContain('The referral was closed before it was sent to a recipient.');
  expect(body).toContain('No actions are available to you at the moment.');
  const read = await quinn.post(`/referrals/${gone.id}/particulars`, { purpose: 'to look' });
  expect([read.statusCode, read.body.includes('Particulars')]).toEqual([409, true]);
});

test('a referral without recipients says why it has none', async () => {
  const kept = await RecordedReferral.submit(desk, 'quinn.quartz');
  const browser = await desk.browser('noor.rowan');
  const shown = async () => (await browser.get(`/referrals/${kept.id}`)).body;
  expect(await shown()).toContain('Recipients are selected after triage is complete.');
  await kept.act('noor.rowan', {
    ...{ type: 'complete-triage', urgency: 'urgent', urgencyGrounds: [], capability: 'investigation' },
    ...{ countries: ['IS'], wanted: [] },
  });
  expect(await shown()).toContain('No recipient was found. A supervisor of the coordinating agency must assign one');
  expect(await shown()).not.toContain('Recipients are selected after triage');
});

test('requests of an open page do not mark a referral as seen', async () => {
  const eero = await desk.browser('eero.alder');
  const isUnread = async () => (await eero.get('/referrals?unread=true')).body.includes(reference);
  const { body } = await eero.get(`/referrals/${reference}`, { 'sec-fetch-dest': 'empty' });
  expect([body.includes(`data-live="${reference}"`), await isUnread()]).toEqual([true, true]);
  await eero.get(`/referrals/${reference}`, { 'sec-fetch-dest': 'document' });
  expect(await isUnread()).toBe(false);
});
