/** English: the capability registry. */

/** Texts of the capability registry. */
export const registry = {
  seen: '{{capability}}, in countries of the network: full in {{full}}, partial in {{partial}}, none in {{none}}, unverified in {{unverified}}. Unverified means that the last confirmation is missing or older than {{days}} days.',
  what: 'What each country can do, who provides it, and who confirmed it. An entry is proposed by one administrator and confirmed by another.',
  of: '{{capability}}: {{country}}',
  stated: 'Stated level',
  confirmed: 'Confirmed',
  never: 'Never',
  recorded: 'Recorded by',
  change: 'Change',
  confirm: 'I checked this entry: confirm it as of today',
  'level-hint': 'None has no provider. Partial and full have at least one.',
  'providers-hint': 'Agencies of the country, and international organisations',
  gaps: {
    title: 'Gaps in capabilities',
    hint: 'Capabilities that a country lacks, has only in part, or has not confirmed within {{days}} days.',
    none: 'There are no gaps. Each capability of each country is full and confirmed.',
  },
  /** Of a contact point. */
  point: {
    disable: 'Disable this contact point',
    'disable-hint':
      'If you disable it, it is no longer selected, and nothing is sent to it. The proposal lists its open referrals.',
    enable: 'Enable this contact point',
    'enable-hint': 'If you enable it, it can receive referrals again.',
  },
  drill: {
    mark: 'DRILL',
    notice:
      'This is a drill: a test referral without a case. Acknowledge it as you would acknowledge a real one. Nothing else is asked.',
    'no-particulars': 'A drill has no particulars.',
    what: 'A drill is a test referral to a contact point. It ends with the acknowledgement, or when its deadline has passed. It is in no statistics. A contact point that did not answer its last drill comes after others of its type.',
    none: 'There are no contact points that can be drilled.',
    last: 'Last drill',
    next: 'Next drill',
    start: 'Start a drill',
    started: 'The drill was started. The contact point gets a notification that is marked DRILL.',
    running: 'Running',
    unanswered: 'not acknowledged in time',
    after_one: 'acknowledged after {{count}} hour',
    after_other: 'acknowledged after {{count}} hours',
    never: 'Never',
    'by-hand': 'Not scheduled',
    due: 'When the desk is open',
    refused:
      'A drill of this contact point is running, or it or its agency is disabled. Wait for the end of the drill.',
    title: 'Drills',
    days: 'Days between drills',
    'days-hint':
      'The schedule starts a drill so many days after the last one, from 7 to 1,000. Leave empty for drills that are started by hand only.',
    failed: 'Not answered',
  },
} as const;
