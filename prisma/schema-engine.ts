/** Prisma's schema engine in its WebAssembly build, which is part of a package and needs no download. */

import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import type { SchemaFilter } from '@prisma/schema-engine-wasm';
import { SchemaEngine } from './schema-engine-module.ts';

type Adapter = Awaited<ReturnType<PrismaPg['connect']>>;

/** Everything in the database is ours. */
export const NOTHING_EXTERNAL: SchemaFilter = { externalTables: [], externalEnums: [] };

/** Runs `work` with an engine for the database at `databaseUrl`, and closes it after. It connects when it needs to. */
export async function withSchemaEngine<T>(databaseUrl: string, work: (engine: SchemaEngine) => Promise<T>): Promise<T> {
  const adapters = new WholeScripts({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 });
  const engine = await SchemaEngine.new(
    { datamodels: undefined },
    () => {},
    bindMigrationAwareSqlAdapterFactory(adapters),
  );
  try {
    return await work(engine);
  } finally {
    engine.free();
    await adapters.dispose();
  }
}

/** Prisma's adapter splits scripts at semicolons, which breaks PL/pgSQL: this one hands a script over whole. */
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

  /** The engine leaves closing to whoever made the adapters. */
  async dispose(): Promise<void> {
    await Promise.all(this.#open.map((adapter) => adapter.dispose()));
  }
}
