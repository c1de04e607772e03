/** Every letter in French, in the order of a referral's life. */

import { withFrenchDe } from '../../../domain/words/typography.ts';
import { isInterim, type LetterTexts, type Phrases } from '../letter-texts.ts';
import { clarificationLetters } from './clarification-letters.ts';
import { closureLetters } from './closure-letters.ts';
import { deadlineLetters } from './deadline-letters.ts';
import { retentionLetters } from './retention-letters.ts';

export const letters: LetterTexts['letters'] = {
  ...deadlineLetters,
  ...clarificationLetters,
  receipt: {
    subject: 'Transmission reçue',
    request: '',
    paragraphs: [
      'Votre transmission a été reçue sous la référence ci-dessous. Veuillez rappeler cette référence dans toute correspondance.',
      ({ by, owedBy, task }) => by && `${owedBy} doit ${task}${by}.`,
      'Un courriel vous informera lorsqu’un destinataire acceptera, refusera ou communiquera un résultat.',
    ],
  },
  'new-referral': {
    subject: ({ by }) => `Accuser réception${by} : nouvelle transmission`,
    request: ({ by }) => `Veuillez accuser réception de cette transmission${by}.`,
    paragraphs: [
      ({ sender }) => `${sender} vous transmet une affaire.`,
      'L’accusé de réception confirme seulement que vous l’avez reçue. L’acceptation ou le refus est une réponse distincte, avec son propre délai.',
    ],
  },
  'question-asked': {
    subject: ({ by }) => `Répondre à une question sur votre transmission${by}`,
    request: ({ by }) => `Veuillez répondre à une question sur votre transmission${by}.`,
    paragraphs: [
      'Le service qui a posé la question a besoin de la réponse pour poursuivre. Connectez-vous pour lire la question et y répondre.',
    ],
  },
  'question-answered': {
    subject: (phrases) => `Lire la réponse à votre question${nextDeadline(phrases)}`,
    request: (phrases) =>
      `Veuillez lire la réponse à votre question et poursuivre le traitement de cette transmission.${nextDeadlineIs(phrases)}`,
    paragraphs: ['Connectez-vous pour lire la réponse.'],
  },
  'question-expired': {
    subject: ({ by }) => `Décider de la suite${by} : votre question est restée sans réponse`,
    request: ({ by }) => `Veuillez décider de la suite à donner à cette transmission${by}.`,
    paragraphs: [
      'Votre question n’a pas reçu de réponse dans les délais. Vous pouvez la poser de nouveau, ou décider avec les informations dont vous disposez.',
      'Une réponse tardive est encore acceptée, et marquée comme telle.',
    ],
  },
  supplemented: {
    subject: 'Lire les informations ajoutées',
    request: ({ sender }) => `Veuillez lire les informations ajoutées à cette transmission par ${sender}.`,
    paragraphs: ['Connectez-vous pour les lire.'],
  },
  accepted: {
    subject: ({ recipient }) => `Transmission acceptée : ${recipient}`,
    request: '',
    paragraphs: [
      ({ recipient }) => `${recipient} a accepté cette transmission.`,
      ({ by }) => by && `Le résultat est attendu${by}.`,
    ],
  },
  declined: {
    subject: ({ recipient }) => `Transmission refusée : ${recipient}`,
    request: '',
    paragraphs: [
      ({ recipient }) => `${recipient} a refusé cette transmission.`,
      'La transmission passe au point de contact suivant, sauf si le motif met fin à l’affaire. Connectez-vous pour voir le motif et la suite.',
    ],
  },
  outcome: {
    subject: (phrases) =>
      `Résultat ${isInterim(phrases) ? 'provisoire' : 'définitif'} communiqué : ${phrases.recipient}`,
    request: '',
    paragraphs: [
      (phrases) =>
        `${phrases.recipient} a communiqué ${isInterim(phrases) ? 'un résultat provisoire' : 'le résultat définitif'}.`,
      (phrases) =>
        isInterim(phrases)
          ? 'Le résultat définitif suivra. Connectez-vous pour lire le compte rendu.'
          : 'Lorsque chaque destinataire aura terminé, le service coordinateur proposera la clôture. Connectez-vous pour lire le compte rendu.',
    ],
  },
  'lead-set': {
    subject: 'Vous êtes chef de file pour une transmission',
    request: '',
    paragraphs: [
      'Le service coordinateur vous a désigné chef de file pour cette transmission : vous coordonnez les destinataires des autres pays.',
      'Votre résultat est demandé avant la clôture. Le service coordinateur peut vous indiquer les autres destinataires.',
    ],
  },
  'at-capacity': {
    subject: 'Un point de contact a atteint sa charge maximale',
    request: '',
    paragraphs: [
      'Un point de contact qui aurait reçu cette transmission a déjà le nombre maximal de transmissions en attente d’accusé de réception.',
      'Connectez-vous pour voir quel point de contact l’a reçue. Si tous les points de contact appropriés ont atteint leur charge maximale, le premier d’entre eux l’a reçue, et sa réponse peut tarder.',
    ],
  },
  'twin-outcome': {
    subject: 'Résultat communiqué sur la transmission liée',
    request: '',
    paragraphs: [
      'Votre transmission a été clôturée comme doublon. L’affaire se poursuit sous une autre transmission, et un résultat y a été communiqué.',
      'Le service coordinateur peut vous indiquer ce qui peut vous être communiqué.',
    ],
  },
  'outcome-corrected': {
    subject: ({ recipient }) => `Résultat corrigé : ${recipient}`,
    request: '',
    paragraphs: [
      ({ recipient }) => `${recipient} a corrigé son résultat définitif. Le résultat corrigé remplace le précédent.`,
      'Connectez-vous pour lire le résultat corrigé et le motif.',
    ],
  },
  'twin-outcome-corrected': {
    subject: 'Résultat corrigé sur la transmission liée',
    request: '',
    paragraphs: [
      'Votre transmission a été clôturée comme doublon. L’affaire se poursuit sous une autre transmission, et son résultat y a été corrigé.',
      'Le service coordinateur peut vous indiquer ce qui peut vous être communiqué.',
    ],
  },
  'consent-asked': {
    subject: ({ by }) => `Donner ou refuser le consentement${by} : transmission ultérieure`,
    request: ({ by }) => `Veuillez donner ou refuser le consentement à une transmission ultérieure${by}.`,
    paragraphs: [
      ({ recipient }) =>
        `${recipient} souhaite transmettre l’affaire à un autre service. Le code de traitement exige votre consentement.`,
      'Connectez-vous pour voir qui la recevrait, et pourquoi.',
    ],
  },
  'consent-given': {
    subject: 'Consentement à la transmission ultérieure donné',
    request: '',
    paragraphs: [
      ({ sender }) =>
        `${sender} a donné son consentement à la transmission ultérieure. L’affaire passe au point de contact que vous avez choisi.`,
    ],
  },
  'consent-refused': {
    subject: (phrases) => `Poursuivre le traitement${nextDeadline(phrases)} : consentement refusé`,
    request: (phrases) => `Veuillez poursuivre le traitement de cette transmission.${nextDeadlineIs(phrases)}`,
    paragraphs: [
      ({ sender }) =>
        `${sender} a refusé son consentement à la transmission ultérieure. L’affaire reste auprès de votre service.`,
      'Connectez-vous pour lire le motif.',
    ],
  },
  'onward-lapsed': {
    subject: 'Une transmission ultérieure n’est plus possible',
    request: '',
    paragraphs: [
      ({ recipient }) =>
        `${recipient} voulait transmettre l’affaire à un autre service. Le consentement n’a pas été refusé à temps, mais cette transmission n’est plus possible.`,
      ({ recipient }) =>
        `Le point de contact a déjà reçu l’affaire, ou le nombre maximal de transmissions ultérieures est atteint. L’affaire reste auprès du destinataire : ${recipient}.`,
    ],
  },
  recalled: {
    subject: 'Effacer cette transmission rappelée et confirmer l’effacement',
    request: 'Veuillez effacer tout ce que vous détenez de cette transmission, et confirmer l’effacement.',
    paragraphs: [
      'La transmission a été rappelée auprès de votre service. Veuillez cesser tout traitement et ne rien communiquer.',
    ],
  },
  replaced: {
    subject: ({ by, recipient, facts }) => {
      if (facts.recipient?.replacement === undefined)
        return `Envoi à un autre point de contact à la place ${withFrenchDe(recipient)}`;
      return `Désigner un destinataire${by} à la place ${withFrenchDe(recipient)}`;
    },
    request: ({ by, facts }) =>
      facts.recipient?.replacement
        ? `Veuillez désigner un destinataire à la place de celui indiqué ci-dessous${by}.`
        : '',
    paragraphs: [
      ({ recipient, facts }) => {
        const unanswered = `${recipient} n’a pas accusé réception de cette transmission.`;
        switch (facts.recipient?.replacement) {
          case 'supervisor-decides':
            return `${unanswered} À ce degré d’urgence, un superviseur décide qui le remplace.`;
          case 'nobody-found':
            return `${unanswered} Les règles n’ont trouvé aucun autre point de contact qui puisse la recevoir.`;
          case 'nobody-left':
            return `${unanswered} Aucun autre destinataire ne l’a plus.`;
          case 'gave-back':
            return `${recipient} n’a plus cette transmission. Les règles n’ont trouvé aucun autre point de contact qui puisse la recevoir.`;
          case undefined:
            return `${unanswered} La transmission a été envoyée aussi à un autre point de contact.`;
        }
      },
      ({ facts }) =>
        facts.recipient?.replacement === 'gave-back'
          ? ''
          : 'Un accusé de réception tardif est encore accepté, et marqué comme tel.',
    ],
  },
  held: {
    subject: ({ by }) => `Désigner un destinataire${by} : les règles n’en ont trouvé aucun`,
    request: ({ by }) => `Veuillez désigner un destinataire pour cette transmission${by}, ou proposer la clôture.`,
    paragraphs: [
      'Aucun destinataire n’a été trouvé pour la transmission ou pour l’un de ses pays, ou il n’en reste aucun.',
      'Connectez-vous pour voir les points de contact examinés, et pourquoi ils n’ont pas été retenus.',
    ],
  },
  'delivery-failed': {
    subject: ({ recipient }) => `Joindre ${recipient} par un autre moyen : courriel non remis`,
    request:
      'Veuillez joindre le destinataire ci-dessous par un autre moyen, et faire corriger son adresse électronique.',
    paragraphs: [
      ({ recipient }) =>
        `Le courriel annonçant cette transmission à ${recipient} n’a pas été remis. Les délais continuent de courir.`,
    ],
  },
  'taken-back': {
    subject: 'Une action a été annulée',
    request: '',
    paragraphs: [
      'Une action sur cette transmission, dont vous avez été informé, a été annulée. La transmission est revenue à son état précédent.',
      'Connectez-vous pour voir son état.',
    ],
  },
  reopened: {
    subject: 'Transmission rouverte',
    request: '',
    paragraphs: [
      'Cette transmission a été rouverte et repasse au tri. Les entrées précédentes sont conservées.',
      ({ by, owedBy, task }) => by && `${owedBy} doit ${task}${by}.`,
    ],
  },
  ...closureLetters,
  ...retentionLetters,
};

function nextDeadline({ due }: Phrases): string {
  return due && ` (prochaine échéance : ${due})`;
}

function nextDeadlineIs({ due }: Phrases): string {
  return due && ` La prochaine échéance est le ${due}.`;
}
