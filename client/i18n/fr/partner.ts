/** French: the inbox of partner agencies, and what the network knows of them. */

import type { partner as english } from '../en/partner.ts';
import type { Texts } from '../texts.ts';

export const partner: Texts<typeof english> = {
  inbox: {
    empty:
      'Aucune tâche n’attend votre service. Les transmissions dont vous devez accuser réception, décider ou rendre compte figurent ici.',
    'none-fits': 'Aucune tâche en attente ne correspond à ces filtres.',
    acknowledge: 'Accuser réception des transmissions sélectionnées',
    result: 'Résultat',
    refused: 'Refusé',
    summary_one: '{{count}} accusé de réception, {{refused}} refus.',
    summary_other: '{{count}} accusés de réception, {{refused}} refus.',
    'none-selected': 'Aucune transmission n’était sélectionnée.',
  },
  address: {
    title: 'Modifier une adresse de {{point}}',
    how: 'Un courriel avec un lien part à l’ancienne et à la nouvelle adresse. L’adresse changera quand les deux auront confirmé.',
    which: 'Adresse à modifier',
    new: 'Nouvelle adresse électronique',
    ask: 'Envoyer les deux courriels',
    'confirm-title': 'Confirmer une nouvelle adresse',
    confirm: 'Confirmer',
    refuse: 'Refuser ce changement',
    done: {
      asked: 'Les courriels ont été envoyés. L’adresse changera quand les deux adresses auront confirmé.',
      half: 'Votre confirmation a été enregistrée. L’adresse changera quand l’autre adresse aura aussi confirmé.',
      addressed: 'L’adresse a été modifiée, et la modification consignée dans le journal d’audit.',
      refused:
        'Vous avez refusé le changement. Rien n’a été modifié, et un courriel en informe les superviseurs de votre service.',
    },
  },
  agency: {
    confirm: 'Confirmer ces informations',
    'confirm-hint':
      'Les règles ne choisissent plus un point de contact non confirmé depuis 400 jours. Demandez à votre administrateur de corriger les informations périmées.',
    confirmed: 'Les informations de vos points de contact ont été confirmées à ce jour.',
    points: 'Points de contact',
    'no-points':
      'Votre service n’a aucun point de contact : rien ne peut lui être transmis. Demandez à votre administrateur d’en ajouter un.',
    capabilities: 'Capacités',
    'no-capabilities': 'Le registre des capacités ne contient aucune entrée pour votre service.',
    capability: 'Capacité',
    level: 'Niveau',
    verified: 'Confirmé',
    'free-days': 'Jours de fermeture',
    'half-day': '{{name}} (ferme à {{at}})',
    'no-free-days': 'Il n’y a aucun jour férié pour votre pays ni aucun jour de fermeture de votre service.',
    day: 'Jour',
    why: 'Motif',
  },
  point: {
    email: 'Adresse électronique',
    duty: 'Adresse hors des heures de service',
    deputy: 'Suppléant',
    hours: 'Heures de service',
    'working-days': 'Jours ouvrables {{hours}}',
    languages: 'Langues',
    kinds: 'Accepte',
    clearances: 'Codes de traitement',
  },
};
