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

/** The same update under another id, so that the server does not take it for a repetition. */
export function withNewId(update: SealedUpdate): SealedUpdate {
  return { ...update, updateId: crypto.randomUUID() };
}

/** What the history of a workflow shows without a key. */
export interface SealedHistory {
  start: Payloads;
  updates: SealedUpdate[];
}

export interface StartOptions {
  /** The workflow type. */
  type?: string;
  memo?: Record<string, Payload>;
}

/** Requests to Temporal with payloads of the caller's choice. */
export interface RawTemporal {
  historyOf(workflowId: string): Promise<SealedHistory>;
  /** Returns the code of the refusal, or `performed`. */
  update(workflowId: string, update: SealedUpdate): Promise<string>;
  /** Starts the workflow, or uses the running one, and sends the update. */
  updateWithStart(workflowId: string, start: Payloads, update: SealedUpdate): Promise<string>;
  /** Starts a workflow; by default that of a referral. */
  start(workflowId: string, start: Payloads, more?: StartOptions): Promise<void>;
  signal(workflowId: string, payloads: Payloads): Promise<void>;
  /** Starts the workflow, or uses the running one, and sends the signal. */
  signalWithStart(workflowId: string, start: Payloads, payloads: Payloads): Promise<void>;
  query(workflowId: string, payloads: Payloads): Promise<void>;
  /** Creates a schedule that starts the workflow now. Temporal adds the time to the workflow id. */
  schedule(workflowId: string, start: Payloads, more?: Pick<StartOptions, 'type'>): Promise<void>;
  /** Starts the workflow of a schedule now. */
  trigger(scheduleId: string): Promise<void>;
  /** Has the workflow continue from the end of its first task. Temporal sends the later updates again. */
  reset(workflowId: string): Promise<void>;
  completeActivity(workflowId: string, activityId: string, payloads: Payloads): Promise<void>;
  /** Ends the activity as failed for good, with a failure and details that hold the payloads. */
  failActivity(workflowId: string, activityId: string, payloads: Payloads): Promise<void>;
  /** Ends the attempt, so that the next one gets the payloads as the progress of this one. */
  heartbeatAndRetry(workflowId: string, activityId: string, payloads: Payloads): Promise<void>;
  /** Runs an activity without a workflow. Returns its outcome. */
  startActivity(activity: string, taskQueue: string, payloads: Payloads): Promise<'failed' | 'completed'>;
}

const UPDATE_COMPLETED = 3;
const USE_EXISTING = 2;
const ALLOW_ALL = 5;

/** Sends raw requests. The connection has no key. */
export function rawTemporal({ workflowService: temporal }: Connection, namespace = 'default'): RawTemporal {
  const sent = (payloads: Payloads) => ({ payloads: [...payloads] });
  const updateRequest = (workflowId: string, { name, updateId, payloads }: SealedUpdate) => ({
    namespace,
    workflowExecution: { workflowId },
    waitPolicy: { lifecycleStage: UPDATE_COMPLETED },
    request: { meta: { updateId }, input: { name, args: sent(payloads) } },
  });
  const action = (workflowId: string, start: Payloads, type = 'referral') => ({
    ...{ workflowId, input: sent(start), workflowType: { name: type }, taskQueue: { name: 'referrals' } },
  });
  const startRequest = (workflowId: string, start: Payloads, type?: string) => ({
    ...{ namespace, requestId: crypto.randomUUID(), ...action(workflowId, start, type) },
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
    start: async (workflowId, start, { type, memo: fields } = {}) => {
      await temporal.startWorkflowExecution({
        ...startRequest(workflowId, start, type),
        ...(fields && { memo: { fields } }),
      });
    },
    signal: async (workflowId, payloads) => {
      const request = { namespace, workflowExecution: { workflowId }, signalName: 'state', input: sent(payloads) };
      await temporal.signalWorkflowExecution(request);
    },
    signalWithStart: async (workflowId, start, payloads) => {
      const request = { ...startRequest(workflowId, start), signalName: 'state', signalInput: sent(payloads) };
      await temporal.signalWithStartWorkflowExecution(request);
    },
    query: async (workflowId, payloads) => {
      const query = { queryType: 'state', queryArgs: sent(payloads) };
      await temporal.queryWorkflow({ namespace, execution: { workflowId }, query });
    },
    schedule: async (workflowId, start, { type } = {}) => {
      await temporal.createSchedule({
        ...{ namespace, scheduleId: workflowId, requestId: crypto.randomUUID() },
        schedule: { spec: {}, action: { startWorkflow: action(workflowId, start, type) } },
        initialPatch: { triggerImmediately: {} },
      });
    },
    trigger: async (scheduleId) => {
      const patch = { triggerImmediately: { overlapPolicy: ALLOW_ALL } };
      await temporal.patchSchedule({ namespace, scheduleId, patch, requestId: crypto.randomUUID() });
    },
    reset: async (workflowId) => {
      const { history } = await temporal.getWorkflowExecutionHistory({ namespace, execution: { workflowId } });
      const first = history?.events?.find(({ workflowTaskCompletedEventAttributes: completed }) => completed);
      await temporal.resetWorkflowExecution({
        ...{ namespace, workflowExecution: { workflowId }, requestId: crypto.randomUUID(), reason: 'attack' },
        workflowTaskFinishEventId: first?.eventId ?? null,
      });
    },
    failActivity: async (workflowId, activityId, payloads) => {
      const details = sent(payloads);
      const failure = {
        ...{ message: 'forged', encodedAttributes: payloads[0] ?? null },
        applicationFailureInfo: { type: 'FORGED', nonRetryable: true, details },
      };
      await temporal.respondActivityTaskFailedById({ namespace, workflowId, activityId, failure });
    },
    heartbeatAndRetry: async (workflowId, activityId, payloads) => {
      const failure = { message: 'forged', applicationFailureInfo: { type: 'FORGED' } };
      const lastHeartbeatDetails = sent(payloads);
      await temporal.respondActivityTaskFailedById({
        namespace,
        workflowId,
        activityId,
        failure,
        lastHeartbeatDetails,
      });
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
