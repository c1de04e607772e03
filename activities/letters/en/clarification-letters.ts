/** Letters about oral requests in English. */

import { isDebtor, type LetterTexts } from '../letter-texts.ts';

export const clarificationLetters: Pick<LetterTexts['letters'], 'oral-request-recorded' | 'oral-request-confirmed'> = {
  'oral-request-recorded': {
    subject: (phrases) =>
      isDebtor(phrases) ? `Confirm the oral request in writing${phrases.by}` : 'Oral request recorded',
    request: (phrases) => (isDebtor(phrases) ? `Please confirm the oral request in writing${phrases.by}.` : ''),
    paragraphs: [
      'An emergency was requested by voice first. The record says who asked whom, and when.',
      (phrases) =>
        isDebtor(phrases)
          ? 'To confirm it, sign in and repeat the request in writing. Everyone who has the referral can then read it.'
          : '',
      (phrases) => (isDebtor(phrases) ? '' : phrases.by && `${phrases.owedBy} must ${phrases.task}${phrases.by}.`),
    ],
  },
  'oral-request-confirmed': {
    subject: 'Read the written confirmation',
    request: 'Please read the written confirmation of the oral request.',
    paragraphs: [({ sender }) => `${sender} has confirmed in writing what it requested by voice. Sign in to read it.`],
  },
};
