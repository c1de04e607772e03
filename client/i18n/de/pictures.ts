/** German: the pictures of deadlines, performance and the network, and the sentences that say what they show. */

import type { pictures as english } from '../en/pictures.ts';
import type { Texts } from '../texts.ts';

/** Texts of pictures. */
export const pictures: Texts<typeof english> = {
  scroll: 'Scrollen Sie seitwärts, um das ganze Bild zu sehen.',
  table: 'Tabelle: {{title}}',
  sla: {
    seen_one: 'Eine Übermittlung wird gezeigt: {{overdue}} mit überfälliger Frist, {{risk}} gefährdet.',
    seen_other: '{{count}} Übermittlungen werden gezeigt: {{overdue}} mit überfälliger Frist, {{risk}} gefährdet.',
    lane: 'Ereignisse (Nummern wie unten)',
    events: 'Ereignisse {{numbers}} der Liste unten',
    'no-events': 'Noch ist kein Ereignis aufgezeichnet.',
    audit: 'Einträge dieser Frist im Protokoll',
    'audit-of': '{{clock}}: Einträge im Protokoll',
    ended: 'Ende',
    'late-by': 'Verspätung (h)',
    more_one: '{{count}} weitere Frist',
    more_other: '{{count}} weitere Fristen',
  },
  debtors: {
    title: 'Offene Fristen nach Behörde',
    of: 'Offene Fristen: {{agency}}',
    chart: 'Offene Fristen auf einer Zeitachse: {{agency}}',
    table: 'Behörden, die handeln müssen',
    explains: '{{clock}}, {{reference}}: Berechnung der Fälligkeit',
    seen_one: 'Eine Frist ist offen. Überfällig: {{overdue}}.',
    seen_other: '{{count}} Fristen sind offen. Überfällig: {{overdue}}.',
    most: 'Die meisten überfälligen Fristen: {{agency}} ({{overdue}}).',
  },
  range: {
    under: 'weniger als {{to}}',
    between: '{{from}} bis {{to}}',
    over: '{{from}} oder mehr',
    hours_one: '{{count}} Std.',
    hours_other: '{{count}} Std.',
    days_one: '{{count}} Tag',
    days_other: '{{count}} Tage',
  },
  performance: {
    median: {
      acknowledge: 'Median bis zur Bestätigung',
      decide: 'Median bis zur Entscheidung',
      report: 'Median bis zur Meldung',
    },
    p90: {
      acknowledge: '90. Perzentil bis zur Bestätigung',
      decide: '90. Perzentil bis zur Entscheidung',
      report: '90. Perzentil bis zur Meldung',
    },
    share: '{{share}} von {{number}}',
    outcomes: 'Ergebnis',
    grounds: 'Grund',
  },
  trend: {
    title: 'Verlauf, Dauer und Alter',
    by: {
      country: '{{clock}} nach Monat und Land',
      agency: '{{clock}} nach Monat und Behörde',
      kind: '{{clock}} nach Monat und Art',
      urgency: '{{clock}} nach Monat und Dringlichkeit',
    },
    table: '{{title}}: fristgerecht / alle',
    share: '{{share}} von {{number}} fristgerecht',
    late: 'Verspätet oder nicht beantwortet',
    scale: 'Alle Diagramme haben denselben Maßstab. Höchste Säule: {{number}}.',
    none: 'In diesem Zeitraum war keine Antwort fällig.',
    whole: '{{share}} der gezeigten Fristen wurden eingehalten ({{met}} von {{all}}).',
    change: 'Erster Monat mit Fristen: {{first}}. Letzter Monat: {{last}}.',
    ends: 'Höchster Anteil: {{best}} ({{bestShare}}). Niedrigster: {{worst}} ({{worstShare}}).',
  },
  times: {
    title: '{{clock}}: Verteilung der Antwortzeiten',
    took: 'Antwortzeit',
    answers: 'Antworten',
    share: 'Anteil',
    none: 'In diesem Zeitraum hat kein Empfänger geantwortet.',
    seen_one: 'Antwortzeit {{median}} bei einer Antwort.',
    seen_other:
      'Höchstens {{median}} dauerte die Hälfte der {{count}} Antworten, höchstens {{p90}} dauerten 90 %. Am häufigsten: {{range}} ({{most}}).',
    error:
      'Eine Zeit, die um höchstens {{error}} von einer Grenze abweicht, kann auf der anderen Seite der Grenze gezählt sein.',
  },
  ages: {
    title: 'Offene Übermittlungen nach der Zeit seit der Einreichung',
    since: 'Zeit seit der Einreichung',
    'in-time': 'Nicht überfällig',
    seen_one: 'Eine Übermittlung ist offen. Überfällig: {{overdue}}. Seit 30 Tagen oder länger offen: {{old}}.',
    seen_other:
      '{{count}} Übermittlungen sind offen. Überfällig: {{overdue}}. Seit 30 Tagen oder länger offen: {{old}}.',
  },
  map: {
    shows: 'Karte',
    by: 'Tabelle',
    of: { capability: 'Fähigkeit', load: 'Offene Übermittlungen', late: 'Verspätete Eingangsbestätigungen' },
    load: 'Länder nach der Zahl offener Übermittlungen. Die Tabelle darunter enthält dieselben Angaben.',
    late: 'Länder nach dem Anteil verspäteter Eingangsbestätigungen. Die Tabelle darunter enthält dieselben Angaben.',
    'load-far': 'Länder außerhalb der Karte nach der Zahl offener Übermittlungen',
    'late-far': 'Länder außerhalb der Karte nach dem Anteil verspäteter Eingangsbestätigungen',
    'no-load': 'Keine offene Übermittlung',
    'from-to': '{{from}} bis {{to}}',
    'from-on': '{{from}} oder mehr',
    'no-answers': 'Keine Antwort fällig',
    'none-late': 'Keine verspätet',
    'up-to': 'Bis zu {{to}} verspätet',
    'more-than': 'Mehr als {{from}} verspätet',
    overdue: 'Überfällig',
    agencies: 'Auslastung und Einhaltung der Fristen nach Behörde',
    'seen-load_one': 'Offene Übermittlungen: {{open}}, in einem Land ({{country}}). Überfällig: {{overdue}}.',
    'seen-load_other':
      'Offene Übermittlungen: {{open}}, in {{count}} Ländern. Höchste Zahl: {{country}} ({{most}}). Eine Übermittlung an mehrere Länder zählt in jedem. Überfällig: {{overdue}}.',
    'seen-no-load': 'Bei keinem Empfänger ist eine Übermittlung offen.',
    'seen-late':
      '{{share}} der Eingangsbestätigungen der letzten 12 Monate waren verspätet. Höchster Anteil: {{country}} ({{most}}).',
    'seen-none-late': 'Keine Eingangsbestätigung der letzten 12 Monate war verspätet.',
  },
  audit: {
    entries: 'Einträge der Übermittlung',
    'entries-hint': 'Nummern von Einträgen, durch Kommas getrennt, zum Beispiel 3,5,9',
  },
};
