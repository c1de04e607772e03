/** French: the capability registry. */

import type { registry as english } from '../en/registry.ts';
import type { Texts } from '../texts.ts';

export const registry: Texts<typeof english> = {
  seen: '{{capability}}, pays du réseau : complète dans {{full}}, partielle dans {{partial}}, absente dans {{none}}, non vérifiée dans {{unverified}}. « Non vérifiée » signifie que la dernière confirmation manque ou date de plus de {{days}} jours.',
  what: 'Ce que chaque pays peut faire, qui l’assure et qui l’a confirmé. Un administrateur propose une entrée et un autre la confirme.',
  of: '{{capability}} : {{country}}',
  stated: 'Niveau indiqué',
  confirmed: 'Confirmé',
  never: 'Jamais',
  recorded: 'Enregistré par',
  change: 'Modifier',
  confirm: 'J’ai vérifié cette entrée : la confirmer à la date d’aujourd’hui',
  'level-hint': 'Aucune : sans service. Partielle et complète : au moins un service.',
  'providers-hint': 'Services du pays et organisations internationales',
  gaps: {
    title: 'Lacunes dans les capacités',
    hint: 'Capacités qu’un pays n’a pas, n’a qu’en partie ou n’a pas confirmées depuis {{days}} jours.',
    none: 'Il n’y a pas de lacune. Chaque capacité de chaque pays est complète et confirmée.',
  },
  /** Of a contact point. */
  point: {
    disable: 'Désactiver ce point de contact',
    'disable-hint':
      'Si vous le désactivez, il ne sera plus choisi et rien ne lui sera envoyé. La proposition indique ses transmissions en cours.',
    enable: 'Réactiver ce point de contact',
    'enable-hint': 'Si vous le réactivez, il pourra de nouveau recevoir des transmissions.',
  },
  drill: {
    mark: 'EXERCICE (DRILL)',
    notice:
      'Ceci est un exercice : une transmission d’essai, sans affaire. Accusez-en réception comme pour une vraie. Rien d’autre n’est demandé.',
    'no-particulars': 'Un exercice n’a pas de données de l’affaire.',
    what: 'Un exercice est une transmission d’essai à un point de contact. Il se termine par l’accusé de réception ou à la fin du délai. Il ne figure dans aucune statistique. Un point de contact qui n’a pas répondu à son dernier exercice vient après les autres de son type.',
    none: 'Il n’y a pas de point de contact pour un exercice.',
    last: 'Dernier exercice',
    next: 'Prochain exercice',
    start: 'Lancer un exercice',
    started: 'L’exercice a été lancé. Le point de contact reçoit un courriel marqué DRILL.',
    running: 'En cours',
    unanswered: 'pas d’accusé de réception dans les délais',
    after_one: 'accusé de réception après {{count}} heure',
    after_other: 'accusé de réception après {{count}} heures',
    never: 'Jamais',
    'by-hand': 'Non planifié',
    due: 'Quand le point de contact est ouvert',
    refused:
      'Un exercice de ce point de contact est en cours, ou ce point ou son service est désactivé. Attendez la fin de l’exercice.',
    title: 'Exercices',
    days: 'Jours entre les exercices',
    'days-hint':
      'Un exercice est lancé automatiquement ce nombre de jours après le précédent (de 7 à 1 000). Laissez vide pour des exercices lancés à la main seulement.',
    failed: 'Sans réponse',
  },
};
