/** The referral of `npm run demo`, in browsers: one for each user, without script for the officers. */

import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { findReferral } from '../../prisma/store/referrals.ts';
import { type Desks, openDesks } from '../support/browser.ts';
import { type TestEngine, timeSkippingEngine } from '../support/engine.ts';

let liaise: TestEngine & { skip(duration: string): Promise<void> };
let desks: Desks;
let reference: string;

const WITHOUT_SCRIPT = { javaScriptEnabled: false };

beforeAll(async () => {
  liaise = await timeSkippingEngine();
  desks = await openDesks(liaise);
});

test('a report file is submitted, an unresponsive recipient is replaced, and two users close the referral', async () => {
  const [quinn, noor] = [
    await desks.signIn('quinn.quartz', WITHOUT_SCRIPT),
    await desks.signIn('noor.rowan', WITHOUT_SCRIPT),
  ];
  await submit(quinn);
  await triage(noor);
  await missDeadlines(noor);
  const lotta = await openByLetter('lotta.birch', 'spoc@fi-birch.example');
  await ask(lotta);
  await reply(quinn);
  await answer(lotta);
  await close();
  await checkTimeline(noor);
}, 180_000);

async function submit(quinn: Page): Promise<void> {
  await quinn.getByRole('link', { name: 'New referral' }).click();
  await quinn.getByLabel('File', { exact: true }).setInputFiles('dev/demo-report.xml');
  await quinn.getByRole('button', { name: 'Check file' }).click();
  const loss = quinn.getByRole('table', { name: 'Parts of the file that were not read in full' });
  expect(await loss.textContent()).toContain('report/internetDetails/chatImIncident/additionalInfo');
  await press(quinn, 'Send the referral', ' was submitted to ');
  reference = (await quinn.getByRole('heading', { level: 1 }).textContent()) ?? '';
  expect(reference).toMatch(/^XR-\d{4}-\d{6}$/);
}

async function triage(noor: Page): Promise<void> {
  await noor.goto(`${desks.url}/triage`);
  await shows(noor, 'Jurisdiction clear');
  await press(noor, 'Accept the proposal', reference);
  await noor.getByRole('alert').getByRole('link', { name: reference }).click();
  await noor.waitForURL(`**/referrals/${reference}`);
  await shows(noor, 'Delivered to Model Unit Alder, national contact point');
}

async function missDeadlines(noor: Page): Promise<void> {
  await liaise.skip('255 minutes');
  await shows(noor, 'warning at 50%');
  await liaise.skip('240 minutes');
  await shows(noor, 'Unresponsive');
  await liaise.skip('495 minutes');
  await shows(noor, 'Delivered to Model Unit Birch, single point of contact');
}

/** Opens the link of the letter. After sign-in the browser shows the referral. */
async function openByLetter(personId: string, address: string): Promise<Page> {
  await expect.poll(() => linksTo(address)).toHaveLength(1);
  const [link = ''] = linksTo(address);
  const page = await desks.signIn(personId, { ...WITHOUT_SCRIPT, path: new URL(link).pathname });
  expect(new URL(page.url()).pathname).toBe(`/referrals/${reference}`);
  return page;
}

function linksTo(address: string): string[] {
  const letters = liaise.mail.letters().filter(({ to }) => to.includes(address));
  return letters.flatMap(({ text }) => /https:\S+\/referrals\/[\w-]+/.exec(text)?.[0] ?? []);
}

async function ask(lotta: Page): Promise<void> {
  await press(lotta, 'Acknowledge', ' acknowledged ');
  await lotta.getByLabel('Purpose', { exact: true }).selectOption('decide-acceptance');
  await lotta.getByRole('button', { name: 'Show the particulars' }).click();
  await lotta.getByText('midnight_otter').waitFor();
  await lotta.getByRole('link', { name: 'Ask for information' }).click();
  await lotta.getByLabel('Question to the sending agency').fill('Which time zone are the entries in?');
  await press(lotta, 'Ask for information', 'Your question about ');
}

async function reply(quinn: Page): Promise<void> {
  await quinn.getByRole('link', { name: 'Waiting for us' }).click();
  await quinn.getByRole('link', { name: 'Answer the question' }).click();
  await quinn.getByLabel('Answer', { exact: true }).fill('All entries are in UTC.');
  await press(quinn, 'Answer the question', reference);
}

async function answer(lotta: Page): Promise<void> {
  await lotta.reload();
  await press(lotta, 'Accept', ' accepted ');
  await lotta.getByRole('link', { name: 'Report an outcome' }).click();
  await lotta.getByLabel('Victim safeguarded').check();
  await lotta.getByLabel('Yes, this is the final report').check();
  await press(lotta, 'Report an outcome', 'The final outcome of ');
}

/** One supervisor proposes in French, and may not approve. Another approves in German. */
async function close(): Promise<void> {
  const [ines, otto] = [await desks.signIn('ines.rowan'), await desks.signIn('otto.rowan')];
  await ines.goto(`${desks.url}/referrals/${reference}`);
  await ines.getByRole('link', { name: 'Rappeler auprès du destinataire' }).first().click();
  await ines.getByLabel('Motif').fill('Un autre service l’a traitée.');
  await press(ines, 'Rappeler auprès du destinataire', reference);
  await ines.getByRole('link', { name: 'Proposer la clôture' }).click();
  await press(ines, 'Proposer la clôture', 'a été proposée. La transmission reste ouverte', 'region');
  expect(await ines.getByRole('link', { name: 'Approuver la clôture' }).count()).toBe(0);
  await ines.goto(`${desks.url}/approvals`);
  expect(await ines.locator('main').textContent()).toContain(
    'La personne qui a proposé la clôture ne peut pas l’approuver',
  );
  expect(await ines.getByRole('button', { name: 'Approuver la clôture' }).count()).toBe(0);
  await ines.goto(`${desks.url}/referrals/${reference}/acts/approve-closure`);
  await press(ines, 'Approuver la clôture', 'problème');
  expect((await findReferral(liaise.db, reference))?.status).toBe('closure-proposed');
  await otto.goto(`${desks.url}/approvals`);
  await press(otto, 'Abschluss genehmigen', reference);
  expect((await findReferral(liaise.db, reference))?.status).toBe('closed');
}

async function checkTimeline(noor: Page): Promise<void> {
  await noor.reload();
  const timeline = (await noor.getByRole('table', { name: 'Timeline' }).textContent()) ?? '';
  const sentences = [
    ...['Submitted by', 'Triaged:', 'Recipients selected:', 'is unresponsive', 'Recipients selected in place of'],
    ...['contact acknowledged', 'Question 1 asked', 'Question 1 answered', 'contact accepted'],
    ...['reported the outcome: Victim safeguarded', 'Recalled from', 'Closure proposed', 'Closed: Completed'],
  ];
  const places = sentences.map((sentence) => timeline.indexOf(sentence));
  expect(places).toEqual(places.toSorted((one, other) => one - other));
  expect(places[0]).toBeGreaterThanOrEqual(0);
}

/** Presses a button, and waits for the message. @param role `region` for an act that another user must approve. */
async function press(page: Page, button: string, message: string, role: 'alert' | 'region' = 'alert'): Promise<void> {
  await page.getByRole('main').getByRole('button', { name: button }).click();
  await page.getByRole(role).filter({ hasText: message }).waitFor();
}

/** Reloads the page until it contains the text. */
async function shows(page: Page, words: string): Promise<void> {
  const main = async () => {
    await page.reload();
    return page.getByRole('main').textContent();
  };
  await expect.poll(main, { timeout: 30_000, interval: 200 }).toContain(words);
}
