/** Letters about oral requests in French. */

import { isDebtor, type LetterTexts } from '../letter-texts.ts';

export const clarificationLetters: Pick<LetterTexts['letters'], 'oral-request-recorded' | 'oral-request-confirmed'> = {
  'oral-request-recorded': {
    subject: (phrases) =>
      isDebtor(phrases) ? `Confirmer la demande orale par écrit${phrases.by}` : 'Demande orale enregistrée',
    request: (phrases) => (isDebtor(phrases) ? `Veuillez confirmer la demande orale par écrit${phrases.by}.` : ''),
    paragraphs: [
      'Une urgence absolue a d’abord été demandée de vive voix. L’enregistrement indique qui a demandé quoi à qui, et quand.',
      (phrases) =>
        isDebtor(phrases)
          ? 'Pour la confirmer, connectez-vous et répétez la demande par écrit. Tous ceux qui ont la transmission peuvent alors la lire.'
          : '',
      (phrases) => (isDebtor(phrases) ? '' : phrases.by && `${phrases.owedBy} doit ${phrases.task}${phrases.by}.`),
    ],
  },
  'oral-request-confirmed': {
    subject: 'Lire la confirmation écrite',
    request: 'Veuillez lire la confirmation écrite de la demande orale.',
    paragraphs: [
      ({ sender }) =>
        `${sender} a confirmé par écrit ce qui avait été demandé de vive voix. Connectez-vous pour la lire.`,
    ],
  },
};
