/** Visits the pages of each desk, and checks each page. */

import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { type Cases, type DeskPages, pagesByDesk } from '../../dev/screenshots/pages.ts';
import type { Language } from '../../domain/words/languages.ts';
import { type Desks, expectUsable, overflow } from '../support/browser.ts';
import type { FontFamily } from '../support/fonts.ts';

/** The width of a desktop screen and of a phone, in CSS pixels. */
const DESKTOP = 1440;
export const PHONE = 360;
const WIDTHS = [DESKTOP, PHONE];
/** The width of A4 at 96 dots per inch, minus margins of 10 mm. */
const PRINT_WIDTH = 718;
/** The width of A4 in landscape, minus margins of 12 mm. Pages with tables of many columns choose it. */
const WIDE_PRINT_WIDTH = 1032;
const MOST_BYTES = 100_000;
/** Parts of a page that a print needs not. */
const SCREEN_ONLY = [
  'nav',
  '.desk-list-foot',
  '.desk-filter',
  '.desk-views',
  '.desk-steps',
  '.govuk-button-group',
  '.desk-no-print:not(:has(table, svg))',
];

/** The names of all desks, for `test.each`, which needs them before there are cases. */
export const DESKS = pagesByDesk({
  ...{ whole: '', atTriage: '', waiting: '', accepted: '', asked: '', held: '', proposed: '' },
  ...{ draft: '', addition: '', proposal: '', policyProposal: '' },
}).map(({ desk }) => desk);

interface VisitOptions {
  desks: Desks;
  cases: Cases;
  desk: string;
  font: FontFamily;
  /** The colour scheme of the device. */
  colours?: 'light' | 'dark';
  /** Default: the language of the user in the seed. */
  language?: Language;
}

/** Opens each page of a desk in the browser of its user, and calls `check` on it. */
export async function visitPages(
  { desks, cases, desk, font, colours = 'light', language }: VisitOptions,
  check: (page: Page, html: string) => Promise<void>,
): Promise<void> {
  const { person, pages } = pagesByDesk(cases).find((each) => each.desk === desk) as DeskPages;
  if (language) await desks.db.person.update({ where: { id: person }, data: { language } });
  const page = await desks.signIn(person, { font, colorScheme: colours });
  const unexpected = unexpectedEvents(page, desks.url);
  // A page that refreshes itself during the checks is the subject of other tests.
  await page.route('**/changes', (route) => route.fulfill({ contentType: 'text/event-stream', body: '' }));
  for (const [name, path] of Object.entries(pages)) {
    const answer = await page.goto(`${desks.url}${path}`);
    expect(answer?.status(), path).toBe(200);
    if (language) expect(await page.locator('html').getAttribute('lang')).toBe(language);
    if (!MAY_BE_EMPTY.includes(name)) expect(await emptyLists(page), `${path} has no rows`).toEqual([]);
    await check(page, (await answer?.text()) ?? '');
  }
  expect(unexpected).toEqual([]);
  await page.context().close();
}

/** Pages on which nothing is found, or to which nothing has happened. */
const MAY_BE_EMPTY = ['search-none', 'assign', 'contact-point', 'capability', 'data-subjects'];

/** What a page says instead of its lists, if none has a row. */
function emptyLists(page: Page): Promise<string[]> {
  return page.evaluate(`document.querySelector('main tbody tr') ? [] :
    [...document.querySelectorAll('main p.govuk-inset-text:not([hidden], [role])')].map((text) => text.textContent)`);
}

/** The rules of axe for a page of that width, as in `expectUsable`. */
export type RulesAt = (width: number) => string[] | undefined;

export async function expectUsableAtEachWidth(page: Page, rules: RulesAt = () => undefined): Promise<void> {
  for (const width of WIDTHS) {
    await expectUsableAt(page, width, rules(width));
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
  await page.emulateMedia({ media: 'print' });
  const isWide = await page.evaluate(`getComputedStyle(document.body).page === 'wide'`);
  await page.setViewportSize({ width: isWide ? WIDE_PRINT_WIDTH : PRINT_WIDTH, height: 1000 });
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
 * of use on a screen: filters, forms of the header, and links to other pages of a list. Times that are left change meanwhile.
 */
function shownContent(page: Page): Promise<string[]> {
  return page.evaluate(`[...document.querySelectorAll('main :is(h1, h2, h3, p, li, dt, dd, caption, th, td, svg)')]
    .map((element, place) => [element, place])
    .filter(([element]) => element.checkVisibility() && element.getBoundingClientRect().width > 0)
    .filter(([element]) => !element.closest('.desk-printed, ${SCREEN_ONLY.join(', ')}'))
    .map(([element, place]) => [place, element.tagName, element.querySelector('[data-due]') ? '' : element.textContent])
    .map(([place, name, text]) => place + ' ' + name + ' ' + text.trim().slice(0, 60))`);
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
