/** Concurrent acts, expired sessions, double clicks, keyboard use, and texts that contain markup. */

import type { Locator, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { removeSessionsOf } from '../../prisma/store/sessions.ts';
import { type Desks, openDesks } from '../support/browser.ts';
import { type TestEngine, timeSkippingEngine } from '../support/engine.ts';
import { anUrgentSubmission } from '../support/factories.ts';
import { triagedTo } from '../support/submit-and-triage.ts';

let liaise: TestEngine;
let desks: Desks;
let aino: Page;
let quinn: Page;

beforeAll(async () => {
  liaise = await timeSkippingEngine();
  desks = await openDesks(liaise);
  [aino, quinn] = [await desks.signIn('aino.alder'), await desks.signIn('quinn.quartz')];
});

/** A referral that waits for its recipient in Finland. */
async function deliveredToFinland(): Promise<{ id: string; path: string; reference: string }> {
  const id = await triagedTo(liaise, anUrgentSubmission(), ['FI']);
  const { reference } = await liaise.read(id);
  return { id, reference, path: `${desks.url}/referrals/${reference}` };
}

test('if another user acts first, the form shows the new status, keeps the input, and can be sent', async () => {
  const { id, path } = await deliveredToFinland();
  await aino.goto(`${path}/acts/decline?recipient=r1`);
  await aino.getByLabel('No jurisdiction').check();
  await aino.getByLabel('Note').fill('The account is used abroad.');
  await liaise.act('eero.alder', id, { type: 'acknowledge', recipientId: 'r1' });
  await press(aino, 'Decline');
  await aino.getByRole('region', { name: 'Somebody else acted first' }).waitFor();
  expect(await aino.getByRole('main').textContent()).toContain('acknowledged (Eero Alder');
  expect(await aino.locator('.govuk-tag', { hasText: 'Acknowledged' }).count()).toBe(1);
  expect(await aino.getByLabel('Note').inputValue()).toBe('The account is used abroad.');
  expect(await aino.getByLabel('No jurisdiction').isChecked()).toBe(true);
  await press(aino, 'Decline', ' declined ');
});

test('if the session ends before a form is sent, the input is restored after sign-in and can be sent', async () => {
  const { id, path } = await deliveredToFinland();
  await aino.goto(`${path}/acts/ask-information?recipient=r1`);
  await aino.getByLabel('Question to the sending agency').fill('Which time zone is it?');
  await removeSessionsOf(desks.db, 'aino.alder');
  await press(aino, 'Ask for information');
  await aino.getByText('Your text is kept for 30 minutes').waitFor();
  expect(await count(id, 'question-asked')).toBe(0);
  await desks.choose(aino, 'aino.alder');
  await aino.getByRole('region', { name: 'Your text was kept' }).waitFor();
  expect(await aino.getByLabel('Question to the sending agency').inputValue()).toBe('Which time zone is it?');
  await press(aino, 'Ask for information', 'Your question about ');
  expect(await count(id, 'question-asked')).toBe(1);
});

test.each([true, false])('a double click performs the act once (with script: %s)', async (javaScriptEnabled) => {
  const { id, path } = await deliveredToFinland();
  const page = javaScriptEnabled ? aino : await desks.signIn('eero.alder', { javaScriptEnabled });
  await page.goto(path);
  await page.getByRole('button', { name: 'Acknowledge' }).dblclick();
  await page.getByRole('alert').filter({ hasText: ' acknowledged ' }).waitFor();
  expect(await count(id, 'acknowledged')).toBe(1);
});

test('the same act in two tabs of one browser happens once, and the second tab says what has happened', async () => {
  const { id, path } = await deliveredToFinland();
  const other = await aino.context().newPage();
  for (const tab of [aino, other]) await tab.goto(`${path}/acts/acknowledge?recipient=r1`);
  await press(aino, 'Acknowledge', ' acknowledged ');
  await press(other, 'Acknowledge');
  await other.getByRole('alert').waitFor();
  expect(await other.getByRole('alert').textContent()).toContain('The recipient is acknowledged.');
  expect(await other.locator('.govuk-tag', { hasText: 'Acknowledged' }).count()).toBe(1);
  expect(await count(id, 'acknowledged')).toBe(1);
  await other.close();
});

test('a page shows the acts of other users without a reload', async () => {
  const { path } = await deliveredToFinland();
  await quinn.goto(path);
  await quinn.evaluate('window.isSamePage = true');
  await aino.goto(path);
  await press(aino, 'Acknowledge', ' acknowledged ');
  await quinn.locator('.govuk-tag', { hasText: 'Acknowledged' }).waitFor();
  await quinn.getByLabel('Details of the purpose').fill('Has it been read?');
  await press(aino, 'Accept', ' accepted ');
  await quinn.getByText('There are changes.').waitFor();
  expect(await quinn.getByLabel('Details of the purpose').inputValue()).toBe('Has it been read?');
  expect(await quinn.evaluate('window.isSamePage')).toBe(true);
});

test('a referral is found in the inbox and acknowledged with the keyboard alone', async () => {
  const { id, reference } = await deliveredToFinland();
  await aino.goto(`${desks.url}/inbox?recipientStatus=delivered&sort=reference&order=desc`);
  await aino.keyboard.press('j');
  expect(await focused(aino)).toContain(reference);
  await aino.keyboard.press('Enter');
  await aino.waitForURL(`**/referrals/${reference}`);
  for (let n = 0; n < 40 && (await focused(aino)) !== 'Acknowledge'; n++) await aino.keyboard.press('Tab');
  await aino.keyboard.press('Enter');
  await aino.getByRole('alert').filter({ hasText: ' acknowledged ' }).waitFor();
  expect(await count(id, 'acknowledged')).toBe(1);
  await aino.keyboard.press('/');
  await aino.keyboard.type(reference);
  await aino.keyboard.press('Enter');
  await aino.waitForURL(`**/referrals/${reference}`);
});

test('the referrals that a person handles are listed with the keyboard alone', async () => {
  const { id, reference } = await deliveredToFinland();
  await liaise.act('aino.alder', id, { type: 'take' });
  await aino.goto(`${desks.url}/waiting`);
  for (let n = 0; n < 40 && !/^Mine/.test(String(await focused(aino))); n++) await aino.keyboard.press('Tab');
  await aino.keyboard.press('Enter');
  await aino.waitForURL('**/waiting?handler=me');
  await aino.getByRole('link', { name: new RegExp(`Acknowledge.*${reference}`) }).waitFor();
});

const PROBE = `"><img src=x onerror=alert(1)><script>alert(2)</script>'`;
const TEXT_FIELD = ':is(textarea, input[type=text], input[type=email], input:not([type]))';

// authorisation-pages.test.ts covers every field of every form.
test('texts that contain markup are shown as text', async () => {
  const [noor, karl, dora] = await Promise.all(['noor', 'karl', 'dora'].map((name) => desks.signIn(`${name}.rowan`)));
  if (!noor || !karl || !dora) throw new Error('Not everybody is signed in.');
  const dialogs = [quinn, aino, noor, karl, dora].map(dialogsOf);
  await probe(karl, '/admin/agencies/fi-alder');
  await dora.goto(karl.url());
  await expectOnlyText(dora);
  await press(dora, 'Confirm this change', 'The change is in force');
  const reference = await submitProbes();
  const { id } = await liaise.db.referral.findUniqueOrThrow({ where: { reference } });
  const acts = `/referrals/${reference}/acts`;
  await probe(noor, `${acts}/complete-triage`);
  await liaise.waitUntil(id, ({ recipients }) => recipients[0]?.status === 'delivered');
  await probe(aino, `${acts}/ask-information?recipient=r1`);
  for (const act of ['answer-information', 'supplement', 'add-note', 'set-own-reference']) {
    await probe(quinn, `${acts}/${act}`);
  }
  await quinn.goto(`${desks.url}/referrals/${reference}`);
  await fillAll(quinn);
  await press(quinn, 'Show the particulars');
  await quinn.getByText(PROBE).first().waitFor();
  expect(await quinn.getByText(PROBE).count()).toBeGreaterThanOrEqual(10);
  await expectOnlyText(quinn);
  await saveView();
  await downloadDossier(reference);
  await askForConsent();
  // The header of every page contains the name of the agency.
  expect(await aino.locator('header').textContent()).toContain(PROBE);
  expect(dialogs.flat()).toEqual([]);
}, 120_000);

/** Saves a view of the list with PROBE as its name. */
async function saveView(): Promise<void> {
  await quinn.goto(`${desks.url}/referrals?urgency=urgent`);
  await quinn.locator('.desk-views summary').click();
  await field('Name of the view').fill(PROBE);
  await press(quinn, 'Save');
  await quinn.getByRole('link', { name: PROBE, exact: true }).waitFor();
  expect(await quinn.getByRole('button', { name: PROBE }).count()).toBe(1);
  await expectOnlyText(quinn);
}

/** Downloads the dossier with PROBE as its purpose, which the audit log then shows. */
async function downloadDossier(reference: string): Promise<void> {
  await quinn.goto(`${desks.url}/referrals/${reference}/dossier`);
  await fillAll(quinn);
  await field('Particulars').selectOption('other');
  await Promise.all([quinn.waitForEvent('download'), press(quinn, 'Download')]);
  const vera = await desks.signIn('vera.rowan', { path: `/audit?referral=${reference}` });
  // It was also the purpose for which the particulars were shown.
  expect(await vera.getByText(PROBE).count()).toBeGreaterThanOrEqual(2);
  await expectOnlyText(vera);
  await vera.context().close();
}

/** A recipient asks for consent with PROBE as its reason, and the sender refuses it with PROBE. */
async function askForConsent(): Promise<void> {
  const id = await triagedTo(liaise, anUrgentSubmission({ handling: { code: 'H2' } }), ['FI']);
  await liaise.act('aino.alder', id, { type: 'accept', recipientId: 'r1' });
  const acts = `${desks.url}/referrals/${(await liaise.read(id)).reference}/acts`;
  await aino.goto(`${acts}/refer-onward?recipient=r1`);
  await aino.getByRole('main').getByRole('combobox').selectOption('se-juniper-ncp');
  await fillAll(aino);
  await press(aino, 'Refer onward');
  await aino.getByText('was asked').first().waitFor();
  await quinn.goto(`${acts}/refuse-onward?recipient=r1`);
  await fillAll(quinn);
  await press(quinn, 'Show the text');
  await quinn.locator('.desk-words', { hasText: PROBE }).waitFor();
  await expectOnlyText(quinn);
  await press(quinn, 'Refuse');
  await quinn.getByRole('alert').waitFor();
  expect(await count(id, 'onward-refused')).toBe(1);
  await expectOnlyText(quinn);
}

/** Submits a referral with PROBE in every text field. Returns its reference. */
async function submitProbes(): Promise<string> {
  await quinn.goto(`${desks.url}/referrals/new`);
  await press(quinn, 'Begin');
  await quinn.waitForURL('**/what');
  await fillAll(quinn);
  await quinn.getByLabel('Sexual extortion of children').check();
  await continueTo('where');
  await expectRefusedWithInput('where');
  await field('Country').fill('FI');
  await field('Basis').selectOption('legal-process');
  await continueTo('to-whom');
  await fillAll(quinn);
  await quinn.getByLabel('H3:').check();
  await continueTo('references');
  await expectRefusedWithInput('references');
  await field('Algorithm').selectOption('sha256');
  await field('Hash value').fill('a5'.repeat(32));
  await field('Category').selectOption('suspect');
  await continueTo('check');
  await expectOnlyText(quinn);
  await press(quinn, 'Send the referral', ' was submitted to ');
  return (await quinn.getByRole('heading', { level: 1 }).textContent()) ?? '';
}

/** The field with this label in the first row. */
function field(label: string): Locator {
  return quinn.getByRole('main').getByLabel(label).first();
}

async function continueTo(step: string): Promise<void> {
  await press(quinn, 'Continue');
  await quinn.waitForURL(`**/${step}`);
}

/** Checks that a refused form shows the input that is not a country or hash. */
async function expectRefusedWithInput(step: string): Promise<void> {
  await fillAll(quinn);
  await press(quinn, 'Continue', 'There is a problem');
  expect(new URL(quinn.url()).pathname).toContain(step);
  const fields = await quinn.locator(`main ${TEXT_FIELD}`).all();
  expect(await Promise.all(fields.map((each) => each.inputValue()))).toContain(PROBE);
  await expectOnlyText(quinn);
}

/** Sends the form of the page with PROBE in every text field. */
async function probe(page: Page, path: string): Promise<void> {
  await page.goto(`${desks.url}${path}`);
  await fillAll(page);
  const button = page
    .locator('main form')
    .filter({ has: page.locator(TEXT_FIELD) })
    .locator('button')
    .last();
  await Promise.all([page.waitForEvent('domcontentloaded'), button.click()]);
  await expectOnlyText(page);
}

async function fillAll(page: Page): Promise<void> {
  const fields = await page.locator(`main ${TEXT_FIELD}`).all();
  expect(fields.length, page.url()).toBeGreaterThan(0);
  for (const each of fields) await each.fill(PROBE);
}

async function expectOnlyText(page: Page): Promise<void> {
  expect(await page.locator('img, main script').count(), page.url()).toBe(0);
}

function dialogsOf(page: Page): string[] {
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  return dialogs;
}

/** Presses a button, and waits for the message on the next page. */
async function press(page: Page, button: string, message?: string): Promise<void> {
  await page.getByRole('main').getByRole('button', { name: button }).last().click();
  if (message) await page.getByRole('alert').filter({ hasText: message }).waitFor();
}

function count(referralId: string, type: string): Promise<number> {
  return liaise.db.journal.count({ where: { referralId, type } });
}

function focused(page: Page): Promise<unknown> {
  return page.evaluate('document.activeElement.textContent.trim()');
}
