/** English: the inbox of partner agencies, and what the network knows of them. */

export const partner = {
  inbox: {
    empty: 'Nothing waits for you. What your agency has to acknowledge, decide or report stands here.',
    'none-fits': 'Nothing that waits for you fits these filters.',
    acknowledge: 'Acknowledge those selected',
    result: 'Result',
    refused: 'Refused',
    summary_one: '{{count}} acknowledged, {{refused}} refused.',
    summary_other: '{{count}} acknowledged, {{refused}} refused.',
    'none-selected': 'Nothing was selected.',
  },
  agency: {
    confirm: 'We are still here: all of this is right',
    'confirm-hint':
      'Contact points that nobody has confirmed for 400 days receive no referrals by rule. Your administrator changes what is not right any more.',
    confirmed: 'Your contact points are confirmed as of now.',
    points: 'Contact points',
    'no-points': 'Your agency has no contact point: nothing can be sent to it. Ask your administrator to add one.',
    capabilities: 'Capabilities',
    'no-capabilities': 'The registry knows of nothing that your agency does for its country.',
    capability: 'Capability',
    level: 'Level',
    verified: 'Confirmed',
    'free-days': 'Days on which you are closed',
    'no-free-days': 'No holidays are known for your country, and no closed days of your own are kept.',
    day: 'Day',
    why: 'Why',
  },
  point: {
    email: 'E-mail',
    duty: 'E-mail out of hours',
    deputy: 'Deputy',
    hours: 'Hours',
    languages: 'Languages',
    kinds: 'Accepts',
    clearances: 'Handling codes',
  },
} as const;
