/** English: the lists and the triage queue of liaison officers, absences, and work to hand over. */

/** Texts of the pages of officers. */
export const officer = {
  change: {
    title: 'What would change the proposed countries',
    if: {
      verified: 'If {{basis}} ({{country}}) were verified',
      'not-verified': 'If {{basis}} ({{country}}) were not verified',
      'no-proxy': 'If no proxy were suspected for {{basis}} ({{country}})',
      proxy: 'If a proxy were suspected for {{basis}} ({{country}})',
      'of-suspect': 'If {{basis}} ({{country}}) showed the place of the suspect',
      'of-victim': 'If {{basis}} ({{country}}) showed the place of the victim',
      'of-unknown': 'If it were unknown whose place {{basis}} ({{country}}) shows',
      absent: 'Without {{basis}} ({{country}})',
      added: 'With a further indicator: {{basis}} ({{country}})',
    },
    result: {
      clear: '{{countries}} alone',
      tie: 'a tie between {{countries}}',
      none: 'no country, so a person decides',
    },
  },
  why: {
    'kind-needs': '{{kind}} needs {{capability}}',
    with: '{{one}}, with {{other}}',
    'asked-as': 'sender requested {{urgency}}',
    'asked-as-unfounded': 'sender requested {{urgency}} without a ground',
    'asked-for': 'sender requested {{capability}}',
    'nothing-to-act-upon': 'information without an action requested',
    'no-sign': 'no jurisdiction indicators',
    'too-little': 'Jurisdiction unclear: score too low (at most {{points}})',
    'too-close': 'Tie: {{countries}}',
    only: '{{country}}: the only country indicated',
    before: '{{one}} ({{points}}), ahead of {{other}} ({{less}})',
    'without-country_one': '{{count}} indicator without a country',
    'without-country_other': '{{count}} indicators without a country',
    verified: '{{count}} verified',
    doubted: '{{count}} with a suspected proxy',
    'of-suspect': '{{count}} of the suspect',
    'of-victim': '{{count}} of the victim',
  },
  absence: {
    title: 'Absences',
    about:
      'Notifications for a person who is absent go to the deputy too. Enter your own absence here. Supervisors and administrators can enter those of others.',
    none: 'Nobody is absent. Absences that are entered appear here until they are over.',
    enter: 'Enter an absence',
    person: 'Person',
    from: 'First day',
    until: 'Last day',
    deputy: 'Deputy',
    'deputy-hint': 'A colleague who works on referrals. Without a deputy, only the person gets the notifications.',
    now: 'Absent',
    note: '{{name}} (absent until {{until}})',
    'note-with-deputy': '{{name}} (absent until {{until}}; deputy: {{deputy}})',
    fault: {
      from: 'Enter the first day.',
      until: 'Enter a last day that is not over, not before the first, and at most a year after it.',
      deputyId: 'Select another person who works on referrals at your agency.',
    },
  },
  reassign: {
    about:
      'The handlers of these referrals have left your agency, or are no longer officers. Notifications go to the contact point instead. Assign the referrals to somebody else.',
    none: 'No referral is handled by somebody who has left. Such referrals appear here.',
    'by-officer': 'An officer of your agency can assign them on this page.',
  },
  'open-work': {
    title: 'Open work at {{agency}}',
    none: 'No open referral depends on this.',
    task: 'Waits for',
    'nothing-due': 'Nothing at present',
    'next-person':
      'The referrals keep this person as handler until an officer of the agency assigns them on the page Reassign work. Notifications go to the contact point.',
    'next-agency':
      'Referrals that the agency received go to the next contact point within a minute, or are held for a supervisor.',
    'next-point':
      'Referrals that were not acknowledged go to the next contact point within a minute, or are held for a supervisor. The agency keeps those that it acknowledged, and another of its contact points gets their notifications.',
  },
  reachable: {
    title: 'Reachable',
    yes: 'Yes',
    no: 'No: the desk is closed, without a duty line',
    'duty-line': 'Yes: on the duty line',
    opens: 'the desk opens {{at}}',
  },
  'route-change': {
    title: 'What would select another contact point',
    instead: '{{point}} would be selected if {{others}} could not receive it.',
    without: '{{point}} would be selected if this did not apply: {{reasons}}.',
    both: '{{point}} would be selected if {{others}} could not receive it, and if this did not apply: {{reasons}}.',
    handicap: {
      closed: 'Cannot be reached now',
      'drill-failed': 'Did not answer its last drill',
      'capability-not-full': 'Capability not registered as full',
    },
  },
  'no-referrals': 'No referrals match. Referrals that your agency sends, coordinates or receives appear here.',
  'no-clarifications':
    'No questions and no requests for consent are waiting for you. They appear here when a recipient or the coordinating agency asks.',
  column: { do: 'Answer', asked: 'Asked' },
  asked: { question: 'Question', consent: 'Consent to an onward referral' },
  filter: {
    me: 'Me',
    nobody: 'Nobody',
    left: 'Somebody who has left',
    open: 'Open',
    relation: 'Our role',
    country: 'Country of a recipient',
    breached: 'A deadline was missed',
    narrower:
      'The link that you followed narrows this list further than these fields show. Select "Clear filters" to show everything.',
  },
  triage: {
    empty: 'No referrals are waiting for triage. New referrals appear here when they are submitted.',
    'no-proposal': 'The rules have not made a proposal yet.',
    accept: 'Accept the proposal',
    change: 'Change proposal',
    nobody:
      'No contact point in {{country}} can receive this referral. If you accept the proposal, the referral is held until a supervisor assigns a recipient.',
    decide: 'Decide',
    compare_one: 'Possible duplicate: compare it with the other referral',
    compare_other: 'Possible duplicate: compare it with {{count}} other referrals',
  },
  held: {
    countries: 'No recipient in',
    acts: 'Actions',
    supervisor: 'A supervisor can assign a recipient.',
    empty:
      'No referral lacks a recipient. A referral appears here when no contact point can receive it, or when the last recipient does not answer.',
  },
  assign: {
    hint: 'The rules of routing judge every contact point. You can assign one in spite of a reason against it: state why.',
    another: 'Another contact point',
    'only-one': 'Select one contact point: either one of the list, or another one',
    'best-of-its-country': 'Suitable: comes first in its country',
    'all-at-capacity': 'At capacity, as is every suitable contact point of its country',
  },
  compare: {
    title: 'Compare {{reference}}',
    none: 'No referral that you may see shares a reference or a hash with it.',
    mark: 'Mark {{reference}} as a duplicate of {{other}}',
    first: 'Compare this referral with {{other}} below. If it is a duplicate, mark it again.',
    'nothing-shared': 'They share no reference, hash value or file.',
  },
  found: {
    reference: 'by its reference',
    'own-reference': 'by your own number',
    origin: 'by an origin reference',
    hash: 'by a hash value',
  },
} as const;
