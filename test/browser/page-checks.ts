/** Referrals that fill every page, and the checks of a page. */

import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { additionOf } from '../../client/contract/report-addition.ts';
import { propose } from '../../client/directory/administer.ts';
import { fieldsOfSubmission } from '../../client/web/intake/draft-content.ts';
import { saveAddition } from '../../client/web/referral/supplement-files.tsx';
import { saveDraft } from '../../client/workspace/drafts.ts';
import { type Cases, type DeskPages, pagesByDesk } from '../../dev/screenshots/pages.ts';
import type { Act } from '../../domain/acts.ts';
import type { DirectoryEdit } from '../../domain/administration/directory-edit.ts';
import { defaultPolicies } from '../../domain/clocks/clock-policy.ts';
import type { LossEntry } from '../../domain/exchange/loss-report.ts';
import { asAgency } from '../../prisma/store/agency-scope.ts';
import { type Desks, expectUsable, overflow } from '../support/browser.ts';
import { aSubmission } from '../support/factories.ts';
import type { FontFamily } from '../support/fonts.ts';
import { personOf } from '../support/people.ts';
import { RecordedReferral } from '../support/recorded-referral.ts';

/** The width of a desktop screen and of a phone, in CSS pixels. */
const DESKTOP = 1440;
const WIDTHS = [DESKTOP, 360];
/** The width of A4 at 96 dots per inch, minus margins of 10 mm. */
const PRINT_WIDTH = 718;
const MOST_BYTES = 100_000;
/** Parts of a page that a print needs not. */
const SCREEN_ONLY = [
  'nav',
  '.desk-list-foot',
  '.desk-filter',
  '.desk-views',
  '.desk-steps',
  '.desk-no-print:not(:has(table, svg))',
];

/** Records referrals and a draft in the database of `desks`. */
export async function recordCases(desks: Desks): Promise<Cases> {
  const origins = [{ system: 'case-register', id: 'K-1' }];
  const [whole, accepted, waiting, atTriage] = [
    await RecordedReferral.submit(desks, 'quinn.quartz'),
    await RecordedReferral.submit(desks, 'quinn.quartz'),
    await RecordedReferral.submit(desks, 'quinn.quartz', { originReferences: origins }),
    await RecordedReferral.submit(desks, 'dana.obsidian', { originReferences: origins }),
  ];
  for (const recorded of [whole, accepted, waiting]) await recorded.act('noor.rowan', TO_FINLAND);
  for (const recorded of [whole, accepted]) await recorded.act('aino.alder', { type: 'accept', recipientId: 'r1' });
  await askAndAnswer(whole);
  await whole.act('aino.alder', { type: 'report-outcome', recipientId: 'r1', outcome: 'arrest', final: true });
  await whole.act('ines.rowan', { type: 'propose-closure' });
  const fields = fieldsOfSubmission(aSubmission());
  const quinn = await personOf(desks.db, 'quinn.quartz');
  const { id: draft } = await saveDraft({ ...desks, db: desks.pages }, quinn, {
    step: 'check',
    content: { fields, loss: LOSS },
  });
  const addition = await saveAddition({ ...desks, db: desks.pages }, quinn, accepted.id, {
    addition: additionOf(aSubmission()),
    loss: LOSS,
  });
  const [proposal, policyProposal] = [await proposedName(desks), await proposedPolicies(desks)];
  const referenceOf = async (recorded: RecordedReferral) => (await recorded.read()).reference;
  return {
    ...{ whole: await referenceOf(whole), atTriage: await referenceOf(atTriage) },
    ...{ waiting: await referenceOf(waiting), accepted: await referenceOf(accepted) },
    ...{ draft, addition, proposal, policyProposal },
  };
}

function proposedName(desks: Desks): Promise<string> {
  const agency = { id: 'fi-alder', name: 'Model Unit Alder and Ash', type: 'law-enforcement' } as const;
  return proposed(desks, { type: 'change-agency', agency: { ...agency, excludes: [] } });
}

/** With half the time for each acknowledgement, so that last month would have been different. */
function proposedPolicies(desks: Desks): Promise<string> {
  const policies = structuredClone(defaultPolicies);
  for (const { id, terms } of policies.clocks) if (id === 'acknowledge') terms.urgent.amount /= 2;
  return proposed(desks, { type: 'adopt-policies', policies: { ...policies, version: 'shorter-1' } });
}

async function proposed({ pages, keyring }: Desks, edit: DirectoryEdit): Promise<string> {
  const person = { kind: 'person', personId: 'dora.rowan', agencyId: 'xr-desk', roles: ['administrator'] } as const;
  const editor = { person, everywhere: true };
  const answer = await asAgency('xr-desk', () => propose({ db: pages, keyring }, editor, edit));
  if (answer.outcome !== 'proposed') throw new Error('Nothing was proposed.');
  return answer.proposalId;
}

const TO_FINLAND: Act = {
  ...{ type: 'complete-triage', urgency: 'urgent', urgencyGrounds: ['information-loses-relevance'] },
  ...{ countries: ['FI'], capability: 'investigation', wanted: [] },
};
const LOSS: LossEntry[] = [{ path: 'report/internetDetails/chatImIncident/additionalInfo', line: 17, reason: 'empty' }];

async function askAndAnswer(recorded: RecordedReferral): Promise<void> {
  const text = await recorded.storeText('Which time zone are the entries in?');
  await recorded.act('aino.alder', { type: 'ask-information', recipientId: 'r1', text });
  recorded.now = new Date(Date.now() - 1_800_000).toISOString();
  await recorded.act('quinn.quartz', {
    type: 'answer-information',
    questionId: 'q1',
    text: await recorded.storeText('UTC.'),
  });
}

/** The names of all desks, for `test.each`, which needs them before there are cases. */
export const DESKS = pagesByDesk({
  whole: '',
  atTriage: '',
  waiting: '',
  accepted: '',
  draft: '',
  addition: '',
  proposal: '',
  policyProposal: '',
}).map(({ desk }) => desk);

interface VisitOptions {
  desks: Desks;
  cases: Cases;
  desk: string;
  font: FontFamily;
  /** The colour scheme of the device. */
  colours?: 'light' | 'dark';
}

/** Opens each page of a desk in the browser of its user, and calls `check` on it. */
export async function visitPages(
  { desks, cases, desk, font, colours = 'light' }: VisitOptions,
  check: (page: Page, html: string) => Promise<void>,
): Promise<void> {
  const { person, pages } = pagesByDesk(cases).find((each) => each.desk === desk) as DeskPages;
  const page = await desks.signIn(person, { font, colorScheme: colours });
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

/** @param rules as in `expectUsable` */
export async function expectUsableAtEachWidth(page: Page, rules?: string[]): Promise<void> {
  for (const width of WIDTHS) {
    await expectUsableAt(page, width, rules);
    if (width === DESKTOP) expect(await overflow(page), `${page.url()} has tables wider than the screen`).toEqual([]);
  }
  await page.setViewportSize({ width: DESKTOP / 2, height: 450 });
  const wider = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
  expect(wider, `${page.url()} scrolls sideways at 200 %`).toBeLessThanOrEqual(0);
}

export async function expectUsableAt(page: Page, width: number, rules?: string[]): Promise<void> {
  await page.setViewportSize({ width, height: 900 });
  await expectUsable(page, rules);
}

/**
 * Checks that a print on A4 has everything that the screen shows, with nothing cut off at the right, and says who printed
 * it and when.
 */
export async function expectPrintable(page: Page): Promise<void> {
  await page.setViewportSize({ width: DESKTOP, height: 900 });
  const onScreen = await shownContent(page);
  await page.setViewportSize({ width: PRINT_WIDTH, height: 1000 });
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(`dispatchEvent(new Event('beforeprint'))`);
  const printed = new Set(await shownContent(page));
  expect(
    onScreen.filter((content) => !printed.has(content)),
    `${page.url()} loses in print`,
  ).toEqual([]);
  expect(await overflow(page), `${page.url()} is cut off in print`).toEqual([]);
  const who = await page.locator('.desk-who a').first().textContent();
  const line = page.locator('.desk-printed');
  expect(await line.isVisible(), page.url()).toBe(true);
  const text = await line.textContent();
  expect(text, page.url()).toContain(who);
  // The instant of the page, and that of the print.
  expect(text?.match(/\d{4}, \d\d:\d\d/g), page.url()).toHaveLength(2);
  await page.emulateMedia({ media: 'screen' });
}

/**
 * What is shown of headings, values, pictures and cells: their texts, with the place in the page. Left out is what is only
 * of use on a screen: filters, forms of the header, and links to other pages of a list.
 */
function shownContent(page: Page): Promise<string[]> {
  return page.evaluate(`[...document.querySelectorAll('main :is(h1, h2, h3, p, li, dt, dd, caption, th, td, svg)')]
    .map((element, place) => [element, place])
    .filter(([element]) => element.checkVisibility() && element.getBoundingClientRect().width > 0)
    .filter(([element]) => !element.closest('.desk-printed, ${SCREEN_ONLY.join(', ')}'))
    .map(([element, place]) => place + ' ' + element.tagName + ' ' + element.textContent.trim().slice(0, 60))`);
}

/** Checks that the page is short, and shows the same text with and without script. */
export async function expectWholeWithoutScript(page: Page, html: string): Promise<void> {
  expect(Buffer.byteLength(html), `${page.url()} is too long`).toBeLessThanOrEqual(MOST_BYTES);
  const shown = await page.locator('main').textContent();
  expect(shown, `${page.url()} with and without script`).toBe(await mainOf(page, html));
}

/** The text of the main part that a browser without script shows. */
function mainOf(page: Page, html: string): Promise<unknown> {
  const parsed = `new DOMParser().parseFromString(${JSON.stringify(html)}, 'text/html')`;
  return page.evaluate(`${parsed}.getElementById('main').textContent`);
}

/** Collects requests to other servers, and errors and warnings of the console. */
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
