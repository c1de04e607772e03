/** French texts of letters. */

import { digest } from './fr/digest.ts';
import { directory } from './fr/directory.ts';
import { letters } from './fr/letter-templates.ts';
import type { LetterTexts } from './letter-texts.ts';

export const french: LetterTexts = {
  letters,
  digest,
  emergencyReading: {
    subject: '[Liaise] À vérifier : consultation en urgence',
    lead: 'Veuillez vérifier une consultation en urgence.',
    advice:
      'Une personne de votre service a invoqué une urgence pour consulter ces données. Une seconde personne doit décider si cette consultation était justifiée.',
    at: 'Heure de la consultation',
    link: 'Ouvrir les consultations (connexion requise)',
  },
  readingBeyondAllowance: {
    subject: '[Liaise] Plus de transmissions consultées que permis',
    lead: 'Une personne de votre service a consulté plus de transmissions que son quota ne le permet.',
    advice: 'La personne a indiqué une seconde finalité. Les auditeurs la voient dans le journal d’audit.',
    at: 'Heure de la consultation',
    link: 'Ouvrir les consultations (connexion requise)',
  },
  logAlarm: {
    subject: '[Liaise] Alerte du journal d’audit',
    lead: 'Veuillez examiner une alerte du journal d’audit et l’acquitter.',
    advice:
      'Prévenez immédiatement les exploitants. La commande « liaise check » leur indique ce qui diffère. Tant que la cause n’est pas connue, ne vous fiez pas à l’enregistrement de nouvelles affaires.',
    at: 'Heure de l’alerte',
    link: 'Ouvrir les alertes (connexion requise)',
  },
  webhookDisabled: {
    subject: '[Liaise] Un webhook de votre service a été désactivé',
    lead: 'Veuillez vérifier un webhook de votre service : Liaise ne lui envoie plus de messages.',
    advice:
      'Sa cible a échoué pendant cinq jours, ou a répondu qu’elle n’existe plus. Quand elle fonctionne de nouveau, réactivez le webhook et renvoyez les messages en échec.',
    at: 'Désactivé le',
    link: 'Ouvrir les webhooks (connexion requise)',
  },
  directory,
  drill: {
    mark: 'EXERCICE (DRILL) :',
    notice:
      'Ceci est un exercice : une transmission d’essai, sans affaire. Accusez-en réception comme pour une vraie. Rien d’autre n’est demandé.',
  },
  urgencyMark: { emergency: 'URGENCE ABSOLUE - ', urgent: 'URGENT - ', standard: '', informational: '' },
  labels: {
    reference: 'Référence',
    ownReference: 'Votre numéro',
    deputyFor: 'En remplacement de',
    sender: 'Service expéditeur',
    recipient: 'Destinataire',
    requested: 'Action demandée',
    urgency: 'Urgence',
    handling: 'Traitement',
    link: 'Ouvrir la transmission (connexion requise)',
  },
  by: (due) => `avant le ${due}`,
  colon: ' :',
  nothingAsked: 'Pour votre information : aucune action n’est requise.',
  unnamedAgency: 'Le service concerné',
  unnamedTask: 'donner suite à la transmission',
  bundle: {
    andMore: (count) => `et ${count} autre${count > 1 ? 's' : ''}`,
    lead: (count) =>
      `Ce courriel réunit ${count} messages. Chacun indique la transmission concernée et ce qui vous est demandé.`,
    heldBack:
      'Plusieurs courriels vous ont été envoyés en une heure. Les messages suivants ont donc été retenus et sont réunis ici.',
  },
  footer: [
    'Avec Liaise, les services partenaires se transmettent des affaires et suivent les délais. Ce courriel a été envoyé automatiquement.',
    'Par sécurité, il ne contient aucune donnée de l’affaire. Connectez-vous pour consulter ces données. Ne les communiquez jamais en réponse à un courriel.',
    ({ addressee }) => `Il est adressé à ${addressee}. Si vous l’avez reçu par erreur, veuillez le supprimer.`,
  ],
};
