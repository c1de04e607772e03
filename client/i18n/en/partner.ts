/** English: pages of partner agencies: the inbox and the directory. */

/** Texts of the pages of recipients. */
export const partner = {
  inbox: {
    empty:
      'No tasks are waiting for your agency. Referrals that you must acknowledge, decide on or report on appear here.',
    'none-fits': 'No waiting tasks match these filters.',
    acknowledge: 'Acknowledge selected referrals',
    result: 'Result',
    refused: 'Refused',
    summary_one: '{{count}} acknowledged, {{refused}} refused.',
    summary_other: '{{count}} acknowledged, {{refused}} refused.',
    'none-selected': 'No referrals were selected.',
  },
  address: {
    title: 'Change an address of {{point}}',
    how: 'A notification with a link goes to the old and to the new address. The address changes when both have confirmed.',
    which: 'Address to change',
    new: 'New e-mail address',
    ask: 'Send both notifications',
    'confirm-title': 'Confirm a new address',
    confirm: 'Confirm',
    refuse: 'Refuse this change',
    done: {
      asked: 'The notifications were sent. The address changes when both addresses have confirmed.',
      half: 'Your confirmation was recorded. The address changes when the other address has confirmed too.',
      addressed: 'The address was changed and recorded in the audit log.',
      refused: 'You refused the change. Nothing was changed, and the supervisors of your agency are notified.',
    },
  },
  agency: {
    confirm: 'Confirm these details',
    'confirm-hint':
      'The rules no longer select a contact point that has not been confirmed for 400 days. Ask your administrator to correct outdated details.',
    confirmed: 'The details of your contact points are confirmed as of today.',
    points: 'Contact points',
    'no-points': 'Your agency has no contact point, so nothing can be sent to it. Ask your administrator to add one.',
    capabilities: 'Capabilities',
    'no-capabilities': 'The capability registry has no entries for your agency.',
    capability: 'Capability',
    level: 'Level',
    verified: 'Confirmed',
    'free-days': 'Closed days',
    'half-day': '{{name}} (closes at {{at}})',
    'no-free-days': 'There are no public holidays for your country and no closed days of your agency.',
    day: 'Day',
    why: 'Reason',
  },
  point: {
    email: 'E-mail',
    duty: 'E-mail outside office hours',
    deputy: 'Deputy',
    hours: 'Office hours',
    'working-days': 'Working days {{hours}}',
    languages: 'Languages',
    kinds: 'Accepts',
    clearances: 'Handling codes',
  },
} as const;
