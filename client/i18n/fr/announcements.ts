/** French: the page that announces maintenance and outages of mail. */

import type { announcements as english } from '../en/announcements.ts';
import type { Texts } from '../texts.ts';

export const announcements: Texts<typeof english> = {
  about:
    'Une annonce figure sur chaque page et dans l’API jusqu’à sa fin. Chaque service la voit aussitôt, dans sa langue et son fuseau horaire. Les délais ne changent pas.',
  present: 'Annonces en cours',
  none: 'Rien n’est annoncé.',
  new: 'Nouvelle annonce',
  announce: 'Annoncer',
  kind: 'Objet de l’annonce',
  from: 'Début',
  'from-hint': 'Dans votre fuseau horaire, {{zone}}. Laissez le champ vide si cela commence maintenant.',
  to: 'Fin',
  'to-hint': 'Une maintenance doit avoir une fin. Laissez le champ vide si la fin d’une panne n’est pas connue.',
  unknown: 'Inconnue',
  end: 'Mettre fin à l’annonce',
  kinds: {
    maintenance: 'Maintenance',
    'mail-outage': 'Panne de la messagerie',
  },
  hints: {
    maintenance: 'Les pages et l’API peuvent ne pas répondre.',
    'mail-outage': 'Les notifications par courriel sont retardées.',
  },
  fault: {
    kind: 'Sélectionnez l’objet de l’annonce.',
    from: 'Saisissez une date et une heure, ou laissez le champ vide.',
    to: 'Saisissez une date et une heure après le début et dans le futur.',
  },
};
