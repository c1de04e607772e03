/** Measures what row-level security adds to each page: the same pages in turn, with it and without it. */

import { join } from 'node:path';
import { Client } from 'pg';
import { openDatabase } from '../dev/installation.ts';
import { urlAs } from '../dev/postgres.ts';
import { temporaryFolder } from '../dev/temporary-folder.ts';
import { cleanupStack } from './cleanup-stack.ts';
import type { Extent } from './extent.ts';
import { load } from './load/load.ts';
import type { Measurement } from './measurements.ts';
import { openPages } from './pages/page-client.ts';
import { pagesOf } from './pages.ts';
import { quantile } from './throughput.ts';

const WARM_UP = 10;
const VISITS = 150;
/** The privileges of liaise_pages, but every row. */
const WITHOUT = 'bench_without_row_security';

// Target: row-level security adds at most 10 % to the p95 of each page.
export async function measureRowSecurity(
  { databaseSizes }: Extent,
  progress: (line: string) => void,
): Promise<Measurement[]> {
  const { atEnd, stop } = cleanupStack();
  try {
    const folder = await temporaryFolder('bench-row-security');
    atEnd(folder.remove);
    const postgres = await openDatabase(join(folder.path, 'postgres'));
    atEnd(postgres.stop);
    const referrals = Math.max(...databaseSizes);
    progress(`row-level security: loading ${referrals.toLocaleString('en')} referrals`);
    await load({ databaseUrl: postgres.url, referrals, progress: () => {} });
    await createRole(postgres.url);
    const servers = { with: 'liaise_pages', without: WITHOUT };
    const opened = await Promise.all(
      Object.entries(servers).map(async ([name, role]) => {
        const server = await openPages(urlAs(postgres.url, role));
        atEnd(server.stop);
        return [name, await pagesOf(server)] as const;
      }),
    );
    const [[, secured = []] = [], [, open = []] = []] = opened;
    const figures: Measurement[] = [];
    for (const [at, page] of secured.entries()) {
      // With few referrals, the agency whose referrals are visited has none.
      if (page.paths.length === 0) continue;
      progress(`row-level security: ${page.label}`);
      const { visitor } = open[at] ?? page;
      figures.push(...(await measure(page.name, page.label, page.paths, [page.visitor, visitor])));
    }
    return figures;
  } finally {
    await stop();
  }
}

async function createRole(databaseUrl: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(`CREATE ROLE ${WITHOUT} LOGIN BYPASSRLS IN ROLE liaise_pages`);
  } finally {
    await client.end();
  }
}

type Visitors = [secured: (path: string) => Promise<string>, open: (path: string) => Promise<string>];

async function measure(
  name: string,
  label: string,
  paths: readonly string[],
  visitors: Visitors,
): Promise<Measurement[]> {
  const took: [number[], number[]] = [[], []];
  for (let n = 0; n < WARM_UP + VISITS; n += 1) {
    // In turn, and each is first as often as the other, so that a change of the load affects both.
    for (const which of n % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const)) {
      const began = performance.now();
      await visitors[which](paths[n % paths.length] ?? '/');
      if (n >= WARM_UP) took[which].push(performance.now() - began);
    }
  }
  const [secured, open] = took.map((times) => ({ p50: quantile(times, 0.5), p95: quantile(times, 0.95) }));
  const figure = (part: string, text: string, value = 0, p95?: number): Measurement => ({
    ...{ of: 'liaise', name: `rows-${part}-${name}`, label: `${label}, ${text}`, value },
    ...(p95 !== undefined && { p95 }),
  });
  return [
    figure('with', 'with row-level security, ms', secured?.p50, secured?.p95),
    figure('without', 'without, ms', open?.p50, open?.p95),
    figure('added', 'added to the p95, %', ((secured?.p95 ?? 0) / (open?.p95 ?? 1) - 1) * 100),
  ];
}
