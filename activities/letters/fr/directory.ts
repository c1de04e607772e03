/** Letters about the directory in French. */

import { withFrenchDe } from '../../../domain/words/typography.ts';
import type { DirectoryLetterTexts } from '../letter-texts.ts';

export const directory: DirectoryLetterTexts = {
  changed: {
    subject: (agency) => `L’entrée ${withFrenchDe(agency)} dans l’annuaire a été modifiée`,
    lead: 'Un administrateur a modifié des données de votre service, et une autre personne a confirmé la modification.',
    check:
      'Si vous n’attendez pas cette modification, prévenez les administrateurs de votre service et du service coordinateur.',
  },
  address: {
    subject: (point) => `Confirmer l’adresse électronique ${withFrenchDe(point)}`,
    lead: {
      old: 'Un agent de votre service demande de remplacer cette adresse électronique. Veuillez confirmer ce changement.',
      new: 'Un agent de votre service demande d’utiliser cette adresse électronique. Veuillez confirmer ce changement.',
    },
    both: 'L’adresse changera quand l’ancienne et la nouvelle adresse auront confirmé. Le lien est valable 14 jours.',
    ignore:
      'Si vous n’attendez pas cette modification, ne confirmez pas, et prévenez les administrateurs de votre service.',
  },
  unchanged: {
    subject: (point) => `L’adresse électronique ${withFrenchDe(point)} n’a pas été modifiée`,
    lead: {
      refused:
        'Un lecteur de l’un des deux courriels a refusé le changement de l’adresse électronique. Rien n’a été modifié.',
      lapsed:
        'Le changement de l’adresse électronique n’a pas été confirmé depuis les deux adresses en 14 jours. Rien n’a été modifié.',
    },
    next: {
      refused:
        'Si vous ne vous attendiez pas à ce changement, prévenez les administrateurs de votre service. S’il était voulu, demandez-le de nouveau.',
      lapsed: 'Si le changement est toujours nécessaire, demandez-le de nouveau.',
    },
  },
  confirmation: {
    subject: (point) => `Confirmer les données ${withFrenchDe(point)}`,
    lead: 'Veuillez vérifier les données de votre point de contact et de les confirmer. La dernière confirmation date de plus d’un an.',
    otherwise: 'Sans confirmation, l’acheminement ne choisit plus ce point de contact à partir de la date ci-dessous.',
    outdated: 'Si une donnée n’est plus exacte, demandez à un administrateur de votre service de la corriger.',
    last: 'Dernière confirmation',
    leftOut: 'Écarté à partir du',
  },
  labels: {
    agency: 'Service',
    change: 'Modification',
    entry: 'Entrée',
    proposer: 'Proposée par',
    confirmer: 'Confirmée par',
    audit: 'Ouvrir le journal d’audit (connexion requise)',
    confirm: 'Confirmer l’adresse (connexion requise)',
    agencyPage: 'Ouvrir la page de votre service (connexion requise)',
  },
  edits: {
    'add-agency': 'Service ajouté',
    'change-agency': 'Service modifié',
    'disable-agency': 'Service désactivé',
    'enable-agency': 'Service réactivé',
    'add-contact-point': 'Point de contact ajouté',
    'change-contact-point': 'Point de contact modifié',
    'disable-contact-point': 'Point de contact désactivé',
    'enable-contact-point': 'Point de contact réactivé',
    'verify-contact-point': 'Point de contact confirmé',
    'set-capability': 'Capacité d’un pays définie',
    'confirm-capability': 'Capacité d’un pays confirmée',
    'import-directory': 'Entrées importées d’un fichier',
    'change-address': 'Adresse d’un point de contact modifiée',
    'add-closed-day': 'Jour de fermeture ajouté',
    'remove-closed-day': 'Jour de fermeture supprimé',
    'add-person': 'Personne ajoutée',
    'change-person': 'Personne modifiée',
    'set-roles': 'Rôles modifiés',
    'deactivate-person': 'Personne désactivée',
    'pseudonymise-person': 'Personne pseudonymisée',
    'add-account': 'Compte de connexion ajouté',
    'remove-account': 'Compte de connexion supprimé',
    'add-webhook': 'Webhook ajouté',
    'remove-webhook': 'Webhook supprimé',
    'reseal-data': 'Données enregistrées à chiffrer avec une clé',
    'renew-digests': 'Empreintes enregistrées à renouveler',
    'adopt-policies': 'Règles de délai adoptées',
  },
};
