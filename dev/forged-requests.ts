/** Requests of an attacker who reaches Temporal without a key: encrypted payloads are read, and sent elsewhere. */

import type { Connection } from '@temporalio/client';
import type { Payload } from '@temporalio/common';
import { msToTs } from '@temporalio/common/lib/time.js';

type Payloads = readonly Payload[];

/** A sealed update in a history. */
export interface SealedUpdate {
  name: string;
  updateId: string;
  payloads: Payloads;
}

/** What the history of a workflow shows without a key. */
export interface SealedHistory {
  start: Payloads;
  updates: SealedUpdate[];
}

/** Requests to Temporal with payloads of the caller's choice. */
export interface RawTemporal {
  historyOf(workflowId: string): Promise<SealedHistory>;
  /** Returns the code of the refusal, or `performed`. */
  update(workflowId: string, update: SealedUpdate): Promise<string>;
  /** Starts the workflow, or uses the running one, and sends the update. */
  updateWithStart(workflowId: string, start: Payloads, update: SealedUpdate): Promise<string>;
  start(workflowId: string, start: Payloads, memo?: Record<string, Payload>): Promise<void>;
  signal(workflowId: string, payloads: Payloads): Promise<void>;
  query(workflowId: string, payloads: Payloads): Promise<void>;
  completeActivity(workflowId: string, activityId: string, payloads: Payloads): Promise<void>;
  /** Runs an activity without a workflow. Returns its outcome. */
  startActivity(activity: string, taskQueue: string, payloads: Payloads): Promise<'failed' | 'completed'>;
}

const UPDATE_COMPLETED = 3;
const USE_EXISTING = 2;

/** Sends raw requests. The connection has no key. */
export function rawTemporal({ workflowService: temporal }: Connection, namespace = 'default'): RawTemporal {
  const sent = (payloads: Payloads) => ({ payloads: [...payloads] });
  const updateRequest = (workflowId: string, { name, updateId, payloads }: SealedUpdate) => ({
    namespace,
    workflowExecution: { workflowId },
    waitPolicy: { lifecycleStage: UPDATE_COMPLETED },
    request: { meta: { updateId }, input: { name, args: sent(payloads) } },
  });
  const startRequest = (workflowId: string, start: Payloads) => ({
    ...{ namespace, workflowId, requestId: crypto.randomUUID(), input: sent(start) },
    ...{ workflowType: { name: 'referral' }, taskQueue: { name: 'referrals' } },
  });
  return {
    historyOf: async (workflowId) => {
      const request = { namespace, execution: { workflowId } };
      const { history } = await temporal.getWorkflowExecutionHistory(request);
      const events = history?.events ?? [];
      const updates = events.flatMap(({ workflowExecutionUpdateAcceptedEventAttributes: accepted }) => {
        const { meta, input } = accepted?.acceptedRequest ?? {};
        return input
          ? [{ name: input.name ?? '', updateId: meta?.updateId ?? '', payloads: input.args?.payloads ?? [] }]
          : [];
      });
      return { start: events[0]?.workflowExecutionStartedEventAttributes?.input?.payloads ?? [], updates };
    },
    update: async (workflowId, update) => {
      const { outcome } = await temporal.updateWorkflowExecution(updateRequest(workflowId, update));
      return outcome?.failure?.applicationFailureInfo?.type ?? 'performed';
    },
    updateWithStart: async (workflowId, start, update) => {
      const { responses } = await temporal.executeMultiOperation({
        namespace,
        operations: [
          { startWorkflow: { ...startRequest(workflowId, start), workflowIdConflictPolicy: USE_EXISTING } },
          { updateWorkflow: updateRequest(workflowId, update) },
        ],
      });
      return responses?.[1]?.updateWorkflow?.outcome?.failure?.applicationFailureInfo?.type ?? 'performed';
    },
    start: async (workflowId, start, fields) => {
      await temporal.startWorkflowExecution({
        ...startRequest(workflowId, start),
        ...(fields && { memo: { fields } }),
      });
    },
    signal: async (workflowId, payloads) => {
      const request = { namespace, workflowExecution: { workflowId }, signalName: 'state', input: sent(payloads) };
      await temporal.signalWorkflowExecution(request);
    },
    query: async (workflowId, payloads) => {
      const query = { queryType: 'state', queryArgs: sent(payloads) };
      await temporal.queryWorkflow({ namespace, execution: { workflowId }, query });
    },
    completeActivity: async (workflowId, activityId, payloads) => {
      await temporal.respondActivityTaskCompletedById({ namespace, workflowId, activityId, result: sent(payloads) });
    },
    startActivity: async (activity, taskQueue, payloads) => {
      const activityId = crypto.randomUUID();
      await temporal.startActivityExecution({
        ...{ namespace, activityId, requestId: activityId, activityType: { name: activity } },
        ...{ taskQueue: { name: taskQueue }, input: sent(payloads), startToCloseTimeout: msToTs('10 seconds') },
      });
      const { outcome } = await temporal.pollActivityExecution({ namespace, activityId });
      return outcome?.failure ? 'failed' : 'completed';
    },
  };
}
