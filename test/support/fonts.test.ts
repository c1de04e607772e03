/** Browsers of tests use the fonts of the tests, regardless of installed fonts. */

import { expect, test } from 'vitest';
import { openChromium } from '../../dev/chromium.ts';
import { atEnd } from './at-end.ts';
import { FONT_FAMILIES, fontsFile } from './fonts.ts';

test.each(FONT_FAMILIES)('%s replaces every other family', async (family) => {
  const browser = await openChromium({ fontsFile: await fontsFile(family) });
  atEnd(() => browser.close());
  const page = await browser.newPage();
  await page.setContent(
    '<p style="font-family: system-ui, \'Segoe UI\', Arial, sans-serif">Text <b>bold</b></p><pre>fixed</pre>',
  );
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('DOM.enable');
  await devtools.send('CSS.enable');
  const { root } = await devtools.send('DOM.getDocument');
  for (const selector of ['p', 'b', 'pre']) {
    const { nodeId } = await devtools.send('DOM.querySelector', { nodeId: root.nodeId, selector });
    const { fonts } = await devtools.send('CSS.getPlatformFontsForNode', { nodeId });
    expect(new Set(fonts.map(({ familyName }) => familyName))).toEqual(new Set([family]));
  }
});
