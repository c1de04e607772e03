/** Journals outlive the code that wrote them: an entry of an older shape is made one of today's when it is read. */

import type { JournalEntry } from './events.ts';

/** The shape in which events are written today. */
export const CURRENT_SCHEMA: JournalEntry['schema'] = 1;

/** An entry as it was written, in whichever shape. */
export interface WrittenEntry extends Omit<JournalEntry, 'schema' | 'event'> {
  schema: number;
  event: { type: string };
}

/** Makes an event of one schema one of the next. Pure, and total over everything that was ever written in that schema. */
export type Upcaster = (event: Readonly<Record<string, unknown>>) => { type: string };

/**
 * By the event's type and the schema that it leads on from, as `declined@1`; a type without one has kept its shape.
 * Steps are added with a new schema and never changed: what has been written stays.
 */
export type Upcasters = Readonly<Record<string, Upcaster>>;

const UPCASTERS: Upcasters = {};

/**
 * The entry in today's shape; its number, time and actor are kept.
 *
 * @throws NewerEntry for one that newer code has written.
 */
export function upcast(entry: WrittenEntry, upcasters?: Upcasters): JournalEntry;
// What comes out has today's shape by what the steps do, which their tests show; the compiler cannot see it.
export function upcast(entry: WrittenEntry, upcasters = UPCASTERS): WrittenEntry {
  if (entry.schema > CURRENT_SCHEMA) throw new NewerSchemaError(entry);
  let { event } = entry;
  for (let schema = entry.schema; schema < CURRENT_SCHEMA; schema++) {
    event = upcasters[`${event.type}@${schema}`]?.({ ...event }) ?? event;
  }
  return { ...entry, schema: CURRENT_SCHEMA, event };
}

/** This code cannot tell what it means, and must not guess. */
class NewerSchemaError extends Error {
  override readonly name = 'NewerEntry';

  constructor({ seq, schema }: Pick<WrittenEntry, 'seq' | 'schema'>) {
    super(`Entry ${seq} is of schema ${schema}: newer code has written it.`);
  }
}
