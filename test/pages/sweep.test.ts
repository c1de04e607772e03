/** Every page with each font family, at each width, on screen and in print. It takes minutes: `npm run test:pages`. */

import { beforeAll, test } from 'vitest';
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
      await expectUsableAtEachWidth(page);
      await expectPrintable(page);
    });
  },
);
