/** Letters about translations, preserved data and oral requests in English. */

import { isDebtor, type LetterTexts } from '../letter-texts.ts';

export const clarificationLetters: Pick<
  LetterTexts['letters'],
  | 'translation-asked'
  | 'translation-delivered'
  | 'translation-expired'
  | 'preservation-reported'
  | 'production-confirmed'
  | 'preservation-ended'
  | 'oral-request-recorded'
  | 'oral-request-confirmed'
> = {
  'translation-asked': {
    subject: ({ by }) => `Deliver a translation${by}`,
    request: ({ by }) => `Please deliver a translation for this referral${by}.`,
    paragraphs: [
      'A party of the referral needs a text in another language to continue. Sign in to see which text, and which languages.',
    ],
  },
  'translation-delivered': {
    subject: 'Read the translation',
    request: 'Please read the translation that you asked for, and continue with this referral.',
    paragraphs: ['Sign in to read it.'],
  },
  'translation-expired': {
    subject: 'Decide how to continue: the translation was not delivered',
    request: 'Please decide how to continue with this referral.',
    paragraphs: [
      'The translation that you asked for was not delivered in time. Your paused deadlines run again.',
      'A late translation is still accepted, and is marked as late.',
    ],
  },
  'preservation-reported': {
    subject: (phrases) => (isDebtor(phrases) ? `Confirm the production request${phrases.by}` : 'Data preserved'),
    request: (phrases) => (isDebtor(phrases) ? `Please confirm the production request${phrases.by}.` : ''),
    paragraphs: [
      'The recipient has reported that data is preserved for this referral.',
      (phrases) =>
        isDebtor(phrases)
          ? 'Request the production of the data, sign in and confirm it. Otherwise the data may be deleted when the period ends. You can also extend the period, if the legal basis permits it.'
          : '',
      (phrases) => (isDebtor(phrases) ? '' : phrases.by && `${phrases.owedBy} must ${phrases.task}${phrases.by}.`),
    ],
  },
  'production-confirmed': {
    subject: 'Keep the preserved data: its production is requested',
    request: 'Please make sure that the preserved data is kept until the request is decided.',
    paragraphs: [
      ({ sender }) =>
        `${sender} has confirmed that it requests the production of the data. Sign in to see the request.`,
    ],
  },
  'preservation-ended': {
    subject: 'Preservation ended without a production request',
    request: '',
    paragraphs: [
      'No production request was confirmed before the period of preservation ended. The data need not be preserved any more.',
      'If it is still available, the recipient can report preserved data again.',
    ],
  },
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
