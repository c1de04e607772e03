/** English: the page that announces maintenance and outages of mail. */

/** Texts of the page of announcements. */
export const announcements = {
  about:
    'An announcement is on every page and in the API until it ends. Each agency sees it at once, in its own language and time zone. Deadlines do not change.',
  present: 'Present announcements',
  none: 'Nothing is announced.',
  new: 'New announcement',
  announce: 'Announce',
  kind: 'What is announced',
  from: 'Begins',
  'from-hint': 'In your time zone, {{zone}}. Leave the field empty if it begins now.',
  to: 'Ends',
  'to-hint': 'Maintenance needs an end. Leave the field empty if the end of an outage is not known.',
  unknown: 'Not known',
  end: 'End announcement',
  kinds: {
    maintenance: 'Maintenance',
    'mail-outage': 'E-mail outage',
  },
  hints: {
    maintenance: 'Pages and API may not answer.',
    'mail-outage': 'Notifications by e-mail are delayed.',
  },
  fault: {
    kind: 'Select what is announced.',
    from: 'Enter a date and a time, or leave the field empty.',
    to: 'Enter a date and a time after the beginning, in the future.',
  },
} as const;
