/** The daily digest in English. */

import type { DigestTexts } from '../letter-texts.ts';

export const digest: DigestTexts = {
  subject: ({ waiting, overdue, changed }) => {
    if (waiting === 0) return `[Liaise] ${referrals(changed)} changed`;
    return `[Liaise] ${referrals(waiting)} waiting${overdue > 0 ? `, ${overdue} overdue` : ''}`;
  },
  lead: ({ waiting, overdue, changed }, agency) => {
    if (waiting === 0) return `No referrals are waiting for ${agency}. Changed: ${referrals(changed)}.`;
    return `Waiting for ${agency}: ${referrals(waiting)}${overdue > 0 ? `, ${overdue} of them overdue` : ''}.`;
  },
  yours: 'Waiting for you',
  others: 'Waiting for your agency',
  changed: 'Changed since you last looked',
  more: (count) => `and ${count} more`,
  overdue: (due) => `overdue since ${due}`,
  task: {
    withdrawal: 'decide on the withdrawal',
    closure: 'approve or return the closure',
    assignment: 'assign a recipient',
    reduction: 'decide on the requested urgency',
    translate: 'deliver the translation',
    'confirm-request': 'confirm the request',
    'propose-closure': 'propose the closure',
    'confirm-recall': 'erase the recalled referral and confirm the erasure',
    retention: 'decide whether the referral is kept or erased',
    'confirm-erasure': 'erase all copies of the referral and confirm the erasure',
  },
  desk: 'Open Liaise (sign-in required)',
  settings: 'Change the time of this digest, or turn it off',
  footer: (zone) => `Times are in ${zone}. This digest is sent once a day, if there are tasks or changes.`,
};

function referrals(count: number): string {
  return count === 1 ? '1 referral' : `${count} referrals`;
}
