/** A referral on the pages, from the intake form to the acknowledgement, with real forms and the real engine. */

import { beforeAll, expect, test } from 'vitest';
import { openReader } from '../../../../client/queries/read.ts';
import { parseKeyring } from '../../../../domain/keyring.ts';
import { fileDetails } from '../../../domain/exchange/cybertipline/file-details.ts';
import { type Browser, testDesk } from '../../../support/desk.ts';
import { type TestEngine, timeSkippingEngine } from '../../../support/engine.ts';
import { multipartForm } from '../../../support/multipart.ts';

let liaise: TestEngine;
let quinn: Browser;
let noor: Browser;
let aino: Browser;

beforeAll(async () => {
  liaise = await timeSkippingEngine();
  const desk = await testDesk(liaise);
  quinn = await desk.browser('quinn.quartz');
  noor = await desk.browser('noor.rowan');
  aino = await desk.browser('aino.alder');
});

/** The fields that stand in the form which is sent there. */
function formIn(body: string, action: string): Record<string, string[]> {
  const form = body.slice(body.indexOf(`<form action="${action}"`));
  const fields: Record<string, string[]> = {};
  for (const [input] of form.slice(0, form.indexOf('</form>')).matchAll(/<input [^>]*>/g)) {
    const [name, value] = [/name="([^"]+)"/.exec(input)?.[1], /value="([^"]*)"/.exec(input)?.[1] ?? ''];
    const isOff = /type="(radio|checkbox)"/.test(input) && !input.includes(' checked');
    if (name && name !== '_csrf' && !isOff) fields[name] = [...(fields[name] ?? []), value];
  }
  return fields;
}

async function handedIn(): Promise<string> {
  const draft = String((await quinn.post('/referrals/new')).headers.location).replace('/what', '');
  await quinn.post(`${draft}/what`, {
    ...{ kind: 'case-referral', crimeAreas: 'grooming-solicitation', urgency: 'urgent', summary: 'An account.' },
    urgencyGrounds: 'information-loses-relevance',
  });
  const signs = { 'indicators.0.country': 'FI', 'indicators.0.basis': 'legal-process' };
  await quinn.post(`${draft}/where`, { 'shown.indicators': '1', ...signs });
  const [one, other] = await Promise.all([quinn.post(`${draft}/check`), quinn.post(`${draft}/check`)]);
  expect([one?.statusCode, other?.statusCode, other?.headers.location]).toEqual([303, 303, one?.headers.location]);
  // Sent again, later: it leads to the referral that it became.
  expect((await quinn.post(`${draft}/check`)).headers.location).toBe(one?.headers.location);
  return String(one?.headers.location).replace('?done=submit', '');
}

async function referred(): Promise<string> {
  const path = await handedIn();
  const { id } = await referral(path);
  await liaise.waitUntil(id, ({ triage }) => triage.state === 'proposed');
  const queue = await noor.get(`/triage?show=${path.split('/')[2]}`);
  const action = `${path}/acts/complete-triage`;
  const done = await noor.post(action, formIn(queue.body, action));
  expect(done.headers.location).toMatch(`/triage?done=complete-triage&of=${path.split('/')[2]}&number=`);
  await liaise.waitUntil(id, ({ recipients }) => recipients.some(({ status }) => status === 'delivered'));
  return path;
}

async function referral(path: string) {
  return await liaise.db.referral.findUniqueOrThrow({ where: { reference: String(path.split('/')[2]) } });
}

test('a referral from the form is accepted in triage with one button and arrives; sent twice, it is one referral', async () => {
  const path = await referred();
  expect((await quinn.get(path)).body).toContain('Referred');
  expect(await liaise.db.referral.count()).toBe(1);
});

test('a button that is pressed twice performs one act, and the referral page shows it', async () => {
  const path = await referred();
  const action = `${path}/acts/accept`;
  const form = formIn((await aino.get(path)).body, action);
  const answers = await Promise.all([aino.post(action, form), aino.post(action, form)]);
  const [location, other] = answers.map(({ headers }) => String(headers.location));
  expect([location?.replace(/\d+$/, 'N'), other]).toEqual([`${path}?done=accept&number=N`, location]);
  const { id } = await referral(path);
  expect(await liaise.db.journal.count({ where: { referralId: id, type: 'accepted' } })).toBe(1);
  expect((await aino.get(String(location))).body).toContain('must report an outcome by');
});

test('an own number and a note are shown to that agency alone, the note for a purpose', async () => {
  const path = await referred();
  const [accept, addNote] = [`${path}/acts/accept`, `${path}/acts/add-note`];
  const form = formIn((await aino.get(path)).body, accept);
  expect((await aino.post(accept, { ...form, ownReference: ['FI-4711'] })).statusCode).toBe(303);
  const note = formIn((await aino.get(addNote)).body, addNote);
  const noted = await aino.post(addNote, { ...note, text: ['Ring the provider on Monday.'] });
  expect((await aino.get(String(noted.headers.location))).body).toContain('Only your agency sees it.');
  const shown = (await aino.get(path)).body;
  expect([shown.includes('FI-4711'), shown.includes('provider')]).toEqual([true, false]);
  const purpose = { purposeCode: ['act-on-case'], purpose: [''] };
  expect((await aino.post(`${path}/particulars`, purpose)).body).toContain('Ring the provider');
  const others = [await noor.get(path), await noor.post(`${path}/particulars`, purpose)].map(({ body }) => body);
  expect(others.join()).not.toMatch(/FI-4711|Ring the provider|own number of|note of/);
});

test('many are acknowledged together, each as an act of its own', async () => {
  const [one, other] = [await referred(), await referred()];
  await aino.get(one);
  const inbox = formIn((await aino.get('/inbox')).body, '/inbox/acknowledge');
  const reference = [one, other, '/referrals/XR-2026-999999'].map((path) => String(path.split('/')[2]));
  const { body } = await aino.post('/inbox/acknowledge', { ...inbox, reference });
  expect(body).toContain('2 acknowledged, 1 refused.');
  // What she did herself is no news of what she had seen.
  const { body: unread } = await aino.get('/referrals?unread=true');
  expect(reference.map((each) => unread.includes(each))).toEqual([false, true, false]);
});

/** What was said of it, in clear, in order. */
async function said(path: string): Promise<unknown[]> {
  const reader = openReader({ db: liaise.pages, keyring: parseKeyring(JSON.stringify(liaise.keys)) });
  const read = await reader.particulars(await liaise.person('noor.rowan'), String(path.split('/')[2]), 'A test.');
  return read.said.map(({ words }) => words);
}

test('a form that was refused, corrected and sent again records the corrected values', async () => {
  const path = await handedIn();
  const action = `${path}/acts/complete-triage`;
  await liaise.waitUntil((await referral(path)).id, ({ triage }) => triage.state === 'proposed');
  const form = { ...formIn((await noor.get(action)).body, action), capability: 'investigation' };
  const refused = await noor.post(action, { ...form, urgency: 'standard', text: 'It can wait.' });
  expect([refused.statusCode, refused.body.includes('supervisor')]).toEqual([403, true]);
  const { key = '' } = formIn(refused.body, action);
  const mended = await noor.post(action, { ...form, key, urgency: 'urgent', text: 'It cannot wait.' });
  expect(mended.statusCode).toBe(303);
  expect(await said(path)).toEqual([expect.anything(), 'It cannot wait.']);
});

test('the details of a file are added once, after confirmation', async () => {
  const path = await handedIn();
  const file = { name: 'file', filename: 'details.xml', content: fileDetails(1, '12345') };
  const { payload, type } = multipartForm([{ name: '_csrf', content: await quinn.token() }, file]);
  const headers = { 'content-type': type };
  const upload = await quinn.inject({ method: 'POST', url: `${path}/supplement-files`, headers, payload });
  const draft = String(upload.headers.location);
  const { headers: answered } = await quinn.post(draft);
  expect(answered.location).toMatch(`${path}?done=supplement&number=`);
  expect([(await quinn.get(draft)).statusCode, (await quinn.post(draft)).statusCode]).toEqual([404, 404]);
  const { id } = await referral(path);
  expect(await liaise.db.journal.count({ where: { referralId: id, type: 'supplemented' } })).toBe(1);
  expect(await said(path)).toEqual([
    expect.anything(),
    { addition: expect.objectContaining({ summary: expect.any(String) }) },
  ]);
});

test('an unanswered form that is changed and sent again gets the recorded act, and then a new key', async () => {
  const path = await referred();
  const action = `${path}/acts/ask-information`;
  const form = formIn((await aino.get(`${action}?recipient=r1`)).body, action);
  const ask = (text: string) => aino.post(action, { ...form, text });
  expect((await ask('Which account?')).statusCode).toBe(303);
  const other = await ask('Which time zone?');
  expect([other.statusCode, other.body.includes(`of ${path.split('/')[2]}`)]).toEqual([422, true]);
  expect(await said(path)).toEqual([expect.anything(), 'Which account?']);
  const again = await aino.post(action, { ...formIn(other.body, action), text: 'Which time zone?' });
  expect([again.statusCode, again.body.includes('question')]).toEqual([409, true]);
});

async function begun(): Promise<string> {
  return String((await quinn.post('/referrals/new')).headers.location).replace('/what', '');
}

async function sent(draft: string, id: string, summary = `An account of ${id}.`) {
  await quinn.post(`${draft}/what`, { kind: 'case-referral', crimeAreas: 'other', summary });
  const reference = { 'originReferences.0.system': 'case-register', 'originReferences.0.id': id };
  await quinn.post(`${draft}/references`, { 'shown.originReferences': '1', ...reference });
  return quinn.post(`${draft}/check`);
}

test('a draft that was refused, corrected and sent again is submitted with the corrected values', async () => {
  await sent(await begun(), 'K-1');
  const draft = await begun();
  const refused = await sent(draft, 'K-1', 'Another account.');
  expect([refused.statusCode, refused.body.includes('with other content in: summary.')]).toEqual([409, true]);
  const { statusCode, headers } = await sent(draft, 'K-2');
  expect(statusCode).toBe(303);
  expect(await said(String(headers.location).replace('?done=submit', ''))).toMatchObject([
    { submission: { summary: 'An account of K-2.' } },
  ]);
});

test('a draft with the content of an earlier referral leads to that one, and nothing is said to be submitted', async () => {
  const first = String((await sent(await begun(), 'K-3')).headers.location);
  const draft = await begun();
  const again = String((await sent(draft, 'K-3')).headers.location);
  expect(again).toBe(first.replace('?done=submit', '?done=submit-same'));
  expect((await quinn.post(`${draft}/check`)).headers.location).toBe(again);
  expect((await quinn.get(again)).body).toContain('Nothing new was submitted.');
  expect((await noor.get(again)).body).not.toContain('Nothing new was submitted.');
});

test('a person whose page was stale sees the change and sends the form again', async () => {
  const path = await referred();
  const action = `${path}/acts/decline`;
  const form = formIn((await aino.get(`${action}?recipient=r1`)).body, action);
  const eero = await liaise.person('eero.alder');
  const { reference } = await referral(path);
  await liaise.engine.perform(eero, String(reference), { type: 'acknowledge', recipientId: 'r1' }, { key: 'eero' });
  const typed = { ground: ['no-jurisdiction'], text: ['Lives abroad'] };
  const stale = await aino.post(action, { ...form, ...typed });
  expect(stale.statusCode).toBe(409);
  const again = formIn(stale.body, action);
  expect(again).toMatchObject({ key: form['key'], ground: ['no-jurisdiction'] });
  expect((await aino.post(action, { ...again, text: 'Lives abroad' })).statusCode).toBe(303);
});
