/** The clocks of a referral, in French. */

import type { ClockWords } from '../vocabulary-words.ts';

export const clockWords: ClockWords = {
  clockName: {
    triage: 'Tri',
    acknowledge: 'Accusé de réception',
    decide: 'Décision',
    outcome: 'Résultat',
    clarification: 'Précisions',
    'consent-onward': 'Consentement à la transmission ultérieure',
    'closure-approval': 'Approbation de la clôture',
    'written-confirmation': 'Confirmation écrite',
    translation: 'Traduction',
    'first-answer': 'Première réponse',
    removal: 'Retrait du contenu',
    'find-recipient': 'Recherche d’un destinataire',
    'retention-review': 'Réexamen de la conservation',
  },
  clockTask: {
    triage: 'achever le tri',
    acknowledge: 'accuser réception de la transmission',
    decide: 'accepter ou refuser la transmission',
    outcome: 'communiquer un résultat',
    clarification: 'répondre à la question',
    'consent-onward': 'donner ou refuser le consentement à la transmission ultérieure',
    'closure-approval': 'approuver ou renvoyer la clôture',
    'written-confirmation': 'confirmer la demande orale par écrit',
    translation: 'fournir la traduction',
    'first-answer': 'donner une première réponse',
    removal: 'faire retirer le contenu et en rendre compte',
    'find-recipient': 'trouver un destinataire',
    'retention-review': 'décider si l’affaire est conservée ou effacée',
  },
  clockStatus: { running: 'En cours', paused: 'Suspendu', expired: 'En retard', stopped: 'Terminé' },
  debtor: {
    sender: 'Service expéditeur',
    coordinator: 'Service coordinateur',
    recipient: 'Destinataire',
    asked: 'Partie sollicitée',
  },
  expiryAction: {
    breach: 'consigné comme échéance manquée',
    escalate: 'escalade aux superviseurs',
    'tacit-clearance': 'le consentement est réputé donné',
    'duty-lapses': 'l’obligation s’éteint',
    'auto-erase': 'les données de l’affaire sont effacées',
    'proceed-by-rule': 'les règles décident',
  },
  extensionReason: {
    'judicial-authorisation': 'Une autorisation judiciaire est nécessaire',
    'third-party': 'Une autre autorité ou une entreprise détient l’information',
    complexity: 'L’affaire est complexe',
    other: 'Autre motif',
  },
  pauseReason: { question: 'une question est en cours', translation: 'une traduction est attendue' },
};
