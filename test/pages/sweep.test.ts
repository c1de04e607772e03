/**
 * Every page with each font family, light and dark, at each width, on screen and in print. It takes minutes: `npm run
 * test:pages`.
 */

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
import { FONT_FAMILIES, type FontFamily } from '../support/fonts.ts';

interface Sample {
  font: FontFamily;
  colours: 'light' | 'dark';
  /** The rules of axe; undefined for all. */
  rules?: string[];
}

/** Of all rules, the first depends on the font, and the others on the colours. Fonts and colours do not depend on each other. */
const SAMPLES: readonly Sample[] = [
  { font: 'DejaVu Sans', colours: 'light' },
  { font: 'Noto Sans', colours: 'dark', rules: ['target-size', 'color-contrast', 'link-in-text-block'] },
  { font: 'Arimo', colours: 'light', rules: ['target-size'] },
];

let desks: Desks;
let cases: Cases;

beforeAll(async () => {
  desks = await openDesks(undefined, FONT_FAMILIES);
  cases = await recordCases(desks);
});

test.each(SAMPLES.flatMap((sample) => DESKS.map((desk) => ({ ...sample, desk }))))(
  'the pages of $desk are usable and printable in $font, $colours',
  async ({ font, desk, colours, rules }) => {
    await visitPages({ desks, cases, desk, font, colours }, async (page, html) => {
      await expectWholeWithoutScript(page, html);
      await expectUsableAtEachWidth(page, rules);
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
