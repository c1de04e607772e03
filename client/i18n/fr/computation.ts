/** How a deadline was computed, in French. */

export const computation = {
  title: 'Calcul de l’échéance',
  restored: 'Rétabli : ce qui l’avait terminé a été annulé',
  calendar: 'Jours fériés de',
  'extension-only': 'uniquement pour : {{reasons}}',
  capped: ' ; les suspensions ont atteint leur durée maximale',
  /** What the rules do when this deadline is missed. */
  'by-rule': { triage: 'les règles effectuent le tri', acknowledge: 'les règles remplacent le destinataire' },
  period: {
    own: 'Sa propre durée',
    latest: 'Au plus tôt après',
    earliest: 'Au plus tard après',
    requested: 'La date demandée par l’expéditeur, au plus tôt après',
    law: 'selon {{source}}',
    ends: 'Se termine le {{at}}',
    'ends-decisive': 'Se termine le {{at}} : c’est l’échéance',
  },
  step: {
    started: 'Commencé le {{at}}',
    'first-hour-excluded': 'Compté à partir du {{at}} : l’heure de l’événement ne compte pas',
    'first-day-excluded': 'Le {{day}} ne compte pas : c’est le jour de l’événement',
    'not-counted': 'Le {{day}} ne compte pas : {{reason}}',
    'half-day': 'Le {{day}} compte : le service ferme à {{at}} ({{name}}), et une demi-journée est un jour ouvrable',
    'end-of-month': 'Le {{day}} est le dernier jour du mois, qui n’a pas cette date',
    paused: 'Suspendu du {{from}} au {{to}} : {{moved}}',
    'last-day': 'Le {{day}} est le dernier jour',
    'rolled-over': 'Le {{day}} ne peut pas être le dernier jour : {{reason}}',
  },
  why: {
    weekend: 'c’est un jour de week-end',
    holiday: 'c’est un jour férié ({{name}})',
    'closed-day': 'le service est fermé ({{name}})',
    paused: 'le délai est suspendu au début de ce jour',
    'no-such-date': 'le fuseau horaire n’a pas cette date',
    'two-working-days': 'le délai compterait moins de deux jours ouvrables',
  },
  moved: {
    none: 'l’échéance ne change pas',
    days_one: '{{count}} jour ne compte pas',
    days_other: '{{count}} jours ne comptent pas',
    time: 'l’échéance est reportée de {{time}}',
  },
};
