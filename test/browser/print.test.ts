/** A printed page contains every column of every table, the user, the time and the time zone. */

import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { type Desks, openDesks, overflow } from '../support/browser.ts';
import { RecordedReferral } from '../support/recorded-referral.ts';

/** The printable area of A4 in portrait, in CSS pixels. */
const PAPER = { width: 703, height: 1000 };

let desks: Desks;
let reference: string;

beforeAll(async () => {
  desks = await openDesks();
  const recorded = await RecordedReferral.submit(desks, 'quinn.quartz', { urgency: 'urgent' });
  await recorded.act('noor.rowan', {
    ...{ type: 'complete-triage', urgency: 'urgent', urgencyGrounds: [], countries: ['FI', 'SE'] },
    ...{ capability: 'investigation', wanted: [] },
  });
  const recipientId = 'r1';
  await recorded.act('aino.alder', { type: 'accept', recipientId });
  await recorded.act('aino.alder', {
    ...{ type: 'extend', recipientId, clock: 'outcome', amount: 2, text: await recorded.storeText('Late') },
  });
  await recorded.act('aino.alder', { type: 'ask-information', recipientId, text: await recorded.storeText('When?') });
  await recorded.act('aino.alder', { type: 'report-outcome', recipientId, outcome: 'case-opened', final: false });
  ({ reference } = await recorded.read());
});

async function printed(personId: string, path: string): Promise<Page> {
  const page = await desks.signIn(personId, { path, viewport: PAPER });
  await page.emulateMedia({ media: 'print' });
  return page;
}

/** The text of cells that are not completely within the printable area. Columns without values are not printed. */
async function lostCells(page: Page): Promise<string[]> {
  return await page.evaluate(`[...document.querySelectorAll(':is(th, td):not(.desk-no-print)')]
    .filter((cell) => {
      const { left, right, width } = cell.getBoundingClientRect();
      const isOff = width === 0 || left < 0 || right > document.documentElement.clientWidth + 1;
      return isOff || cell.scrollWidth > cell.clientWidth + 1;
    })
    .map((cell) => cell.textContent)`);
}

test.each([
  ['otto.rowan', 'Verlängerungen, Warnungen', '/sla/:reference'],
  ['quinn.quartz', 'Outcomes', '/referrals/:reference'],
  ['otto.rowan', 'Fristen', '/sla'],
  ['noor.rowan', 'Changed', '/referrals'],
  ['aino.alder', 'Changed', '/inbox'],
] as const)('%s prints the column "%s" and all others', async (personId, column, path) => {
  const page = await printed(personId, path.replace(':reference', reference));
  const headings = await page.getByRole('columnheader').allTextContents();
  expect(headings.join('\n')).toContain(column);
  expect(await lostCells(page)).toEqual([]);
  expect(await overflow(page)).toEqual([]);
  await page.context().close();
});

test('a print has the filters in force and the total, and no columns without values', async () => {
  const list = await printed('noor.rowan', '/referrals?status=referred&urgency=&open=true');
  const filters = list.locator('.desk-filter .govuk-form-group:visible');
  expect(await filters.locator('label').allTextContents()).toEqual(['Status', 'Open or closed']);
  expect(await filters.locator('option:checked').allTextContents()).toEqual(['Referred', expect.any(String)]);
  expect(await list.locator('.desk-list-foot').getByText('1 referral').isVisible()).toBe(true);
  const inbox = await printed('aino.alder', '/inbox');
  const headings = await inbox.locator('th:visible').allTextContents();
  expect(headings.some((heading) => heading.startsWith('Reference'))).toBe(true);
  expect(headings).not.toContain('Select');
  const waiting = await printed('aino.alder', '/waiting?handler=me');
  expect((await waiting.locator('.desk-tabs li:visible').allTextContents()).join()).toMatch(/^[^,()]+ \(\d+\)$/);
  for (const page of [list, inbox, waiting]) await page.context().close();
});

test('a print names the person, the agency, the zone and the time', async () => {
  const page = await printed('noor.rowan', `/referrals/${reference}`);
  await page.evaluate(`dispatchEvent(new Event('beforeprint'))`);
  const footer = await page.locator('.desk-printed').textContent();
  expect(footer).toMatch(
    /^Printed by Noor Rowan, .+\. Page as of \d+ \w+ \d{4}, \d\d:\d\d .+ \(.+\)\. Printed on \d+ \w+ \d{4}, \d\d:\d\d .+\.$/,
  );
  expect(await page.getByRole('navigation', { name: 'Main navigation' }).isVisible()).toBe(false);
  await page.emulateMedia({ media: 'screen' });
  expect(await page.locator('.desk-printed').isVisible()).toBe(false);
  await page.context().close();
});
