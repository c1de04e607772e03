/** Whether the page shows what the tutorial says about the outcome of each step. */

import { AINO, NOOR, OTTO, QUINN } from './people.ts';
import { holds, type Instruction } from './visit.ts';

/** By the name of the picture of the step. Each follows the step on its last page. */
export const OUTCOMES = {
  submit: async (visit, { reference }) => {
    await visit.page.getByRole('heading', { level: 1, name: reference }).waitFor();
    await visit.shows(' was submitted to Model Coordination Desk Rowan (XR), which completes the triage.');
    await visit.shows('Next: ');
  },
  triage: async (visit) => {
    holds((await visit.column('Recipients', 3)).join() === 'Finland', 'the contact point is in Finland');
    const letters = await visit.column('Notifications', 2);
    holds(
      letters.some((to) => to.includes('Alder')),
      'the contact point gets a letter',
    );
    const reasons = await visit.column('Contact points considered', 4);
    holds(reasons.length > 1 && reasons.every((reason) => reason !== ''), 'each candidate has a reason');
  },
  question: async (visit, run) => {
    run.paused = (await visit.deadlines('Deadlines')).filter(({ state }) => state.startsWith('Paused'));
    const running = (await visit.deadlines('Deadlines')).filter(({ state }) => state === 'Running');
    holds(
      run.paused.some(({ debtor }) => debtor === 'Recipient'),
      'a deadline of the contact point is paused',
    );
    holds(!running.some(({ debtor }) => debtor === 'Recipient'), 'no deadline of the contact point continues');
  },
  answer: async (visit, { paused = [] }) => {
    const deadlines = await visit.deadlines('Deadlines');
    const now = (name: string) => deadlines.find((deadline) => deadline.name === name);
    holds(
      paused.every(({ name }) => now(name)?.state === 'Running'),
      'the deadlines continue',
    );
    // A deadline that is counted in days ends with a day.
    const inDays = paused.filter(({ dueAt }) => dueAt.endsWith(':59:59.999Z'));
    holds(inDays.length > 0, 'a deadline is counted in days');
    holds(
      inDays.every(({ name, dueAt }) => now(name)?.dueAt === dueAt),
      'none of them is moved',
    );
  },
  outcome: async (visit) => {
    await visit.shows('The sending and the coordinating agency are notified.');
    holds((await visit.column('Recipients', 4)).join() === 'Outcome reported', 'no recipient is open');
  },
  closure: async (visit) => {
    await visit.shows('The referral stays open until another supervisor approves the closure.');
    await visit.hides(['Approve closure']);
  },
  approval: async (visit) => {
    await visit.shows(' ist abgeschlossen.');
    const open = (await visit.deadlines('Fristen')).filter(({ state }) => !state.startsWith('Beendet'));
    holds(
      open.every(({ name }) => name === 'Prüfung der Aufbewahrung'),
      'only deadlines of the retention are open',
    );
  },
  record: async (visit) => {
    const [times, people] = [await visit.column('Audit', 1), await visit.column('Audit', 3)];
    holds(
      times.every((at) => at !== ''),
      'each entry has a time',
    );
    for (const name of [QUINN.name, NOOR.name, AINO.name, OTTO.name]) {
      holds(
        people.some((by) => by.includes(name)),
        `the log names ${name}`,
      );
    }
    await visit.hides(['midnight_otter', 'Which time zone', 'All entries are in UTC']);
  },
} as const satisfies Record<string, Instruction['play']>;
