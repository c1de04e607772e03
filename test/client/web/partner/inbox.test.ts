/** The inbox: what waits for the agency, late ones first. */

import { beforeAll, expect, test } from 'vitest';
import { type TestDesk, testDesk } from '../../../support/desk.ts';
import { Kept } from '../../../support/kept.ts';

let desk: TestDesk;

beforeAll(async () => {
  desk = await testDesk();
});

async function referredAgo(hours: number): Promise<string> {
  const kept = await Kept.submit(desk, 'quinn.quartz', {}, new Date(Date.now() - hours * 3_600_000).toISOString());
  const { reference } = await kept.act('noor.rowan', {
    ...{ type: 'complete-triage', urgency: 'standard', urgencyGrounds: [], countries: ['FI'] },
    ...{ capability: 'investigation', wanted: [] },
  });
  return reference;
}

test('what is late comes first, and each can be selected', async () => {
  const [fresh, late] = [await referredAgo(1), await referredAgo(24 * 10)];
  const aino = await desk.browser('aino.alder');
  const { body } = await aino.get('/inbox');
  const main = body.slice(body.indexOf('<main'));
  expect(main.indexOf(late)).toBeLessThan(main.indexOf(fresh));
  expect(main).toContain('overdue by');
  expect(main).toContain(`name="reference" type="checkbox" value="${fresh}"`);
  expect(main).toContain('Changed since you last looked');
  await aino.get(`/referrals/${late}`);
  expect((await aino.get('/inbox?unread=true')).body).not.toContain(`>${late}<`);
});

test('what cannot be acknowledged says why, and hides whose it is', async () => {
  const reference = await referredAgo(1);
  const aino = await desk.browser('aino.alder');
  const { body } = await aino.post('/inbox/acknowledge', { reference: ['XR-2026-999999'] });
  expect(body).toContain('0 acknowledged, 1 refused.');
  const larch = await desk.browser('saga.larch');
  const foreign = await larch.post('/inbox/acknowledge', { reference: [reference] });
  expect(foreign.body).toContain('0 acknowledged, 1 refused.');
  expect((await aino.post('/inbox/acknowledge')).body).toContain('Nothing was selected.');
});
