/** English: the statistics of requests and their yearly report. */

/** Texts of the statistics. */
export const statistics = {
  year: 'Year',
  requests: 'Requests',
  'all-kinds': 'All kinds',
  instrument: 'Legal instrument',
  'all-instruments': 'All instruments',
  side: {
    made: 'Made by us',
    received: 'Received by us',
    coordinated: 'Coordinated by us',
  },
  'in-time': 'Answered in time',
  late: 'Answered late',
  overdue: 'Deadline passed without an answer',
  median: 'Median',
  p90: '90th percentile',
  international: 'International agency',
  and: '{{one}}: {{other}}',
  of: {
    country: 'Country',
    countryUrgency: 'Country and urgency',
    urgency: 'Urgency',
    kind: 'Kind',
    month: 'Month',
  },
  by: {
    country: 'Requests by country',
    countryUrgency: 'Requests by country and urgency',
    urgency: 'Requests by urgency',
    kind: 'Requests by kind',
    month: 'Requests by month',
  },
  count: {
    requested: 'Requests',
    answered: 'Answers',
    granted: 'Granted',
    refused: 'Refused',
    onward: 'Referred onward',
    withoutResult: 'Without a result',
    inTime: 'Deadlines met',
    late: 'Late',
    lateAuthorisation: 'Late: judicial authorisation',
    overdue: 'Unanswered at deadline',
    departures: 'Departures (art. 5(2))',
    averageMs: 'Average',
    medianMs: 'Median',
    p90Ms: '90th percentile',
  },
  'of-which_one': '{{text}} ({{count}} judicial authorisation)',
  'of-which_other': '{{text}} ({{count}} judicial authorisations)',
  none: 'There are no requests in this year.',
  grounds: 'Refusals by ground',
  'grounds-by-country': 'Refusals by country and ground',
  ground: 'Ground',
  'country-and-ground': 'Country and ground',
  'no-grounds': 'No request was refused.',
  chart: {
    answers: 'Answers by month: in time and late, and deadlines that passed without an answer',
    times: 'Time to answer by month: median and 90th percentile',
  },
  summary: {
    'only-kind': 'Only requests of the kind “{{kind}}”.',
    'only-instrument': 'Only requests under the legal instrument “{{instrument}}”.',
    made_one: 'In {{year}}, this agency made {{count}} request.',
    made_other: 'In {{year}}, this agency made {{count}} requests.',
    received_one: 'In {{year}}, this agency received {{count}} request.',
    received_other: 'In {{year}}, this agency received {{count}} requests.',
    coordinated_one: 'In {{year}}, this agency coordinated {{count}} request.',
    coordinated_other: 'In {{year}}, this agency coordinated {{count}} requests.',
    answers:
      'Answers: {{answered}}, of which {{granted}} granted, {{refused}} refused, {{onward}} referred onward and {{withoutResult}} without a result.',
    met: 'Deadlines met: {{inTime}} of {{ended}} ({{share}}). Deadlines that passed without an answer: {{overdue}}.',
    late: 'Late answers: {{late}}, of which {{lateAuthorisation}} waited for a judicial authorisation.',
    departures_one: 'There was {{count}} departure under Directive (EU) 2023/977 art. 5(2).',
    departures_other: 'There were {{count}} departures under Directive (EU) 2023/977 art. 5(2).',
  },
  report: {
    title: 'Yearly report {{year}}',
    basis: 'Statistics of requests, as in Directive (EU) 2023/977 art. 18.',
    how: 'How the figures are counted',
    until: 'Figures until {{date}}. The year is not over.',
    made: 'Made on {{date}}.',
  },
  rule: {
    request: 'A request is a referral to one recipient. A referral to two recipients is two requests.',
    month:
      'Each figure belongs to the month (UTC) in which its event was recorded. Figures of a past month never change. An answer may belong to a request of an earlier month.',
    granted:
      'A request for information is granted when the information is reported. Other requests are granted when the recipient accepts. Only the first answer counts.',
    'in-time':
      'An answer is in time if it was given before the deadline for the first answer. If there is no such deadline, those for the acknowledgement and for the decision count. Extensions are included.',
    overdue:
      'A request is counted once, when the first of these deadlines passes without an answer. The late answer is counted when it is given.',
    share:
      'A deadline is met if the answer is in time. The share is of the deadlines that were met or passed without an answer.',
    authorisation:
      'A departure is an extension because a judicial authorisation is needed (Directive (EU) 2023/977 art. 5(2)).',
    country:
      'The country is the requesting country. For requests that the agency made, it is the country that received them.',
    error: 'Average, median and 90th percentile differ from the exact times by at most {{error}}.',
  },
} as const;
