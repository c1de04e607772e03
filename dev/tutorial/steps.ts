/** The steps of the tutorial: what to read, and the same in a browser. */

import type { Page } from 'playwright-core';

/** What the steps share. */
export interface TutorialRun {
  /** The address of the pages, without a final slash. */
  url: string;
  /** Of the referral that the first step submits. */
  reference: string;
}

/** One step, by one person. `_Label_` is a label on the page, and `code` is a path or a value. */
export interface TutorialStep {
  /** The id of the person in the seed. */
  person: string;
  name: string;
  title: string;
  instructions: readonly string[];
  outcome: string;
  /** The name of its picture. */
  picture: string;
  /** Does what the instructions say, and waits until the page shows the outcome. The person is signed in. */
  play(page: Page, run: TutorialRun): Promise<void>;
}

const [QUINN, NOOR, AINO, OTTO, VERA] = [
  { person: 'quinn.quartz', name: 'Quinn Quartz' },
  { person: 'noor.rowan', name: 'Noor Rowan' },
  { person: 'aino.alder', name: 'Aino Alder' },
  { person: 'otto.rowan', name: 'Otto Rowan' },
  { person: 'vera.rowan', name: 'Vera Rowan' },
] as const;

/** Who signs in, for which desk, and what to look at with invented referrals. */
export const PEOPLE: readonly { person: string; name: string; desk: string; tries: string }[] = [
  {
    ...QUINN,
    desk: 'A clearing house that sends referrals',
    tries: 'Submit a report in _New referral_. Then find under _My referrals_ what became of the others.',
  },
  {
    ...NOOR,
    desk: 'The coordinating desk: triage',
    tries: 'Open _Waiting for us_: proposals to accept, a tie to decide, an emergency, and held referrals.',
  },
  {
    ...AINO,
    desk: 'A national contact point in Finland',
    tries: 'Acknowledge several referrals at once, decline one with a ground, and ask a question.',
  },
  {
    ...OTTO,
    desk: 'A supervisor of the coordinating desk, in German',
    tries: 'See who is late, approve a closure, and look at _Fristenverlauf_ and _Leistung_.',
  },
  {
    ...VERA,
    desk: 'An auditor',
    tries: 'Search _Audit_ for one referral. No particulars are shown.',
  },
];

const QUESTION = 'Which time zone are the log entries in?';
const ANSWER = 'All entries are in UTC.';

/** From the submission of a report to the closure. */
export const STEPS: readonly TutorialStep[] = [
  {
    ...QUINN,
    title: 'Submit a report file',
    instructions: [
      'Open _New referral_.',
      'Under _File_, choose `dev/demo-report.xml` from the folder of Liaise, and press _Check file_.',
      'The page shows what was read, and which parts of the file were not. Press _Send the referral_.',
    ],
    outcome: 'The page shows the reference number, who has the referral now, and what happens next. Note the number.',
    picture: 'submit',
    play: async (page, run) => {
      await page.getByRole('link', { name: 'New referral' }).click();
      await page.getByLabel('File', { exact: true }).setInputFiles('dev/demo-report.xml');
      await page.getByRole('button', { name: 'Check file' }).click();
      await page.getByRole('button', { name: 'Send the referral' }).click();
      await page.getByText(' was submitted to ').first().waitFor();
      run.reference = (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
    },
  },
  {
    ...NOOR,
    title: 'Decide the triage',
    instructions: [
      'Open _Waiting for us_, and then _Triage queue_. Select the reference number in the list.',
      'Read beside the list what the rules propose, and why. Press _Accept the proposal_.',
    ],
    outcome:
      'The rules select a contact point in Finland, and send it a letter. The referral shows every candidate with the reason why it was selected or not.',
    picture: 'triage',
    play: async (page, run) => {
      await page.getByRole('link', { name: 'Waiting for us' }).click();
      await page.getByRole('link', { name: 'Triage queue' }).click();
      await page.getByRole('link', { name: run.reference }).first().click();
      const card = page.getByRole('region', { name: run.reference });
      await card.getByRole('button', { name: 'Accept the proposal' }).click();
      await page.getByRole('alert').getByText(run.reference).first().waitFor();
      await openReferral(page, run);
      await appears(page, 'Delivered to Model Unit Alder');
    },
  },
  {
    ...AINO,
    title: 'Acknowledge, and ask a question',
    instructions: [
      'The letter to the contact point has a link to the referral. Open it, or enter the reference number in the search box.',
      'Press _Acknowledge_.',
      'Select a purpose and press _Show the particulars_. The audit log records who read them, and why.',
      'Open _Ask for information_, ask which time zone the log entries are in, and send the question.',
    ],
    outcome: 'The deadlines of the contact point are paused until the sender answers.',
    picture: 'question',
    play: async (page, run) => {
      await openReferral(page, run);
      await page.getByRole('button', { name: 'Acknowledge' }).first().click();
      await page.getByText(' acknowledged ').first().waitFor();
      await page.getByLabel('Purpose', { exact: true }).selectOption('decide-acceptance');
      await page.getByRole('button', { name: 'Show the particulars' }).click();
      await page.getByText('midnight_otter').first().waitFor();
      await page.getByRole('link', { name: 'Ask for information' }).click();
      await page.getByLabel('Question to the sending agency').fill(QUESTION);
      await page.getByRole('button', { name: 'Ask for information' }).click();
      await page.getByText('Your question about ').first().waitFor();
    },
  },
  {
    ...QUINN,
    title: 'Answer the question',
    instructions: ['Open the referral. It shows who waits for what.', 'Open _Answer the question_, and answer it.'],
    outcome:
      'The deadlines of the contact point continue. A question of some minutes moves none that is counted in days.',
    picture: 'answer',
    play: async (page, run) => {
      await openReferral(page, run);
      await page.getByRole('link', { name: 'Answer the question' }).first().click();
      await page.getByLabel('Answer', { exact: true }).fill(ANSWER);
      await page.getByRole('button', { name: 'Answer the question' }).click();
      await page.getByRole('alert').getByText(run.reference).first().waitFor();
    },
  },
  {
    ...AINO,
    title: 'Accept the referral and report the outcome',
    instructions: [
      'Find the referral again, and press _Accept_.',
      'Open _Report an outcome_. Select _Victim safeguarded_ and _Yes, this is the final report_, and send it.',
    ],
    outcome: 'The sender is notified. The referral has no open recipient, so that its closure can be proposed.',
    picture: 'outcome',
    play: async (page, run) => {
      await openReferral(page, run);
      await page.getByRole('button', { name: 'Accept', exact: true }).first().click();
      await page.getByText(' accepted ').first().waitFor();
      await page.getByRole('link', { name: 'Report an outcome' }).click();
      await page.getByLabel('Victim safeguarded').check();
      await page.getByLabel('Yes, this is the final report').check();
      await page.getByRole('button', { name: 'Report an outcome' }).click();
      await page.getByText('The final outcome of ').first().waitFor();
    },
  },
  {
    ...NOOR,
    title: 'Propose the closure',
    instructions: ['Open the referral, and then _Propose closure_.', 'Send the proposal.'],
    outcome: 'The referral waits for a supervisor. The person who proposed the closure cannot approve it.',
    picture: 'closure',
    play: async (page, run) => {
      await openReferral(page, run);
      await page.getByRole('link', { name: 'Propose closure' }).click();
      await page.getByRole('button', { name: 'Propose closure' }).click();
      await page.getByText(run.reference).first().waitFor();
    },
  },
  {
    ...OTTO,
    title: 'Approve the closure',
    instructions: [
      'Otto Rowan uses the pages in German. Open the referral, and then _Abschluss genehmigen_ (approve the closure).',
      'The page sums up outcomes, recipients and what was late. Confirm it.',
    ],
    outcome: 'The referral is closed for all agencies. From now on, only the rules of retention apply.',
    picture: 'approval',
    play: async (page, run) => {
      await openReferral(page, run);
      await page.getByRole('link', { name: 'Abschluss genehmigen' }).click();
      await page.getByRole('button', { name: 'Abschluss genehmigen' }).click();
      await page.getByText('Der Abschluss ist genehmigt').first().waitFor();
    },
  },
  {
    ...VERA,
    title: 'Look at the record',
    instructions: [
      'Find the referral, and open _Show the deadlines on a time axis_: each deadline is a bar, with its pause.',
      'Open _Audit_, enter the reference number under _Referral_, and press _Apply_.',
    ],
    outcome: 'The auditor sees who did what, and when, but no particulars.',
    picture: 'record',
    play: async (page, run) => {
      await openReferral(page, run);
      await page.getByRole('link', { name: 'Show the deadlines on a time axis' }).click();
      await page.getByRole('heading', { level: 1 }).getByText(run.reference).waitFor();
      await page.getByRole('link', { name: 'Audit', exact: true }).click();
      await page.getByLabel('Referral', { exact: true }).fill(run.reference);
      await page.getByRole('button', { name: 'Apply' }).first().click();
      await page.getByRole('table').getByText(run.reference).first().waitFor();
    },
  },
];

/** By the search box, whatever language the page has. A reference number opens its referral. */
async function openReferral(page: Page, { reference }: TutorialRun): Promise<void> {
  const search = page.locator('form[action="/search"]').first();
  await search.getByRole('textbox').fill(reference);
  await search.getByRole('button').click();
  await page.waitForURL(`**/referrals/${reference}`);
}

/** Reloads until the text is on the page: the engine does some steps by itself. */
async function appears(page: Page, text: string): Promise<void> {
  const wanted = page.getByText(text).first();
  for (const end = Date.now() + 30_000; Date.now() < end; ) {
    if (await wanted.isVisible()) return;
    await page.reload();
  }
  throw new Error(`The page does not show "${text}".`);
}
