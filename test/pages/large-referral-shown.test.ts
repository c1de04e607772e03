/** A referral with thirty recipients and agency names of 120 characters, in a browser: on a phone, at 200 % and in print. */

import { beforeAll, expect, test } from 'vitest';
import { expectPrintable, expectUsableAtEachWidth } from '../browser/page-checks.ts';
import { type Desks, openDesks } from '../support/browser.ts';
import { storeLargeCase } from '../support/large-case.ts';

let desks: Desks;
let reference: string;

beforeAll(async () => {
  desks = await openDesks();
  ({ reference } = (await storeLargeCase(desks)).referral);
}, 120_000);

test.each([
  ...['/referrals/:reference', '/referrals/:reference?recipients=3&clocks=3&timeline=3', '/sla/:reference'],
  ...['/sla/:reference/c2', '/referrals/:reference/dossier', '/sla/agencies', '/network?show=load&by=agency'],
])('%s is usable at 1440 and 360 pixels and at 200 %, and loses nothing in print', async (path) => {
  const page = await desks.signIn('ines.rowan', { path: path.replace(':reference', reference) });
  await page.route('**/changes', (route) => route.fulfill({ contentType: 'text/event-stream', body: '' }));
  await expect.poll(() => page.getByRole('heading', { level: 1 }).count()).toBe(1);
  await expectUsableAtEachWidth(page);
  await expectPrintable(page);
  await page.context().close();
});
