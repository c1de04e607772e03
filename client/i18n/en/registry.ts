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
    hint: 'Capabilities that a country does not have, has in part, or that were not confirmed within {{days}} days.',
    none: 'There are no gaps. Each capability of each country is full and confirmed.',
  },
} as const;
