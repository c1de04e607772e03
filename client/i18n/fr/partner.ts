/** French: the inbox of partner agencies, and what the network knows of them. */

import type { partner as english } from '../en/partner.ts';
import type { Texts } from '../texts.ts';

export const partner: Texts<typeof english> = {
  inbox: {
    empty: 'Rien ne vous attend. Ce dont votre service doit accuser réception, décider ou rendre compte figure ici.',
    'none-fits': 'Rien de ce qui vous attend ne correspond à ces filtres.',
    acknowledge: 'Accuser réception de la sélection',
    result: 'Résultat',
    refused: 'Refusé',
    summary_one: '{{count}} accusé de réception, {{refused}} refus.',
    summary_other: '{{count}} accusés de réception, {{refused}} refus.',
    'none-selected': 'Rien n’était sélectionné.',
  },
  agency: {
    confirm: 'Nous sommes toujours là : tout est exact',
    'confirm-hint':
      'Un point de contact que personne n’a confirmé depuis 400 jours ne reçoit plus de transmissions selon les règles. Votre administrateur corrige ce qui n’est plus exact.',
    confirmed: 'Vos points de contact sont confirmés à ce jour.',
    points: 'Points de contact',
    'no-points':
      'Votre service n’a aucun point de contact : rien ne peut lui être transmis. Demandez à votre administrateur d’en ajouter un.',
    capabilities: 'Capacités',
    'no-capabilities': 'Le registre ne connaît rien que votre service assure pour son pays.',
    capability: 'Capacité',
    level: 'Niveau',
    verified: 'Confirmé',
    'free-days': 'Jours de fermeture',
    'no-free-days': 'Aucun jour férié n’est connu pour votre pays, et aucun jour de fermeture propre n’est enregistré.',
    day: 'Jour',
    why: 'Motif',
  },
  point: {
    email: 'Adresse électronique',
    duty: 'Adresse hors des heures d’ouverture',
    deputy: 'Suppléant',
    hours: 'Horaires',
    languages: 'Langues',
    kinds: 'Accepte',
    clearances: 'Codes de traitement',
  },
};
