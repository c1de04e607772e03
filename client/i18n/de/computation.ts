/** How a deadline was computed, in German. */

export const computation = {
  title: 'Berechnung der Frist',
  restored: 'Wiederhergestellt: Was sie beendet hat, wurde zurückgenommen',
  calendar: 'Feiertage von',
  'extension-only': 'nur aus diesem Grund: {{reasons}}',
  capped: '; die Aussetzungen haben ihre Höchstdauer erreicht',
  /** What the rules do when this deadline is missed. */
  'by-rule': { triage: 'die Regeln schließen die Triage ab', acknowledge: 'die Regeln ersetzen den Empfänger' },
  period: {
    own: 'Eigene Dauer',
    latest: 'Mindestdauer',
    earliest: 'Höchstdauer',
    requested: 'Vom Absender gewünschter Termin, Mindestdauer',
    law: 'nach {{source}}',
    ends: 'Endet am {{at}}',
    'ends-decisive': 'Endet am {{at}}: Fristende',
  },
  step: {
    started: 'Begonnen am {{at}}',
    'first-hour-excluded': 'Gezählt ab {{at}}: Die Stunde des Ereignisses zählt nicht',
    'first-day-excluded': '{{day}} zählt nicht: Tag des Ereignisses',
    'not-counted': '{{day}} zählt nicht: {{reason}}',
    'half-day': '{{day}} zählt: Die Behörde schließt um {{at}} ({{name}}), und ein halber Tag ist ein Arbeitstag',
    'end-of-month': '{{day}} ist der letzte Tag des Monats, der kein solches Datum hat',
    paused: 'Ausgesetzt vom {{from}} bis zum {{to}}: {{moved}}',
    'last-day': '{{day}} ist der letzte Tag',
    'rolled-over': '{{day}} kann nicht der letzte Tag sein: {{reason}}',
  },
  why: {
    weekend: 'Wochenende',
    holiday: 'Feiertag ({{name}})',
    'closed-day': 'die Behörde ist geschlossen ({{name}})',
    paused: 'die Frist ist bei Tagesbeginn ausgesetzt',
    'no-such-date': 'die Zeitzone hat dieses Datum nicht',
    'two-working-days': 'die Frist hätte weniger als zwei Arbeitstage',
  },
  moved: {
    none: 'die Frist verschiebt sich nicht',
    days_one: '1 Tag zählt nicht',
    days_other: '{{count}} Tage zählen nicht',
    time: 'die Frist verschiebt sich um {{time}}',
  },
};
