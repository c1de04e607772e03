/** The vocabulary in German. */

import type { Codes } from '../language.ts';

export const codes: Codes = {
  task: {
    triage: 'die Triage abschließen',
    acknowledge: 'den Eingang der Verweisung bestätigen',
    decide: 'die Verweisung annehmen oder ablehnen',
    outcome: 'ein Ergebnis melden',
    clarification: 'die Rückfrage beantworten',
    'consent-onward': 'der Weiterverweisung zustimmen oder sie ablehnen',
    'closure-approval': 'den Abschluss genehmigen oder zurückgeben',
  },
  urgency: {
    emergency: 'Notfall',
    urgent: 'Dringend',
    standard: 'Normal',
    informational: 'Zur Kenntnis',
  },
  handling: {
    H0: 'H0: Verwendung nach den Regeln des Informationsaustauschs',
    H1: 'H1: keine Verwendung in Gerichtsverfahren ohne Zustimmung der absendenden Behörde',
    H2: 'H2: keine Weitergabe ohne Zustimmung der absendenden Behörde',
    H3: 'H3: weitere Beschränkungen gelten; vor jeder Verwendung zu lesen',
  },
  capability: {
    investigation: 'Ermittlung',
    'victim-identification': 'Opferidentifizierung',
    safeguarding: 'Kinderschutzmaßnahmen',
    'victim-support': 'Opferhilfe',
    'offender-management': 'Täterbetreuung und -überwachung',
    'content-removal': 'Entfernung von Inhalten',
    'data-preservation': 'Datensicherung',
    prosecution: 'Strafverfolgung',
    'reporting-hotline': 'Meldestelle',
  },
};
