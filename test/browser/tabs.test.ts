/** Many tabs of one browser. */

import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openDesks } from '../support/browser.ts';
import { RecordedReferral } from '../support/recorded-referral.ts';

test('eight tabs announce an emergency over one connection, also after its tab is closed', async () => {
  const desks = await openDesks();
  const first = await desks.signIn('noor.rowan');
  const context = first.context();
  const pages: Page[] = [first];
  // One connection for each tab would use up the six that a browser opens, and the seventh page would never load.
  while (pages.length < 8) {
    const page = await context.newPage();
    await page.goto(`${desks.url}/triage`);
    pages.push(page);
  }
  const arrives = async () => {
    const urgency = { urgency: 'emergency' } as const;
    const submitted = await RecordedReferral.submit(desks, 'quinn.quartz', urgency, new Date().toISOString());
    const { reference } = await submitted.read();
    return Promise.all(
      pages.map((page) =>
        page.locator('#emergencies', { hasText: `New emergency: ${reference}` }).waitFor({ state: 'attached' }),
      ),
    );
  };
  await arrives();
  const next = context.waitForEvent('request', (request) => request.url().endsWith('/changes'));
  await pages.shift()?.close();
  await (await next).response();
  await arrives();
  expect(pages).toHaveLength(7);
  await context.close();
});
