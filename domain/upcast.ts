/** Converts journal entries of older schemas to the current schema when they are read. */

import type { JournalEntry } from './events.ts';

/** The schema in which events are written now. */
export const CURRENT_SCHEMA: JournalEntry['schema'] = 1;

/** An entry as stored, of any schema. */
export interface WrittenEntry extends Omit<JournalEntry, 'schema' | 'event'> {
  schema: number;
  event: { type: string };
}

/** Converts an event to the next schema. Pure, and total over every event that was written in its schema. */
export type Upcaster = (event: Readonly<Record<string, unknown>>) => { type: string };

/**
 * The key is the event type and the schema to convert from, for example `declined@1`. Other types did not change.
 * Upcasters are added with a new schema and never changed afterwards.
 */
export type Upcasters = Readonly<Record<string, Upcaster>>;

const UPCASTERS: Upcasters = {};

/**
 * The entry in the current schema, with the same number, time and actor.
 *
 * @throws NewerSchemaError if a newer version wrote the entry.
 */
export function upcast(entry: WrittenEntry, upcasters?: Upcasters): JournalEntry;
// The compiler cannot check that the upcasters produce the current shape; their tests do.
export function upcast(entry: WrittenEntry, upcasters = UPCASTERS): WrittenEntry {
  if (entry.schema > CURRENT_SCHEMA) throw new NewerSchemaError(entry);
  let { event } = entry;
  for (let schema = entry.schema; schema < CURRENT_SCHEMA; schema++) {
    event = upcasters[`${event.type}@${schema}`]?.({ ...event }) ?? event;
  }
  return { ...entry, schema: CURRENT_SCHEMA, event };
}

/** A newer version wrote the entry, so this version cannot interpret it. */
class NewerSchemaError extends Error {
  override readonly name = 'NewerEntry';

  constructor({ seq, schema }: Pick<WrittenEntry, 'seq' | 'schema'>) {
    super(`Entry ${seq} has schema ${schema}, which a newer version wrote. Start that version instead.`);
  }
}
