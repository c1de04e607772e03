/** Compares journal, leaves and letters with copies that are partitioned by the year in which a referral was received. */

import { Client } from 'pg';
import type { Measurement } from '../measurements.ts';
import { quantile } from '../throughput.ts';

const SAMPLES = 500;

/** Only the first partition that PostgreSQL needs: a year without rows has none. */
const TABLES = {
  journal: { key: 'referral_id, seq', indexes: ['referral_id, act_id'] },
  audit_leaf: { key: 'id', indexes: ['referral_id', 'at', 'tx, id'] },
  letter: { key: 'id', indexes: ['referral_id, seq', 'status'] },
} as const;

type Table = keyof typeof TABLES;

/** Letters of loaded referrals: two for each recipient. Loaded referrals have none. */
const LETTERS = `INSERT INTO letter (id, referral_id, seq, letter, addressee, recipient_id, status, decided_at, settled_at)
  SELECT gen_random_uuid(), referral_id, n, 'referral', '{"kind":"agency"}', id, 'sent', opened_at, opened_at
  FROM recipient CROSS JOIN generate_series(1, 2) AS n`;

/** A query for a referral. `$1` is its id, `$2` the year; only the last form names the year. */
interface Compared {
  name: string;
  label: string;
  table: Table;
  query(table: string, year: string): string;
}

const COMPARED: readonly Compared[] = [
  {
    ...{ name: 'journal', label: 'journal of a referral', table: 'journal' },
    query: (table, year) => `SELECT * FROM ${table} WHERE referral_id = $1 ${year} ORDER BY seq`,
  },
  {
    ...{ name: 'leaves', label: 'leaves of a referral', table: 'audit_leaf' },
    query: (table, year) => `SELECT id, leaf FROM ${table} WHERE referral_id = $1 ${year} ORDER BY id`,
  },
  {
    ...{ name: 'letters', label: 'letters of a referral', table: 'letter' },
    query: (table, year) => `SELECT id, status FROM ${table} WHERE referral_id = $1 ${year}`,
  },
];

/** Queries without a referral: the newest leaves of the page *Audit*, the waiting letters, the next page of `check`. */
const WITHOUT_REFERRAL: readonly Compared[] = [
  {
    ...{ name: 'newest', label: 'newest 50 leaves', table: 'audit_leaf' },
    query: (table) => `SELECT id, leaf FROM ${table} ORDER BY at DESC LIMIT 50`,
  },
  {
    ...{ name: 'waiting', label: 'waiting letters', table: 'letter' },
    query: (table) => `SELECT id FROM ${table} WHERE status = 'waiting' LIMIT 50`,
  },
  {
    ...{ name: 'ids', label: 'next 50 ids of the journal', table: 'journal' },
    query: (table) => `SELECT DISTINCT referral_id FROM ${table} WHERE referral_id > $1::uuid ORDER BY 1 LIMIT 50`,
  },
];

/** @param url of the administrator, to the loaded database. The copies are dropped at the end. */
export async function measurePartitioning(
  url: string,
  referrals: number,
  progress: (line: string) => void,
): Promise<Measurement[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(LETTERS);
    await client.query('VACUUM ANALYZE letter');
    for (const table of tables()) {
      progress(`partitioning: copying ${table}`);
      await copyByYear(client, table);
    }
    progress('partitioning: comparing queries');
    const { rows } = await client.query<{ id: string; year: number }>(
      `SELECT id, extract(year FROM submitted_at)::int AS year FROM referral ORDER BY md5(id::text) LIMIT ${SAMPLES}`,
    );
    const figures: Measurement[] = [];
    for (const compared of [...COMPARED, ...WITHOUT_REFERRAL])
      figures.push(...(await compare(client, compared, rows, referrals)));
    for (const table of tables()) await client.query(`DROP TABLE ${table}_by_year`);
    return figures;
  } finally {
    await client.end();
  }
}

function tables(): Table[] {
  return ['journal', 'audit_leaf', 'letter'];
}

/** The same rows and indexes, with a partition for each year. A key must contain the year. */
async function copyByYear(client: Client, table: Table): Promise<void> {
  const { key, indexes } = TABLES[table];
  const copy = `${table}_by_year`;
  await client.query(`CREATE TABLE ${copy} (LIKE ${table} INCLUDING DEFAULTS, received_year int NOT NULL)
                      PARTITION BY LIST (received_year)`);
  const { rows } = await client.query<{ year: number }>(
    'SELECT DISTINCT extract(year FROM submitted_at)::int AS year FROM referral ORDER BY 1',
  );
  for (const { year } of rows)
    await client.query(`CREATE TABLE ${copy}_${year} PARTITION OF ${copy} FOR VALUES IN (${year})`);
  await client.query(`INSERT INTO ${copy} SELECT t.*, extract(year FROM r.submitted_at)::int
                      FROM ${table} t JOIN referral r ON r.id = t.referral_id`);
  await client.query(`ALTER TABLE ${copy} ADD PRIMARY KEY (received_year, ${key})`);
  if (key !== 'id') await client.query(`CREATE INDEX ON ${copy} (${key})`);
  for (const index of indexes) await client.query(`CREATE INDEX ON ${copy} (${index})`);
  await client.query(`VACUUM ANALYZE ${copy}`);
}

async function compare(
  client: Client,
  { name, label, table, query }: Compared,
  sample: readonly { id: string; year: number }[],
  referrals: number,
): Promise<Measurement[]> {
  const copy = `${table}_by_year`;
  const isOfReferral = COMPARED.some((each) => each.name === name);
  const forms = {
    plain: query(table, ''),
    partitioned: query(copy, ''),
    ...(isOfReferral && { 'with-year': query(copy, 'AND received_year = $2') }),
  };
  const times = new Map<string, number[]>(Object.keys(forms).map((form) => [form, []]));
  for (const [at, { id, year }] of sample.entries()) {
    // In turn, so that a change of the load affects all forms.
    for (const [form, text] of Object.entries(forms)) {
      const values = [id, year].slice(0, (text.match(/\$\d/g) ?? []).length);
      const began = performance.now();
      await client.query({ name: `${name}-${form}`, text, values });
      if (at >= 10) times.get(form)?.push(performance.now() - began);
    }
  }
  return [...times].map(([form, took]) => ({
    ...{ of: 'liaise', name: `scale-partition-${name}-${form}-${referrals}`, label: `${label}, ${TITLES[form]}, ms` },
    ...{ value: quantile(took, 0.5), p95: quantile(took, 0.95) },
  }));
}

const TITLES: Record<string, string> = {
  plain: 'one table',
  partitioned: 'partitions by year',
  'with-year': 'partitions, the query names the year',
};
