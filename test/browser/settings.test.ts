/** Signing in with a real browser, and what is around every page. */

import { beforeAll, expect, test } from 'vitest';
import { type Desks, expectUsable, openDesks } from '../support/browser.ts';

let desks: Desks;

beforeAll(async () => {
  desks = await openDesks();
});

test('everything can be done without script, and by those who cannot see it', async () => {
  const page = await desks.signIn('noor.rowan', { javaScriptEnabled: false });
  await page.goto(`${desks.url}/settings`);
  await page.getByLabel('Deutsch').check();
  await page.getByRole('button', { name: 'Save' }).click();
  expect(await page.getByRole('alert').textContent()).toContain('Ihre Einstellungen sind gespeichert.');
  await page.close();
});

test('signing out everywhere ends the other browser too', async () => {
  const [one, other] = [await desks.signIn('emil.rowan'), await desks.signIn('emil.rowan')];
  await one.goto(`${desks.url}/settings`);
  await expectUsable(one);
  await one.getByRole('button', { name: /berall abmelden/ }).click();
  await other.goto(`${desks.url}/settings`);
  expect(new URL(other.url()).pathname).toBe('/sign-in');
});
