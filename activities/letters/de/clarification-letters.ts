/** Letters about translations, preserved data and oral requests in German. */

import { isDebtor, type LetterTexts } from '../letter-texts.ts';

export const clarificationLetters: Pick<
  LetterTexts['letters'],
  | 'translation-asked'
  | 'translation-delivered'
  | 'translation-expired'
  | 'preservation-reported'
  | 'production-confirmed'
  | 'preservation-ended'
  | 'oral-request-recorded'
  | 'oral-request-confirmed'
> = {
  'translation-asked': {
    subject: ({ by }) => `Übersetzung liefern${by}`,
    request: ({ by }) => `Bitte liefern Sie${by} eine Übersetzung zu dieser Übermittlung.`,
    paragraphs: [
      'Eine beteiligte Behörde braucht einen Text in einer anderen Sprache, um fortzufahren. Melden Sie sich an, um den Text und die Sprachen zu sehen.',
    ],
  },
  'translation-delivered': {
    subject: 'Übersetzung lesen',
    request:
      'Bitte lesen Sie die Übersetzung, die Sie angefordert haben, und bearbeiten Sie diese Übermittlung weiter.',
    paragraphs: ['Melden Sie sich an, um sie zu lesen.'],
  },
  'translation-expired': {
    subject: 'Über das weitere Vorgehen entscheiden: Übersetzung nicht geliefert',
    request: 'Bitte entscheiden Sie über das weitere Vorgehen bei dieser Übermittlung.',
    paragraphs: [
      'Die angeforderte Übersetzung wurde nicht fristgerecht geliefert. Ihre ausgesetzten Fristen laufen wieder.',
      'Eine verspätete Übersetzung wird noch angenommen und als verspätet gekennzeichnet.',
    ],
  },
  'preservation-reported': {
    subject: (phrases) => (isDebtor(phrases) ? `Herausgabeersuchen bestätigen${phrases.by}` : 'Daten gesichert'),
    request: (phrases) => (isDebtor(phrases) ? `Bitte bestätigen Sie${phrases.by} das Herausgabeersuchen.` : ''),
    paragraphs: [
      'Der Empfänger hat gemeldet, dass Daten zu dieser Übermittlung gesichert sind.',
      (phrases) =>
        isDebtor(phrases)
          ? 'Ersuchen Sie um die Herausgabe der Daten, melden Sie sich an und bestätigen Sie das Ersuchen. Sonst können die Daten nach dem Ende des Zeitraums gelöscht werden. Sie können den Zeitraum auch verlängern, wenn die Rechtsgrundlage es zulässt.'
          : '',
      (phrases) => (isDebtor(phrases) ? '' : phrases.by && `${phrases.owedBy} muss${phrases.by} ${phrases.task}.`),
    ],
  },
  'production-confirmed': {
    subject: 'Gesicherte Daten weiter aufbewahren: Um Herausgabe wird ersucht',
    request:
      'Bitte sorgen Sie dafür, dass die gesicherten Daten bis zur Entscheidung über das Ersuchen aufbewahrt werden.',
    paragraphs: [
      ({ sender }) =>
        `${sender} hat bestätigt, dass um die Herausgabe der Daten ersucht wird. Melden Sie sich an, um das Ersuchen zu sehen.`,
    ],
  },
  'preservation-ended': {
    subject: 'Datensicherung ohne Herausgabeersuchen beendet',
    request: '',
    paragraphs: [
      'Vor dem Ende der Datensicherung wurde kein Herausgabeersuchen bestätigt. Die Daten müssen nicht mehr gesichert bleiben.',
      'Sind sie noch vorhanden, kann der Empfänger erneut gesicherte Daten melden.',
    ],
  },
  'oral-request-recorded': {
    subject: (phrases) =>
      isDebtor(phrases)
        ? `Mündliches Ersuchen schriftlich bestätigen${phrases.by}`
        : 'Mündliches Ersuchen festgehalten',
    request: (phrases) =>
      isDebtor(phrases) ? `Bitte bestätigen Sie${phrases.by} das mündliche Ersuchen schriftlich.` : '',
    paragraphs: [
      'In diesem Notfall wurde zuerst mündlich ersucht. Festgehalten ist, wer wen wann ersucht hat.',
      (phrases) =>
        isDebtor(phrases)
          ? 'Melden Sie sich zur Bestätigung an und wiederholen Sie das Ersuchen schriftlich. Alle, die die Übermittlung haben, können es dann lesen.'
          : '',
      (phrases) => (isDebtor(phrases) ? '' : phrases.by && `${phrases.owedBy} muss${phrases.by} ${phrases.task}.`),
    ],
  },
  'oral-request-confirmed': {
    subject: 'Schriftliche Bestätigung lesen',
    request: 'Bitte lesen Sie die schriftliche Bestätigung des mündlichen Ersuchens.',
    paragraphs: [
      ({ sender }) =>
        `${sender} hat schriftlich bestätigt, worum mündlich ersucht wurde. Melden Sie sich an, um es zu lesen.`,
    ],
  },
};
