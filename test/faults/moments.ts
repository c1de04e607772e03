/** Everything that is recorded in a tale which nothing disturbs: the moments at which something might. */

import type { EventType, JournalEntry } from '../../domain/events.ts';
import { readJournal } from '../../prisma/store/journal.ts';
import type { TestEngine } from '../support/engine.ts';
import { type Account, aTale } from './fault-scenario.ts';
import type { Step } from './steps.ts';

/** One act of a person or of the engine, about to be recorded. */
export interface Moment {
  steps: readonly Step[];
  /** The step after which it comes. */
  step: number;
  /** Its first entry. */
  seq: number;
  event: EventType;
  /** How things stand after each step. */
  undisturbed: readonly Account[];
}

export async function momentsOf(liaise: TestEngine, steps: readonly Step[]): Promise<Moment[]> {
  const tale = await aTale(liaise, steps);
  const undisturbed: Account[] = [];
  const moments: Moment[] = [];
  let known = 0;
  for (const step of steps.keys()) {
    await tale.tell(step + 1);
    const entries = await readJournal(liaise.db, tale.referralId, known);
    known += entries.length;
    const firsts = firstOfEachAct(entries);
    moments.push(...firsts.map(({ seq, event }) => ({ steps, step, seq, event: event.type, undisturbed })));
    undisturbed.push(await tale.account());
  }
  return moments;
}

function firstOfEachAct(entries: readonly JournalEntry[]): JournalEntry[] {
  return entries.filter(({ actId }, index) => actId !== entries[index - 1]?.actId);
}
