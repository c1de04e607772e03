/** The recorded consequences of one act: its events and letters. */

import { expect, vi } from 'vitest';
import { fold } from '../../domain/apply.ts';
import { disclose } from '../../domain/disclosure.ts';
import { entryNumbers } from '../../domain/entry-numbers.ts';
import type { EventType, JournalEntry } from '../../domain/events.ts';
import type { Addressee } from '../../domain/letter-kinds.ts';
import type { Receipt } from '../../domain/receipt.ts';
import { compareWithJournal } from '../../prisma/store/comparison.ts';
import { readJournal } from '../../prisma/store/journal.ts';
import { stateQuery, workflowIdOf } from '../../workflows/messages.ts';
import type { TestEngine } from '../support/engine.ts';

export interface Followed {
  entries: JournalEntry[];
  /** Event types in order, without `letters-decided`. */
  events: EventType[];
  /** For example `accepted → quinn.quartz`, sorted. */
  letters: string[];
}

/** Reads the consequences, and checks that the projections agree with the journal. */
export async function followed({ db }: TestEngine, { referralId, seq }: Receipt): Promise<Followed> {
  // The engine may continue, so one transaction reads the journal and the projections.
  const compared = db.$transaction((tx) => compareWithJournal(tx, referralId), { isolationLevel: 'RepeatableRead' });
  expect((await compared).differs).toEqual([]);
  const journal = await readJournal(db, referralId);
  const acts = [...Map.groupBy(journal, ({ actId }) => actId).values()];
  const entries = acts.findLast((each) => ownNumber(journal, each) === seq) ?? [];
  expect(entries.length, 'the receipt names the last entry of its act').toBeGreaterThan(0);
  const letters = entries.flatMap(({ event }) => (event.type === 'letters-decided' ? event.letters : []));
  return {
    entries,
    events: entries.map(({ event }) => event.type).filter((type) => type !== 'letters-decided'),
    letters: letters.map(({ letter, addressee }) => `${letter} → ${nameOf(addressee)}`).sort(),
  };
}

/** The number of the last entry of an act in the view of the person who acted: receipts have this number. */
function ownNumber(journal: readonly JournalEntry[], act: readonly JournalEntry[]): number | undefined {
  const [last, referral] = [act.at(-1), fold('', journal)];
  if (last?.by.kind !== 'person' || referral === undefined) return undefined;
  return entryNumbers(journal, disclose(referral, last.by)).numberOf(last.seq);
}

/** Resolves when the workflow has ended. */
export async function ended({ temporal }: TestEngine, referralId: string): Promise<void> {
  await temporal.workflow.getHandle(workflowIdOf(referralId)).result();
}

/** Checks that workflow and projection have the same state. Repeats if a letter is settled between both queries. */
export async function expectAgreement(liaise: TestEngine, referralId: string): Promise<void> {
  const workflow = liaise.temporal.workflow.getHandle(workflowIdOf(referralId));
  const askBoth = async () => ({ known: await workflow.query(stateQuery), read: await liaise.read(referralId) });
  await vi.waitFor(
    async () => {
      const { known, read } = await askBoth();
      expect(known).toEqual(read);
    },
    { timeout: 30_000 },
  );
}

function nameOf(addressee: Addressee): string {
  return addressee.kind === 'person' ? addressee.personId : `${addressee.contactPointId}/${addressee.line}`;
}
