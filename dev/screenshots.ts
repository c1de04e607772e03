/** `npm run screenshots`: takes a picture of every page, as each person sees it, on a separate stack with a few referrals. */

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { openChromium } from './chromium.ts';
import { StackFault } from './fault.ts';
import { playCases } from './screenshots/cases.ts';
import { type DeskPages, pagesByDesk } from './screenshots/pages.ts';
import { startStackOnOwnPorts } from './stack.ts';
import { temporaryFolder } from './temporary-folder.ts';

const HELP = `Takes a picture of every page, on a stack of its own in a temporary place. It takes about two minutes.

  npm run screenshots                        into screenshots/
  npm run screenshots -- --out FOLDER        into FOLDER/`;

const WIDTHS = [1440, 360];

const { values } = parseArgs({
  options: { out: { type: 'string', default: 'screenshots' }, help: { type: 'boolean', short: 'h' } },
});

if (values.help) console.log(HELP);
else await takePictures(values.out);

async function takePictures(out: string): Promise<void> {
  const folder = await temporaryFolder('screenshots');
  const closers: (() => Promise<void>)[] = [folder.remove];
  try {
    const progress = (line: string) => console.log(`  ${line}`);
    const stack = await startStackOnOwnPorts({ folder: folder.path, progress });
    closers.push(stack.stop);
    const cases = await playCases(stack, progress);
    const browser = await openChromium();
    closers.push(() => browser.close());
    await mkdir(out, { recursive: true });
    for (const album of pagesByDesk(cases)) {
      for (const width of WIDTHS) await take(browser, { url: stack.pages, out, width, album });
    }
    console.log(`\nThe pictures are in ${out}/.`);
  } catch (error) {
    console.error(error instanceof StackFault ? error.message : error);
    process.exitCode = 1;
  }
  for (const close of closers.reverse()) await close();
}

interface VisitOptions {
  url: string;
  out: string;
  /** In CSS pixels. */
  width: number;
  album: DeskPages;
}

async function take(browser: Browser, { url, out, width, album }: VisitOptions): Promise<void> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, locale: 'en-GB' });
  const page = await context.newPage();
  await page.goto(url);
  await takePicture(page, join(out, `sign-in-${width}.png`));
  await page.getByRole('link', { name: 'Sign in' }).click();
  await page.locator(`button[value="${album.person}"]`).first().click();
  await page.waitForURL((address) => address.href.startsWith(url));
  for (const [name, path] of Object.entries(album.pages)) {
    const answer = await page.goto(`${url}${path}`);
    if (answer?.status() !== 200) throw new StackFault(`${path} answered ${answer?.status()} to ${album.person}.`);
    await takePicture(page, join(out, `${album.desk}-${name}-${width}.png`));
  }
  console.log(`  ${album.person.padEnd(20)} ${Object.keys(album.pages).length} pages, ${width} wide`);
  await context.close();
}

async function takePicture(page: Page, path: string): Promise<void> {
  await page.screenshot({ path, fullPage: true });
}
