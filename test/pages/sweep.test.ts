/**
 * Every page with each font family, light and dark, in each language, at each width, on screen and in print. It takes minutes: `npm run
 * test:pages`.
 */

import { beforeAll, describe, expect, test } from 'vitest';
import type { Cases } from '../../dev/screenshots/pages.ts';
import type { Language } from '../../domain/words/languages.ts';
import { recordCases } from '../browser/cases.ts';
import {
  DESKS,
  expectPrintable,
  expectUsableAtEachWidth,
  expectWholeWithoutScript,
  PHONE,
  type RulesAt,
  visitPages,
} from '../browser/page-checks.ts';
import { type Desks, openDesks } from '../support/browser.ts';
import { FONT_FAMILIES, type FontFamily } from '../support/fonts.ts';

interface Sample {
  font: FontFamily;
  colours: 'light' | 'dark';
  language: Language;
  rules?: RulesAt;
}

const ON_COLOURS = ['target-size', 'color-contrast', 'link-in-text-block'];

/** Of all rules, the first depends on the font, and the others on the colours. Fonts and colours do not depend on each other. */
const SAMPLES: readonly Sample[] = [
  { font: 'DejaVu Sans', colours: 'light', language: 'en' },
  {
    ...{ font: 'Noto Sans', colours: 'dark', language: 'fr' },
    rules: (width) => (width === PHONE ? undefined : ON_COLOURS),
  },
  { font: 'Arimo', colours: 'light', language: 'de', rules: () => ['target-size'] },
];

let desks: Desks;
let cases: Cases;

beforeAll(async () => {
  desks = await openDesks(undefined, FONT_FAMILIES);
  cases = await recordCases(desks);
});

// One sample after the other, because each changes the language of the users.
describe.each(SAMPLES)('in $font, $colours, $language', ({ rules, ...sample }) => {
  test.concurrent.each(DESKS)('the pages of %s are usable and printable', async (desk) => {
    await visitPages({ desks, cases, desk, ...sample }, async (page, html) => {
      await expectWholeWithoutScript(page, html);
      await expectUsableAtEachWidth(page, rules);
      await expectPrintable(page);
    });
  });
});

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
