/** The words of every letter in French, in the order of a referral's life. */

import { isDoneByRule, isInterim, isOverdue, isWithdrawal, type LetterTexts, type Phrases } from '../letter-texts.ts';

export const letters: LetterTexts['letters'] = {
  receipt: {
    subject: 'Transmission reçue',
    request: '',
    paragraphs: [
      "Votre transmission a été reçue sous la référence ci-dessous. Veuillez la rappeler dans toute correspondance sur l'affaire.",
      ({ by, owedBy, task }) =>
        by && `${owedBy} doit ${task}${by}. Vous serez informé du destinataire et de la suite donnée.`,
    ],
  },
  'new-referral': {
    subject: ({ by }) => `Nouvelle transmission : accuser réception${by}`,
    request: ({ by }) => `Veuillez accuser réception de cette transmission${by}.`,
    paragraphs: [
      ({ sender }) => `${sender} vous transmet une affaire.`,
      "Accuser réception indique seulement que vous l'avez. Accepter ou refuser est une réponse distincte, avec son propre délai.",
    ],
  },
  reminder: {
    subject: ({ task, by }) => `Rappel d'échéance : ${task}${by}`,
    request: ({ task, by }) => `Veuillez ${task}${by}.`,
    paragraphs: [({ passed }) => passed && `${passed} du délai est écoulé.`],
  },
  escalation: {
    subject: (phrases) =>
      isOverdue(phrases)
        ? `En retard depuis le ${phrases.due} : ${phrases.task}`
        : `Escalade : ${phrases.task}${phrases.by}`,
    request: (phrases) =>
      isOverdue(phrases)
        ? `${phrases.owedBy} devait ${phrases.task}${phrases.by}, et ne l'a pas fait. ${afterwards(phrases)}`
        : `${phrases.owedBy} doit ${phrases.task}${phrases.by}. Veuillez y veiller.`,
    paragraphs: [
      (phrases) =>
        isOverdue(phrases) ? lateAnswer(phrases) : phrases.passed && `${phrases.passed} du délai est écoulé.`,
      'Vous recevez cette lettre en tant que permanence, suppléant ou superviseur : veuillez agir si cela vous incombe, et ' +
        "sinon vous assurer que quelqu'un le fait.",
    ],
  },
  'question-asked': {
    subject: ({ by }) => `Question sur votre transmission : répondre${by}`,
    request: ({ by }) => `Veuillez répondre à une question sur votre transmission${by}.`,
    paragraphs: [
      "L'auteur de la question ne peut pas poursuivre sans la réponse. La question se lit et la réponse se donne après connexion.",
    ],
  },
  'question-answered': {
    subject: (phrases) => `Réponse à votre question${nextStep(phrases)}`,
    request: (phrases) =>
      `Veuillez lire la réponse à votre question et poursuivre le traitement de cette transmission${nextStep(phrases)}.`,
    paragraphs: ['La réponse est montrée après connexion.'],
  },
  'question-expired': {
    subject: ({ by }) => `Question restée sans réponse : décider de la suite${by}`,
    request: ({ by }) => `Veuillez décider de la suite à donner à cette transmission${by}.`,
    paragraphs: [
      "Votre question n'a pas reçu de réponse à temps. Vous pouvez la poser de nouveau, ou décider sur la base de ce que vous avez.",
      'Si la réponse arrive encore, elle est prise en compte et marquée en retard.',
    ],
  },
  supplemented: {
    subject: 'Informations complémentaires ajoutées',
    request: ({ sender }) => `Veuillez lire les informations ajoutées à cette transmission par ${sender}.`,
    paragraphs: ['Elles sont montrées après connexion.'],
  },
  accepted: {
    subject: ({ recipient }) => `${recipient} a accepté`,
    request: '',
    paragraphs: [
      ({ recipient }) => `${recipient} a accepté cette transmission.`,
      ({ by }) => by && `Son compte rendu du résultat est attendu${by}.`,
    ],
  },
  declined: {
    subject: ({ recipient }) => `${recipient} a refusé`,
    request: '',
    paragraphs: [
      ({ recipient }) => `${recipient} a refusé cette transmission.`,
      "Sauf si le motif met fin à l'affaire, le point de contact suivant est sollicité. La suite est montrée après connexion.",
    ],
  },
  outcome: {
    subject: (phrases) =>
      `${phrases.recipient} a communiqué ${isInterim(phrases) ? 'un résultat provisoire' : 'le résultat'}`,
    request: '',
    paragraphs: [
      ({ recipient }) => `${recipient} a communiqué la suite donnée à cette transmission.`,
      (phrases) =>
        isInterim(phrases)
          ? "Il s'agit d'un compte rendu provisoire : un compte rendu final suivra."
          : 'Lorsque chaque destinataire aura terminé, le service coordinateur proposera de clôturer la transmission.',
    ],
  },
  'twin-outcome': {
    subject: "Un résultat a été communiqué dans l'affaire",
    request: '',
    paragraphs: [
      "Votre transmission a été clôturée comme doublon : l'affaire se poursuit sous une autre, et un résultat y a été " +
        'communiqué.',
      'Le service coordinateur peut vous dire ce qui peut vous en être transmis.',
    ],
  },
  'consent-asked': {
    subject: ({ by }) => `Retransmission : donner ou refuser le consentement${by}`,
    request: ({ by }) => `Veuillez donner ou refuser votre consentement à une retransmission${by}.`,
    paragraphs: [
      ({ recipient }) =>
        `${recipient} souhaite retransmettre l'affaire. Son code de traitement exige votre consentement.`,
      'À qui elle irait, et pourquoi, est montré après connexion.',
    ],
  },
  'consent-given': {
    subject: 'Consentement à la retransmission donné',
    request: '',
    paragraphs: [
      ({ sender }) => `${sender} consent à la retransmission. L'affaire va au point de contact que vous avez choisi.`,
    ],
  },
  'consent-refused': {
    subject: (phrases) => `Consentement à la retransmission refusé${nextStep(phrases)}`,
    request: (phrases) => `Veuillez poursuivre le traitement de cette transmission${nextStep(phrases)}.`,
    paragraphs: [
      ({ sender }) => `${sender} ne consent pas à la retransmission : l'affaire reste chez vous.`,
      'Le motif est montré après connexion.',
    ],
  },
  recalled: {
    subject: 'Transmission rappelée : effacer ce que vous détenez et le confirmer',
    request: "Veuillez effacer ce que vous détenez de cette transmission, et confirmer que vous l'avez fait.",
    paragraphs: ["La transmission a été rappelée. Veuillez cesser d'y travailler et n'en rien communiquer."],
  },
  replaced: {
    subject: (phrases) =>
      phrases.facts.recipient?.replacementAwaited
        ? `${phrases.recipient} n'a pas accusé réception : décider qui le remplace`
        : `${phrases.recipient} n'a pas accusé réception : envoi à un autre point de contact`,
    request: ({ facts }) =>
      facts.recipient?.replacementAwaited
        ? 'Veuillez décider qui reçoit cette transmission à la place du destinataire ci-dessous.'
        : '',
    paragraphs: [
      ({ recipient, facts }) =>
        facts.recipient?.replacementAwaited
          ? `${recipient} n'a pas accusé réception de cette transmission. À ce degré d'urgence, nul ne le remplace sans votre décision.`
          : `${recipient} n'a pas accusé réception de cette transmission. Elle a été envoyée aussi à un autre point de contact.`,
      "Si l'accusé de réception arrive encore, il est pris en compte et marqué en retard.",
    ],
  },
  held: {
    subject: 'Destinataire manquant : décider qui reçoit la transmission',
    request: 'Veuillez décider qui reçoit cette transmission.',
    paragraphs: [
      "Aucun destinataire n'a été trouvé pour elle ou pour l'un de ses pays, ou il n'en reste aucun qui puisse encore la prendre.",
      "Chaque point de contact examiné, et la raison pour laquelle il n'a pas été retenu, est montré après connexion.",
    ],
  },
  'delivery-failed': {
    subject: ({ recipient }) => `Lettre non remise : ${recipient}`,
    request: 'Veuillez joindre le destinataire ci-dessous par un autre moyen, et faire corriger son adresse.',
    paragraphs: [
      ({ recipient }) =>
        `${recipient} n'a pas pu être informé de cette transmission par courriel. Les délais continuent de courir.`,
    ],
  },
  'approval-asked': {
    subject: (phrases) =>
      isWithdrawal(phrases)
        ? `Retrait demandé : décider${phrases.by}`
        : `Clôture proposée : approuver ou renvoyer${phrases.by}`,
    request: (phrases) =>
      isWithdrawal(phrases)
        ? `Veuillez décider du retrait de cette transmission${phrases.by}.`
        : `Veuillez approuver ou renvoyer la clôture de cette transmission${phrases.by}.`,
    paragraphs: [
      (phrases) =>
        isWithdrawal(phrases)
          ? `${phrases.sender} demande à la retirer. Chaque destinataire serait prié d'effacer ce qu'il détient.`
          : "Qui a proposé la clôture ne peut pas l'approuver.",
    ],
  },
  'closure-returned': {
    subject: 'Clôture non approuvée : poursuivre',
    request: 'Veuillez poursuivre le traitement de cette transmission.',
    paragraphs: ['Sa clôture a été renvoyée. Le motif est montré après connexion.'],
  },
  closed: {
    subject: 'Transmission clôturée',
    request: '',
    paragraphs: ['Cette transmission est clôturée. Un superviseur du service coordinateur peut la rouvrir.'],
  },
  reopened: {
    subject: 'Transmission rouverte',
    request: '',
    paragraphs: [
      "Cette transmission est de nouveau ouverte et reprend au tri. Rien de ce qui précède n'est perdu.",
      ({ by, owedBy, task }) => by && `${owedBy} doit ${task}${by}.`,
    ],
  },
};

function nextStep({ due }: Phrases): string {
  return due && ` : prochaine étape avant le ${due}`;
}

function afterwards(phrases: Phrases): string {
  return isDoneByRule(phrases)
    ? 'Veuillez vérifier ce que les règles ont décidé à sa place.'
    : 'Veuillez y remédier immédiatement.';
}

function lateAnswer(phrases: Phrases): string {
  return isDoneByRule(phrases) ? '' : 'Une réponse qui arrive encore est prise en compte, et marquée en retard.';
}
