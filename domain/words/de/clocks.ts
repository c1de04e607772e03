/** The clocks of a referral, in German. */

import type { ClockWords } from '../vocabulary-words.ts';

export const clockWords: ClockWords = {
  clockName: {
    triage: 'Triage',
    acknowledge: 'Eingangsbestätigung',
    decide: 'Entscheidung',
    outcome: 'Ergebnis',
    clarification: 'Rückfrage',
    'consent-onward': 'Zustimmung zur Weiterleitung',
    'closure-approval': 'Genehmigung des Abschlusses',
    'written-confirmation': 'Schriftliche Bestätigung',
    translation: 'Übersetzung',
    'first-answer': 'Erste Antwort',
    removal: 'Entfernung der Inhalte',
    'find-recipient': 'Suche nach einem Empfänger',
    'retention-review': 'Prüfung der Aufbewahrung',
  },
  clockTask: {
    triage: 'die Triage abschließen',
    acknowledge: 'den Eingang der Übermittlung bestätigen',
    decide: 'die Übermittlung annehmen oder ablehnen',
    outcome: 'ein Ergebnis melden',
    clarification: 'die Rückfrage beantworten',
    'consent-onward': 'der Weiterleitung zustimmen oder sie ablehnen',
    'closure-approval': 'den Abschluss genehmigen oder zurückgeben',
    'written-confirmation': 'die mündliche Anfrage schriftlich bestätigen',
    translation: 'die Übersetzung liefern',
    'first-answer': 'eine erste Antwort geben',
    removal: 'die Inhalte entfernen lassen und dies melden',
    'find-recipient': 'einen Empfänger finden',
    'retention-review': 'entscheiden, ob die Übermittlung aufbewahrt oder gelöscht wird',
  },
  clockStatus: { running: 'Läuft', paused: 'Ausgesetzt', expired: 'Überfällig', stopped: 'Beendet' },
  debtor: {
    sender: 'Absendende Behörde',
    coordinator: 'Koordinierende Behörde',
    recipient: 'Empfänger',
    asked: 'Angefragte Behörde',
  },
  expiryAction: {
    breach: 'wird als versäumte Frist erfasst',
    escalate: 'wird an die Aufsicht eskaliert',
    'tacit-clearance': 'gilt als Zustimmung',
    'duty-lapses': 'die Pflicht entfällt',
    'auto-erase': 'Angaben zum Fall werden gelöscht',
    'proceed-by-rule': 'die Regeln entscheiden',
  },
  extensionReason: {
    'judicial-authorisation': 'Eine gerichtliche Genehmigung ist erforderlich',
    'third-party': 'Eine andere Behörde oder ein Unternehmen hat die Information',
    complexity: 'Die Sache ist komplex',
    other: 'Anderer Grund',
  },
  pauseReason: { question: 'eine Rückfrage ist offen', translation: 'eine Übersetzung steht aus' },
};
