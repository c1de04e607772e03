/** Functions that run as the owner, past row-level security: which there are, who calls them, and what they return. */

import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { urlAs } from '../../../dev/postgres.ts';
import { RUNTIME_ROLES } from '../../../prisma/access/roles.ts';
import { addLeaf } from '../../../prisma/store/audit.ts';
import { connectAs, testDatabase } from '../../support/database.ts';
import { CAST } from '../../support/factories.ts';
import { recordRows } from './recorded-rows.ts';

const [OWN, OTHER, COORDINATOR] = ['us-quartz', 'nl-willow', 'xr-desk'];

let client: Client;

beforeAll(async () => {
  const { url } = await testDatabase();
  await recordRows(url);
  const db = connectAs(url, 'liaise_engine');
  for (const agency of [OWN, OTHER]) {
    const changed = { directory: 'roles', id: 'a-person', change: 'changed' } as const;
    const about = { ...changed, fields: [], agencies: [agency] };
    await addLeaf(db, { operation: 'alteration', by: CAST.administrator, about });
  }
  client = new Client({ connectionString: urlAs(url, 'liaise_pages') });
  await client.connect();
});

afterAll(() => client.end());

/** The rows of a query of pages in a transaction for the agency; empty: before an agency is known. */
async function rowsFor(agencyId: string, query: string): Promise<object[]> {
  await client.query('BEGIN');
  try {
    await client.query(`SELECT set_config('liaise.agency', $1, true)`, [agencyId]);
    return (await client.query(query)).rows;
  } finally {
    await client.query('ROLLBACK');
  }
}

test('only these functions run as the owner, and only these roles call them', async () => {
  const { rows } = await client.query<{ name: string; roles: string[] }>(
    `SELECT proname AS name, prorettype = 'trigger'::regtype AS "isTrigger",
            ARRAY(SELECT role FROM unnest($1::text[]) AS role WHERE has_function_privilege(role, pg_proc.oid, 'EXECUTE')
                  ORDER BY 1) AS roles
     FROM pg_proc WHERE prosecdef AND pronamespace = 'public'::regnamespace ORDER BY 1`,
    [RUNTIME_ROLES],
  );
  const roles = ['liaise_engine', 'liaise_pages', 'liaise_reader'];
  expect(rows).toEqual([
    { name: 'keys_in_use', isTrigger: false, roles },
    { name: 'leaves_concerning', isTrigger: false, roles },
    { name: 'note_directory_change', isTrigger: true, roles: [] },
    { name: 'referral_id_of', isTrigger: false, roles },
  ]);
});

describe('leaves_concerning', () => {
  test('returns leaves about the agency of the transaction only', async () => {
    const about = (agencyId: string) => `SELECT leaves_concerning('${agencyId}')`;
    for (const agencyId of [OWN, OTHER]) expect(await rowsFor(agencyId, about(agencyId))).toHaveLength(1);
    expect(await rowsFor(OWN, about(OTHER))).toEqual([]);
    expect(await rowsFor('', about(OTHER))).toEqual([]);
  });
});

describe('keys_in_use', () => {
  test('returns keys to a process that starts, and none for an agency', async () => {
    expect(await rowsFor('', 'SELECT * FROM keys_in_use()')).not.toEqual([]);
    for (const agencyId of [OWN, OTHER]) expect(await rowsFor(agencyId, 'SELECT * FROM keys_in_use()')).toEqual([]);
  });
});

describe('referral_id_of', () => {
  test('returns the id for a name that the caller knows, and nothing else', async () => {
    const [found] = await rowsFor(OTHER, `SELECT referral_id_of('XR-2026-000001', NULL) AS id`);
    expect(found).toEqual({ id: expect.stringMatching(/^[0-9a-f-]{36}$/) });
    expect(await rowsFor(OTHER, 'SELECT FROM referral')).toEqual([]);
  });
});

test('the coordinating agency sees the sign-in accounts of every agency', async () => {
  expect(await rowsFor(COORDINATOR, 'SELECT subject FROM identity')).toEqual([{ subject: 'quinn' }]);
});
