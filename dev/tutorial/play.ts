/** Plays the tutorial in browsers, and shows each outcome. */

import type { Browser, Page } from 'playwright-core';
import { PEOPLE, type TutorialPerson, triesText } from './people.ts';
import { STEPS, type TutorialStep } from './steps.ts';
import { type TutorialRun, Visit } from './visit.ts';

/** @param onOutcome is called with the page after each step. @returns the reference number of the referral */
export async function playTutorial(
  browser: Browser,
  url: string,
  onOutcome: (step: TutorialStep, page: Page) => Promise<void> = async () => {},
): Promise<string> {
  const run: TutorialRun = { reference: '' };
  for (const step of STEPS) {
    await asPerson(browser, url, step, async (page) => {
      const visit = new Visit(page);
      for (const instruction of [...step.instructions, step.outcome]) await visit.follow(instruction, run);
      await onOutcome(step, page);
    });
  }
  return run.reference;
}

/** Plays what each person may try with the invented referrals. @param reference of one of them */
export async function playTries(browser: Browser, url: string, reference: string): Promise<void> {
  for (const each of PEOPLE) {
    await asPerson(browser, url, { ...each, title: triesText(each) }, async (page) => {
      const visit = new Visit(page);
      for (const instruction of each.tries) await visit.follow(instruction, { reference });
    });
  }
}

async function asPerson(
  browser: Browser,
  url: string,
  { person, title }: Pick<TutorialPerson, 'person'> & Pick<TutorialStep, 'title'>,
  play: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-GB' });
  const page = await context.newPage();
  try {
    await page.goto(url);
    await signIn(page, url, person);
    await play(page);
  } catch (cause) {
    throw new Error(`The tutorial fails at "${title}", on ${page.url()}.`, { cause });
  } finally {
    await context.close();
  }
}

/** Signs in on the first page. @param person the id of a person of the seed */
export async function signIn(page: Page, url: string, person: string): Promise<void> {
  await page.getByRole('link', { name: 'Sign in' }).click();
  await page.locator(`button[value="${person}"]`).first().click();
  await page.waitForURL((address) => address.href.startsWith(url) && !address.pathname.startsWith('/sign-in'));
}
