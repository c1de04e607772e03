/** What is around every page. */

import { beforeAll, expect, test } from 'vitest';
import { type TestDesk, testDesk } from '../../support/desk.ts';

let desk: TestDesk;

beforeAll(async () => {
  desk = await testDesk();
});

test('whoever works for two agencies goes from one to the other in the header', async () => {
  const browser = await desk.browser('jens.heather', 'dk-heather');
  const { body } = await browser.get('/settings');
  const [, action = ''] =
    /action="([^"]+)" method="post">(?:(?!<\/form>)[\s\S])*<select id="agency-switch"/.exec(body) ?? [];
  expect(body).toContain('href="/now"');
  const { statusCode } = await browser.post(action, { agency: 'no-spruce' });
  expect(statusCode).toBe(303);
  const after = await browser.get('/settings');
  expect(after.body).toContain('href="/inbox"');
  expect(after.body).not.toContain('href="/now"');
});

test('the page that one is on is marked for those who do not see it', async () => {
  const { body } = await (await desk.browser('sana.quartz')).get('/now');
  expect(body).toMatch(/<a href="\/now" aria-current="page">/);
});
