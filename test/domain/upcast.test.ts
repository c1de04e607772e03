/** Old journals fold: entries of an older schema are read as if they had been written today. */

import { describe, expect, test } from 'vitest';
import { fold } from '../../domain/apply.ts';
import type { JournalEntry } from '../../domain/events.ts';
import { CURRENT_SCHEMA, type Upcasters, upcast, type WrittenEntry } from '../../domain/upcast.ts';
import { everyReachableCase } from '../support/cases-by-status.ts';

const JOURNALS = everyReachableCase().map(([name, make]) => [name, make()] as const);

test.each(JOURNALS)('an entry of the current schema is read unchanged: %s', (_, { journal }) => {
  expect(journal.map((entry) => upcast(entry))).toStrictEqual(journal);
});

/** An invented schema 0: silence had another name, and the ground of a refusal was called a reason, which could lack. */
const FROM_SCHEMA_0: Upcasters = {
  'went-silent@0': (event) => ({ ...event, type: 'went-unresponsive' }),
  'declined@0': ({ reason, ...event }) => ({ ...event, type: 'declined', ground: reason ?? 'other' }),
};

/** As that older code would have written it. */
function asInSchema0({ event, ...entry }: JournalEntry): WrittenEntry {
  return { ...entry, schema: 0, event: olderShape(event) };
}

function olderShape(event: JournalEntry['event']): WrittenEntry['event'] {
  if (event.type === 'went-unresponsive') return { ...event, type: 'went-silent' };
  if (event.type !== 'declined') return event;
  const { ground: reason, ...rest } = event;
  return Object.assign(rest, { reason });
}

describe('a journal of an older schema', () => {
  test.each(JOURNALS)('folds into the same referral: %s', (_, { journal, referral }) => {
    const old = journal.map(asInSchema0);
    const read = old.map((entry) => upcast(entry, FROM_SCHEMA_0));
    expect(read).toStrictEqual(journal);
    expect(fold(referral.id, read)).toStrictEqual(referral);
  });

  test.each(JOURNALS)('continues in the current schema: %s', (_, { journal, referral }) => {
    const half = Math.ceil(journal.length / 2);
    const mixed = journal.map((entry) => (entry.seq <= half ? asInSchema0(entry) : entry));
    const read = mixed.map((entry) => upcast(entry, FROM_SCHEMA_0));
    expect(fold(referral.id, read)).toStrictEqual(referral);
  });

  test('was seen with both of the shapes that differ', () => {
    const older = JOURNALS.flatMap(([, { journal }]) => journal.map(asInSchema0)).map(({ event }) => event);
    expect(older).toContainEqual(expect.objectContaining({ type: 'went-silent' }));
    expect(older).toContainEqual(expect.objectContaining({ type: 'declined', reason: 'minor-or-no-offence' }));
  });
});

describe('one entry', () => {
  const base = { seq: 7, at: '2026-06-01T08:00:00.000Z', actId: 'a', by: { kind: 'engine' } } as const;
  const declined = { type: 'declined', recipientId: 'r1' };

  test('gets every conversion after its own schema, also under a new name', () => {
    const chain: Upcasters = {
      'refused@-1': ({ type: _, ...event }) => ({ ...event, type: 'declined', reason: 'no-jurisdiction' }),
      ...FROM_SCHEMA_0,
    };
    const { event } = upcast({ ...base, schema: -1, event: { ...declined, type: 'refused' } }, chain);
    expect(event).toStrictEqual({ ...declined, ground: 'no-jurisdiction' });
  });

  test('gets the values that older code did not write', () => {
    const { event } = upcast({ ...base, schema: 0, event: declined }, FROM_SCHEMA_0);
    expect(event).toStrictEqual({ ...declined, ground: 'other' });
  });

  test('is refused if newer code wrote it', () => {
    const entry = { ...base, schema: CURRENT_SCHEMA + 1, event: declined };
    expect(() => upcast(entry)).toThrow('Entry 7 has schema 2, which a newer version wrote.');
  });
});
