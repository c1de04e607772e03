/** Settings, sign-out, remaining times and automatic updates of pages in a real browser. */

import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import type { Act } from '../../domain/acts.ts';
import { type Desks, expectUsable, openDesks } from '../support/browser.ts';
import { RecordedReferral } from '../support/recorded-referral.ts';

let desks: Desks;

beforeAll(async () => {
  desks = await openDesks();
});

test('settings can be saved without script', async () => {
  const page = await desks.signIn('noor.rowan', { javaScriptEnabled: false });
  await page.goto(`${desks.url}/settings`);
  await page.getByLabel('Deutsch').check();
  await page.getByRole('button', { name: 'Save' }).click();
  expect(await page.getByRole('alert').textContent()).toContain('Ihre Einstellungen wurden gespeichert.');
  await page.close();
});

test('pages are dark as on the device or as chosen, without script, and prints are always light', async () => {
  const page = await desks.signIn('quinn.quartz', { javaScriptEnabled: false, colorScheme: 'dark', path: '/settings' });
  const colours = () =>
    page.evaluate(`(() => {
      const { color } = getComputedStyle(document.querySelector('h1'));
      return [color, getComputedStyle(document.documentElement).backgroundColor];
    })()`);
  const [light, dark] = [
    ['rgb(11, 12, 12)', 'rgb(255, 255, 255)'],
    ['rgb(233, 235, 236)', 'rgb(20, 24, 26)'],
  ];
  const choose = async (name: string) => {
    await page.getByLabel(name, { exact: true }).check();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('alert').waitFor();
  };
  expect(await colours()).toEqual(dark);
  await choose('Light');
  expect(await colours()).toEqual(light);
  await page.emulateMedia({ colorScheme: 'light' });
  await choose('Dark');
  expect(await colours()).toEqual(dark);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  expect(await colours()).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
  await page.close();
});

test('signing out everywhere also signs out other browsers', async () => {
  const [one, other] = [await desks.signIn('emil.rowan'), await desks.signIn('emil.rowan')];
  await one.goto(`${desks.url}/settings`);
  await expectUsable(one);
  await one.getByRole('button', { name: /berall abmelden/ }).click();
  await other.goto(`${desks.url}/settings`);
  expect(new URL(other.url()).pathname).toBe('/sign-in');
});

test('a remaining time that the script updates has the wording of the server', async () => {
  const page = await desks.signIn('quinn.quartz');
  const textFor = (minutes: number) =>
    page.evaluate(`(() => {
      const clock = Date.now;
      // Near the end of a minute of the clock.
      const now = Math.ceil(clock() / 60_000) * 60_000 - 1;
      Date.now = () => now;
      const time = document.createElement('time');
      time.dataset.due = new Date(now + ${minutes} * 60_000).toISOString();
      time.dataset.shown = 'another text';
      document.getElementById('main').replaceChildren(time);
      countDown();
      Date.now = clock;
      return time.textContent;
    })()`);
  expect(await textFor(48 * 60)).toBe('2 d 0 h left');
  expect(await textFor(48 * 60 - 1)).toBe('47 h 59 min left');
  expect(await textFor(60)).toBe('1 h 0 min left');
  expect(await textFor(59)).toBe('59 min left');
  await page.context().close();
});

test('an automatic update keeps the focus, announces no message again, and shows nothing while the page is hidden', async () => {
  const [shown, other] = [await atFinland(), await atFinland()];
  const act = (on: RecordedReferral, request: Act) => {
    on.now = new Date().toISOString();
    return on.act('eero.alder', request);
  };
  const { reference } = await shown.act('aino.alder', { type: 'take' });
  const page = await desks.signIn('aino.alder', { path: `/referrals/${reference}?done=take` });
  const fetched: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'fetch') fetched.push(request.url());
  });
  await page.evaluate(`document.querySelector('[role=alert]').isTheSame = true`);
  await page.getByRole('link', { name: 'Ask for information' }).focus();
  await act(shown, { type: 'acknowledge', recipientId: 'r1' });
  await page.locator('.govuk-tag', { hasText: 'Acknowledged' }).waitFor();
  expect(await page.evaluate('document.activeElement.textContent')).toBe('Ask for information');
  expect(await page.evaluate(`document.querySelector('[role=alert]').isTheSame`)).toBe(true);
  const before = fetched.length;
  await setHidden(page, true);
  await act(other, { type: 'acknowledge', recipientId: 'r1' });
  await act(shown, { type: 'accept', recipientId: 'r1' });
  await page.evaluate('new Promise((resolve) => setInterval(() => isStale && resolve(), 20))');
  expect(await page.locator('.govuk-tag', { hasText: 'Accepted' }).count()).toBe(0);
  const fetchedHidden = fetched.length;
  expect(fetchedHidden).toBeGreaterThan(before);
  await setHidden(page, false);
  await page.locator('.govuk-tag', { hasText: 'Accepted' }).waitFor();
  expect(fetched.length).toBe(fetchedHidden + 1);
  await page.context().close();
});

/** Makes the page hidden, as if the user had switched to another window, or visible again. */
async function setHidden(page: Page, isHidden: boolean): Promise<void> {
  await page.evaluate(`
    Object.defineProperty(document, 'hidden', { configurable: true, value: ${isHidden} });
    document.dispatchEvent(new Event('visibilitychange'));
  `);
}

async function atFinland(): Promise<RecordedReferral> {
  const recorded = await RecordedReferral.submit(desks, 'quinn.quartz');
  await recorded.act('noor.rowan', {
    ...{ type: 'complete-triage', urgency: 'standard', urgencyGrounds: [] },
    ...{ countries: ['FI'], capability: 'investigation', wanted: [] },
  });
  return recorded;
}
