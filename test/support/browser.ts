/** Real browsers at the real server: people sign in by the real protocol, and click. */

import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';
import { openChromium } from '../../dev/chromium.ts';
import type { LocalPerson } from '../../dev/identity/page.ts';
import { startIdentity } from '../../dev/identity.ts';
import { giveIdentities } from '../../prisma/store/identities.ts';
import { listPeople } from '../../prisma/store/people.ts';
import { atEnd } from './at-end.ts';
import { type TestDesk, testDesk } from './desk.ts';
import type { TestEngine } from './engine.ts';
import { openListener } from './listener.ts';

export interface Desks extends TestDesk {
  url: string;
  /** A browser of its own in which somebody of the seed has signed in, at the page that they asked for. */
  signIn(personId: string, options?: BrowserContextOptions & { path?: string }): Promise<Page>;
  /** Answers the sign-in page of a browser that stands before it. */
  choose(page: Page, personId: string): Promise<void>;
}

/** One a test file, in `beforeAll`. */
export async function openDesks(engine?: TestEngine): Promise<Desks> {
  const listener = await openListener();
  const url = `http://localhost:${listener.port}`;
  const accounts: LocalPerson[] = [];
  const identity = await startIdentity({
    ...{ systems: [], audience: 'https://liaise.example/api' },
    people: async () => accounts,
    redirectUris: [`${url}/sign-in/callback`],
  });
  atEnd(identity.stop);
  const desk = await testDesk(engine, { publicUrl: url, issuer: identity.issuer });
  const people = await listPeople(desk.db);
  accounts.push(...people.map(({ id }) => ({ id, name: id, agencies: [{ name: 'Everybody', roles: [] }] })));
  await giveIdentities(
    desk.db,
    people.map(({ id }) => ({ issuer: identity.issuer, subject: id, personId: id })),
  );
  await listener.handTo(desk.app);
  const chromium = await openChromium();
  atEnd(() => chromium.close());
  return { ...desk, url, choose, signIn: (personId, options) => signIn(chromium, url, personId, options) };
}

async function signIn(
  browser: Browser,
  url: string,
  personId: string,
  { path = '/', ...options }: BrowserContextOptions & { path?: string } = {},
) {
  const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'UTC', ...options });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  page.on('pageerror', (error) => {
    throw error;
  });
  await page.goto(`${url}${path}`);
  await choose(page, personId);
  return page;
}

async function choose(page: Page, personId: string): Promise<void> {
  await page.getByRole('link', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: personId, exact: true }).click();
  await page.waitForURL((address) => !address.pathname.startsWith('/sign-in'));
}

/** What is right is not asked for: that takes most of the time. */
const WHAT_IS_ASKED: axe.RunOptions = {
  resultTypes: ['violations'],
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
};

/** Nobody is kept out (WCAG 2.2 AA), and nothing is wider than the screen. */
export async function expectUsable(page: Page): Promise<void> {
  // Brought once a page: it is half a megabyte, and the same page is looked at in several widths.
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axe.source);
  const { violations } = await page.evaluate<axe.AxeResults>(`axe.run(${JSON.stringify(WHAT_IS_ASKED)})`);
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join('; ')}`);
  expect(found, page.url()).toEqual([]);
  const wider = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
  expect(wider, `${page.url()} scrolls sideways`).toBeLessThanOrEqual(0);
}
