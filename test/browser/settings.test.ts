/** Signing in with a real browser, what is around every page, and what a page does while nobody presses anything. */

import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import type { Act } from '../../domain/acts.ts';
import { type Desks, expectUsable, openDesks } from '../support/browser.ts';
import { RecordedReferral } from '../support/recorded-referral.ts';

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

test('time left is said as the server says it, whatever it has come down to', async () => {
  const page = await desks.signIn('quinn.quartz');
  const said = (minutes: number) =>
    page.evaluate(`(() => {
      const time = document.createElement('time');
      time.dataset.due = new Date(Date.now() + ${minutes} * 60_000).toISOString();
      time.dataset.shown = '9999';
      document.getElementById('main').replaceChildren(time);
      countDown();
      return time.textContent;
    })()`);
  expect(await said(48 * 60)).toBe('2 d 0 h left');
  expect(await said(48 * 60 - 1)).toBe('47 h 59 min left');
  expect(await said(60)).toBe('1 h 0 min left');
  expect(await said(59)).toBe('59 min left');
  await page.context().close();
});

test('a page that changes by itself leaves the keyboard where it was, says nothing twice, and waits while unseen', async () => {
  const [kept, other] = [await atFinland(), await atFinland()];
  const acts = (of: RecordedReferral, act: Act) => {
    of.now = new Date().toISOString();
    return of.act('eero.alder', act);
  };
  const { reference } = await kept.act('aino.alder', { type: 'take' });
  const page = await desks.signIn('aino.alder', { path: `/referrals/${reference}?done=take` });
  const fetched: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'fetch') fetched.push(request.url());
  });
  await page.evaluate(`document.querySelector('[role=alert]').isTheSame = true`);
  await page.getByRole('link', { name: 'Ask for information' }).focus();
  await acts(kept, { type: 'acknowledge', recipientId: 'r1' });
  await page.locator('.govuk-tag', { hasText: 'Acknowledged' }).waitFor();
  expect(await page.evaluate('document.activeElement.textContent')).toBe('Ask for information');
  expect(await page.evaluate(`document.querySelector('[role=alert]').isTheSame`)).toBe(true);
  const before = fetched.length;
  await look(page, true);
  await acts(other, { type: 'acknowledge', recipientId: 'r1' });
  await acts(kept, { type: 'accept', recipientId: 'r1' });
  await page.evaluate('new Promise((told) => setInterval(() => isStale && told(), 20))');
  expect(fetched.length).toBe(before);
  await look(page, false);
  await page.locator('.govuk-tag', { hasText: 'Accepted' }).waitFor();
  expect(fetched.length).toBe(before + 1);
  await page.context().close();
});

/** As if somebody went to another window, or came back. */
async function look(page: Page, isAway: boolean): Promise<void> {
  await page.evaluate(`
    Object.defineProperty(document, 'hidden', { configurable: true, value: ${isAway} });
    document.dispatchEvent(new Event('visibilitychange'));
  `);
}

async function atFinland(): Promise<RecordedReferral> {
  const kept = await RecordedReferral.submit(desks, 'quinn.quartz');
  await kept.act('noor.rowan', {
    ...{ type: 'complete-triage', urgency: 'standard', urgencyGrounds: [] },
    ...{ countries: ['FI'], capability: 'investigation', wanted: [] },
  });
  return kept;
}
