/** The steps of the tutorial: what to read, and the same in a browser. */

import { OUTCOMES } from './outcomes.ts';
import { AINO, NOOR, OTTO, QUINN, VERA } from './people.ts';
import type { Instruction } from './visit.ts';

/** One step, by one person. */
export interface TutorialStep {
  /** The id of the person in the seed. */
  person: string;
  name: string;
  title: string;
  instructions: readonly Instruction[];
  outcome: Instruction;
  /** The name of its picture. */
  picture: string;
}

/** From the submission of a report to the closure. */
export const STEPS: readonly TutorialStep[] = [
  {
    ...QUINN,
    title: 'Submit a report file',
    instructions: [
      { text: 'Open _New referral_.', play: (visit) => visit.link('New referral').click() },
      {
        text: 'Under _File_, choose `dev/demo-report.xml` from the folder of Liaise, and press _Check file_.',
        play: async (visit) => {
          await visit.field('File').setInputFiles('dev/demo-report.xml');
          await visit.button('Check file').click();
        },
      },
      {
        text: 'The page shows what was read, and which parts of the file were not. Press _Send the referral_.',
        play: async (visit, run) => {
          await visit.button('Send the referral').click();
          await visit.shows(' was submitted to ');
          run.reference = (await visit.page.getByRole('heading', { level: 1 }).textContent()) ?? '';
        },
      },
    ],
    outcome: {
      text: 'The page shows the reference number, who has the referral now, and what happens next. Note the number.',
      play: OUTCOMES.submit,
    },
    picture: 'submit',
  },
  {
    ...NOOR,
    title: 'Decide the triage',
    instructions: [
      {
        text: 'Open _Waiting for us_, and then _Triage queue_. Select the reference number in the list.',
        play: async (visit, { reference }) => {
          await visit.link('Waiting for us').click();
          await visit.link('Triage queue').click();
          await visit.page.getByRole('link', { name: reference }).first().click();
        },
      },
      {
        text: 'Read beside the list what the rules propose, and why. Press _Accept the proposal_.',
        play: async (visit, run) => {
          await visit.page.getByRole('region', { name: run.reference }).waitFor();
          await visit.button('Accept the proposal', { exact: false }).click();
          await visit.page.getByRole('alert').getByText(run.reference).first().waitFor();
          await visit.openReferral(run);
          await visit.appears('Delivered to Model Unit Alder');
        },
      },
    ],
    outcome: {
      text: 'The rules select a contact point in Finland, and send it a letter. The referral shows every candidate with the reason why it was selected or not.',
      play: OUTCOMES.triage,
    },
    picture: 'triage',
  },
  {
    ...AINO,
    title: 'Acknowledge, and ask a question',
    instructions: [
      {
        text: 'The letter to the contact point has a link to the referral. Open it, or enter the reference number in the search box.',
        play: (visit, run) => visit.openReferral(run),
      },
      {
        text: 'Press _Acknowledge_.',
        play: async (visit) => {
          await visit.button('Acknowledge').click();
          await visit.shows(' acknowledged ');
        },
      },
      {
        text: 'Select a purpose and press _Show the particulars_. The audit log records who read them, and why.',
        play: async (visit) => {
          await visit.field('Purpose').selectOption('decide-acceptance');
          await visit.button('Show the particulars').click();
          await visit.shows('midnight_otter');
        },
      },
      {
        text: 'Open _Ask for information_, ask which time zone the log entries are in, and send the question.',
        play: async (visit) => {
          await visit.link('Ask for information').click();
          await visit.field('Question to the sending agency').fill('Which time zone are the log entries in?');
          await visit.button('Ask for information').click();
          await visit.shows('Your question about ');
        },
      },
    ],
    outcome: {
      text: 'The deadlines of the contact point are paused until the sender answers.',
      play: OUTCOMES.question,
    },
    picture: 'question',
  },
  {
    ...QUINN,
    title: 'Answer the question',
    instructions: [
      { text: 'Open the referral. It shows who waits for what.', play: (visit, run) => visit.openReferral(run) },
      {
        text: 'Open _Answer the question_, and answer it.',
        play: async (visit, { reference }) => {
          await visit.link('Answer the question').click();
          await visit.field('Answer').fill('All entries are in UTC.');
          await visit.button('Answer the question').click();
          await visit.page.getByRole('alert').getByText(reference).first().waitFor();
        },
      },
    ],
    outcome: {
      text: 'The deadlines of the contact point continue. A question of some minutes moves none that is counted in days.',
      play: OUTCOMES.answer,
    },
    picture: 'answer',
  },
  {
    ...AINO,
    title: 'Accept the referral and report the outcome',
    instructions: [
      {
        text: 'Find the referral again, and press _Accept_.',
        play: async (visit, run) => {
          await visit.openReferral(run);
          await visit.button('Accept').click();
          await visit.shows(' accepted ');
        },
      },
      {
        text: 'Open _Report an outcome_. Select _Victim safeguarded_ and _Yes, this is the final report_, and send it.',
        play: async (visit) => {
          await visit.link('Report an outcome').click();
          await visit.field('Victim safeguarded').check();
          await visit.field('Yes, this is the final report').check();
          await visit.button('Report an outcome').click();
          await visit.shows('The final outcome of ');
        },
      },
    ],
    outcome: {
      text: 'The sender is notified. The referral has no open recipient, so that its closure can be proposed.',
      play: OUTCOMES.outcome,
    },
    picture: 'outcome',
  },
  {
    ...NOOR,
    title: 'Propose the closure',
    instructions: [
      {
        text: 'Open the referral, and then _Propose closure_.',
        play: async (visit, run) => {
          await visit.openReferral(run);
          await visit.link('Propose closure').click();
        },
      },
      {
        text: 'Send the proposal.',
        play: async (visit) => {
          await visit.button('Propose closure').click();
          await visit.shows('The closure of ');
        },
      },
    ],
    outcome: {
      text: 'The referral waits for a supervisor. The person who proposed the closure cannot approve it.',
      play: OUTCOMES.closure,
    },
    picture: 'closure',
  },
  {
    ...OTTO,
    title: 'Approve the closure',
    instructions: [
      {
        text: 'Otto Rowan uses the pages in German. Open the referral, and then _Abschluss genehmigen_ (approve the closure).',
        play: async (visit, run) => {
          await visit.openReferral(run);
          await visit.link('Abschluss genehmigen').click();
        },
      },
      {
        text: 'The page sums up outcomes, recipients and what was late. Confirm it.',
        play: async (visit) => {
          await visit.button('Abschluss genehmigen').click();
          await visit.shows('Der Abschluss wurde genehmigt');
        },
      },
    ],
    outcome: {
      text: 'The referral is closed for all agencies. From now on, only the rules of retention apply.',
      play: OUTCOMES.approval,
    },
    picture: 'approval',
  },
  {
    ...VERA,
    title: 'Look at the record',
    instructions: [
      {
        text: 'Find the referral, and open _Show the deadlines on a time axis_: each deadline is a bar, with its pause.',
        play: async (visit, run) => {
          await visit.openReferral(run);
          await visit.link('Show the deadlines on a time axis').click();
          await visit.page.getByRole('heading', { level: 1 }).getByText(run.reference).waitFor();
        },
      },
      {
        text: 'Open _Audit_, enter the reference number under _Referral_, and press _Apply_.',
        play: async (visit, { reference }) => {
          await visit.link('Audit').click();
          await visit.field('Referral').fill(reference);
          await visit.button('Apply').click();
          await visit.page.getByRole('table').getByText(reference).first().waitFor();
        },
      },
    ],
    outcome: {
      text: 'The auditor sees who did what, and when, but no particulars.',
      play: OUTCOMES.record,
    },
    picture: 'record',
  },
];
