/** A referral's story played on the pages, by real forms at the real engine: from the form to the acknowledgement. */

import { beforeAll, expect, test } from 'vitest';
import { type Browser, testDesk } from '../../../support/desk.ts';
import { type TestEngine, timeSkippingEngine } from '../../../support/engine.ts';

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
  await liaise.until(id, ({ triage }) => triage.state === 'proposed');
  const queue = await noor.get('/triage');
  const action = `${path}/acts/complete-triage`;
  const done = await noor.post(action, formIn(queue.body, action));
  expect(done.headers.location).toBe(`/triage?done=complete-triage&of=${path.split('/')[2]}`);
  await liaise.until(id, ({ recipients }) => recipients.some(({ status }) => status === 'delivered'));
  return path;
}

async function referral(path: string) {
  return await liaise.db.referral.findUniqueOrThrow({ where: { reference: String(path.split('/')[2]) } });
}

test('what was handed in by form is accepted in triage with one button and arrives; sent twice it is one', async () => {
  const path = await referred();
  expect((await quinn.get(path)).body).toContain('Referred');
  expect(await liaise.db.referral.count()).toBe(1);
});

test('pressed twice, a button does it once, and says so on the referral', async () => {
  const path = await referred();
  const action = `${path}/acts/accept`;
  const form = formIn((await aino.get(path)).body, action);
  const answers = await Promise.all([aino.post(action, form), aino.post(action, form)]);
  expect(answers.map(({ headers }) => headers.location)).toEqual([`${path}?done=accept`, `${path}?done=accept`]);
  const { id } = await referral(path);
  expect(await liaise.db.journal.count({ where: { referralId: id, type: 'accepted' } })).toBe(1);
  expect((await aino.get(`${path}?done=accept`)).body).toContain('Accept: done.');
});

test('many are acknowledged at once, each by itself', async () => {
  const [one, other] = [await referred(), await referred()];
  const inbox = formIn((await aino.get('/inbox')).body, '/inbox/acknowledge');
  const reference = [one, other, '/referrals/XR-2026-999999'].map((path) => String(path.split('/')[2]));
  const { body } = await aino.post('/inbox/acknowledge', { ...inbox, reference });
  expect(body).toContain('2 acknowledged, 1 refused.');
});

test('whoever was overtaken sees it, sends what was typed once more, and it is done', async () => {
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
