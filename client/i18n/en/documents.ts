/** English: documents that are downloaded, and the texts at the bars of deadlines. */

/** Texts of documents. */
export const documents = {
  bar: {
    'must-act': 'Must act: {{agency}}',
    'had-to-act': 'Had to act: {{agency}}',
    start: 'Start {{at}}',
    due: 'Due {{at}}',
    late: '{{event}} {{at}}, late by {{time}}',
    'in-time': '{{event}} {{at}}, in time',
    overdue: 'Not answered, overdue by {{time}}',
    left: '{{time}} left',
    warned: 'warned at {{percent}}',
    warns: 'will warn at {{percent}}',
  },
  axis: 'Times in {{zone}}, from {{from}} to {{to}}',
  lane: 'Events (numbers as in the list)',
  events: 'Events',
  summary_one: 'One deadline. Answered late: {{late}}. Overdue: {{overdue}}.',
  summary_other: '{{count}} deadlines. Answered late: {{late}}. Overdue: {{overdue}}.',
  marks: '{{first}}; {{second}}',
  imprint: {
    made: 'Made on {{at}} by {{name}}, {{agency}}.',
    policy: 'Version of the deadline policies: {{versions}}.',
    checkpoint: 'Checkpoint of the audit log {{origin}}: {{size}} entries, root {{root}}, signed on {{at}}.',
    'no-checkpoint': 'The audit log has no checkpoint yet.',
  },
  sla: {
    lead: 'One page with the deadlines of this referral, for a file or a court. It contains no particulars. The audit log records the download.',
    language: 'Language of the document',
    download: 'Download as PDF',
  },
  dossier: {
    title: 'Dossier of {{reference}}',
    heading: 'Dossier',
    link: 'Download the dossier as PDF or JSON',
    lead: 'The dossier has what you see of this referral: summary, recipients, deadlines and timeline. It has the handling code on each page, your name and the time. The audit log records the download as a disclosure.',
    format: 'Format',
    pdf: 'PDF, for a file or a court',
    json: 'JSON, for a case system',
    without: 'Without particulars',
    download: 'Download',
    fact: 'Field',
    value: 'Value',
    foot: '{{reference}}, page {{page}} of {{pages}}',
  },
  recorded: {
    'sla-timeline': 'Downloaded the deadlines as {{format}}',
    dossier: 'Downloaded the dossier as {{format}}',
  },
};
