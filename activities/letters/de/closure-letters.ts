/** The letters about the closure of a referral in German. */

import { isWithdrawal, type LetterTexts } from '../letter-texts.ts';

type ClosureLetter = 'approval-asked' | 'closure-returned' | 'closed';

export const closureLetters: Pick<LetterTexts['letters'], ClosureLetter> = {
  'approval-asked': {
    subject: (phrases) =>
      isWithdrawal(phrases)
        ? `Über die Rücknahme dieser Übermittlung entscheiden${phrases.by}`
        : `Abschluss dieser Übermittlung genehmigen oder zurückgeben${phrases.by}`,
    request: (phrases) =>
      isWithdrawal(phrases)
        ? `Bitte entscheiden Sie${phrases.by} über die Rücknahme dieser Übermittlung.`
        : `Bitte genehmigen Sie${phrases.by} den Abschluss dieser Übermittlung oder geben Sie ihn zurück.`,
    paragraphs: [
      (phrases) =>
        isWithdrawal(phrases)
          ? `${phrases.sender} hat um die Rücknahme gebeten. Wenn Sie sie genehmigen, werden alle Empfänger gebeten, ihre Kopie zu löschen.`
          : 'Wer den Abschluss vorgeschlagen hat, kann ihn nicht genehmigen.',
    ],
  },
  'closure-returned': {
    subject: 'Weiter bearbeiten: Der Abschluss wurde nicht genehmigt',
    request: 'Bitte bearbeiten Sie diese Übermittlung weiter.',
    paragraphs: [
      'Die Aufsicht hat den vorgeschlagenen Abschluss zurückgegeben. Melden Sie sich an, um die Begründung zu lesen.',
    ],
  },
  closed: {
    subject: 'Übermittlung abgeschlossen',
    request: '',
    paragraphs: [
      'Diese Übermittlung ist abgeschlossen. Die Aufsicht der koordinierenden Behörde kann sie wieder öffnen.',
    ],
  },
};
