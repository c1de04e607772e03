/** The letters about the closure of a referral in English. */

import { isWithdrawal, type LetterTexts } from '../letter-texts.ts';

type ClosureLetter = 'approval-asked' | 'closure-returned' | 'closed';

export const closureLetters: Pick<LetterTexts['letters'], ClosureLetter> = {
  'approval-asked': {
    subject: (phrases) =>
      isWithdrawal(phrases)
        ? `Decide on the withdrawal of this referral${phrases.by}`
        : `Approve or return the closure of this referral${phrases.by}`,
    request: (phrases) =>
      isWithdrawal(phrases)
        ? `Please decide on the withdrawal of this referral${phrases.by}.`
        : `Please approve or return the closure of this referral${phrases.by}.`,
    paragraphs: [
      (phrases) =>
        isWithdrawal(phrases)
          ? `${phrases.sender} has requested the withdrawal. If you approve it, every recipient is asked to erase its copy.`
          : 'The person who proposed the closure cannot approve it.',
    ],
  },
  'closure-returned': {
    subject: 'Continue with this referral: the closure was not approved',
    request: 'Please continue with this referral.',
    paragraphs: ['A supervisor returned the proposed closure. Sign in to read the reason.'],
  },
  closed: {
    subject: 'Referral closed',
    request: '',
    paragraphs: ['This referral is closed. A supervisor of the coordinating agency can reopen it.'],
  },
};
