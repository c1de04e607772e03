/** Letters about oral requests in German. */

import { isDebtor, type LetterTexts } from '../letter-texts.ts';

export const clarificationLetters: Pick<LetterTexts['letters'], 'oral-request-recorded' | 'oral-request-confirmed'> = {
  'oral-request-recorded': {
    subject: (phrases) =>
      isDebtor(phrases) ? `Mündliche Anfrage schriftlich bestätigen${phrases.by}` : 'Mündliche Anfrage festgehalten',
    request: (phrases) =>
      isDebtor(phrases) ? `Bitte bestätigen Sie${phrases.by} die mündliche Anfrage schriftlich.` : '',
    paragraphs: [
      'Ein Notfall wurde zuerst mündlich gemeldet. Festgehalten ist, wer wen wann um was gebeten hat.',
      (phrases) =>
        isDebtor(phrases)
          ? 'Melden Sie sich zur Bestätigung an und wiederholen Sie die Anfrage schriftlich. Alle, die die Übermittlung haben, können sie dann lesen.'
          : '',
      (phrases) => (isDebtor(phrases) ? '' : phrases.by && `${phrases.owedBy} muss${phrases.by} ${phrases.task}.`),
    ],
  },
  'oral-request-confirmed': {
    subject: 'Schriftliche Bestätigung lesen',
    request: 'Bitte lesen Sie die schriftliche Bestätigung der mündlichen Anfrage.',
    paragraphs: [
      ({ sender }) =>
        `Was mündlich angefragt wurde, ist jetzt schriftlich bestätigt von: ${sender}. Melden Sie sich an, um es zu lesen.`,
    ],
  },
};
