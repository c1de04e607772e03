/** The letters about retention and erasure in German. */

import type { LetterTexts } from '../letter-texts.ts';

type RetentionLetter = 'retention-review' | 'erasure-asked' | 'erased';

export const retentionLetters: Pick<LetterTexts['letters'], RetentionLetter> = {
  'retention-review': {
    subject: 'Über Aufbewahrung oder Löschung dieser Übermittlung entscheiden',
    request: ({ by }) =>
      `Bitte entscheiden Sie${by}, ob diese abgeschlossene Übermittlung aufbewahrt oder gelöscht wird.`,
    paragraphs: [
      'Die Aufbewahrungsfrist endet, oder der Absender hat die Löschung angeordnet. Was zutrifft, steht in Liaise.',
      'Ohne Entscheidung bis zum Prüftermin werden die Angaben gelöscht. Eine Aufbewahrung braucht eine Begründung.',
    ],
  },
  'erasure-asked': {
    subject: 'Ihre Kopien dieser Übermittlung löschen und die Löschung bestätigen',
    request: 'Bitte löschen Sie alles, was Sie von dieser Übermittlung haben, und bestätigen Sie die Löschung.',
    paragraphs: ['Die Angaben zu dieser Übermittlung wurden vor dem Ende der Aufbewahrungsfrist gelöscht.'],
  },
  erased: {
    subject: 'Die Angaben zu dieser Übermittlung sind gelöscht',
    request: '',
    paragraphs: ['Niemand kann sie mehr lesen. Die Löschbescheinigung können Sie in Liaise herunterladen.'],
  },
};
