/** French: the pictures of deadlines, performance and the network, and the sentences that say what they show. */

import type { pictures as english } from '../en/pictures.ts';
import type { Texts } from '../texts.ts';

/** Texts of pictures. */
export const pictures: Texts<typeof english> = {
  scroll: 'Faites défiler horizontalement pour voir toute l’image.',
  table: 'Tableau : {{title}}',
  sla: {
    seen_one: '{{count}} transmission affichée, dont {{overdue}} en retard et {{risk}} à risque.',
    seen_other: '{{count}} transmissions affichées, dont {{overdue}} en retard et {{risk}} à risque.',
    lane: 'Événements (numéros ci-dessous)',
    events: 'Événements {{numbers}} de la liste ci-dessous',
    'no-events': 'Aucun événement n’est encore enregistré.',
    audit: 'Entrées de ce délai dans le journal d’audit',
    'audit-of': '{{clock}} : entrées dans le journal d’audit',
    ended: 'Fin',
    'late-by': 'Retard (h)',
    more_one: '{{count}} autre délai',
    more_other: '{{count}} autres délais',
  },
  debtors: {
    title: 'Délais en cours par service',
    of: 'Délais en cours : {{agency}}',
    chart: 'Délais en cours sur un axe de temps : {{agency}}',
    table: 'Services qui doivent agir',
    explains: '{{clock}}, {{reference}} : calcul de l’échéance',
    seen_one: '{{count}} délai est en cours. Échéance manquée : {{overdue}}.',
    seen_other: '{{count}} délais sont en cours. Échéances manquées : {{overdue}}.',
    most: 'Le plus d’échéances manquées : {{agency}} ({{overdue}}).',
  },
  range: {
    under: 'moins de {{to}}',
    between: 'de {{from}} à {{to}}',
    over: '{{from}} ou plus',
    hours_one: '{{count}} h',
    hours_other: '{{count}} h',
    days_one: '{{count}} jour',
    days_other: '{{count}} jours',
  },
  performance: {
    median: {
      acknowledge: 'Médiane jusqu’à l’accusé de réception',
      decide: 'Médiane jusqu’à la décision',
      report: 'Médiane jusqu’au résultat',
    },
    p90: {
      acknowledge: '90e centile jusqu’à l’accusé de réception',
      decide: '90e centile jusqu’à la décision',
      report: '90e centile jusqu’au résultat',
    },
    share: '{{share}} sur {{number}}',
    outcomes: 'Résultat',
    grounds: 'Motif',
  },
  trend: {
    title: 'Tendances, durées et ancienneté',
    by: {
      country: '{{clock}} par mois et par pays',
      agency: '{{clock}} par mois et par service',
      kind: '{{clock}} par mois et par type',
      urgency: '{{clock}} par mois et par urgence',
    },
    table: '{{title}} : dans les délais / total',
    share: '{{share}} sur {{number}} dans les délais',
    late: 'Réponse tardive ou absente',
    scale: 'Tous les graphiques ont la même échelle. Colonne la plus haute : {{number}}.',
    none: 'Aucune réponse n’était attendue pendant cette période.',
    whole: '{{share}} des délais affichés ont été respectés ({{met}} sur {{all}}).',
    change: 'Premier mois avec des délais : {{first}}. Dernier mois : {{last}}.',
    ends: 'Part la plus élevée : {{best}} ({{bestShare}}). La plus faible : {{worst}} ({{worstShare}}).',
  },
  times: {
    title: '{{clock}} : répartition des durées de réponse',
    took: 'Durée de réponse',
    answers: 'Réponses',
    share: 'Part',
    none: 'Aucun destinataire n’a répondu pendant cette période.',
    seen_one: '{{count}} réponse a pris {{median}}.',
    seen_other:
      'Sur {{count}} réponses, la moitié a pris au plus {{median}}, et 90 % au plus {{p90}}. Durée la plus fréquente : {{range}} ({{most}}).',
    error: 'Une durée qui s’écarte d’au plus {{error}} d’une limite peut être comptée de l’autre côté.',
  },
  ages: {
    title: 'Transmissions ouvertes selon le temps écoulé depuis la soumission',
    since: 'Temps écoulé depuis la soumission',
    'in-time': 'Sans retard',
    seen_one: '{{count}} transmission est ouverte. En retard : {{overdue}}. Ouverte depuis 30 jours ou plus : {{old}}.',
    seen_other:
      '{{count}} transmissions sont ouvertes. En retard : {{overdue}}. Ouvertes depuis 30 jours ou plus : {{old}}.',
  },
  map: {
    shows: 'Carte',
    by: 'Tableau',
    of: { capability: 'Capacité', load: 'Transmissions ouvertes', late: 'Accusés de réception tardifs' },
    load: 'Pays selon le nombre de transmissions ouvertes. Le tableau ci-dessous contient les mêmes informations.',
    late: 'Pays selon la part des accusés de réception tardifs. Le tableau ci-dessous contient les mêmes informations.',
    'load-far': 'Pays hors de la carte selon le nombre de transmissions ouvertes',
    'late-far': 'Pays hors de la carte selon la part des accusés de réception tardifs',
    'no-load': 'Aucune transmission ouverte',
    'from-to': 'de {{from}} à {{to}}',
    'from-on': '{{from}} ou plus',
    'no-answers': 'Aucune réponse attendue',
    'none-late': 'Aucun retard',
    'up-to': 'Jusqu’à {{to}} de retards',
    'more-than': 'Plus de {{from}} de retards',
    overdue: 'En retard',
    agencies: 'Charge et respect des délais par service',
    'seen-load_one': 'Transmissions ouvertes : {{open}}, dans un seul pays ({{country}}). En retard : {{overdue}}.',
    'seen-load_other':
      'Transmissions ouvertes : {{open}}, dans {{count}} pays. Le plus : {{country}} ({{most}}). Une transmission à plusieurs pays compte dans chacun. En retard : {{overdue}}.',
    'seen-no-load': 'Aucune transmission n’est ouverte chez un destinataire.',
    'seen-late':
      '{{share}} des accusés de réception des 12 derniers mois étaient tardifs. Part la plus élevée : {{country}} ({{most}}).',
    'seen-none-late': 'Aucun accusé de réception des 12 derniers mois n’était tardif.',
  },
  audit: {
    entries: 'Entrées de la transmission',
    'entries-hint': 'Numéros d’entrées séparés par des virgules, par exemple 3,5,9',
  },
};
