/** A session ends while a person fills in a form: the values are restored for this person only. */

import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Browser, openBrowser } from './browser.ts';
import { type IdentityServer, openIdentityServer } from './identity-server.ts';

let at: IdentityServer;

beforeAll(async () => {
  at = await openIdentityServer();
});

const TYPED = { text: 'The account Copperfield-Lantern was closed.', again: 'x' };
const PAGE = () => ({ referer: `${at.url}/page` });

beforeEach(async () => {
  await at.db.session.deleteMany();
  await at.db.savedForm.deleteMany();
});

/** Signed in once, typing since, and not signed in any more. */
async function ended(personId = 'noor.rowan') {
  const { browser } = await at.signIn(personId);
  const { csrf } = await at.page(browser);
  await at.db.session.deleteMany();
  return { browser, csrf };
}

async function sendLate(browser: Browser, csrf: string, fields: Record<string, string> = TYPED) {
  const seen = await browser.post(`${at.url}/act`, { _csrf: csrf, ...fields }, PAGE());
  return { status: seen.status, page: JSON.parse(seen.text) };
}

describe('a form that is sent after its session ended', () => {
  test('is not processed, and is restored after sign-in', async () => {
    const { browser, csrf } = await ended();
    const { status, page } = await sendLate(browser, csrf);
    expect([status, page]).toEqual([401, { isSignInPage: true, start: '/sign-in/start?to=%2Fpage', notice: 'kept' }]);
    const { seen } = await at.signIn('noor.rowan', { browser });
    expect([seen.url, JSON.parse(seen.text).kept]).toEqual([`${at.url}/page`, TYPED]);
    expect((await at.page(browser)).kept).toEqual(TYPED);
  });

  test('is deleted once it is sent', async () => {
    const { browser, csrf } = await ended();
    await sendLate(browser, csrf);
    await at.signIn('noor.rowan', { browser });
    const page = await at.page(browser);
    const done = await browser.post(`${at.url}/act`, { _csrf: page.csrf, ...TYPED });
    expect(JSON.parse(done.text)).toMatchObject({ done: 'noor.rowan' });
    expect((await at.page(browser)).kept).toBeUndefined();
    expect(await at.db.savedForm.count()).toBe(0);
  });

  test('is not shown to another person who signs in there', async () => {
    const { browser, csrf } = await ended();
    await sendLate(browser, csrf);
    const { seen } = await at.signIn('otto.rowan', { browser });
    expect(seen.text).not.toContain('Copperfield');
    const back = await at.signIn('noor.rowan');
    expect(JSON.parse(back.seen.text).kept).toEqual(TYPED);
  });

  test('is kept sealed, and for half an hour', async () => {
    const { browser, csrf } = await ended();
    await sendLate(browser, csrf);
    const row = await at.db.savedForm.findFirstOrThrow();
    expect(Buffer.from(row.sealed).toString('latin1')).not.toContain('Copperfield');
    const savedAt = new Date(Date.now() - 31 * 60_000);
    await at.pages.savedForm.updateMany({ data: { savedAt } });
    await at.signIn('noor.rowan', { browser });
    expect((await at.page(browser)).kept).toBeUndefined();
  });

  test('of more than 64 KB is not saved, and the sign-in page states it', async () => {
    const { browser, csrf } = await ended();
    const { page } = await sendLate(browser, csrf, { text: 'x'.repeat(65 * 1024) });
    expect(page).toMatchObject({ notice: 'not-kept' });
    expect(await at.db.savedForm.count()).toBe(0);
  });

  test('without our token is not saved: another site could place text in a person’s name', async () => {
    const { browser } = await ended();
    expect((await sendLate(browser, 'forged')).page).toMatchObject({ notice: 'not-kept' });
    const nobody = openBrowser();
    expect((await sendLate(nobody, 'forged')).page).toMatchObject({ notice: 'not-kept' });
    expect(await at.db.savedForm.count()).toBe(0);
  });

  test('from a tab that is older than the session comes back to be sent again', async () => {
    const { browser } = await at.signIn('noor.rowan');
    const { csrf } = await at.page(browser);
    await at.signIn('noor.rowan', { browser });
    const fields = { _csrf: csrf, ...TYPED };
    const seen = await browser.post(`${at.url}/act`, fields, { ...PAGE(), 'sec-fetch-site': 'same-origin' });
    expect([seen.url, JSON.parse(seen.text).kept]).toEqual([`${at.url}/page`, TYPED]);
    expect((await browser.post(`${at.url}/act`, fields, PAGE())).status).toBe(403);
  });

  test('never redirects to another site', async () => {
    const { browser, csrf } = await ended();
    const seen = await browser.post(`${at.url}/act`, { _csrf: csrf }, { referer: 'https://evil.example/page' });
    expect(JSON.parse(seen.text)).toMatchObject({ start: '/sign-in/start?to=%2Fact' });
  });
});
