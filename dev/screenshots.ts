/**
 * `npm run screenshots`: pictures of every page: light, dark, on a phone and in print, on a separate stack with a few
 * referrals.
 */

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { readFlags } from '../client/platform/read-flags.ts';
import { LANGUAGES } from '../domain/words/languages.ts';
import { openChromium } from './chromium.ts';
import { StackFault } from './fault.ts';
import { recordCases } from './screenshots/cases.ts';
import { type DeskPages, pagesByDesk } from './screenshots/pages.ts';
import { startStackOnOwnPorts } from './stack.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { playTutorial, signIn } from './tutorial/play.ts';

const HELP = `Takes four screenshots of every page: light, dark, on a phone and in print. It uses a separate stack in a
temporary folder, and takes about five minutes.

  npm run screenshots                        into screenshots/
  npm run screenshots -- --out FOLDER        into FOLDER/
  npm run screenshots -- --language de       all in one language instead of that of each person, without the tutorial`;

interface View {
  /** Suffix of the file names of its screenshots. */
  name: string;
  /** The width of the browser window in CSS pixels. */
  width: number;
  colorScheme?: 'dark';
  media?: 'print';
}

const VIEWS: readonly View[] = [
  { name: 'light', width: 1440 },
  { name: 'dark', width: 1440, colorScheme: 'dark' },
  { name: 'phone', width: 360 },
  // The width of A4 at 96 dots per inch, minus margins of 12 mm.
  { name: 'print', width: 703, media: 'print' },
];

const { values } = readFlags('npm run screenshots', {
  options: {
    out: { type: 'string', default: 'screenshots' },
    language: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  },
});

if (values.help) console.log(HELP);
else await takeScreenshots(values.out, values.language);

async function takeScreenshots(out: string, chosen: string | undefined): Promise<void> {
  const folder = await temporaryFolder('screenshots');
  const closers: (() => Promise<void>)[] = [folder.remove];
  try {
    const language = LANGUAGES.find((known) => known === chosen);
    if (language !== chosen) throw new StackFault(`--language must be one of ${LANGUAGES.join(', ')}.`);
    const progress = (line: string) => console.log(`  ${line}`);
    const stack = await startStackOnOwnPorts({ folder: folder.path, progress });
    closers.push(stack.stop);
    const cases = await recordCases(stack, language, progress);
    const browser = await openChromium();
    closers.push(() => browser.close());
    await mkdir(out, { recursive: true });
    for (const desk of pagesByDesk(cases)) {
      for (const view of VIEWS) await visitDesk(browser, { url: stack.pages, out, view, desk });
    }
    if (language === undefined) await takeTutorial(browser, stack.pages, out);
    console.log(`\nThe screenshots are in ${out}/.`);
  } catch (error) {
    console.error(error instanceof StackFault ? error.message : error);
    process.exitCode = 1;
  }
  for (const close of closers.reverse()) await close();
}

async function takeTutorial(browser: Browser, url: string, out: string): Promise<void> {
  await playTutorial(browser, url, async ({ picture }, page) => {
    await page.screenshot({ path: join(out, `tutorial-${picture}.png`) });
  });
  console.log('\nAfter a change of pages, copy the screenshots of the tutorial to docs/pictures.');
}

interface VisitOptions {
  url: string;
  out: string;
  view: View;
  desk: DeskPages;
}

async function visitDesk(browser: Browser, { url, out, view, desk }: VisitOptions): Promise<void> {
  const { name: suffix, width, colorScheme = 'light', media = 'screen' } = view;
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, locale: 'en-GB' });
  const page = await context.newPage();
  await page.emulateMedia({ media });
  await page.goto(url);
  await takeScreenshot(page, join(out, `sign-in-${suffix}.png`));
  // A print has no links to follow.
  await page.emulateMedia({ media: 'screen' });
  await signIn(page, url, desk.person);
  await page.emulateMedia({ media });
  for (const [name, path] of Object.entries(desk.pages)) {
    const answer = await page.goto(`${url}${path}`);
    if (answer?.status() !== 200) throw new StackFault(`${path} answered ${answer?.status()} to ${desk.person}.`);
    await takeScreenshot(page, join(out, `${desk.desk}-${name}-${suffix}.png`));
  }
  console.log(`  ${desk.person.padEnd(20)} ${Object.keys(desk.pages).length} pages, ${suffix}`);
  await context.close();
}

async function takeScreenshot(page: Page, path: string): Promise<void> {
  await page.screenshot({ path, fullPage: true });
}
