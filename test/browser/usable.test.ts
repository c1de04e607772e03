/** Every page at a desk and on a telephone: nobody is kept out, nothing comes from elsewhere, nothing needs the script. */

import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { fieldsOfSubmission } from '../../client/web/intake/draft-content.ts';
import { saveDraft } from '../../client/workspace/drafts.ts';
import { albums, type Cases } from '../../dev/screenshots/pages.ts';
import type { Act } from '../../domain/acts.ts';
import { type Desks, expectUsable, openDesks } from '../support/browser.ts';
import { aSubmission } from '../support/factories.ts';
import { personOf } from '../support/people.ts';
import { Kept } from '../support/recorded-referral.ts';
import { routesOf } from '../support/routes.ts';

const WIDTHS = [1440, 360];
const MOST_BYTES = 100_000;
const NOT_YET: Cases = { whole: '', atTriage: '', waiting: '', accepted: '', draft: '' };

let desks: Desks;
let cases: Cases;

beforeAll(async () => {
  desks = await openDesks();
  cases = await keptCases();
});

async function keptCases(): Promise<Cases> {
  const origins = [{ system: 'case-register', id: 'K-1' }];
  const [whole, accepted, waiting, atTriage] = [
    await Kept.submit(desks, 'quinn.quartz'),
    await Kept.submit(desks, 'quinn.quartz'),
    await Kept.submit(desks, 'quinn.quartz', { originReferences: origins }),
    await Kept.submit(desks, 'dana.obsidian', { originReferences: origins }),
  ];
  for (const kept of [whole, accepted, waiting]) await kept.act('noor.rowan', TO_FINLAND);
  for (const kept of [whole, accepted]) await kept.act('aino.alder', { type: 'accept', recipientId: 'r1' });
  await asked(whole);
  await whole.act('aino.alder', { type: 'report-outcome', recipientId: 'r1', outcome: 'arrest', final: true });
  await whole.act('ines.rowan', { type: 'propose-closure' });
  const fields = fieldsOfSubmission(aSubmission());
  const quinn = await personOf(desks.db, 'quinn.quartz');
  const { id: draft } = await saveDraft(desks, quinn, { step: 'check', words: { fields, loss: LOSS } });
  const referenceOf = async (kept: Kept) => (await kept.read()).reference;
  return {
    ...{ whole: await referenceOf(whole), atTriage: await referenceOf(atTriage) },
    ...{ waiting: await referenceOf(waiting), accepted: await referenceOf(accepted), draft },
  };
}

const TO_FINLAND: Act = {
  ...{ type: 'complete-triage', urgency: 'urgent', urgencyGrounds: ['information-loses-relevance'] },
  ...{ countries: ['FI'], capability: 'investigation', wanted: [] },
};
const LOSS = [{ path: 'report/internetDetails/chatImIncident/additionalInfo', line: 17, reason: 'empty' }];

async function asked(kept: Kept): Promise<void> {
  const text = await kept.words('Which time zone are the entries in?');
  await kept.act('aino.alder', { type: 'ask-information', recipientId: 'r1', text });
  kept.now = new Date(Date.now() - 1_800_000).toISOString();
  await kept.act('quinn.quartz', { type: 'answer-information', questionId: 'q1', text: await kept.words('UTC.') });
}

/** Not drawn as pages, or drawn as another that is: what asks once more looks like what ends somebody's sessions. */
const ELSEWHERE = [
  ...['/', '/*', '/health', '/ready', '/changes', '/sign-in', '/sign-in/start', '/sign-in/callback'],
  ...['/admin/people/:id/deactivate', '/admin/people/:id/take-identity', '/admin/calendars/:agencyId/:day/remove'],
  // Forms are sent there; whoever opens them is led to the page above.
  ...['/referrals/:reference/particulars', '/referrals/new/file', '/referrals/new/:id/delete', '/inbox/acknowledge'],
  ...['/agency/confirm', '/seen', '/views', '/views/delete', '/admin/contact-points/:id/verify'],
  ...['/admin/people/:id/roles', '/admin/people/:id/identities'],
];

test('no page is left out', () => {
  const shown = albums(cases).flatMap(({ pages }) => Object.values(pages).map((path) => path.split('?', 1)[0] ?? ''));
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

test('the door, and a page that is not there', async () => {
  const page = await desks.signIn('noor.rowan');
  await page.goto(`${desks.url}/nowhere`);
  await expectUsableAt(page, 360);
  await page.context().clearCookies();
  await page.goto(`${desks.url}/inbox`);
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Sign in');
  await expectUsableAt(page, 360);
  await page.context().close();
});

test.each(albums(NOT_YET).map(({ desk }) => desk))(
  'pages of the desk: %s',
  async (desk) => {
    const album = albums(cases).find((each) => each.desk === desk);
    const page = await desks.signIn(album?.person ?? '');
    const strange = strangeThings(page);
    // A page that refreshes itself while it is looked at is another matter.
    await page.route('**/changes', (route) => route.fulfill({ contentType: 'text/event-stream', body: '' }));
    for (const path of Object.values(album?.pages ?? {})) {
      const answer = await page.goto(`${desks.url}${path}`);
      expect(answer?.status(), path).toBe(200);
      const html = (await answer?.text()) ?? '';
      expect(Buffer.byteLength(html), `${path} is too long`).toBeLessThanOrEqual(MOST_BYTES);
      expect(await page.locator('main').textContent(), `${path} with and without script`).toBe(
        await mainOf(page, html),
      );
      for (const width of WIDTHS) await expectUsableAt(page, width);
    }
    expect(strange).toEqual([]);
    await page.context().close();
  },
  180_000,
);

async function expectUsableAt(page: Page, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 900 });
  await expectUsable(page);
}

/** What a browser without script shows. */
function mainOf(page: Page, html: string): Promise<unknown> {
  const parsed = `new DOMParser().parseFromString(${JSON.stringify(html)}, 'text/html')`;
  return page.evaluate(`${parsed}.getElementById('main').textContent`);
}

/** Requests that go elsewhere, and what the console has to complain of. */
function strangeThings(page: Page): string[] {
  const strange: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(desks.url)) strange.push(request.url());
  });
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) strange.push(message.text());
  });
  return strange;
}
