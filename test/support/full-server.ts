/** Temporal's full server on a separate PostgreSQL, as in production. Fault tests use it if LIAISE_TEST_TEMPORAL is `full`. */

import { join } from 'node:path';
import { Client } from 'pg';
import { serverPrograms } from '../../dev/cluster/server-programs.ts';
import { CLUSTER_PORTS, type ClusterPorts } from '../../dev/cluster/start-cluster.ts';
import { startTemporalServer } from '../../dev/cluster/temporal-server.ts';
import { onOwnPorts } from '../../dev/own-ports.ts';
import { startPostgres } from '../../dev/postgres.ts';
import type { TemporalServer } from '../../dev/stack.ts';
import { atEnd } from './at-end.ts';
import { testFolder } from './folder.ts';

export interface FullServer {
  /** Starts the server, each time at the same address. */
  start(): Promise<TemporalServer>;
  /** Drops its databases. The server must be stopped. */
  dropStore(): Promise<void>;
}

/** Starts its PostgreSQL. The server itself is not started yet. */
export async function fullServer(): Promise<FullServer> {
  const programs = await serverPrograms(console.info);
  const folder = await testFolder();
  const dataDir = join(folder, 'postgres');
  const { url: databaseUrl, stop } = await startPostgres({ dataDir, throwaway: true });
  atEnd(stop);
  const settingsFile = join(folder, 'settings.yaml');
  let ports: ClusterPorts | undefined;
  const startOn = async (chosen: ClusterPorts) => {
    const options = { programs, databaseUrl, settingsFile, ports: chosen, namespace: 'default' };
    const server = await startTemporalServer(options);
    ports = chosen;
    return server;
  };
  return {
    start: () => (ports ? startOn(ports) : onOwnPorts(CLUSTER_PORTS, startOn)),
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
