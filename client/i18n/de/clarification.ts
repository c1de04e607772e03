/** German: oral requests, translations and consent to onward referrals. */

import type { clarification as english } from '../en/clarification.ts';
import type { Texts } from '../texts.ts';

export const clarification: Texts<typeof english> = {
  field: {
    'requested-by': 'Ersuchende Person',
    'requested-of': 'Ersuchte Person',
    'requested-hint': 'Person, Funktion und Behörde. Verschlüsselt; nie in E-Mails.',
    'requested-at': 'Zeitpunkt des Ersuchens',
    requested: 'Worum ersucht wurde',
    confirmation: 'Das Ersuchen in Schriftform',
    'confirmation-hint': 'Wiederholen Sie, worum ersucht wurde. Alle, die die Übermittlung haben, können es lesen.',
    preserved: 'Gesicherte Daten',
    'preserved-hint':
      'Welche Daten, wo sie aufbewahrt werden, und seit welchem Tag. Die Frist zählt ab dieser Meldung. Verschlüsselt.',
    production: 'Herausgabeersuchen',
    'production-hint': 'Datum und Nummer. Verschlüsselt.',
    of: 'Wer übersetzen muss',
    languages: 'Sprachen',
    'languages-hint': 'Eine Übersetzung in eine davon genügt.',
    'to-translate': 'Was zu übersetzen ist',
    'translation-language': 'Sprache der Übersetzung',
    translation: 'Übersetzung',
    'translation-hint':
      'Verschlüsselt. Eine Übersetzung des Falls durch die absendende oder die koordinierende Behörde können alle lesen, die die Übermittlung haben.',
    'needed-language': 'Sprache, in der Sie die Antwort brauchen',
    'needed-language-hint': 'Kommt die Antwort in einer anderen Sprache, muss die absendende Behörde sie übersetzen.',
    'answer-language': 'Sprache der Antwort',
    'answer-language-hint':
      'Wird eine andere Sprache gebraucht, muss Ihre Behörde nach der Antwort eine Übersetzung liefern.',
  },
  translation: 'Übersetzung {{id}}',
  translations: 'Übersetzungen',
  needed: 'Benötigte Sprache: {{languages}}',
  answered: {
    question: 'Rückfrage',
    reason: 'Begründung der Weiterleitung',
    withdrawal: 'Begründung der Rücknahme',
    closure: 'Begründung des Vorschlags',
    erasure: 'Begründung der Löschanordnung',
    lead: 'Der Text ist verschlüsselt. Ihre Einsicht und deren Zweck werden erfasst, bevor er angezeigt wird.',
    show: 'Text anzeigen',
    asked: 'Gestellt von {{asker}} am',
  },
  consent: {
    handling: 'Warum die Zustimmung nötig ist',
    'no-basis-needed': '{{country}} gehört zur EU: keine Übermittlungsgrundlage nötig',
  },
  onward: {
    'asked-by': 'Erbeten von',
    receiver: 'Würde die Übermittlung erhalten',
    final: 'Mit der Schaltfläche unten stimmt Ihre Behörde zu. Die Zustimmung kann nicht widerrufen werden.',
    confirm:
      'Ich habe geprüft, wer die Übermittlung erhalten würde. Meine Behörde stimmt zu. Die Zustimmung kann nicht widerrufen werden.',
    unconfirmed: 'Bestätigen Sie, dass Ihre Behörde zustimmt',
    consent: 'Bestätigung',
  },
};
