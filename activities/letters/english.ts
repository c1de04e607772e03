/** English: the language that is complete, and that every other falls back to. */

import { digest } from './en/digest.ts';
import { letters } from './en/letter-templates.ts';
import type { LetterTexts } from './letter-texts.ts';

export const english: LetterTexts = {
  letters,
  digest,
  urgencyMark: { emergency: 'EMERGENCY - ', urgent: 'URGENT - ', standard: '', informational: '' },
  labels: {
    reference: 'Reference',
    sender: 'Sending agency',
    recipient: 'Recipient',
    requested: 'Requested',
    urgency: 'Urgency',
    handling: 'Handling',
    link: 'Open the referral (you will be asked to sign in)',
  },
  by: (due) => `by ${due}`,
  colon: ':',
  nothingAsked: 'For your information: nothing is asked of you.',
  unnamedAgency: 'The agency concerned',
  unnamedTask: 'act on the referral',
  footer: [
    'Liaise is where partner agencies refer cases to each other and see who must answer by when. It has written this ' +
      'letter automatically.',
    'By design this letter carries no case details: they are shown only after signing in. Never answer with case ' +
      'details by mail.',
    ({ addressee }) => `It is addressed to ${addressee}. If it reached you by mistake, please delete it.`,
  ],
};
