/** Temporal's full server on a PostgreSQL of its own, as in production: the faults run there where they are told to. */

import { join } from 'node:path';
import { Client } from 'pg';
import { serverPrograms } from '../../dev/cluster/server-programs.ts';
import { CLUSTER_PORTS } from '../../dev/cluster/start-cluster.ts';
import { startTemporalServer } from '../../dev/cluster/temporal-server.ts';
import { freePort, freePorts } from '../../dev/ports.ts';
import { startPostgres } from '../../dev/postgres.ts';
import type { TemporalServer } from '../../dev/stack.ts';
import { atEnd } from './at-end.ts';
import { testFolder } from './folder.ts';

export interface FullServer {
  address: string;
  start(): Promise<TemporalServer>;
  /** While it is stopped. */
  dropStore(): Promise<void>;
}

/** Not yet started; each start is at the same address. */
export async function fullServer(): Promise<FullServer> {
  const programs = await serverPrograms(console.info);
  const folder = await testFolder();
  const dataDir = join(folder, 'postgres');
  const { url: databaseUrl, stop } = await startPostgres({ dataDir, port: await freePort(), throwaway: true });
  atEnd(stop);
  const ports = await freePorts(CLUSTER_PORTS);
  const settingsFile = join(folder, 'settings.yaml');
  return {
    address: `127.0.0.1:${ports.temporal}`,
    start: () => startTemporalServer({ programs, databaseUrl, settingsFile, ports, namespace: 'default' }),
    dropStore: () => dropStore(databaseUrl),
  };
}

async function dropStore(connectionString: string): Promise<void> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    for (const name of ['temporal', 'temporal_visibility']) await client.query(`DROP DATABASE ${name} WITH (FORCE)`);
  } finally {
    await client.end();
  }
}
