/** The agencies of loaded referrals: senders, and up to three desks in every country. */

import type { Client } from 'pg';
import { CAPABILITIES, HANDLING_CODES, KINDS } from '../../domain/vocabulary.ts';
import { BUSIEST, type CountryShare } from './countries.ts';

/** A few agencies send nearly all referrals. */
export const SENDERS = [
  { id: 'load-clearing-house', share: 0.6 },
  { id: 'load-platform', share: 0.2 },
  { id: 'load-hotline', share: 0.1 },
  { id: 'load-police', share: 0.06 },
  { id: 'load-charity', share: 0.04 },
] as const;

const DESKS = [
  ['one', '1', 'national-contact-point'],
  ['two', '2', 'spoc'],
  ['three', '3', 'child-protection'],
] as const;

/** Adds the agencies, their contact points and two people to an existing directory. */
export async function loadDirectory(client: Client, shares: readonly CountryShare[]): Promise<void> {
  const agencies = shares.flatMap(({ country }) =>
    DESKS.map(([name, number, type]) => ({ country, type, ...idsOf(country, name, number) })),
  );
  await client.query(
    `INSERT INTO agency (id, name, country, type, coordinating, excludes)
     SELECT id, 'Load ' || id, country, 'law-enforcement', false, '{}'
     FROM jsonb_to_recordset($1) AS r (id text, country text) ON CONFLICT DO NOTHING`,
    [JSON.stringify([...agencies, ...SENDERS.map(({ id }) => ({ id, country: 'US' }))])],
  );
  await client.query(
    `INSERT INTO contact_point (id, agency_id, country, type, name, email, zone, hours, languages, capabilities, kinds,
                                clearances, verified_at)
     SELECT point, id, country, type, 'Desk ' || point, point || '@load.example', 'UTC', '24/7', '{en}', $2, $3, $4, now()
     FROM jsonb_to_recordset($1) AS r (id text, point text, country text, type text) ON CONFLICT DO NOTHING`,
    [JSON.stringify(agencies), CAPABILITIES, KINDS, HANDLING_CODES],
  );
  await addPeople(client);
}

/** A person of the agency that sends the most referrals, and one of the agency that receives the most. */
export const PEOPLE = {
  sender: { id: 'load.sender', agencyId: SENDERS[0].id, role: 'liaison-officer' },
  recipient: { id: 'load.recipient', agencyId: idsOf(BUSIEST, 'one', '1').id, role: 'partner-officer' },
} as const;

async function addPeople(client: Client): Promise<void> {
  for (const { id, agencyId, role } of Object.values(PEOPLE)) {
    await client.query(
      `INSERT INTO person (id, name, email, language, zone) VALUES ($1, $1, $1 || '@load.example', 'en', 'UTC')
       ON CONFLICT DO NOTHING`,
      [id],
    );
    const membership = [id, agencyId, role];
    await client.query('INSERT INTO membership VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', membership);
  }
}

function idsOf(country: string, name: string, number: string) {
  const code = country.toLowerCase();
  return { id: `${code}-${name}`, point: `${code}-${number}` };
}
