/** The people of the tutorial: who signs in, for which desk, and what to look at with invented referrals. */

import { readFile } from 'node:fs/promises';
import { SAMPLES } from '../sample-cases/samples.ts';
import { holds, type Instruction, type Visit } from './visit.ts';

/** Whom a step names. */
export const [QUINN, NOOR, AINO, OTTO, VERA] = [
  { person: 'quinn.quartz', name: 'Quinn Quartz' },
  { person: 'noor.rowan', name: 'Noor Rowan' },
  { person: 'aino.alder', name: 'Aino Alder' },
  { person: 'otto.rowan', name: 'Otto Rowan' },
  { person: 'vera.rowan', name: 'Vera Rowan' },
] as const;

/** A person, with what to try. A test plays each sentence with the invented referrals. */
export interface TutorialPerson {
  person: string;
  name: string;
  desk: string;
  tries: readonly Instruction[];
}

/** What the person may try, as one text. */
export function triesText({ tries }: TutorialPerson): string {
  return tries.map(({ text }) => text).join(' ');
}

/** The five people of the start page. */
export const PEOPLE: readonly TutorialPerson[] = [
  {
    ...QUINN,
    desk: 'A clearing house that sends referrals',
    tries: [
      {
        text: 'Submit a report in _New referral_.',
        play: async (visit) => {
          await visit.link('New referral').click();
          // The first step of the tutorial submits the file itself. The same content would be the same referral.
          const report = (await readFile('dev/demo-report.xml', 'utf8')).replace('midnight_otter', 'morning_heron');
          const file = { name: 'report.xml', mimeType: 'text/xml', buffer: Buffer.from(report) };
          await visit.field('File').setInputFiles(file);
          await visit.button('Check file').click();
          await visit.button('Send the referral').click();
          await visit.shows(' was submitted to ');
        },
      },
      {
        text: 'Then find under _My referrals_ what became of the others.',
        play: async (visit) => {
          await visit.link('My referrals').click();
          const statuses = visit.page.locator('tbody td[data-label="Status"]');
          await statuses.nth(5).waitFor();
          holds(new Set(await statuses.allTextContents()).size > 2, 'the list shows what became of each');
        },
      },
    ],
  },
  {
    ...NOOR,
    desk: 'The coordinating desk: triage',
    tries: [
      {
        text: 'Open _Waiting for us_: proposals to accept, a tie to decide, an emergency, and held referrals.',
        play: async (visit) => {
          await visit.link('Waiting for us').click();
          for (const text of ['complete the triage', 'Emergency']) await visit.shows(text);
          await visit.link('Triage queue').click();
          for (const text of ['Select all', 'Tie']) await visit.shows(text);
          await visit.link('Held').click();
          await visit.page.locator('tbody tr').first().waitFor();
        },
      },
    ],
  },
  {
    ...AINO,
    desk: 'A national contact point in Finland',
    tries: [
      {
        text: 'Acknowledge several referrals at once.',
        play: async (visit) => {
          await openTab(visit, 'To acknowledge');
          const boxes = visit.page.locator('tbody input[type="checkbox"]');
          for (const n of [0, 1]) await boxes.nth(n).check();
          await visit.button('Acknowledge selected referrals').click();
          await visit.shows('2 acknowledged, 0 refused.');
        },
      },
      {
        text: 'Decline one with a ground.',
        play: async (visit) => {
          await openTab(visit, 'To decide');
          await visit.page.locator('tbody a.desk-reference').first().click();
          await visit.link('Decline').click();
          await visit.page.locator('input[name="ground"]').first().check();
          await visit.button('Decline').click();
          await visit.shows(' declined ');
        },
      },
      {
        text: 'Ask a question about another.',
        play: async (visit) => {
          await openTab(visit, 'To decide');
          await visit.page.locator('tbody a.desk-reference').first().click();
          await visit.link('Ask for information').click();
          await visit.field('Question to the sending agency').fill('Which provider issued the address?');
          await visit.button('Ask for information').click();
          await visit.shows('Your question about ');
        },
      },
    ],
  },
  {
    ...OTTO,
    desk: 'A supervisor of the coordinating desk, in German',
    tries: [
      {
        text: 'See who is late.',
        play: async (visit) => {
          const late = await visit.column('Wer eine Frist versäumt hat', 1);
          holds(late.length > 0 && late.every((who) => who !== ''), 'the first page names who is late');
        },
      },
      {
        text: 'Approve a closure.',
        play: async (visit) => {
          await visit.link('Genehmigungen').click();
          await visit.button('Abschluss genehmigen', { exact: false }).click();
          await visit.shows('Der Abschluss wurde genehmigt');
        },
      },
      {
        text: 'Look at _Fristenverlauf_ and _Kennzahlen_.',
        play: async (visit) => {
          await visit.link('Fristenverlauf').click();
          await visit.page.locator('tbody tr').first().waitFor();
          await visit.link('Kennzahlen').click();
          await visit.page.locator('tbody tr').first().waitFor();
        },
      },
    ],
  },
  {
    ...VERA,
    desk: 'An auditor',
    tries: [
      {
        text: 'Search _Audit_ for one referral.',
        play: async (visit, { reference }) => {
          await visit.link('Audit').click();
          await visit.field('Referral').fill(reference);
          await visit.button('Apply').click();
          await visit.page.getByRole('table').getByText(reference).first().waitFor();
        },
      },
      {
        text: 'No particulars are shown.',
        play: (visit) => visit.hides(SAMPLES.map(({ summary }) => summary)),
      },
    ],
  },
];

/** Opens a kind of task from the list of all. */
async function openTab(visit: Visit, name: string): Promise<void> {
  await visit.link('Waiting for us').click();
  await visit.page.getByRole('link', { name: new RegExp(`^${name} \\(`) }).click();
  await visit.page.locator('tbody tr').first().waitFor();
}
