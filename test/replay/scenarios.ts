/** A scenario for each path through the loop. Each is recorded once, and replayed in every test run. */

import type { WorkflowHandle } from '@temporalio/client';
import type { ActRequestOf } from '../../client/contract/acts.ts';
import type { Submission } from '../../domain/submission.ts';
import { REFERRAL_WORKFLOW, TASK_QUEUES, workflowIdOf } from '../../workflows/messages.ts';
import type { referral } from '../../workflows/referral.ts';
import type { timeSkippingEngine } from '../support/engine.ts';
import { anUrgentSubmission } from '../support/factories.ts';
import { submitted, triagedTo } from '../support/submit-and-triage.ts';

export type ScenarioEngine = Awaited<ReturnType<typeof timeSkippingEngine>>;

/** Performs the scenario. Returns its workflow run, the last one if there were several. */
export type Scenario = (liaise: ScenarioEngine) => Promise<WorkflowHandle>;

const R1 = { recipientId: 'r1' } as const;
const R2 = { recipientId: 'r2' } as const;
const text = 'Some words.';

const ACKNOWLEDGE = { type: 'acknowledge', ...R1 } as const;
const ACCEPT = { type: 'accept', ...R1 } as const;
const REPORT = { type: 'report-outcome', ...R1, outcome: 'victim-safeguarded', final: true } as const;
const WITHDRAW = { type: 'withdraw', text } as const;
const FINNISH_DESK = 'ncp@fi-alder.example';

export const SCENARIOS: Record<string, Scenario> = {
  'accepted-to-closure': async (liaise) => {
    const id = await triaged(liaise);
    await liaise.act('aino.alder', id, { type: 'take' });
    await liaise.act('aino.alder', id, ACKNOWLEDGE);
    await liaise.act('aino.alder', id, ACCEPT);
    await liaise.act('aino.alder', id, { ...REPORT, final: false });
    await liaise.act('aino.alder', id, REPORT);
    await liaise.act('noor.rowan', id, { type: 'propose-closure' });
    await liaise.act('otto.rowan', id, { type: 'return-closure', text });
    return closed(liaise, id);
  },

  'triaged-by-rule': async (liaise) => {
    const id = await submitted(liaise, anUrgentSubmission());
    await liaise.skip('241 minutes');
    await liaise.waitUntil(id, ({ recipients }) => recipients[0]?.status === 'delivered');
    return withLettersSent(liaise, id);
  },

  'asked-before-triage': async (liaise) => {
    const id = await submitted(liaise, anUrgentSubmission());
    await liaise.act('noor.rowan', id, { type: 'ask-information', text });
    await liaise.skip('2 hours');
    await liaise.act('quinn.quartz', id, { type: 'answer-information', questionId: 'q1', text });
    await liaise.act('noor.rowan', id, { type: 'reject-at-intake', ground: 'no-location' });
    return ended(liaise, id);
  },

  'supplemented-before-triage': async (liaise) => {
    const id = await submitted(liaise, anUrgentSubmission());
    await liaise.act('quinn.quartz', id, more(text));
    await liaise.act('noor.rowan', id, { type: 'reject-at-intake', ground: 'no-location' });
    return ended(liaise, id);
  },

  duplicate: async (liaise) => {
    const other = await liaise.read(await submitted(liaise, anUrgentSubmission()));
    const id = await submitted(liaise, anUrgentSubmission());
    await liaise.act('noor.rowan', id, { type: 'mark-duplicate', other: other.reference });
    return ended(liaise, id);
  },

  'triaged-again': async (liaise) => {
    const id = await triaged(liaise);
    await liaise.act('quinn.quartz', id, more(text));
    await liaise.act('noor.rowan', id, { type: 'reopen-triage', text });
    await liaise.waitUntil(id, ({ triage }) => triage.state === 'proposed');
    await liaise.act('noor.rowan', id, triage(['FI', 'SE']));
    await liaise.waitUntil(id, ({ recipients }) => recipients[1]?.status === 'delivered');
    return withLettersSent(liaise, id);
  },

  'held-then-assigned': async (liaise) => {
    const id = await submitted(liaise, anUrgentSubmission());
    await liaise.act('noor.rowan', id, triage(['US']));
    await liaise.waitUntil(id, ({ status }) => status === 'held');
    await liaise.act('otto.rowan', id, { type: 'assign-recipient', contactPoint: 'us-obsidian-ncp', text });
    await liaise.act('otto.rowan', id, { type: 'add-country', country: 'FI', text });
    await liaise.waitUntil(id, ({ recipients }) => recipients[1]?.status === 'delivered');
    return withLettersSent(liaise, id);
  },

  'declined-next-asked': async (liaise) => {
    const id = await triaged(liaise);
    await liaise.act('aino.alder', id, { type: 'decline', ...R1, ground: 'no-jurisdiction' });
    await liaise.waitUntil(id, ({ recipients }) => recipients[1]?.status === 'delivered');
    await liaise.act('lotta.birch', id, { ...ACCEPT, ...R2 });
    await liaise.act('lotta.birch', id, { ...REPORT, ...R2 });
    return closed(liaise, id);
  },

  'unresponsive-replaced': async (liaise) => {
    const id = await triaged(liaise);
    for (const time of ['241 minutes', '150 minutes', '2 hours', '8 hours']) await liaise.skip(time);
    await liaise.waitUntil(id, ({ recipients }) => recipients[1]?.status === 'delivered');
    await liaise.act('aino.alder', id, ACKNOWLEDGE);
    await liaise.act('lotta.birch', id, { ...ACCEPT, ...R2 });
    await liaise.act('lotta.birch', id, { ...REPORT, ...R2 });
    await liaise.act('ines.rowan', id, { type: 'recall', ...R1, text: 'Handled here.' });
    return closed(liaise, id);
  },

  'unresponsive-awaits-a-supervisor': async (liaise) => {
    const id = await triaged(liaise, { urgency: 'standard', urgencyGrounds: [] }, 'ines.rowan');
    await liaise.skip('6 days');
    await liaise.waitUntil(id, ({ recipients }) => recipients[0]?.status === 'unresponsive');
    const contactPoint = 'fi-birch-spoc';
    await liaise.act('otto.rowan', id, { type: 'assign-recipient', contactPoint, replaces: 'r1', text });
    return withLettersSent(liaise, id);
  },

  'emergency-in-parallel': async (liaise) => {
    const id = await triaged(liaise, { urgency: 'emergency' });
    await liaise.skip('61 minutes');
    await liaise.waitUntil(id, ({ recipients }) => recipients[1]?.status === 'delivered');
    await liaise.act('lotta.birch', id, { ...ACCEPT, ...R2 });
    await liaise.act('aino.alder', id, ACCEPT);
    return withLettersSent(liaise, id);
  },

  'question-paused': async (liaise) => {
    const id = await triaged(liaise);
    await liaise.act('aino.alder', id, ACKNOWLEDGE);
    await liaise.act('aino.alder', id, { type: 'ask-information', ...R1, text });
    await liaise.skip('10 hours');
    await liaise.act('quinn.quartz', id, { type: 'answer-information', questionId: 'q1', text });
    await liaise.act('aino.alder', id, { type: 'ask-information', ...R1, text });
    await liaise.skip('25 hours');
    await liaise.waitUntil(id, ({ questions }) => questions[1]?.state === 'expired');
    return withLettersSent(liaise, id);
  },

  'onward-with-consent': async (liaise) => {
    const id = await triaged(liaise, { handling: { code: 'H2' } });
    await liaise.act('aino.alder', id, ACKNOWLEDGE);
    await liaise.act('aino.alder', id, { type: 'refer-onward', ...R1, contactPoint: 'se-juniper-ncp', text });
    await liaise.act('quinn.quartz', id, { type: 'consent-onward', ...R1 });
    await liaise.waitUntil(id, ({ recipients }) => recipients[1]?.status === 'delivered');
    await liaise.act('astrid.juniper', id, { ...ACCEPT, ...R2 });
    await liaise.act('astrid.juniper', id, { ...REPORT, ...R2 });
    return closed(liaise, id);
  },

  withdrawn: async (liaise) => {
    const id = await triaged(liaise);
    await liaise.act('quinn.quartz', id, WITHDRAW);
    await liaise.act('otto.rowan', id, WITHDRAW);
    return ended(liaise, id);
  },

  'recall-confirmed-after-closure': async (liaise) => {
    const id = await triaged(liaise);
    await liaise.act('quinn.quartz', id, WITHDRAW);
    await liaise.act('otto.rowan', id, WITHDRAW);
    await ended(liaise, id);
    await liaise.act('aino.alder', id, { type: 'confirm-recall', ...R1 });
    return ended(liaise, id);
  },

  reopened: async (liaise) => {
    const id = await rejected(liaise);
    await liaise.act('otto.rowan', id, { type: 'reopen', text });
    await liaise.waitUntil(id, ({ triage }) => triage.state === 'proposed');
    await liaise.act('noor.rowan', id, triage(['FI']));
    await liaise.waitUntil(id, ({ recipients }) => recipients[0]?.status === 'delivered');
    await liaise.act('aino.alder', id, { type: 'decline', ...R1, ground: 'minor-or-no-offence' });
    return closed(liaise, id);
  },

  erased: async (liaise) => {
    const id = await rejected(liaise);
    await liaise.act('otto.rowan', id, { type: 'erase' });
    return ended(liaise, id);
  },

  /** Acts arrive while the engine routes. The engine repeats its own act if another one was recorded first. */
  'many-at-once': async (liaise) => {
    const id = await submitted(liaise, anUrgentSubmission());
    const supplements = ['one', 'two', 'three'].map((summary) => liaise.act('quinn.quartz', id, more(summary)));
    await Promise.all([liaise.act('noor.rowan', id, triage(['FI', 'SE'])), ...supplements]);
    await Promise.all(['noor.rowan', 'quinn.quartz'].map((person) => liaise.act(person, id, { type: 'take' })));
    await liaise.waitUntil(id, ({ recipients }) => recipients[1]?.status === 'delivered');
    return withLettersSent(liaise, id);
  },

  /** The validator accepts both acts, and the turn refuses the second. */
  'two-decide-at-once': async (liaise) => {
    const id = await triaged(liaise);
    const decline = { type: 'decline', ...R1, ground: 'no-jurisdiction' } as const;
    await Promise.allSettled([liaise.act('aino.alder', id, ACCEPT), liaise.act('eero.alder', id, decline)]);
    return withLettersSent(liaise, id);
  },

  'letter-refused': async (liaise) => {
    liaise.mail.refuse(FINNISH_DESK, 550);
    const id = await triagedWithoutDelivery(liaise);
    await liaise.waitUntil(id, ({ recipients }) => recipients[0]?.status === 'delivery-failed');
    liaise.mail.refuse(FINNISH_DESK, undefined);
    await liaise.act('aino.alder', id, ACCEPT);
    return withLettersSent(liaise, id);
  },

  'restored-from-journal': async (liaise) => {
    const id = await triaged(liaise);
    const { workflow } = liaise.temporal;
    await workflow.getHandle(workflowIdOf(id)).terminate('lost');
    await workflow.start<typeof referral>(REFERRAL_WORKFLOW, {
      workflowId: workflowIdOf(id),
      taskQueue: TASK_QUEUES.referrals,
      args: [{ from: 'journal', referralId: id }],
    });
    await liaise.act('aino.alder', id, ACCEPT);
    await liaise.act('aino.alder', id, REPORT);
    return closed(liaise, id);
  },
};

function triaged(liaise: ScenarioEngine, supplement: Partial<Submission> = {}, by?: string): Promise<string> {
  return triagedTo(liaise, { ...anUrgentSubmission(), ...supplement }, ['FI'], by);
}

async function triagedWithoutDelivery(liaise: ScenarioEngine): Promise<string> {
  const id = await submitted(liaise, anUrgentSubmission());
  await liaise.act('noor.rowan', id, triage(['FI']));
  await liaise.waitUntil(id, ({ recipients }) => recipients.length === 1);
  return id;
}

function more(summary: string): ActRequestOf<'supplement'> {
  const addition = { summary, indicators: [], originReferences: [], materials: [], particulars: [] };
  return { type: 'supplement', addition };
}

function triage(countries: string[]): ActRequestOf<'complete-triage'> {
  const { urgency, urgencyGrounds, capability } = anUrgentSubmission();
  return { type: 'complete-triage', urgency, urgencyGrounds, capability, countries, contactPoints: [] };
}

async function rejected(liaise: ScenarioEngine): Promise<string> {
  const id = await submitted(liaise, anUrgentSubmission());
  await liaise.act('noor.rowan', id, { type: 'reject-at-intake', ground: 'no-location' });
  await ended(liaise, id);
  return id;
}

async function closed(liaise: ScenarioEngine, id: string): Promise<WorkflowHandle> {
  await liaise.act('ines.rowan', id, { type: 'propose-closure' });
  await liaise.act('otto.rowan', id, { type: 'approve-closure' });
  return ended(liaise, id);
}

async function ended({ temporal }: ScenarioEngine, id: string): Promise<WorkflowHandle> {
  const handle = temporal.workflow.getHandle(workflowIdOf(id));
  await handle.result();
  return handle;
}

/** Waits until all letters are sent. The referral stays open. */
async function withLettersSent(liaise: ScenarioEngine, id: string): Promise<WorkflowHandle> {
  await liaise.lettersSent(id);
  return liaise.temporal.workflow.getHandle(workflowIdOf(id));
}
