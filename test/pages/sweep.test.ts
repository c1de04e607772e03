/** Every page with each font family, at each width, on screen and in print. It takes minutes: `npm run test:pages`. */

import { beforeAll, expect, test } from 'vitest';
import type { Cases } from '../../dev/screenshots/pages.ts';
import {
  DESKS,
  expectPrintable,
  expectUsableAtEachWidth,
  expectWholeWithoutScript,
  recordCases,
  visitPages,
} from '../browser/page-checks.ts';
import { type Desks, openDesks } from '../support/browser.ts';
import { FONT_FAMILIES } from '../support/fonts.ts';

/** Of all rules, only the sizes of targets depend on the font. */
const RULES_OF_FONTS = ['target-size'];

let desks: Desks;
let cases: Cases;

beforeAll(async () => {
  desks = await openDesks(undefined, FONT_FAMILIES);
  cases = await recordCases(desks);
});

test.each(FONT_FAMILIES.flatMap((font) => DESKS.map((desk) => ({ font, desk }))))(
  'the pages of $desk are usable and printable in $font',
  async ({ font, desk }) => {
    await visitPages({ desks, cases, desk, font }, async (page, html) => {
      await expectWholeWithoutScript(page, html);
      await expectUsableAtEachWidth(page, font === FONT_FAMILIES[0] ? undefined : RULES_OF_FONTS);
      await expectPrintable(page);
    });
  },
);

test.each(FONT_FAMILIES)(
  'links to the steps of a new referral have at least the minimum target size in %s',
  async (font) => {
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
  },
);
