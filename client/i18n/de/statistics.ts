/** German: the statistics of requests and their yearly report. */

export const statistics = {
  year: 'Jahr',
  requests: 'Ersuchen',
  'all-kinds': 'Alle Arten',
  instrument: 'Rechtsinstrument',
  'all-instruments': 'Alle Rechtsinstrumente',
  side: {
    made: 'Von uns gestellt',
    received: 'Von uns empfangen',
    coordinated: 'Von uns koordiniert',
  },
  'in-time': 'Fristgerecht beantwortet',
  late: 'Verspätet beantwortet',
  overdue: 'Frist ohne Antwort versäumt',
  median: 'Median',
  p90: '90. Perzentil',
  international: 'Internationale Organisation',
  and: '{{one}}: {{other}}',
  of: {
    country: 'Land',
    countryUrgency: 'Land und Dringlichkeit',
    urgency: 'Dringlichkeit',
    kind: 'Art',
    month: 'Monat',
  },
  by: {
    country: 'Ersuchen nach Land',
    countryUrgency: 'Ersuchen nach Land und Dringlichkeit',
    urgency: 'Ersuchen nach Dringlichkeit',
    kind: 'Ersuchen nach Art',
    month: 'Ersuchen nach Monat',
  },
  count: {
    requested: 'Ersuchen',
    answered: 'Antworten',
    granted: 'Stattgegeben',
    refused: 'Abgelehnt',
    onward: 'Weitergeleitet',
    withoutResult: 'Ohne Ergebnis',
    inTime: 'Eingehaltene Fristen',
    late: 'Verspätet',
    lateAuthorisation: 'Verspätet: Genehmigung durch eine Justizbehörde',
    overdue: 'Bei Fristablauf unbeantwortet',
    departures: 'Abweichungen (Art. 5 Abs. 2)',
    averageMs: 'Durchschnitt',
    medianMs: 'Median',
    p90Ms: '90. Perzentil',
  },
  'of-which_one': '{{text}} ({{count}} wegen Genehmigung durch eine Justizbehörde)',
  'of-which_other': '{{text}} ({{count}} wegen Genehmigung durch eine Justizbehörde)',
  none: 'In diesem Jahr gibt es keine Ersuchen.',
  grounds: 'Ablehnungen nach Grund',
  'grounds-by-country': 'Ablehnungen nach Land und Grund',
  ground: 'Grund',
  'country-and-ground': 'Land und Grund',
  'no-grounds': 'Kein Ersuchen wurde abgelehnt.',
  chart: {
    answers: 'Antworten nach Monat: fristgerecht und verspätet sowie Fristen ohne Antwort',
    times: 'Zeit bis zur Antwort nach Monat: Median und 90. Perzentil',
  },
  summary: {
    'only-kind': 'Nur Ersuchen der Art „{{kind}}“.',
    'only-instrument': 'Nur Ersuchen nach dem Rechtsinstrument „{{instrument}}“.',
    made_one: 'Im Jahr {{year}} hat diese Behörde {{count}} Ersuchen gestellt.',
    made_other: 'Im Jahr {{year}} hat diese Behörde {{count}} Ersuchen gestellt.',
    received_one: 'Im Jahr {{year}} hat diese Behörde {{count}} Ersuchen empfangen.',
    received_other: 'Im Jahr {{year}} hat diese Behörde {{count}} Ersuchen empfangen.',
    coordinated_one: 'Im Jahr {{year}} hat diese Behörde {{count}} Ersuchen koordiniert.',
    coordinated_other: 'Im Jahr {{year}} hat diese Behörde {{count}} Ersuchen koordiniert.',
    answers:
      'Antworten: {{answered}}, davon {{granted}} stattgegeben, {{refused}} abgelehnt, {{onward}} weitergeleitet und {{withoutResult}} ohne Ergebnis.',
    met: 'Eingehaltene Fristen: {{inTime}} von {{ended}} ({{share}}). Ohne Antwort abgelaufene Fristen: {{overdue}}.',
    late: 'Verspätete Antworten: {{late}}, davon {{lateAuthorisation}} wegen der Genehmigung durch eine Justizbehörde.',
    departures_one: 'Es gab {{count}} Abweichung nach Art. 5 Abs. 2 der Richtlinie (EU) 2023/977.',
    departures_other: 'Es gab {{count}} Abweichungen nach Art. 5 Abs. 2 der Richtlinie (EU) 2023/977.',
  },
  report: {
    title: 'Jahresbericht {{year}}',
    basis: 'Statistik der Ersuchen nach Art. 18 der Richtlinie (EU) 2023/977.',
    how: 'Wie gezählt wird',
    until: 'Zahlen bis zum {{date}}. Das Jahr ist noch nicht vorbei.',
    made: 'Erstellt am {{date}}.',
  },
  rule: {
    request:
      'Ein Ersuchen ist eine Übermittlung an einen Empfänger. Eine Übermittlung an zwei Empfänger zählt als zwei Ersuchen.',
    month:
      'Jede Zahl gehört zu dem Monat (UTC), in dem ihr Ereignis aufgezeichnet wurde. Zahlen eines vergangenen Monats ändern sich nicht. Eine Antwort kann zu einem Ersuchen aus einem früheren Monat gehören.',
    granted:
      'Einem Informationsersuchen wird stattgegeben, wenn die Information gemeldet wird. Anderen Ersuchen wird mit der Annahme stattgegeben. Nur die erste Antwort zählt.',
    'in-time':
      'Eine Antwort ist fristgerecht, wenn sie vor der Frist für die erste Antwort kommt. Fehlt diese, gelten die Fristen für die Eingangsbestätigung und für die Entscheidung. Verlängerungen sind eingerechnet.',
    overdue:
      'Ein Ersuchen wird einmal gezählt, wenn die erste dieser Fristen ohne Antwort abläuft. Die verspätete Antwort wird gezählt, wenn sie kommt.',
    share:
      'Eine Frist ist eingehalten, wenn die Antwort fristgerecht ist. Der Anteil bezieht sich auf Fristen, die eingehalten wurden oder ohne Antwort abliefen.',
    authorisation:
      'Eine Abweichung ist eine Verlängerung, weil eine Genehmigung durch eine Justizbehörde nötig ist (Art. 5 Abs. 2 der Richtlinie (EU) 2023/977).',
    country:
      'Das Land ist das ersuchende Land. Bei Ersuchen, die die Behörde gestellt hat, ist es das Land, das sie empfangen hat.',
    error: 'Durchschnitt, Median und 90. Perzentil weichen um höchstens {{error}} von den genauen Zeiten ab.',
  },
};
