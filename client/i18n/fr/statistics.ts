/** French: the statistics of requests and their yearly report. */

export const statistics = {
  year: 'Année',
  requests: 'Demandes',
  'all-kinds': 'Tous les types',
  instrument: 'Instrument juridique',
  'all-instruments': 'Tous les instruments',
  side: {
    made: 'Faites par notre service',
    received: 'Reçues par notre service',
    coordinated: 'Coordonnées par notre service',
  },
  'in-time': 'Réponse dans les délais',
  late: 'Réponse tardive',
  overdue: 'Délai expiré sans réponse',
  median: 'Médiane',
  p90: '90e centile',
  international: 'Organisation internationale',
  and: '{{one}} : {{other}}',
  of: {
    country: 'Pays',
    countryUrgency: 'Pays et urgence',
    urgency: 'Urgence',
    kind: 'Type',
    month: 'Mois',
  },
  by: {
    country: 'Demandes par pays',
    countryUrgency: 'Demandes par pays et par urgence',
    urgency: 'Demandes par urgence',
    kind: 'Demandes par type',
    month: 'Demandes par mois',
  },
  count: {
    requested: 'Demandes',
    answered: 'Réponses',
    granted: 'Acceptées',
    refused: 'Refusées',
    onward: 'Transmises à un autre service',
    withoutResult: 'Sans résultat',
    inTime: 'Délais respectés',
    late: 'Tardives',
    lateAuthorisation: 'Tardives : autorisation judiciaire',
    overdue: 'Sans réponse à l’échéance',
    departures: 'Dérogations (art. 5, par. 2)',
    averageMs: 'Moyenne',
    medianMs: 'Médiane',
    p90Ms: '90e centile',
  },
  'of-which_one': '{{text}} ({{count}} autorisation judiciaire)',
  'of-which_other': '{{text}} ({{count}} autorisations judiciaires)',
  none: 'Il n’y a aucune demande pour cette année.',
  grounds: 'Refus par motif',
  'grounds-by-country': 'Refus par pays et par motif',
  ground: 'Motif',
  'country-and-ground': 'Pays et motif',
  'no-grounds': 'Aucune demande n’a été refusée.',
  chart: {
    answers: 'Réponses par mois : dans les délais et tardives, et délais expirés sans réponse',
    times: 'Durée jusqu’à la réponse par mois : médiane et 90e centile',
  },
  summary: {
    'only-kind': 'Seulement les demandes du type « {{kind}} ».',
    'only-instrument': 'Seulement les demandes fondées sur l’instrument juridique « {{instrument}} ».',
    made_one: 'En {{year}}, ce service a fait {{count}} demande.',
    made_other: 'En {{year}}, ce service a fait {{count}} demandes.',
    received_one: 'En {{year}}, ce service a reçu {{count}} demande.',
    received_other: 'En {{year}}, ce service a reçu {{count}} demandes.',
    coordinated_one: 'En {{year}}, ce service a coordonné {{count}} demande.',
    coordinated_other: 'En {{year}}, ce service a coordonné {{count}} demandes.',
    answers:
      'Réponses : {{answered}}. Acceptées : {{granted}} ; refusées : {{refused}} ; transmises à un autre service : {{onward}} ; sans résultat : {{withoutResult}}.',
    met: 'Délais respectés : {{inTime}} sur {{ended}} ({{share}}). Délais expirés sans réponse : {{overdue}}.',
    late: 'Réponses tardives : {{late}} (dans l’attente d’une autorisation judiciaire : {{lateAuthorisation}}).',
    departures_one: 'Il y a eu {{count}} dérogation au titre de la directive (UE) 2023/977, art. 5, par. 2.',
    departures_other: 'Il y a eu {{count}} dérogations au titre de la directive (UE) 2023/977, art. 5, par. 2.',
  },
  report: {
    title: 'Rapport annuel {{year}}',
    basis: 'Statistiques des demandes, selon la directive (UE) 2023/977, art. 18.',
    how: 'Comment les chiffres sont comptés',
    until: 'Chiffres arrêtés au {{date}}. L’année n’est pas terminée.',
    made: 'Établi le {{date}}.',
  },
  rule: {
    request:
      'Une demande est une transmission à un destinataire. Une transmission à deux destinataires compte pour deux demandes.',
    month:
      'Chaque chiffre appartient au mois (UTC) où son événement a été enregistré. Les chiffres d’un mois passé ne changent jamais. Une réponse peut concerner une demande d’un mois antérieur.',
    granted:
      'Une demande d’informations est acceptée lorsque les informations sont communiquées. Les autres demandes sont acceptées lorsque le destinataire accepte. Seule la première réponse compte.',
    'in-time':
      'Une réponse est dans les délais si elle est donnée avant l’échéance de la première réponse. S’il n’y a pas de tel délai, ceux de l’accusé de réception et de la décision comptent. Les prolongations sont incluses.',
    overdue:
      'Une demande est comptée une seule fois, lorsque le premier de ces délais expire sans réponse. La réponse tardive est comptée lorsqu’elle est donnée.',
    share:
      'Un délai est respecté si la réponse est donnée dans les délais. La part est celle des délais respectés parmi les délais respectés ou expirés sans réponse.',
    authorisation:
      'Une dérogation est une prolongation motivée par la nécessité d’une autorisation judiciaire (directive (UE) 2023/977, art. 5, par. 2).',
    country: 'Le pays est le pays demandeur. Pour les demandes faites par le service, c’est le pays qui les a reçues.',
    error: 'La moyenne, la médiane et le 90e centile s’écartent au plus de {{error}} des durées exactes.',
  },
};
