/** English: pages of data protection: erasures and their confirmations. */

/** Texts of the pages of data protection. */
export const protection = {
  ground: {
    'retention-ended': 'Retention has ended',
    'sender-order': 'Order of the sender',
    'supervisor-order': 'Decision of a supervisor',
  },
  erasures: {
    about: 'These recipients were ordered to erase their copies of a referral. Each has {{days}} days to confirm it.',
    none: 'No recipient was ordered to erase its copies.',
    referral: 'Referral',
    agency: 'Agency',
    ground: 'Ground',
    ordered: 'Ordered',
    due: 'Due',
    confirmed: 'Confirmed',
    state: 'Confirmation',
    is: { open: 'Not confirmed. Due', overdue: 'Overdue since', confirmed: 'Confirmed' },
  },
} as const;
