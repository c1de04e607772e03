/** English: the page of readings, for supervisors and data protection officers. */

/** Texts of the page of readings. */
export const readings = {
  notable: 'In an emergency, or beyond the allowance',
  'none-notable': 'No particulars were read in an emergency or beyond the allowance in the last {{days}} days.',
  unusual: 'Unusual reading',
  'none-unusual': 'No unusual reading in the last {{days}} days.',
  at: 'First read',
  day: 'Day',
  who: 'Who',
  referral: 'Referral',
  times: 'Times',
  why: 'Why',
  review: 'Review',
  emergency: 'Emergency',
  beyond: { hour: 'More than the allowance of an hour', day: 'More than the allowance of a day' },
  waits: 'Waits for the review of a second person',
  decide: { justified: 'Mark as justified', 'not-justified': 'Mark as not justified' },
  is: { justified: 'Justified', 'not-justified': 'Not justified' },
  details: 'Details of the purpose, in the audit log',
  'who-sees': 'Auditors and data protection officers see the details of the purpose in the audit log.',
  verdict: { justified: 'Justified, says {{name}}', 'not-justified': 'Not justified, says {{name}}' },
  reason: {
    cases_one: 'One referral read',
    cases_other: '{{number}} referrals read',
    newCountries_one: 'Referrals from one new country',
    newCountries_other: 'Referrals from {{number}} new countries',
    offHours_one: 'One referral read at night or on a weekend',
    offHours_other: '{{number}} referrals read at night or on a weekend',
    refusals_one: 'One refused attempt',
    refusals_other: '{{number}} refused attempts',
  },
  rule: {
    title: 'The rule',
    unusual: 'A day of a person is listed in any of these cases:',
    limit: {
      cases:
        'referrals read: {{cases}} or more, and at least the average of the person in the 28 days before × {{times}}',
      newCountries:
        'countries of which the person had read no referral in the 28 days before: {{newCountries}} or more',
      offHours: 'referrals read between 22:00 and 06:00 or on a weekend ({{zone}}): {{offHours}} or more',
      refusals: 'refused attempts: {{refusals}} or more',
    },
    allowances:
      'A person who reads more referrals than allowed must state a second purpose. An emergency needs no second purpose, but another person must review it. The allowances are:',
    allowance: '{{role}}: {{hour}} in an hour, {{day}} in 24 hours',
  },
} as const;
