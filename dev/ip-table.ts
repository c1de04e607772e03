/** The country database of local stacks: the address ranges for documentation, with invented countries of the seed. */

import { join } from 'node:path';
import { mmdbFile } from './mmdb-file.ts';
import { writeAtomically } from './write-atomically.ts';

/** RFC 5737 and RFC 3849. The demo's report has an address of the first range. */
const COUNTRY_OF_RANGE = {
  '192.0.2.0/24': 'FI',
  '198.51.100.0/24': 'DE',
  '203.0.113.0/24': 'SE',
  '2001:db8::/32': 'NL',
} as const;

/** The date that notes about these countries name. */
const BUILT_AT = new Date('2026-01-01T00:00:00Z');

/** Writes the database to the folder. Returns its path, for LIAISE_IP_DATABASE. */
export async function writeIpTable(folder: string): Promise<string> {
  const path = join(folder, 'documentation-ranges.mmdb');
  const rows = Object.entries(COUNTRY_OF_RANGE).map(
    ([network, country]) => [network, { country: { iso_code: country } }] as const,
  );
  await writeAtomically(path, mmdbFile(rows, BUILT_AT));
  return path;
}
