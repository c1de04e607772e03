/** French: pages of people, their roles, sign-in accounts and sessions. */

import type { people as english } from '../en/people.ts';
import type { Texts } from '../texts.ts';

export const people: Texts<typeof english> = {
  add: 'Ajouter une personne',
  none: 'Aucune personne. Une personne peut se connecter après avoir reçu un rôle.',
  roles: 'Rôles',
  inactive: 'Aucun rôle',
  sessions: 'Sessions',
  'open-sessions_one': '{{count}} session est ouverte.',
  'open-sessions_other': '{{count}} sessions sont ouvertes.',
  'end-sessions': 'Fermer toutes les sessions',
  pseudonymise: 'Pseudonymiser cette personne',
  deactivate: 'Désactiver cette personne',
  'save-roles': 'Enregistrer les rôles pour {{agency}}',
  'another-agency': 'Ajouter des rôles dans un autre service',
  identities: 'Comptes de connexion',
  'no-identities': 'Cette personne ne peut pas encore se connecter. Ajoutez l’émetteur et le sujet de son compte.',
  issuer: 'Émetteur',
  'issuer-hint': 'Adresse du service de connexion, exactement comme dans ses jetons',
  scopes: 'Droits du jeton',
  subject: 'Sujet',
  'give-identity': 'Ajouter le compte de connexion',
  confirm: {
    deactivate: 'Désactiver {{name}}',
    'end-sessions': 'Fermer toutes les sessions de {{name}}',
    'take-identity': 'Supprimer un compte de connexion de {{name}}',
    pseudonymise: 'Pseudonymiser {{name}}',
    text: {
      pseudonymise:
        'Le nom, l’adresse et les comptes de connexion sont supprimés dès qu’un autre administrateur confirme. Le journal et le journal d’audit conservent l’identifiant et restent vérifiables. Cela ne peut pas être annulé.',
      deactivate:
        'Tous les rôles dans les services que vous administrez sont retirés et chaque session se ferme aussitôt. Les actions passées de cette personne restent consignées dans le journal d’audit.',
      'end-sessions': 'Cette personne est déconnectée aussitôt de tous les navigateurs. Elle peut se reconnecter.',
      'take-identity': 'Cette personne ne peut plus se connecter avec ce compte et chaque session se ferme aussitôt.',
    },
  },
};
