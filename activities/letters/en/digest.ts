/** The texts of the daily digest in English. */

import type { DigestTexts } from '../letter-texts.ts';

export const digest: DigestTexts = {
  subject: ({ waiting, overdue, changed }) => {
    if (waiting === 0) return `[Liaise] ${referrals(changed)} changed`;
    return `[Liaise] ${referrals(waiting)} waiting${overdue > 0 ? `, ${overdue} overdue` : ''}`;
  },
  lead: ({ waiting, overdue, changed }, agency) => {
    if (waiting === 0) return `Nothing waits for ${agency}. Changed: ${referrals(changed)}.`;
    return `Waiting for ${agency}: ${referrals(waiting)}${overdue > 0 ? `, ${overdue} of them overdue` : ''}.`;
  },
  yours: 'Waiting for you',
  others: 'Waiting for your agency',
  changed: 'Changed, and not seen by you since',
  more: (count) => `and ${count} more`,
  overdue: (due) => `overdue since ${due}`,
  task: {
    withdrawal: 'decide on the withdrawal',
    closure: 'approve or return the closure',
    assignment: 'decide who receives the referral',
    reduction: 'decide on the urgency asked for',
    'confirm-recall': 'erase what was recalled and confirm it',
  },
  desk: 'Open your desk (you will be asked to sign in)',
  settings: 'Choose the hour of this letter, or turn it off',
  footer: (zone) => `Times are in ${zone}. This letter comes once a day, and only when there is something to say.`,
};

function referrals(count: number): string {
  return count === 1 ? '1 referral' : `${count} referrals`;
}
