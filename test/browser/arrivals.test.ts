/** Lists that update while a person works on them: rows keep their places, and emergencies are announced. */

import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { type Desks, openDesks } from '../support/browser.ts';
import { RecordedReferral } from '../support/recorded-referral.ts';

let desks: Desks;

beforeAll(async () => {
  desks = await openDesks();
});

const rowsOf = (page: Page) => page.locator('tbody tr').evaluateAll((rows) => rows.map((row) => row.dataset['row']));

test('new rows wait until they are shown, rows that are done keep their place, and an emergency is announced', async () => {
  const first = await RecordedReferral.submit(desks, 'quinn.quartz');
  const page = await desks.signIn('noor.rowan');
  // What changes before the page listens for changes is on the page already.
  const listening = page.waitForResponse('**/changes');
  await page.reload();
  await listening;
  const before = await rowsOf(page);
  expect(before).toHaveLength(1);
  expect(await page.title()).toBe('Waiting for us (1) – Liaise');

  const now = new Date().toISOString();
  const emergency = await RecordedReferral.submit(desks, 'quinn.quartz', { urgency: 'emergency' }, now);
  const { reference } = await emergency.read();
  const show = page.getByRole('button', { name: '1 new: show' });
  await show.waitFor();
  expect(await rowsOf(page)).toEqual(before);
  expect(await page.title()).toBe('Waiting for us (2) – Liaise');
  expect(await page.locator('#emergencies').textContent()).toBe(`New emergency: ${reference}`);

  first.now = new Date().toISOString();
  await first.act('noor.rowan', { type: 'file-informational' });
  await page.locator('.desk-gone').waitFor();
  expect(await rowsOf(page)).toEqual(before);
  expect(await page.locator('.desk-gone').textContent()).toContain('no longer waiting');

  await show.click();
  await page.locator(`tr[data-row^="${reference}"]`).waitFor();
  expect(await page.locator('.desk-gone').count()).toBe(0);
  expect(await rowsOf(page)).toHaveLength(1);
  await page.context().close();
});

test('the sound and the shortcuts can be turned off, and stay off in this browser', async () => {
  const page = await desks.signIn('noor.rowan', { path: '/settings' });
  const [shortcuts, sound] = ['Use keyboard shortcuts', 'Sound for new emergencies'].map((name) =>
    page.getByRole('button', { name }),
  );
  const isOnSearch = async () => {
    await page.keyboard.press('/');
    return page.evaluate(`document.activeElement.id === 'search'`);
  };
  expect(await isOnSearch()).toBe(true);
  await shortcuts?.click();
  await sound?.click();
  await page.reload();
  expect(await shortcuts?.getAttribute('aria-pressed')).toBe('false');
  expect(await sound?.getAttribute('aria-pressed')).toBe('false');
  expect(await isOnSearch()).toBe(false);
  await page.context().close();
});
