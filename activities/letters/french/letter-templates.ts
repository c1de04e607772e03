/** The words of every letter in French, in the order of a referral's life. */

import type { Language, Said } from '../language.ts';
import { goesOnByRule, isInterim, isOverdue, isWithdrawal } from '../situation.ts';

export const letters: Language['letters'] = {
  receipt: {
    subject: 'Transmission reçue',
    asks: '',
    says: [
      "Votre transmission a été reçue sous la référence ci-dessous. Veuillez la rappeler dans toute correspondance sur l'affaire.",
      ({ by, owedBy, task }) =>
        by && `${owedBy} doit ${task}${by}. Vous serez informé du destinataire et de la suite donnée.`,
    ],
  },
  'new-referral': {
    subject: ({ by }) => `Nouvelle transmission : accuser réception${by}`,
    asks: ({ by }) => `Veuillez accuser réception de cette transmission${by}.`,
    says: [
      ({ sender }) => `${sender} vous transmet une affaire.`,
      "Accuser réception indique seulement que vous l'avez. Accepter ou refuser est une réponse distincte, avec son propre délai.",
    ],
  },
  reminder: {
    subject: ({ task, by }) => `Rappel d'échéance : ${task}${by}`,
    asks: ({ task, by }) => `Veuillez ${task}${by}.`,
    says: [({ passed }) => passed && `${passed} du délai est écoulé.`],
  },
  escalation: {
    subject: (said) =>
      isOverdue(said) ? `En retard depuis le ${said.due} : ${said.task}` : `Escalade : ${said.task}${said.by}`,
    asks: (said) =>
      isOverdue(said)
        ? `${said.owedBy} devait ${said.task}${said.by}, et ne l'a pas fait. ${afterwards(said)}`
        : `${said.owedBy} doit ${said.task}${said.by}. Veuillez y veiller.`,
    says: [
      (said) => (isOverdue(said) ? lateAnswer(said) : said.passed && `${said.passed} du délai est écoulé.`),
      'Vous recevez cette lettre en tant que permanence, suppléant ou superviseur : veuillez agir si cela vous incombe, et ' +
        "sinon vous assurer que quelqu'un le fait.",
    ],
  },
  'question-asked': {
    subject: ({ by }) => `Question sur votre transmission : répondre${by}`,
    asks: ({ by }) => `Veuillez répondre à une question sur votre transmission${by}.`,
    says: [
      "L'auteur de la question ne peut pas poursuivre sans la réponse. La question se lit et la réponse se donne après connexion.",
    ],
  },
  'question-answered': {
    subject: (said) => `Réponse à votre question${nextStep(said)}`,
    asks: (said) =>
      `Veuillez lire la réponse à votre question et poursuivre le traitement de cette transmission${nextStep(said)}.`,
    says: ['La réponse est montrée après connexion.'],
  },
  'question-expired': {
    subject: ({ by }) => `Question restée sans réponse : décider de la suite${by}`,
    asks: ({ by }) => `Veuillez décider de la suite à donner à cette transmission${by}.`,
    says: [
      "Votre question n'a pas reçu de réponse à temps. Vous pouvez la poser de nouveau, ou décider sur la base de ce que vous avez.",
      'Si la réponse arrive encore, elle est prise en compte et marquée en retard.',
    ],
  },
  supplemented: {
    subject: 'Informations complémentaires ajoutées',
    asks: ({ sender }) => `Veuillez lire les informations ajoutées à cette transmission par ${sender}.`,
    says: ['Elles sont montrées après connexion.'],
  },
  accepted: {
    subject: ({ recipient }) => `${recipient} a accepté`,
    asks: '',
    says: [
      ({ recipient }) => `${recipient} a accepté cette transmission.`,
      ({ by }) => by && `Son compte rendu du résultat est attendu${by}.`,
    ],
  },
  declined: {
    subject: ({ recipient }) => `${recipient} a refusé`,
    asks: '',
    says: [
      ({ recipient }) => `${recipient} a refusé cette transmission.`,
      "Sauf si le motif met fin à l'affaire, le point de contact suivant est sollicité. La suite est montrée après connexion.",
    ],
  },
  outcome: {
    subject: (said) => `${said.recipient} a communiqué ${isInterim(said) ? 'un résultat provisoire' : 'le résultat'}`,
    asks: '',
    says: [
      ({ recipient }) => `${recipient} a communiqué la suite donnée à cette transmission.`,
      (said) =>
        isInterim(said)
          ? "Il s'agit d'un compte rendu provisoire : un compte rendu final suivra."
          : 'Lorsque chaque destinataire aura terminé, le service coordinateur proposera de clôturer la transmission.',
    ],
  },
  'twin-outcome': {
    subject: "Un résultat a été communiqué dans l'affaire",
    asks: '',
    says: [
      "Votre transmission a été clôturée comme doublon : l'affaire se poursuit sous une autre, et un résultat y a été " +
        'communiqué.',
      'Le service coordinateur peut vous dire ce qui peut vous en être transmis.',
    ],
  },
  'consent-asked': {
    subject: ({ by }) => `Retransmission : donner ou refuser le consentement${by}`,
    asks: ({ by }) => `Veuillez donner ou refuser votre consentement à une retransmission${by}.`,
    says: [
      ({ recipient }) =>
        `${recipient} souhaite retransmettre l'affaire. Son code de traitement exige votre consentement.`,
      'À qui elle irait, et pourquoi, est montré après connexion.',
    ],
  },
  'consent-given': {
    subject: 'Consentement à la retransmission donné',
    asks: '',
    says: [
      ({ sender }) => `${sender} consent à la retransmission. L'affaire va au point de contact que vous avez choisi.`,
    ],
  },
  'consent-refused': {
    subject: (said) => `Consentement à la retransmission refusé${nextStep(said)}`,
    asks: (said) => `Veuillez poursuivre le traitement de cette transmission${nextStep(said)}.`,
    says: [
      ({ sender }) => `${sender} ne consent pas à la retransmission : l'affaire reste chez vous.`,
      'Le motif est montré après connexion.',
    ],
  },
  recalled: {
    subject: 'Transmission rappelée : effacer ce que vous détenez et le confirmer',
    asks: "Veuillez effacer ce que vous détenez de cette transmission, et confirmer que vous l'avez fait.",
    says: ["La transmission a été rappelée. Veuillez cesser d'y travailler et n'en rien communiquer."],
  },
  replaced: {
    subject: (said) =>
      said.facts.recipient?.replacementAwaited
        ? `${said.recipient} n'a pas accusé réception : décider qui le remplace`
        : `${said.recipient} n'a pas accusé réception : envoi à un autre point de contact`,
    asks: ({ facts }) =>
      facts.recipient?.replacementAwaited
        ? 'Veuillez décider qui reçoit cette transmission à la place du destinataire ci-dessous.'
        : '',
    says: [
      ({ recipient, facts }) =>
        facts.recipient?.replacementAwaited
          ? `${recipient} n'a pas accusé réception de cette transmission. À ce degré d'urgence, nul ne le remplace sans votre décision.`
          : `${recipient} n'a pas accusé réception de cette transmission. Elle a été envoyée aussi à un autre point de contact.`,
      "Si l'accusé de réception arrive encore, il est pris en compte et marqué en retard.",
    ],
  },
  held: {
    subject: 'Destinataire manquant : décider qui reçoit la transmission',
    asks: 'Veuillez décider qui reçoit cette transmission.',
    says: [
      "Aucun destinataire n'a été trouvé pour elle ou pour l'un de ses pays, ou il n'en reste aucun qui puisse encore la prendre.",
      "Chaque point de contact examiné, et la raison pour laquelle il n'a pas été retenu, est montré après connexion.",
    ],
  },
  'delivery-failed': {
    subject: ({ recipient }) => `Lettre non remise : ${recipient}`,
    asks: 'Veuillez joindre le destinataire ci-dessous par un autre moyen, et faire corriger son adresse.',
    says: [
      ({ recipient }) =>
        `${recipient} n'a pas pu être informé de cette transmission par courriel. Les délais continuent de courir.`,
    ],
  },
  'approval-asked': {
    subject: (said) =>
      isWithdrawal(said) ? `Retrait demandé : décider${said.by}` : `Clôture proposée : approuver ou renvoyer${said.by}`,
    asks: (said) =>
      isWithdrawal(said)
        ? `Veuillez décider du retrait de cette transmission${said.by}.`
        : `Veuillez approuver ou renvoyer la clôture de cette transmission${said.by}.`,
    says: [
      (said) =>
        isWithdrawal(said)
          ? `${said.sender} demande à la retirer. Chaque destinataire serait prié d'effacer ce qu'il détient.`
          : "Qui a proposé la clôture ne peut pas l'approuver.",
    ],
  },
  'closure-returned': {
    subject: 'Clôture non approuvée : poursuivre',
    asks: 'Veuillez poursuivre le traitement de cette transmission.',
    says: ['Sa clôture a été renvoyée. Le motif est montré après connexion.'],
  },
  closed: {
    subject: 'Transmission clôturée',
    asks: '',
    says: ['Cette transmission est clôturée. Un superviseur du service coordinateur peut la rouvrir.'],
  },
  reopened: {
    subject: 'Transmission rouverte',
    asks: '',
    says: [
      "Cette transmission est de nouveau ouverte et reprend au tri. Rien de ce qui précède n'est perdu.",
      ({ by, owedBy, task }) => by && `${owedBy} doit ${task}${by}.`,
    ],
  },
};

function nextStep({ due }: Said): string {
  return due && ` : prochaine étape avant le ${due}`;
}

function afterwards(said: Said): string {
  return goesOnByRule(said)
    ? 'Veuillez vérifier ce que les règles ont décidé à sa place.'
    : 'Veuillez y remédier immédiatement.';
}

function lateAnswer(said: Said): string {
  return goesOnByRule(said) ? '' : 'Une réponse qui arrive encore est prise en compte, et marquée en retard.';
}
