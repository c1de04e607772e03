/** The moments at which a fault can be injected: every act that an undisturbed scenario records. */

import type { EventType, JournalEntry } from '../../domain/events.ts';
import { readJournal } from '../../prisma/store/journal.ts';
import type { TestEngine } from '../support/engine.ts';
import { newRun, type ScenarioResult } from './fault-scenario.ts';
import type { Step } from './steps.ts';

/** An act of a user or of the engine that is about to be recorded. */
export interface Moment {
  steps: readonly Step[];
  /** Index of the step that leads to it. */
  step: number;
  /** Sequence number of its first journal entry. */
  seq: number;
  event: EventType;
  /** The account after each step, without a fault. */
  undisturbed: readonly ScenarioResult[];
}

export async function momentsOf(liaise: TestEngine, steps: readonly Step[]): Promise<Moment[]> {
  const run = await newRun(liaise, steps);
  const undisturbed: ScenarioResult[] = [];
  const moments: Moment[] = [];
  let known = 0;
  for (const step of steps.keys()) {
    await run.runUntil(step + 1);
    const entries = await readJournal(liaise.db, run.referralId, known);
    known += entries.length;
    const firsts = firstOfEachAct(entries);
    moments.push(...firsts.map(({ seq, event }) => ({ steps, step, seq, event: event.type, undisturbed })));
    undisturbed.push(await run.result());
  }
  return moments;
}

function firstOfEachAct(entries: readonly JournalEntry[]): JournalEntry[] {
  return entries.filter(({ actId }, index) => actId !== entries[index - 1]?.actId);
}
