/** English: handing a referral in, by form or by file. */

export const intake = {
  part: {
    indicators: 'Signs of a country',
    origins: 'Your own references',
    materials: 'Material references',
    'materials-hint': 'Hash values only. Never a file, never a link to one.',
  },
  row: {
    indicator: 'Sign {{n}}',
    origin: 'Reference {{n}}',
    material: 'Hash {{n}}',
    basis: 'What it rests on',
    'no-country': 'No country can be told',
    value: 'As seen',
    'value-hint': 'An IP address, a telephone number, a place. Encrypted.',
    verified: 'Verified',
    proxy: 'A proxy or VPN is suspected',
    system: 'System',
    'system-hint': 'For example: case register, NCMEC',
    number: 'Number',
    algorithm: 'Algorithm',
    hash: 'Hash value',
    source: 'Where the hash is from',
    'source-hint': 'For example: provider, hotline',
    classification: 'Classification',
  },
} as const;
