/** English: oral requests and their confirmation. */

/** Texts of the forms of oral requests. */
export const clarification = {
  field: {
    'requested-by': 'Requested by',
    'requested-of': 'Requested of',
    'requested-hint': 'The person, the function and the agency. Encrypted; never included in e-mails.',
    'requested-at': 'Time of the request',
    requested: 'What was requested',
    confirmation: 'The request in writing',
    'confirmation-hint': 'Repeat what was requested. Everyone who has the referral can read it.',
  },
};
