/** The letters about the closure of a referral in French. */

import { isWithdrawal, type LetterTexts } from '../letter-texts.ts';

type ClosureLetter = 'approval-asked' | 'closure-returned' | 'closed';

export const closureLetters: Pick<LetterTexts['letters'], ClosureLetter> = {
  'approval-asked': {
    subject: (phrases) =>
      isWithdrawal(phrases)
        ? `Décider du retrait de cette transmission${phrases.by}`
        : `Approuver ou renvoyer la clôture${phrases.by}`,
    request: (phrases) =>
      isWithdrawal(phrases)
        ? `Veuillez décider du retrait de cette transmission${phrases.by}.`
        : `Veuillez approuver ou renvoyer la clôture de cette transmission${phrases.by}.`,
    paragraphs: [
      (phrases) =>
        isWithdrawal(phrases)
          ? `${phrases.sender} a demandé le retrait. Si vous l’approuvez, chaque destinataire est prié d’effacer sa copie.`
          : 'La personne qui a proposé la clôture ne peut pas l’approuver.',
    ],
  },
  'closure-returned': {
    subject: 'Poursuivre le traitement : la clôture n’a pas été approuvée',
    request: 'Veuillez poursuivre le traitement de cette transmission.',
    paragraphs: ['Un superviseur a renvoyé la clôture proposée. Connectez-vous pour lire le motif.'],
  },
  closed: {
    subject: 'Transmission clôturée',
    request: '',
    paragraphs: ['Cette transmission est clôturée. Un superviseur du service coordinateur peut la rouvrir.'],
  },
};
