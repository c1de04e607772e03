/** German: the page of readings, for supervisors and data protection officers. */

/** Texts of the page of readings. */
export const readings = {
  notable: 'In einem Notfall oder über das Kontingent hinaus',
  'none-notable':
    'In den letzten {{days}} Tagen wurden keine Angaben in einem Notfall oder über das Kontingent hinaus eingesehen.',
  unusual: 'Ungewöhnliche Einsichtnahmen',
  'none-unusual': 'Keine ungewöhnlichen Einsichtnahmen in den letzten {{days}} Tagen.',
  at: 'Erste Einsicht',
  day: 'Tag',
  who: 'Wer',
  referral: 'Übermittlung',
  times: 'Anzahl',
  why: 'Grund',
  review: 'Überprüfung',
  emergency: 'Notfall',
  beyond: { hour: 'Mehr als das Kontingent für eine Stunde', day: 'Mehr als das Kontingent für einen Tag' },
  waits: 'Wartet auf die Überprüfung durch eine zweite Person',
  decide: { justified: 'Als gerechtfertigt vermerken', 'not-justified': 'Als nicht gerechtfertigt vermerken' },
  is: { justified: 'Gerechtfertigt', 'not-justified': 'Nicht gerechtfertigt' },
  details: 'Angaben zum Zweck, im Protokoll',
  'who-sees': 'Revision und Datenschutzbeauftragte sehen die Angaben zum Zweck im Protokoll.',
  verdict: { justified: 'Gerechtfertigt laut {{name}}', 'not-justified': 'Nicht gerechtfertigt laut {{name}}' },
  reason: {
    cases_one: 'Eine Übermittlung eingesehen',
    cases_other: '{{number}} Übermittlungen eingesehen',
    newCountries_one: 'Übermittlungen aus einem neuen Land',
    newCountries_other: 'Übermittlungen aus {{number}} neuen Ländern',
    offHours_one: 'Eine Übermittlung nachts oder am Wochenende eingesehen',
    offHours_other: '{{number}} Übermittlungen nachts oder am Wochenende eingesehen',
    refusals_one: 'Ein abgelehnter Versuch',
    refusals_other: '{{number}} abgelehnte Versuche',
  },
  rule: {
    title: 'Die Regel',
    unusual: 'Ein Tag einer Person wird in jedem dieser Fälle aufgeführt:',
    limit: {
      cases:
        'eingesehene Übermittlungen: {{cases}} oder mehr, und mindestens der Durchschnitt der Person in den 28 Tagen davor × {{times}}',
      newCountries:
        'Länder, aus denen die Person in den 28 Tagen davor keine Übermittlung eingesehen hatte: {{newCountries}} oder mehr',
      offHours:
        'Übermittlungen, die zwischen 22:00 und 06:00 Uhr oder am Wochenende eingesehen wurden ({{zone}}): {{offHours}} oder mehr',
      refusals: 'abgelehnte Versuche: {{refusals}} oder mehr',
    },
    allowances:
      'Wer mehr Übermittlungen einsieht als erlaubt, muss einen zweiten Zweck angeben. Bei einem Notfall ist kein zweiter Zweck nötig, aber eine andere Person muss ihn überprüfen. Die Kontingente sind:',
    allowance: '{{role}}: {{hour}} in einer Stunde, {{day}} in 24 Stunden',
  },
};
