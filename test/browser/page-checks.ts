/** Cases that fill every page, and the checks of a page. */

import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { fieldsOfSubmission } from '../../client/web/intake/draft-content.ts';
import { saveDraft } from '../../client/workspace/drafts.ts';
import { type Cases, type DeskPages, pagesByDesk } from '../../dev/screenshots/pages.ts';
import type { Act } from '../../domain/acts.ts';
import { type Desks, expectUsable, overflow } from '../support/browser.ts';
import { aSubmission } from '../support/factories.ts';
import type { FontFamily } from '../support/fonts.ts';
import { personOf } from '../support/people.ts';
import { RecordedReferral } from '../support/recorded-referral.ts';

/** A desk and a phone, in CSS pixels. */
const WIDTHS = [1440, 360];
/** A4 at 96 dots an inch, without margins of 10 mm. */
const PRINT_WIDTH = 718;
const MOST_BYTES = 100_000;

/** Referrals and a draft in the database of those desks. */
export async function recordCases(desks: Desks): Promise<Cases> {
  const origins = [{ system: 'case-register', id: 'K-1' }];
  const [whole, accepted, waiting, atTriage] = [
    await RecordedReferral.submit(desks, 'quinn.quartz'),
    await RecordedReferral.submit(desks, 'quinn.quartz'),
    await RecordedReferral.submit(desks, 'quinn.quartz', { originReferences: origins }),
    await RecordedReferral.submit(desks, 'dana.obsidian', { originReferences: origins }),
  ];
  for (const kept of [whole, accepted, waiting]) await kept.act('noor.rowan', TO_FINLAND);
  for (const kept of [whole, accepted]) await kept.act('aino.alder', { type: 'accept', recipientId: 'r1' });
  await asked(whole);
  await whole.act('aino.alder', { type: 'report-outcome', recipientId: 'r1', outcome: 'arrest', final: true });
  await whole.act('ines.rowan', { type: 'propose-closure' });
  const fields = fieldsOfSubmission(aSubmission());
  const quinn = await personOf(desks.db, 'quinn.quartz');
  const { id: draft } = await saveDraft(desks, quinn, { step: 'check', words: { fields, loss: LOSS } });
  const referenceOf = async (kept: RecordedReferral) => (await kept.read()).reference;
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

async function asked(kept: RecordedReferral): Promise<void> {
  const text = await kept.words('Which time zone are the entries in?');
  await kept.act('aino.alder', { type: 'ask-information', recipientId: 'r1', text });
  kept.now = new Date(Date.now() - 1_800_000).toISOString();
  await kept.act('quinn.quartz', { type: 'answer-information', questionId: 'q1', text: await kept.words('UTC.') });
}

/** By the name of their desk, for `test.each` before there are cases. */
export const DESKS = pagesByDesk({ whole: '', atTriage: '', waiting: '', accepted: '', draft: '' }).map(
  ({ desk }) => desk,
);

/** Visits each page of a desk in its person's browser; `check` looks at the open page. */
export async function visitPages(
  { desks, cases, desk, font }: { desks: Desks; cases: Cases; desk: string; font: FontFamily },
  check: (page: Page, html: string) => Promise<void>,
): Promise<void> {
  const { person, pages } = pagesByDesk(cases).find((each) => each.desk === desk) as DeskPages;
  const page = await desks.signIn(person, { font });
  const unexpected = unexpectedEvents(page, desks.url);
  // A page that refreshes itself during the checks is the subject of other tests.
  await page.route('**/changes', (route) => route.fulfill({ contentType: 'text/event-stream', body: '' }));
  for (const path of Object.values(pages)) {
    const answer = await page.goto(`${desks.url}${path}`);
    expect(answer?.status(), path).toBe(200);
    await check(page, (await answer?.text()) ?? '');
  }
  expect(unexpected).toEqual([]);
  await page.context().close();
}

export async function expectUsableAtEachWidth(page: Page): Promise<void> {
  for (const width of WIDTHS) await expectUsableAt(page, width);
}

export async function expectUsableAt(page: Page, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 900 });
  await expectUsable(page);
}

/** Printed on A4, nothing is cut off at the right. */
export async function expectPrintable(page: Page): Promise<void> {
  await page.setViewportSize({ width: PRINT_WIDTH, height: 1000 });
  await page.emulateMedia({ media: 'print' });
  expect(await overflow(page), `${page.url()} is cut off in print`).toEqual([]);
  await page.emulateMedia({ media: 'screen' });
}

/** It is short, and shows the same with and without script. */
export async function expectWholeWithoutScript(page: Page, html: string): Promise<void> {
  expect(Buffer.byteLength(html), `${page.url()} is too long`).toBeLessThanOrEqual(MOST_BYTES);
  const shown = await page.locator('main').textContent();
  expect(shown, `${page.url()} with and without script`).toBe(await mainOf(page, html));
}

/** The text that a browser without script shows. */
function mainOf(page: Page, html: string): Promise<unknown> {
  const parsed = `new DOMParser().parseFromString(${JSON.stringify(html)}, 'text/html')`;
  return page.evaluate(`${parsed}.getElementById('main').textContent`);
}

/** Requests to other servers, and errors and warnings of the console. */
function unexpectedEvents(page: Page, url: string): string[] {
  const unexpected: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(url)) unexpected.push(request.url());
  });
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) unexpected.push(message.text());
  });
  return unexpected;
}
