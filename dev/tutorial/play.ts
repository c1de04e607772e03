/** Plays the tutorial in browsers, and shows each outcome. */

import type { Browser, Page } from 'playwright-core';
import { STEPS, type TutorialRun, type TutorialStep } from './steps.ts';

/** @param onOutcome is called with the page after each step. @returns the reference number of the referral */
export async function playTutorial(
  browser: Browser,
  url: string,
  onOutcome: (step: TutorialStep, page: Page) => Promise<void> = async () => {},
): Promise<string> {
  const run: TutorialRun = { url, reference: '' };
  for (const step of STEPS) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-GB' });
    const page = await context.newPage();
    try {
      await page.goto(url);
      await signIn(page, url, step.person);
      await step.play(page, run);
      await onOutcome(step, page);
    } catch (cause) {
      throw new Error(`The tutorial fails at "${step.title}", on ${page.url()}.`, { cause });
    } finally {
      await context.close();
    }
  }
  return run.reference;
}

/** Signs in on the first page. @param person the id of a person of the seed */
export async function signIn(page: Page, url: string, person: string): Promise<void> {
  await page.getByRole('link', { name: 'Sign in' }).click();
  await page.locator(`button[value="${person}"]`).first().click();
  await page.waitForURL((address) => address.href.startsWith(url) && !address.pathname.startsWith('/sign-in'));
}
