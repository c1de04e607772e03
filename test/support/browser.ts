/** Real browsers and the real server. People sign in with OpenID Connect. */

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
import { type FontFamily, fontsFile } from './fonts.ts';
import { openListener } from './listener.ts';

export interface Desks extends TestDesk {
  url: string;
  /** Opens a new browser context, signs in as that person, and shows the page of `path`. */
  signIn(personId: string, options?: SignInOptions): Promise<Page>;
  /** Signs in as that person. The browser must show the sign-in page. */
  choose(page: Page, personId: string): Promise<void>;
}

const USUAL_FONT: FontFamily = 'DejaVu Sans';

type SignInOptions = BrowserContextOptions & { path?: string; font?: FontFamily };

/** Call once per test file, in `beforeAll`. Opens a browser for each of the fonts. */
export async function openDesks(engine?: TestEngine, fonts: readonly FontFamily[] = [USUAL_FONT]): Promise<Desks> {
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

  const browsers = await openBrowsers(fonts);
  return {
    ...{ ...desk, url, choose },
    signIn: async (personId, { font = USUAL_FONT, ...options } = {}) => {
      const browser = browsers.get(font);
      if (browser === undefined) throw new Error(`No browser was opened for ${font}.`);
      return signIn(browser, url, personId, options);
    },
  };
}

async function openBrowsers(fonts: readonly FontFamily[]): Promise<Map<FontFamily, Browser>> {
  const browsers = new Map<FontFamily, Browser>();
  for (const font of fonts) {
    const browser = await openChromium({ fontsFile: await fontsFile(font) });
    atEnd(() => browser.close());
    browsers.set(font, browser);
  }
  return browsers;
}

async function signIn(
  browser: Browser,
  url: string,
  personId: string,
  { path = '/', ...options }: Omit<SignInOptions, 'font'>,
) {
  const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'UTC', ...options });
  context.setDefaultTimeout(ACTION_TIMEOUT_MS);
  const page = await context.newPage();
  page.on('pageerror', (error) => {
    throw error;
  });
  await page.goto(`${url}${path}`);
  await choose(page, personId);
  return page;
}

/** Long enough for a busy machine. */
const ACTION_TIMEOUT_MS = 30_000;

async function choose(page: Page, personId: string): Promise<void> {
  await page.getByRole('link', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: personId, exact: true }).click();
  await page.waitForURL((address) => !address.pathname.startsWith('/sign-in'));
}

/** Reports violations only, because the other results take most of the time. */
const AXE_OPTIONS: axe.RunOptions = {
  resultTypes: ['violations'],
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
};

/** Checks that the page meets WCAG 2.2 AA, or these rules of axe alone, and that nothing is wider than the screen. */
export async function expectUsable(page: Page, rules?: string[]): Promise<void> {
  // Loaded once per page: it has half a megabyte, and the page is checked at several widths.
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axe.source);
  const options = rules ? { ...AXE_OPTIONS, runOnly: { type: 'rule', values: rules } } : AXE_OPTIONS;
  const { violations } = await page.evaluate<axe.AxeResults>(`axe.run(${JSON.stringify(options)})`);
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join('; ')}`);
  expect(found, page.url()).toEqual([]);
  const wider = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
  expect(wider, `${page.url()} scrolls sideways`).toBeLessThanOrEqual(0);
}

/** Elements that are narrower than their content, with the difference in pixels. One pixel is ignored, for hidden labels. */
export async function overflow(page: Page): Promise<string[]> {
  return await page.evaluate(`[...document.querySelectorAll('html, .desk-table-wrap, .desk-chart')]
    .filter((element) => element.scrollWidth > element.clientWidth + 1)
    .map((element) => (element.className || element.tagName) + ': ' + (element.scrollWidth - element.clientWidth))`);
}
