/** The supervisor's first page: five numbers, each a list, and the most pressing referrals. */

import { beforeAll, expect, test } from 'vitest';
import { type TestDesk, testDesk } from '../../../support/desk.ts';
import { RecordedReferral } from '../../../support/recorded-referral.ts';

let desk: TestDesk;

beforeAll(async () => {
  desk = await testDesk();
});

const longAgo = () => new Date(Date.now() - 5 * 24 * 3_600_000).toISOString();

test('shows each number as a link to its list, and overdue referrals with their sender', async () => {
  const late = await RecordedReferral.submit(desk, 'quinn.quartz', {}, longAgo());
  late.now = new Date().toISOString();
  await late.settle();
  const otto = await desk.browser('otto.rowan');
  const { body } = await otto.get('/now');
  const links = [...body.matchAll(/href="\/referrals\?([^"]*)"/g)].map(([, query]) => query?.replaceAll('&amp;', '&'));
  expect(links).toHaveLength(5);
  expect(links[0]).toContain('breached=true');
  expect(body).toMatch(/desk-figure--breached.*?desk-figure__number">1</s);
  const { reference } = await late.read();
  expect(body).toContain(`/referrals/${reference}`);
  expect(body).toMatch(
    /Wer eine Frist versäumt hat.*die Triage abschließen.*desk-due__date">\d+\. .*\d{4}, \d\d:\d\d/s,
  );
  // Once, beside the remaining time.
  expect(body.match(/govuk-tag--red/g)).toHaveLength(1);
  expect((await otto.get(`/referrals?${links[0]}`)).body).toContain(reference);
  expect((await otto.get(`/referrals?${links[2]}`)).body).not.toContain(reference);
});

test('says what it lists if it is empty', async () => {
  const { body } = await (await desk.browser('eero.alder')).get('/now');
  expect(body).toContain('data-live');
  expect(body).toContain('No deadline is overdue.');
  expect(body).toContain('No referral is at risk.');
});

test('shows how many referrals are overdue, and a link to all, also on the list of tasks', async () => {
  const another = await testDesk();
  const otto = await another.browser('otto.rowan');
  const submitLate = async () => {
    const late = await RecordedReferral.submit(another, 'quinn.quartz', {}, longAgo());
    late.now = new Date().toISOString();
    await late.settle();
  };
  for (let n = 1; n <= 5; n++) await submitLate();
  expect((await otto.get('/waiting')).body).not.toContain('Alle überfälligen Übermittlungen anzeigen');
  await submitLate();
  for (const path of ['/now', '/waiting']) {
    const { body } = await otto.get(path);
    expect(body).toContain('5 von 6 überfälligen Übermittlungen');
    const [, address = ''] = body.match(/href="([^"]*)">Alle überfälligen Übermittlungen anzeigen/) ?? [];
    const all = await otto.get(address.replaceAll('&amp;', '&'));
    expect(all.body.match(/data-row="[0-9a-f-]{36}"/g)).toHaveLength(6);
  }
});

test('is not a desk of auditors', async () => {
  const { statusCode, body } = await (await desk.browser('vera.rowan')).get('/now');
  expect(statusCode).toBe(403);
  expect(body).toContain('ROLE_REQUIRED');
});
