/** French: the page of readings, for supervisors and data protection officers. */

/** Texts of the page of readings. */
export const readings = {
  notable: 'En urgence, ou au-delà du quota',
  'none-notable':
    'Aucune donnée n’a été consultée en urgence ou au-delà du quota au cours des {{days}} derniers jours.',
  unusual: 'Consultations inhabituelles',
  'none-unusual': 'Aucune consultation inhabituelle au cours des {{days}} derniers jours.',
  at: 'Première consultation',
  day: 'Jour',
  who: 'Qui',
  referral: 'Transmission',
  times: 'Nombre',
  why: 'Motif',
  review: 'Vérification',
  emergency: 'Urgence',
  beyond: { hour: 'Au-delà du quota d’une heure', day: 'Au-delà du quota d’une journée' },
  waits: 'En attente de la vérification par une seconde personne',
  decide: { justified: 'Marquer comme justifiée', 'not-justified': 'Marquer comme non justifiée' },
  is: { justified: 'Justifiée', 'not-justified': 'Non justifiée' },
  details: 'Précisions sur la finalité, dans le journal d’audit',
  'who-sees':
    'Les auditeurs et les délégués à la protection des données voient les précisions sur la finalité dans le journal d’audit.',
  verdict: { justified: 'Justifiée, selon {{name}}', 'not-justified': 'Non justifiée, selon {{name}}' },
  reason: {
    cases_one: 'Une transmission consultée',
    cases_other: '{{number}} transmissions consultées',
    newCountries_one: 'Transmissions d’un nouveau pays',
    newCountries_other: 'Transmissions de {{number}} nouveaux pays',
    offHours_one: 'Une transmission consultée la nuit ou le week-end',
    offHours_other: '{{number}} transmissions consultées la nuit ou le week-end',
    refusals_one: 'Une tentative refusée',
    refusals_other: '{{number}} tentatives refusées',
  },
  rule: {
    title: 'La règle',
    unusual: 'La journée d’une personne est signalée dans chacun de ces cas :',
    limit: {
      cases:
        'transmissions consultées : {{cases}} ou plus, et au moins la moyenne de la personne au cours des 28 jours précédents × {{times}}',
      newCountries:
        'pays dont la personne n’avait consulté aucune transmission au cours des 28 jours précédents : {{newCountries}} ou plus',
      offHours: 'transmissions consultées entre 22 h et 6 h ou le week-end ({{zone}}) : {{offHours}} ou plus',
      refusals: 'tentatives refusées : {{refusals}} ou plus',
    },
    allowances:
      'Une personne qui consulte plus de transmissions que permis doit indiquer une seconde finalité. Une urgence n’exige pas de seconde finalité, mais une autre personne doit la vérifier. Les quotas sont :',
    allowance: '{{role}} : {{hour}} en une heure, {{day}} en 24 heures',
  },
};
