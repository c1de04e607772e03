/** The vocabulary in French. */

import type { Codes } from '../language.ts';

export const codes: Codes = {
  task: {
    triage: 'achever le tri',
    acknowledge: 'accuser réception de la transmission',
    decide: 'accepter ou refuser la transmission',
    outcome: 'communiquer un résultat',
    clarification: 'répondre à la question',
    'consent-onward': 'donner ou refuser le consentement à la retransmission',
    'closure-approval': 'approuver ou renvoyer la clôture',
  },
  urgency: {
    emergency: 'Urgence absolue',
    urgent: 'Urgent',
    standard: 'Normal',
    informational: 'Pour information',
  },
  handling: {
    H0: "H0 : utilisation selon les règles qui régissent l'échange",
    H1: "H1 : pas d'utilisation dans une procédure judiciaire sans autorisation du service expéditeur",
    H2: 'H2 : pas de diffusion sans autorisation du service expéditeur',
    H3: "H3 : d'autres restrictions s'appliquent ; à lire avant toute utilisation",
  },
  capability: {
    investigation: 'Enquête',
    'victim-identification': 'Identification des victimes',
    safeguarding: "Mise en sécurité de l'enfant",
    'victim-support': 'Aide aux victimes',
    'offender-management': 'Suivi des auteurs',
    'content-removal': 'Retrait de contenus',
    'data-preservation': 'Conservation de données',
    prosecution: 'Poursuites',
    'reporting-hotline': 'Ligne de signalement',
  },
};
