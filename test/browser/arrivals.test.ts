/** Lists that update while a person works on them: rows keep their places, and emergencies are announced. */

import type { Locator, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { type Desks, openDesks } from '../support/browser.ts';
import { RecordedReferral } from '../support/recorded-referral.ts';
import { press } from './keyboard.ts';

let desks: Desks;

beforeAll(async () => {
  desks = await openDesks();
});

/** Loads the page again and waits until it listens: what changed before is on the page already. */
async function listening(page: Page): Promise<void> {
  const stream = page.waitForResponse('**/changes');
  await page.reload();
  await stream;
}

const now = () => new Date().toISOString();

/** Submits an emergency now, and returns its reference. */
async function emergencyArrives(): Promise<string> {
  const submitted = await RecordedReferral.submit(desks, 'quinn.quartz', { urgency: 'emergency' }, now());
  return (await submitted.read()).reference;
}

const announced = (page: Page, reference: string) =>
  page.locator('#emergencies', { hasText: `New emergency: ${reference}` }).waitFor({ state: 'attached' });

const rowsOf = (page: Page) => page.locator('tbody tr').evaluateAll((rows) => rows.map((row) => row.dataset['row']));

test('new rows wait until they are shown, rows that are done keep their place, and an emergency is announced', async () => {
  const first = await RecordedReferral.submit(desks, 'quinn.quartz');
  const page = await desks.signIn('noor.rowan');
  await listening(page);
  const before = await rowsOf(page);
  expect(before).toHaveLength(1);
  expect(await page.title()).toBe('Waiting for us (1) – Liaise');

  const reference = await emergencyArrives();
  const show = page.getByRole('button', { name: '1 new: show' });
  await show.waitFor();
  expect(await rowsOf(page)).toEqual(before);
  expect(await page.title()).toBe('Waiting for us (2) – Liaise');
  expect(await page.locator('#emergencies').textContent()).toBe(`New emergency: ${reference}`);

  first.now = now();
  await first.act('noor.rowan', { type: 'file-informational' });
  await page.locator('.desk-gone').waitFor();
  expect(await rowsOf(page)).toEqual(before);
  expect(await page.locator('.desk-gone').textContent()).toContain('no longer waiting');

  await press(show);
  await page.locator(`tr[data-row^="${reference}"]`).waitFor();
  expect(await page.locator('.desk-gone').count()).toBe(0);
  expect(await rowsOf(page)).toHaveLength(1);
  await page.context().close();
});

test('the sound and the shortcuts can be turned off, and stay off in this browser', async () => {
  const page = await desks.signIn('noor.rowan', { path: '/settings' });
  const [shortcuts, sound] = ['Use keyboard shortcuts', 'Play a sound for new emergencies'].map((name) =>
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

/** Where the elements are on the screen, and how high and wide. An element that is being replaced has no place. */
async function placesOf(elements: readonly Locator[]) {
  const measure = () => Promise.all(elements.map((element) => element.boundingBox()));
  let places = await measure();
  await expect.poll(async () => (places = await measure())).not.toContain(null);
  return places;
}

test('no row or button moves on the lists of a desk when an emergency arrives, also with a box ticked', async () => {
  // Neither agrees with the sender, so that the queue offers to accept several only after an arrival.
  await RecordedReferral.submit(desks, 'quinn.quartz', { urgencyGrounds: ['ongoing-child-abuse'] });
  const page = await desks.signIn('noor.rowan');
  for (const { path, isTicked } of [
    { path: '/triage', isTicked: false },
    { path: '/waiting', isTicked: false },
    { path: '/waiting', isTicked: true },
    { path: '/triage', isTicked: true },
  ]) {
    await page.goto(`${desks.url}${path}`);
    await listening(page);
    const row = page.locator('tbody tr').last();
    if (isTicked) await page.locator('tbody input[type=checkbox]').first().check();
    await row.hover();
    const elements = [
      row,
      row.getByRole('link').last(),
      page.locator('form.govuk-form, main button[type=submit]').last(),
    ];
    const before = await placesOf(elements);
    await announced(page, await emergencyArrives());
    const news = isTicked ? page.locator('#changed-notice') : page.getByRole('button', { name: /new: show/ });
    await news.waitFor();
    expect(await placesOf(elements), `${path} ${isTicked}`).toEqual(before);
  }
  await page.context().close();
});

interface Sent {
  country: string;
  /** When it was submitted; by default now. What is recorded as of an earlier time is not announced to pages. */
  at?: string;
}

async function sentTo({ country, at = now() }: Sent): Promise<RecordedReferral> {
  const recorded = await RecordedReferral.submit(desks, 'quinn.quartz', {}, at);
  await recorded.act('noor.rowan', {
    ...{ type: 'complete-triage', urgency: 'standard', urgencyGrounds: [] },
    ...{ countries: [country], capability: 'investigation', wanted: [] },
  });
  return recorded;
}

async function questionArrives(): Promise<void> {
  const recorded = await sentTo({ country: 'FI' });
  const text = await recorded.storeText('Which time zone is it?');
  await recorded.act('aino.alder', { type: 'ask-information', recipientId: 'r1', text });
}

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();

/** A referral that is overdue, and that somebody takes now. */
async function overdueArrives(days: number): Promise<void> {
  const recorded = await sentTo({ country: 'FI', at: daysAgo(days) });
  recorded.now = now();
  await recorded.act('noor.rowan', { type: 'take' });
}

test.each([
  ['/inbox', 'aino.alder', () => sentTo({ country: 'FI' })],
  ['/held', 'noor.rowan', () => sentTo({ country: 'AQ' })],
  ['/clarifications', 'quinn.quartz', questionArrives],
  ['/now', 'otto.rowan', () => overdueArrives(20)],
  ['/referrals', 'noor.rowan', emergencyArrives],
  ['/sla', 'otto.rowan', emergencyArrives],
] as const)('no row of %s moves when another arrives', async (path, personId, arrive) => {
  await arrive();
  const page = await desks.signIn(personId, { path });
  await listening(page);
  const rows = page.locator('main tbody tr');
  const elements = [rows.first(), rows.last(), rows.last().getByRole('link').last()];
  const [before, shown] = [await placesOf(elements), await rowsOf(page)];
  expect(shown.length).toBeGreaterThan(0);
  await arrive();
  await page.locator('.desk-held button').first().waitFor();
  expect(await placesOf(elements)).toEqual(before);
  expect(await rowsOf(page)).toEqual(shown);
  await page.context().close();
});

test('an excerpt of a list keeps a row that another takes the place of, and does not call it done', async () => {
  for (let n = 0; n < 5; n += 1) await sentTo({ country: 'FI', at: daysAgo(21) });
  const page = await desks.signIn('otto.rowan', { path: '/now' });
  await listening(page);
  const shown = await rowsOf(page);
  await overdueArrives(30);
  await page.locator('.desk-held button').first().waitFor();
  expect(await rowsOf(page)).toEqual(shown);
  expect(await page.locator('.desk-gone').count()).toBe(0);
  await page.context().close();
});

test('a row that is done, on a page that another follows, says that somebody else acted first', async () => {
  const first = await sentTo({ country: 'FI', at: daysAgo(40) });
  await sentTo({ country: 'FI' });
  const page = await desks.signIn('aino.alder', { path: '/inbox?recipientStatus=delivered&limit=1' });
  await listening(page);
  const row = page.locator('main tbody tr');
  const { reference } = await first.read();
  expect(await row.textContent()).toContain(reference);
  first.now = now();
  await first.act('eero.alder', { type: 'acknowledge', recipientId: 'r1' });
  await page.locator('.desk-held button').waitFor();
  expect(await row.textContent()).toContain(reference);
  await row.getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Acknowledge selected referrals' }).click();
  await page.getByText('0 acknowledged, 1 refused.').waitFor();
  expect(await row.textContent()).toContain('Somebody else acted');
  await page.context().close();
});

test('approvals keep their places when others arrive or are decided, also while a reason is written', async () => {
  const [first, second, third] = [await toBeApproved(), await toBeApproved(), await toBeApproved()];
  await first.act('noor.rowan', { type: 'propose-closure' });
  await second.act('noor.rowan', { type: 'propose-closure' });
  const page = await desks.signIn('otto.rowan', { path: '/approvals' });
  await listening(page);
  const row = page.locator('tr', { hasText: (await second.read()).reference });
  const elements = [row, row.getByRole('button').first()];
  await row.locator('summary').click();
  const before = await placesOf(elements);
  first.now = now();
  await first.act('ines.rowan', { type: 'approve-closure' });
  await page.locator('.desk-gone').waitFor();
  expect(await placesOf(elements)).toEqual(before);
  await row.getByRole('textbox').fill('The outcome is missing.');
  third.now = now();
  await third.act('noor.rowan', { type: 'propose-closure' });
  await page.locator('#changed-notice').waitFor();
  expect(await placesOf(elements)).toEqual(before);
  await page.context().close();
});

/** A referral whose recipient has reported, so that its closure can be proposed. */
async function toBeApproved(): Promise<RecordedReferral> {
  const recorded = await sentTo({ country: 'FI', at: daysAgo(1 / 24) });
  await recorded.act('aino.alder', { type: 'accept', recipientId: 'r1' });
  await recorded.act('aino.alder', { type: 'report-outcome', recipientId: 'r1', outcome: 'arrest', final: true });
  return recorded;
}

test('an emergency is announced in a hidden page, with a box ticked, and on a later page of the list', async () => {
  const page = await desks.signIn('noor.rowan', { path: '/waiting?limit=1' });
  await page.addInitScript(`
    window.played = 0;
    window.AudioContext = class {
      createOscillator() {
        return { connect() {}, start() { window.played += 1; }, stop() {} };
      }
    };
  `);
  await listening(page);
  const before = await rowsOf(page);
  const title = await page.title();
  await page.evaluate(`Object.defineProperty(document, 'hidden', { configurable: true, value: true })`);
  await announced(page, await emergencyArrives());
  expect(await page.evaluate('window.played')).toBe(1);
  await expect.poll(() => page.title()).not.toBe(title);
  expect(await rowsOf(page)).toEqual(before);

  await page.evaluate(`Object.defineProperty(document, 'hidden', { configurable: true, value: false })`);
  await page.locator('tbody input[type=checkbox]').first().check();
  await announced(page, await emergencyArrives());
  expect(await page.evaluate('window.played')).toBe(2);
  await page.locator('#changed-notice').waitFor();
  // Nothing is entered any more, so the page is brought up to date.
  await page.locator('tbody input[type=checkbox]').first().uncheck();
  await page.locator('#changed-notice').waitFor({ state: 'hidden' });

  await page.getByRole('button', { name: 'Play a sound for new emergencies' }).click();
  await announced(page, await emergencyArrives());
  expect(await page.evaluate('window.played')).toBe(2);
  await page.context().close();
});

test('an emergency is announced while the person reads a referral, or types on a form, which stays as it is', async () => {
  const { reference } = await (await RecordedReferral.submit(desks, 'quinn.quartz')).read();
  const page = await desks.signIn('noor.rowan', { path: `/referrals/${reference}` });
  await listening(page);
  const title = await page.title();
  await announced(page, await emergencyArrives());
  expect(await page.title()).toBe(title);
  await page.goto(`${desks.url}/settings`);
  await listening(page);
  await page.locator('select[name="digestHour"]').selectOption({ index: 1 });
  const chosen = await page.locator('select[name="digestHour"]').inputValue();
  await announced(page, await emergencyArrives());
  expect(await page.locator('select[name="digestHour"]').inputValue()).toBe(chosen);
  await page.context().close();
});
