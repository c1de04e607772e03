/** Every page on a phone: accessible, without requests to other servers, and whole without script. */

import { beforeAll, expect, test } from 'vitest';
import { type Cases, pagesByDesk } from '../../dev/screenshots/pages.ts';
import { type Desks, openDesks } from '../support/browser.ts';
import { FONT_FAMILIES, type FontFamily } from '../support/fonts.ts';
import { routesOf } from '../support/routes.ts';
import {
  DESKS,
  expectUsableAt,
  expectUsableAtEachWidth,
  expectWholeWithoutScript,
  recordCases,
  visitPages,
} from './page-checks.ts';

let desks: Desks;
let cases: Cases;

beforeAll(async () => {
  desks = await openDesks(undefined, FONT_FAMILIES);
  cases = await recordCases(desks);
});

/** In CSS pixels. Text is narrowest there. */
const PHONE = 360;

/** Routes without a page of their own, or whose page looks like one that is visited. */
const ELSEWHERE = [
  ...['/', '/*', '/health', '/ready', '/changes', '/sign-in', '/sign-in/start', '/sign-in/callback'],
  ...['/admin/people/:id/deactivate', '/admin/people/:id/take-identity', '/admin/calendars/:agencyId/:day/remove'],
  // Forms are sent there; a GET is redirected to the page with the form.
  ...['/referrals/:reference/particulars', '/referrals/new/file', '/referrals/new/:id/delete', '/inbox/acknowledge'],
  ...['/agency/confirm', '/seen', '/views', '/views/delete', '/admin/contact-points/:id/verify'],
  ...['/admin/people/:id/roles', '/admin/people/:id/identities'],
];

test('every page is visited', () => {
  const shown = pagesByDesk(cases).flatMap(({ pages }) =>
    Object.values(pages).map((path) => path.split('?', 1)[0] ?? ''),
  );
  const served = routesOf(desks.app, 'GET').filter(
    (route) => !ELSEWHERE.includes(route) && !/^\/(api|test-sign-in)\//.test(route),
  );
  const forgotten = served.filter((route) => {
    const pattern = new RegExp(`^${route.replaceAll(/:\w+/g, '[^/]+')}$`);
    return !shown.some((path) => pattern.test(path));
  });
  expect(served.length).toBeGreaterThan(20);
  expect(forgotten).toEqual([]);
});

test('the sign-in page, and the page for an unknown address', async () => {
  const page = await desks.signIn('noor.rowan');
  await page.goto(`${desks.url}/nowhere`);
  await expectUsableAt(page, PHONE);
  await page.context().clearCookies();
  await page.goto(`${desks.url}/inbox`);
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Sign in');
  await expectUsableAt(page, PHONE);
  await page.context().close();
});

/** Each desk with one of the families: `npm run test:pages` visits every page with each of them, at each width. */
const FONT_OF_DESK = DESKS.map((desk, index): [string, FontFamily] => [
  desk,
  FONT_FAMILIES[index % FONT_FAMILIES.length] as FontFamily,
]);

test.each(FONT_OF_DESK)(
  'pages of the desk %s, in %s',
  async (desk, font) => {
    await visitPages({ desks, cases, desk, font }, async (page, html) => {
      await expectWholeWithoutScript(page, html);
      await expectUsableAt(page, PHONE);
    });
  },
  180_000,
);

test.each(FONT_FAMILIES)('targets of a new referral are large enough for a finger in %s', async (font) => {
  const page = await desks.signIn('quinn.quartz', { font });
  await page.goto(`${desks.url}/referrals/new/${cases.draft}/what`);
  for (const link of await page.locator('.desk-steps a').all()) {
    const box = await link.boundingBox();
    // WCAG 2.5.8, in CSS pixels.
    expect(box?.height).toBeGreaterThanOrEqual(24);
    expect(box?.width).toBeGreaterThanOrEqual(24);
  }
  await expectUsableAtEachWidth(page);
  await page.context().close();
});
