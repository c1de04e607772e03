/** The people of the tutorial: who signs in, for which desk, and what to look at with invented referrals. */

import type { Instruction } from './visit.ts';

/** Whom a step names. */
export const [QUINN, NOOR, AINO, OTTO, VERA] = [
  { person: 'quinn.quartz', name: 'Quinn Quartz' },
  { person: 'noor.rowan', name: 'Noor Rowan' },
  { person: 'aino.alder', name: 'Aino Alder' },
  { person: 'otto.rowan', name: 'Otto Rowan' },
  { person: 'vera.rowan', name: 'Vera Rowan' },
] as const;

/** A person, with what to try. A test plays it with the invented referrals, up to the forms. */
export interface TutorialPerson {
  person: string;
  name: string;
  desk: string;
  tries: Instruction;
}

/** The five people of the start page. */
export const PEOPLE: readonly TutorialPerson[] = [
  {
    ...QUINN,
    desk: 'A clearing house that sends referrals',
    tries: {
      text: 'Submit a report in _New referral_. Then find under _My referrals_ what became of the others.',
      play: async (visit) => {
        await visit.link('New referral').click();
        await visit.field('File').waitFor();
        await visit.link('My referrals').click();
        await visit.page.locator('tbody tr').nth(5).waitFor();
      },
    },
  },
  {
    ...NOOR,
    desk: 'The coordinating desk: triage',
    tries: {
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
  },
  {
    ...AINO,
    desk: 'A national contact point in Finland',
    tries: {
      text: 'Acknowledge several referrals at once, decline one with a ground, and ask a question.',
      play: async (visit) => {
        await visit.link('Inbox').click();
        await visit.page.locator('tbody input[type="checkbox"]').nth(1).waitFor();
        await visit.page.locator('tbody a.desk-reference').first().click();
        await visit.link('Decline').click();
        await visit.page.locator('input[name="ground"]').first().waitFor();
        await visit.page.goBack();
        await visit.link('Ask for information').click();
        await visit.field('Question to the sending agency').waitFor();
      },
    },
  },
  {
    ...OTTO,
    desk: 'A supervisor of the coordinating desk, in German',
    tries: {
      text: 'See who is late, approve a closure, and look at _Fristenverlauf_ and _Kennzahlen_.',
      play: async (visit) => {
        await visit.link('Fristenverlauf').click();
        await visit.page.locator('tbody tr').first().waitFor();
        await visit.link('Kennzahlen').click();
        await visit.page.locator('tbody tr').first().waitFor();
      },
    },
  },
  {
    ...VERA,
    desk: 'An auditor',
    tries: {
      text: 'Search _Audit_ for one referral. No particulars are shown.',
      play: async (visit, { reference }) => {
        await visit.link('Audit').click();
        await visit.field('Referral').fill(reference);
        await visit.button('Apply').click();
        await visit.page.getByRole('table').getByText(reference).first().waitFor();
      },
    },
  },
];
