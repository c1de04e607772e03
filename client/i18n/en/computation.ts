/** How a deadline was computed, in English. */

export const computation = {
  title: 'How the due time was computed',
  restored: 'Restored: what ended it was taken back',
  calendar: 'Public holidays of',
  'extension-only': 'only for: {{reasons}}',
  capped: '; its pauses have reached their longest time',
  /** What the rules do when this deadline is missed. */
  'by-rule': { triage: 'the rules complete the triage', acknowledge: 'the rules replace the recipient' },
  period: {
    own: 'Its own period',
    latest: 'At the earliest after',
    earliest: 'At the latest after',
    requested: 'The date that the sender asked for, at the earliest after',
    law: 'under {{source}}',
    ends: 'Ends on {{at}}',
    'ends-decisive': 'Ends on {{at}}: the deadline',
  },
  step: {
    started: 'Started on {{at}}',
    'first-hour-excluded': 'Counted from {{at}}: the hour of the event does not count',
    'first-day-excluded': '{{day}} does not count: it is the day of the event',
    'not-counted': '{{day}} does not count: {{reason}}',
    'half-day': '{{day}} counts: the agency closes at {{at}} ({{name}}), and a half day is a working day',
    'end-of-month': '{{day}} is the last day of the month, which has no such date',
    paused: 'Paused from {{from}} to {{to}}: {{moved}}',
    'last-day': '{{day}} is the last day',
    'rolled-over': '{{day}} cannot be the last day: {{reason}}',
  },
  why: {
    weekend: 'it is a weekend',
    holiday: 'it is a public holiday ({{name}})',
    'closed-day': 'the agency is closed ({{name}})',
    paused: 'the period is paused when it begins',
    'no-such-date': 'the time zone has no such date',
    'two-working-days': 'the period would have fewer than two working days',
  },
  moved: {
    none: 'the deadline does not move',
    days_one: '1 day does not count',
    days_other: '{{count}} days do not count',
    time: 'the deadline moves by {{time}}',
  },
};
