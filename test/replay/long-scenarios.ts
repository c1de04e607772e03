/** Referrals that continue as new, on a server that suggests it early. */

import type { WorkflowHandle } from '@temporalio/client';
import { workflowIdOf } from '../../workflows/messages.ts';
import type { TestEngine } from '../support/engine.ts';
import { anUrgentSubmission } from '../support/factories.ts';
import { triagedTo } from '../support/submit-and-triage.ts';
import { realServer } from '../support/temporal.ts';

const R1 = { recipientId: 'r1' } as const;

export const LONG_SCENARIOS: Record<string, (liaise: TestEngine) => Promise<WorkflowHandle>> = {
  'continued-as-new': async (liaise) => {
    const { first } = await longReferral(liaise);
    return first;
  },

  'continued-from-state': async (liaise) => {
    const { last } = await longReferral(liaise);
    return last;
  },
};

/** The first and the last run of its workflow. */
async function longReferral(liaise: TestEngine): Promise<Record<'first' | 'last', WorkflowHandle>> {
  const id = await triagedTo(liaise, anUrgentSubmission(), ['FI']);
  const last = liaise.temporal.workflow.getHandle(workflowIdOf(id));
  const { runId } = await last.describe();
  await liaise.act('aino.alder', id, { type: 'acknowledge', ...R1 });
  await liaise.act('aino.alder', id, { type: 'accept', ...R1 });
  await liaise.act('aino.alder', id, { type: 'report-outcome', ...R1, outcome: 'arrest', final: true });
  await liaise.act('ines.rowan', id, { type: 'propose-closure' });
  await liaise.act('otto.rowan', id, { type: 'approve-closure' });
  await last.result();
  return { first: liaise.temporal.workflow.getHandle(workflowIdOf(id), runId), last };
}

const EVENTS = 40;

/** Starts a server that suggests continuing as new after 40 events. The default is several thousand. */
export async function serverWithShortHistories(): Promise<string> {
  const { address } = await realServer({ settings: { 'limit.historyCount.suggestContinueAsNew': EVENTS } });
  return address;
}
