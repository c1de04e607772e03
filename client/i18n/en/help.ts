/** English: the help of each page. */

/** Help of pages. `pages` states what each page is for. */
export const help = {
  title: 'Help',
  glossary: 'Glossary',
  lead: 'The terms of these pages and of notifications, in all languages. Each concept has one term.',
  terms: 'Terms of this page',
  term: 'Term',
  meaning: 'Meaning',
  'for-page': 'What this page is for',
  others: 'Help for your pages',
  further: 'Help for other pages',
  contact: 'If you need further help, ask an administrator of your agency.',
  shortcuts: 'Keyboard shortcuts',
  'new-tab': '(opens in a new tab)',
  names: {
    referral: 'One referral',
    act: 'Forms of a referral',
    deadline: 'How a deadline is calculated',
    timeline: 'Timeline of one referral',
    compare: 'Compare possible duplicates',
    extract: 'Download one referral',
    search: 'Search',
    'contact-point': 'Contact point',
  },
  pages: {
    waiting:
      'Lists everything that your agency must do now, with the most pressing task first. Each row links to the form for its task. Select rows to acknowledge or assign several referrals at once.',
    referrals:
      'Lists the referrals of your agency. Filters are part of the address, so that a view can be saved and shared. Referrals that changed since you last looked are marked.',
    'new-referral':
      'Submits a referral in five steps, or from a report file. Each step is saved as a draft. Before you send it, the page lists errors and parts of the file that were not read.',
    triage:
      'Lists the referrals that wait for triage, with the urgency and countries that the rules propose. One referral is open beside the list. Accept its proposal, change it, ask the sender, or mark a duplicate.',
    held: 'Lists referrals without a recipient. Assign a contact point to each, or end it.',
    clarifications:
      'Lists the questions and requests for consent that your agency must answer. A deadline of the recipient can be paused until you answer.',
    inbox:
      'Lists the referrals that were sent to your agency, by due time. Select rows to acknowledge several at a time.',
    agency:
      'Shows the contact points of your agency: addresses, hours, languages, deputies and capabilities. Confirm regularly that they are right, because the rules select recipients by them.',
    now: 'Counts what is overdue, at risk, held, unresponsive or waiting for approval. Each number links to the list behind it.',
    sla: 'Lists the running deadlines of each referral as bars. Open a referral to see every deadline on one time axis.',
    performance:
      'Shows by agency, country, kind and month how many referrals were answered in time, and how long answers took. Each figure links to its referrals.',
    statistics: 'Shows requests and answers by month, for reports to authorities. The figures contain no particulars.',
    network: 'Shows what each country can do, as a map and a table, and where no recipient was found.',
    approvals:
      'Lists what a supervisor decides: closures, withdrawals, lower urgencies, assignments and retention. Each shows a summary to decide on.',
    audit:
      'Searches the audit log by referral, person, agency, operation and time. A proof shows that the log was not changed.',
    readings: 'Shows who read particulars, when and for which purpose, and what was unusual.',
    erasures: 'Lists erasures and legal holds. An erasure cannot be undone.',
    'data-subjects':
      'Finds the referrals about a person who asks for access, correction or erasure, and records the decision.',
    'log-alarms':
      'Lists signs that the audit log was changed or is incomplete. Investigate each before you confirm it.',
    agencies: 'Lists the agencies of the directory. A change is a proposal until another administrator confirms it.',
    people:
      'Lists people with their roles and sign-in accounts. End the sessions of a person here if an account is lost or stolen.',
    proposals:
      'Lists changes of the directory that wait for confirmation. Compare before and after, then confirm or reject them.',
    calendars:
      'Lists the days on which the desks of an agency are closed. Deadlines in working time do not run on these days.',
    registry: 'Lists what each country can do, by whom, and when it was last confirmed.',
    webhooks:
      'Sends signed messages about changes to the systems of your agency, and lists the deliveries. A failed delivery can be sent again.',
    drills:
      'Sends test referrals to contact points, and shows who acknowledged them in time. Drills do not count in statistics.',
    policies:
      'Shows the amounts, warnings and consequences of all deadlines. Before a change is proposed, the page shows its effect on last month.',
    reassign:
      'Lists the open work of colleagues who have left or whose roles were taken away, so that others take it over.',
    absences: 'Records when you or a colleague is away. Notifications for that person then go to the deputy too.',
    announcements: 'Announces a planned maintenance or an outage of mail. Every page shows it until it ends.',
    settings:
      'Sets your language, time zone, colours, digest and receipts, and lists your sessions and the keyboard shortcuts.',
    referral:
      'Shows one referral as disclosed to your agency, with the acts that you may carry out now. State a purpose to read its particulars: the reading is recorded.',
    act: 'Carries out one act on a referral. The page shows what the act is about, and afterwards what is due next. If somebody acted first, your text is kept.',
    deadline:
      'Explains one deadline minute by minute: when it started, when it was paused, which days were closed, and on what basis it is due.',
    timeline:
      'Shows every deadline of one referral on one time axis: pauses, warnings, extensions, answers and closed days. The table below has the same data, and a PDF can be downloaded.',
    compare: 'Shows a referral beside its possible duplicates, and which numbers, hash values and files they share.',
    extract:
      'Downloads one referral, as disclosed to your agency, as PDF or JSON. The download is recorded as a disclosure with its purpose.',
    search:
      'Finds referrals by reference, own number, origin reference or hash value, and agencies by a part of their name.',
    'contact-point':
      'Changes one contact point: address, hours, languages, kinds of referrals, capacity and deputy. The change is a proposal until another administrator confirms it.',
  },
} as const;
