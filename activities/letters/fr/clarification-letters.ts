/** Letters about translations, preserved data and oral requests in French. */

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
    subject: ({ by }) => `Fournir une traduction${by}`,
    request: ({ by }) => `Veuillez fournir une traduction pour cette transmission${by}.`,
    paragraphs: [
      'Une partie à la transmission a besoin d’un texte dans une autre langue pour poursuivre. Connectez-vous pour voir quel texte, et quelles langues.',
    ],
  },
  'translation-delivered': {
    subject: 'Lire la traduction',
    request: 'Veuillez lire la traduction que vous avez demandée, et poursuivre le traitement de cette transmission.',
    paragraphs: ['Connectez-vous pour la lire.'],
  },
  'translation-expired': {
    subject: 'Décider de la suite : la traduction n’a pas été fournie',
    request: 'Veuillez décider de la suite à donner à cette transmission.',
    paragraphs: [
      'La traduction que vous avez demandée n’a pas été fournie dans les délais. Vos délais suspendus courent de nouveau.',
      'Une traduction tardive est encore acceptée, et marquée comme telle.',
    ],
  },
  'preservation-reported': {
    subject: (phrases) =>
      isDebtor(phrases) ? `Confirmer la demande de production${phrases.by}` : 'Données conservées',
    request: (phrases) => (isDebtor(phrases) ? `Veuillez confirmer la demande de production${phrases.by}.` : ''),
    paragraphs: [
      'Le destinataire a signalé que des données sont conservées pour cette transmission.',
      (phrases) =>
        isDebtor(phrases)
          ? 'Demandez la production des données, connectez-vous et confirmez-la. Sinon, les données peuvent être supprimées à la fin de la période. Vous pouvez aussi prolonger la période, si le fondement le permet.'
          : '',
      (phrases) => (isDebtor(phrases) ? '' : phrases.by && `${phrases.owedBy} doit ${phrases.task}${phrases.by}.`),
    ],
  },
  'production-confirmed': {
    subject: 'Garder les données conservées : leur production est demandée',
    request: 'Veuillez faire en sorte que les données conservées soient gardées jusqu’à la décision sur la demande.',
    paragraphs: [
      ({ sender }) => `${sender} a confirmé sa demande de production des données. Connectez-vous pour voir la demande.`,
    ],
  },
  'preservation-ended': {
    subject: 'Conservation terminée sans demande de production',
    request: '',
    paragraphs: [
      'Aucune demande de production n’a été confirmée avant la fin de la période de conservation. La conservation des données n’est plus obligatoire.',
      'Si elles sont encore disponibles, le destinataire peut signaler de nouveau des données conservées.',
    ],
  },
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
        `${sender} a confirmé par écrit ce qui avait été demandé de vive voix. Connectez-vous pour lire la confirmation.`,
    ],
  },
};
