/** Runs Prisma's schema engine in its WebAssembly build, which is part of a package and needs no download. */

import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory, type ErrorRegistry } from '@prisma/driver-adapter-utils';
import type { SchemaFilter } from '@prisma/schema-engine-wasm';
import { SchemaEngine } from './schema-engine-module.ts';

type Adapter = Awaited<ReturnType<PrismaPg['connect']>>;

/** Filter for databases in which every table and enum belongs to this schema. */
export const NOTHING_EXTERNAL: SchemaFilter = { externalTables: [], externalEnums: [] };

/**
 * Runs `work` with an engine for the database at `databaseUrl`, and closes the engine afterwards. With `role`, the login acts
 * as that role, which then owns what is created.
 *
 * @throws Error with the database's message if it refuses. The cause is the engine's report, which names the location.
 */
export async function withSchemaEngine<T>(
  databaseUrl: string,
  work: (engine: SchemaEngine) => Promise<T>,
  { role }: { role?: string } = {},
): Promise<T> {
  const isOther = role !== undefined && decodeURIComponent(new URL(databaseUrl).username) !== role;
  const adapters = new WholeScripts({
    connectionString: databaseUrl,
    connectionTimeoutMillis: 10_000,
    ...(isOther && { options: `-c role=${role}` }),
  });
  const bound = bindMigrationAwareSqlAdapterFactory(adapters);
  try {
    const engine = await SchemaEngine.new({ datamodels: undefined }, () => {}, bound);
    try {
      return await work(engine);
    } finally {
      engine.free();
    }
  } catch (error) {
    throw inWords(error, bound.errorRegistry);
  } finally {
    await adapters.dispose();
  }
}

/** Returns the original error: for errors that are not its own, the engine returns only a number. */
function inWords(error: unknown, registry: ErrorRegistry): unknown {
  const [, number] = /External error id#(\d+)/.exec(String(error)) ?? [];
  const original = number && registry.consumeError(Number(number))?.error;
  return original instanceof Error ? new Error(original.message, { cause: error }) : error;
}

/** Sends scripts to the server as a whole. Prisma's adapter splits them at semicolons, which breaks PL/pgSQL. */
class WholeScripts extends PrismaPg {
  readonly #open: Adapter[] = [];

  override async connect(): Promise<Adapter> {
    const adapter = await super.connect();
    adapter.executeScript = async (script) => {
      await adapter.underlyingDriver().query(script);
    };
    this.#open.push(adapter);
    return adapter;
  }

  /** The engine does not close adapters: their creator must. */
  async dispose(): Promise<void> {
    await Promise.all(this.#open.map((adapter) => adapter.dispose()));
  }
}
