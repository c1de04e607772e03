/** Every page on a phone is accessible, works without script, and requests nothing from other servers. */

import { beforeAll, expect, test } from 'vitest';
import { topicOf } from '../../client/web/help/topics.ts';
import { type Cases, pagesByDesk } from '../../dev/screenshots/pages.ts';
import { type Desks, openDesks, overflow } from '../support/browser.ts';
import { longName } from '../support/large-case.ts';
import { routesOf } from '../support/routes.ts';
import { recordCases } from './cases.ts';
import { press, select, tabTo } from './keyboard.ts';
import { expectUsableAt, expectWholeWithoutScript, PHONE, visitPages } from './page-checks.ts';

let desks: Desks;
let cases: Cases;

beforeAll(async () => {
  desks = await openDesks(undefined, ['DejaVu Sans']);
  cases = await recordCases(desks);
});

/** Routes without a page, or with a page that looks like a visited one. */
const NOT_VISITED = [
  ...['/', '/*', '/health', '/ready', '/changes', '/sign-in', '/sign-in/start', '/sign-in/callback'],
  ...[
    '/admin/people/:id/deactivate',
    '/admin/people/:id/take-identity',
    '/admin/people/:id/pseudonymise',
    '/admin/calendars/:agencyId/:day/remove',
  ],
  // These accept forms. A GET is redirected to the page with the form.
  ...['/referrals/:reference/particulars', '/referrals/:reference/proof', '/referrals/new/file'],
  '/sla/:reference/pdf',
  ...['/referrals/:reference/erasure-certificate', '/log-alarms/:id/acknowledge'],
  ...['/referrals/new/:id/delete', '/inbox/acknowledge', '/waiting/assign', '/triage/accept'],
  ...[
    '/absences/remove',
    '/announcements/withdraw',
    '/agency/confirm',
    '/seen',
    '/views',
    '/views/delete',
    '/admin/contact-points/:id/verify',
  ],
  ...[
    '/admin/people/:id/roles',
    '/admin/people/:id/identities',
    '/admin/contact-points/:id/disable',
    '/admin/agencies/:id/disable',
  ],
  ...['confirm', 'reject', 'withdraw'].map((step) => `/admin/proposals/:id/${step}`),
  ...['/admin/agencies/:id/enable', '/agency/address/:id', '/admin/registry/:country/:capability/confirm'],
  ...['/admin/webhooks/deliveries/:id/send-again'],
  ...['remove', 'secret', 'enable'].map((step) => `/admin/webhooks/:id/${step}`),
  ...['/drills/:id', '/admin/contact-points/:id/enable'],
  // Calendar programs read it.
  ...['/settings/calendar', '/settings/calendar/revoke', '/calendar/:file'],
];

/** Acts whose page shows more than fields. */
const SHOWS_MORE = [
  ...['answer-information', 'consent-onward', 'refuse-onward', 'assign-recipient', 'approve-closure'],
  ...['complete-triage', 'mark-duplicate', 'supplement'],
];

test('every page is visited', () => {
  const shown = pagesByDesk(cases).flatMap(({ pages }) =>
    Object.values(pages).map((path) => path.split('?', 1)[0] ?? ''),
  );
  // Every act has a route of its own. The pages of all other acts have one layout.
  const layoutOf = (route: string) =>
    route.replace(/\/acts\/([a-z-]+)$/, (own, act) => (SHOWS_MORE.includes(act) ? own : '/acts/:act'));
  const served = routesOf(desks.app, 'GET')
    .filter((route) => !NOT_VISITED.includes(route) && !/^\/(api|test-sign-in)\//.test(route))
    .map(layoutOf);
  const missing = served.filter((route) => {
    const pattern = new RegExp(`^${route.replaceAll(/:\w+/g, '[^/]+')}$`);
    return !shown.some((path) => pattern.test(path));
  });
  expect(served.length).toBeGreaterThan(20);
  expect(missing).toEqual([]);
  // Help has no help.
  expect(served.filter((route) => topicOf(route) === undefined)).toEqual(['/help', '/help/:topic', '/glossary']);
});

test.each(['light', 'dark'] as const)(
  'the sign-in page and the page for an unknown address are usable, %s',
  async (colorScheme) => {
    const page = await desks.signIn('noor.rowan', { colorScheme });
    await page.goto(`${desks.url}/nowhere`);
    await expectUsableAt(page, PHONE);
    await page.context().clearCookies();
    await page.goto(`${desks.url}/inbox`);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Sign in');
    await expectUsableAt(page, PHONE);
    await page.context().close();
  },
);

test('the text of a page is painted before its script arrives', async () => {
  const page = await desks.signIn('noor.rowan');
  const script = Promise.withResolvers<void>();
  await page.route('**/public/desk.js', async (route) => {
    await script.promise;
    await route.continue();
  });
  await page.goto(`${desks.url}/waiting`, { waitUntil: 'commit' });
  await page.getByRole('heading', { level: 1, name: 'Waiting for us' }).waitFor();
  await page.locator('tbody tr').first().waitFor();
  const painted = () => page.evaluate(`performance.getEntriesByName('first-contentful-paint').length`);
  await expect.poll(painted).toBe(1);
  expect(await page.evaluate('typeof countDown')).toBe('undefined');
  script.resolve();
  await expect.poll(() => page.evaluate('typeof countDown')).toBe('function');
  await page.context().close();
});

test('the menu of a phone and the filters of a list can be used with the keyboard alone', async () => {
  const page = await desks.signIn('noor.rowan', { viewport: { width: PHONE, height: 900 } });
  const [button, menu] = [page.getByRole('button', { name: 'Menu' }), page.locator('#menu')];
  await press(button);
  await menu.waitFor();
  await page.keyboard.press('Escape');
  await menu.waitFor({ state: 'hidden' });
  await tabTo(button);
  await page.keyboard.press('Enter');
  await press(menu.getByRole('link', { name: 'All referrals' }));
  expect(new URL(page.url()).pathname).toBe('/referrals');
  // The list comes first: the filters are closed.
  const filter = page.getByRole('form', { name: 'Filter' });
  expect(await filter.isVisible()).toBe(false);
  await press(page.getByText('Filters (0)'));
  await select(filter.getByLabel('Urgency'), 'Standard');
  await select(filter.getByLabel('Kind'), 'Case referral');
  await press(filter.getByRole('button'));
  const { searchParams } = new URL(page.url());
  expect([searchParams.get('urgency'), searchParams.get('kind')]).toEqual(['standard', 'case-referral']);
  await page.locator('tbody tr', { hasText: cases.atTriage }).waitFor();
  await page.getByText('Filters (2)').waitFor();
  await page.context().close();
});

test('the bars of the SLA list begin on one line, and the focus ring of a checkbox in a list is whole', async () => {
  const viewport = { width: 1440, height: 900 };
  const ines = await desks.signIn('ines.rowan', { path: '/sla', viewport });
  const starts = await ines
    .locator('.desk-small-bar')
    .evaluateAll((bars) => bars.map((bar) => bar.getBoundingClientRect().left));
  expect(starts.length).toBeGreaterThan(1);
  expect(new Set(starts).size).toBe(1);
  const aino = await desks.signIn('aino.alder', { path: '/inbox', viewport });
  const room = await aino.evaluate(`(() => {
    const label = document.querySelector('td .govuk-checkboxes__label');
    const box = label.getBoundingClientRect().left + parseFloat(getComputedStyle(label, '::before').left);
    return box - label.closest('.desk-table-wrap').getBoundingClientRect().left;
  })()`);
  // The ring is 3 pixels wide.
  expect(room).toBeGreaterThanOrEqual(3);
  for (const page of [ines, aino]) await page.context().close();
});

test.each([
  ['aino.alder', '/inbox'],
  ['aino.alder', '/waiting'],
  ['ines.rowan', '/approvals'],
])('the German tables of %s on %s fit on a desktop screen', async (personId, path) => {
  const setLanguage = (language: string) => desks.db.person.update({ where: { id: personId }, data: { language } });
  await setLanguage('de');
  const page = await desks.signIn(personId, { path, viewport: { width: 1440, height: 900 } });
  expect(await page.locator('html').getAttribute('lang')).toBe('de');
  expect(await overflow(page)).toEqual([]);
  await page.context().close();
  await setLanguage('en');
});

test.each([
  ['aino.alder', '/inbox'],
  ['aino.alder', '/waiting'],
  ['noor.rowan', '/triage'],
  ['noor.rowan', '/referrals'],
])(
  'an agency name of 120 characters takes at most three lines in the German list of %s on %s',
  async (personId, path) => {
    const senders = await desks.db.agency.findMany({ where: { id: { in: ['us-quartz', 'us-obsidian'] } } });
    const rename = (nameOf: (sender: { id: string; name: string }) => string) =>
      Promise.all(
        senders.map((each) => desks.db.agency.update({ where: { id: each.id }, data: { name: nameOf(each) } })),
      );
    const speak = (language: string) => desks.db.person.update({ where: { id: personId }, data: { language } });
    await rename(({ id }) => longName(id));
    await speak('de');
    const reader = await desks.browser(personId);
    await expect.poll(async () => (await reader.get(path)).body).toContain(': National Bureau');
    const page = await desks.signIn(personId, { path, viewport: { width: 1440, height: 900 } });
    expect(await overflow(page)).toEqual([]);
    const cells = page.locator('td', { hasText: ': National Bureau' });
    const heights = await cells
      .locator('.desk-agency')
      .evaluateAll((names) =>
        names.map((name) => name.getBoundingClientRect().height / Number.parseFloat(getComputedStyle(name).lineHeight)),
      );
    expect(heights.length).toBe(await cells.count());
    expect(heights.length).toBeGreaterThan(0);
    expect(Math.max(...heights)).toBeLessThanOrEqual(3.1);
    await page.context().close();
    await rename(({ name }) => name);
    await speak('en');
  },
);

test.each([1440, PHONE])('at %s pixels, the button of a form with a field is as high as any other', async (width) => {
  const path = `/referrals/${cases.waiting}`;
  const page = await desks.signIn('aino.alder', { path, viewport: { width, height: 900 } });
  const heights = await page
    .locator('.desk-acts button')
    .evaluateAll((buttons) => buttons.map((button) => button.getBoundingClientRect().height));
  expect(heights.length).toBeGreaterThan(1);
  expect(Math.max(...heights)).toBeLessThan(60);
  await page.context().close();
});

test('the pages of one desk are usable; `npm run test:pages` visits those of all, in each font family, at each width', async () => {
  await visitPages({ desks, cases, desk: 'coordinator', font: 'DejaVu Sans' }, async (page, html) => {
    await expectWholeWithoutScript(page, html);
    await expectUsableAt(page, PHONE);
  });
}, 180_000);
