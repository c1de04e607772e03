/** English texts of letters, and the language of readers whose own language has no texts. */

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
    requested: 'Action requested',
    urgency: 'Urgency',
    handling: 'Handling',
    link: 'Open the referral (sign-in required)',
  },
  by: (due) => `by ${due}`,
  colon: ':',
  nothingAsked: 'For your information: no action is required.',
  unnamedAgency: 'The agency concerned',
  unnamedTask: 'act on the referral',
  footer: [
    'With Liaise, partner agencies refer cases to each other and track deadlines. This notification was sent automatically.',
    'For security, it contains no particulars of the case. Sign in to read them. Never reply with particulars by e-mail.',
    ({ addressee }) => `It is addressed to ${addressee}. If you received it by mistake, please delete it.`,
  ],
};
