/** The letters about retention and erasure in English. */

import type { LetterTexts } from '../letter-texts.ts';

type RetentionLetter = 'retention-review' | 'erasure-asked' | 'erased';

export const retentionLetters: Pick<LetterTexts['letters'], RetentionLetter> = {
  'retention-review': {
    subject: 'Decide whether this referral is kept or erased',
    request: ({ by }) => `Please decide${by} whether this closed referral is kept or erased.`,
    paragraphs: [
      'The retention period ends, or the sender has ordered the erasure. Sign in to see which.',
      'If nobody decides by the date of the review, the particulars are erased. Keeping them requires reasons.',
    ],
  },
  'erasure-asked': {
    subject: 'Erase your copies of this referral and confirm the erasure',
    request: 'Please erase everything that you hold of this referral, and confirm the erasure.',
    paragraphs: ['The particulars of this referral were erased before the end of the retention period.'],
  },
  erased: {
    subject: 'The particulars of this referral are erased',
    request: '',
    paragraphs: ['Nobody can read them again. Sign in to download the certificate of erasure.'],
  },
};
