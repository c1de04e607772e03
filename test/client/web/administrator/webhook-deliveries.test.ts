/** Messages to webhooks on the page and in the API: older ones are found, explained, and sent again after an outage. */

import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { translatorFor } from '../../../../client/i18n/i18n.ts';
import { DELIVERY_FAILURES } from '../../../../domain/webhooks.ts';
import { LANGUAGES } from '../../../../domain/words/languages.ts';
import { type Browser, type TestDesk, testDesk } from '../../../support/desk.ts';
import { type Form, formsIn, mainOf } from '../../../support/forms.ts';
import { type Caller, callerOf, codeOf } from '../../api/api-client.ts';

const LIST = '/admin/webhooks/deliveries';
const MINUTE_MS = 60_000;

let desk: TestDesk;
let karl: Browser;
let caller: Caller;
let one: string;
let other: string;

beforeAll(async () => {
  desk = await testDesk();
  karl = await desk.browser('karl.rowan');
  caller = await callerOf(desk, 'karl.rowan');
});

beforeEach(async () => {
  await desk.db.webhook.deleteMany();
  await desk.db.person.update({ where: { id: 'karl.rowan' }, data: { language: 'en' } });
  [one, other] = [await webhook('one'), await webhook('other')];
});

async function webhook(name: string, agencyId = 'xr-desk'): Promise<string> {
  const url = `https://${name}.agency.example/`;
  return (await desk.db.webhook.create({ data: { id: randomUUID(), agencyId, url, kinds: ['answers'] } })).id;
}

/** The first is the newest. */
async function deliveries(webhookId: string, count: number, status: string, result: string, agencyId = 'xr-desk') {
  await desk.db.webhookDelivery.createMany({
    data: Array.from({ length: count }, (_, n) => ({
      ...{ id: randomUUID(), webhookId, agencyId, referralId: randomUUID(), seq: 4, status, result, tries: 12 },
      ...{ reference: reference(n), event: 'acknowledged', payload: '{}' },
      // Several have the same time.
      decidedAt: new Date(Date.now() - Math.floor(n / 3) * MINUTE_MS),
    })),
  });
}

function reference(n: number): string {
  return `XR-2026-${String(n + 1).padStart(6, '0')}`;
}

function referencesIn(body: string): string[] {
  return mainOf(body).match(/(?<=<td[^>]*>)XR-2026-\d+/g) ?? [];
}

function valuesOf(form: Form | undefined): Record<string, string> {
  return Object.fromEntries(form?.fields.flatMap(({ name, value }) => (name === '_csrf' ? [] : [[name, value]])) ?? []);
}

/** What the log says about the webhooks of this test. */
async function recorded(): Promise<unknown[]> {
  const leaves = await desk.db.auditLeaf.findMany({ orderBy: { id: 'asc' } });
  return leaves.map(({ leaf }) => Object(leaf).about).filter(({ id }) => id === one || id === other);
}

function leafAbout(id: string): unknown {
  return { directory: 'webhook', id, change: 'changed', fields: ['deliveries'], agencies: ['xr-desk'] };
}

describe('after an outage', () => {
  beforeEach(async () => {
    await deliveries(one, 120, 'failed', '503');
    await deliveries(other, 2, 'failed', 'TIMEOUT');
    await deliveries(other, 1, 'sent', '200');
  });

  test('the page leads to each message of a webhook, and names their number', async () => {
    const seen: string[] = [];
    let next: string | undefined = `${LIST}?webhook=${one}&status=failed`;
    while (next !== undefined) {
      const { body }: { body: string } = await karl.get(next);
      expect(body).toContain('120 messages');
      seen.push(...referencesIn(body));
      next = /rel="next" href="([^"]*)"/.exec(body)?.[1]?.replaceAll('&amp;', '&');
    }
    expect(seen.toSorted()).toEqual(Array.from({ length: 120 }, (_, n) => reference(n)));
  });

  test('the file has all of them', async () => {
    const { body } = await karl.get(`${LIST}?status=failed&format=csv`);
    expect(body.trim().split('\r\n')).toHaveLength(1 + 122);
    expect(body).toContain('HTTP 503');
  });

  test('the API filters and pages them', async () => {
    const path = `/administration/webhooks/${one}/deliveries`;
    const first = (await caller.get(`${path}?status=failed&limit=100`)).json();
    expect([first.deliveries.length, first.total]).toEqual([100, 120]);
    const second = (await caller.get(`${path}?status=failed&limit=100&cursor=${first.next}`)).json();
    expect([second.deliveries.length, second.next]).toEqual([20, undefined]);
    expect((await caller.get(`${path}?status=sent`)).json()).toEqual({ deliveries: [], total: 0 });
    expect(codeOf(await caller.get(`${path}?cursor=x`))).toBe('INVALID_INPUT');
  });

  test('one message is sent again from the page of the list, to which it leads back', async () => {
    const list = `${LIST}?webhook=${other}&status=failed`;
    const [form] = formsIn((await karl.get(list)).body).filter(({ isPost }) => isPost);
    const { headers } = await karl.post(form?.action ?? '', valuesOf(form));
    expect(headers.location).toBe(`${list}&sent-again=1`);
    const { body } = await karl.get(String(headers.location));
    expect(body).toContain('1 message is sent again, with the same id.');
    expect(referencesIn(body)).toHaveLength(1);
    expect(await recorded()).toEqual([leafAbout(other)]);
  });

  test('all failed messages of a webhook are sent again after a confirmation, and this is recorded', async () => {
    const stranger = await webhook('stranger', 'us-quartz');
    await deliveries(stranger, 1, 'failed', '500', 'us-quartz');
    const list = `${LIST}?webhook=${one}&status=failed`;
    const [, link = ''] = /href="([^"]*\/send-again\?[^"]*)"/.exec((await karl.get(list)).body) ?? [];
    const confirm = (await karl.get(link.replaceAll('&amp;', '&'))).body;
    expect(confirm).toContain('120 failed messages to https://one.agency.example/ will be sent again');
    const [form] = formsIn(confirm).filter(({ isPost }) => isPost);
    const { headers } = await karl.post(form?.action ?? '', valuesOf(form));
    expect(headers.location).toBe(`${list}&sent-again=120`);
    expect(await recorded()).toEqual([leafAbout(one)]);
    const waiting = { where: { status: 'waiting' } };
    expect(await desk.db.webhookDelivery.count(waiting)).toBe(120);
    // Without a filter, those of all webhooks of the agency.
    expect((await karl.post(`${LIST}/send-again`)).headers.location).toBe(`${LIST}?sent-again=2`);
    expect(await desk.db.webhookDelivery.count(waiting)).toBe(122);
    expect(await desk.db.webhookDelivery.count({ where: { status: 'failed' } })).toBe(1);
    expect((await karl.get(LIST)).body).not.toContain('Send all failed again');
  });

  test('the API sends all failed messages of a webhook again, and none of another agency', async () => {
    const path = (id: string) => `/administration/webhooks/${id}/deliveries/send-failed-again`;
    expect((await caller.post(path(one))).json()).toEqual({ outcome: 'queued', deliveries: 120 });
    expect((await caller.post(path(one))).json()).toEqual({ outcome: 'queued', deliveries: 0 });
    expect(await recorded()).toEqual([leafAbout(one)]);
    expect(codeOf(await caller.post(path(await webhook('stranger', 'us-quartz'))))).toBe('UNKNOWN_WEBHOOK');
  });
});

test('a message that does not exist is refused', async () => {
  expect((await karl.post(`${LIST}/${randomUUID()}/send-again`)).statusCode).toBe(404);
  expect((await karl.post(`${LIST}/nothing/send-again`)).statusCode).toBe(422);
});

test.each(LANGUAGES)('each result is a text with a remedy (%s)', async (language) => {
  for (const code of DELIVERY_FAILURES) await deliveries(one, 1, 'failed', code);
  await deliveries(one, 1, 'failed', '503');
  await desk.db.person.update({ where: { id: 'karl.rowan' }, data: { language } });
  const body = mainOf((await karl.get(LIST)).body);
  const t = translatorFor(language);
  for (const code of DELIVERY_FAILURES) {
    expect(body).not.toContain(code);
    expect(body).toContain(t(`integration:webhooks.failure.${code}`));
  }
  expect(body).toContain('HTTP 503');
});
