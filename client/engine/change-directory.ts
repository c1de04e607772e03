/** Sends a request about the directory to the engine by a Temporal update. Only the engine writes the directory. */

import { type Client, WithStartWorkflowOperation } from '@temporalio/client';
import type { DirectoryRequest, EditOutcome } from '../../domain/administration/directory-edit.ts';
import { mapDatabaseOutage } from '../../prisma/store/database-unavailable.ts';
import type { directory } from '../../workflows/directory.ts';
import {
  DIRECTORY_WORKFLOW,
  directoryUpdate,
  directoryWorkflowIdOf,
  isRefused,
  TASK_QUEUES,
} from '../../workflows/messages.ts';
import { inOurWords, TASK_TIMEOUT, UPDATE_TIMEOUT_MS, unavailable } from './update.ts';

/**
 * Carries out one request. Repeating it with the same id does nothing twice.
 *
 * @throws ReferralError with the code of the refusal, or ENGINE_UNAVAILABLE.
 */
export async function sendToDirectory(temporal: Client, request: DirectoryRequest): Promise<EditOutcome> {
  const startWorkflowOperation = new WithStartWorkflowOperation<typeof directory>(DIRECTORY_WORKFLOW, {
    workflowId: directoryWorkflowIdOf(request.requestId),
    taskQueue: TASK_QUEUES.referrals,
    workflowIdConflictPolicy: 'USE_EXISTING',
    workflowTaskTimeout: TASK_TIMEOUT,
    args: [],
  });
  const args: [DirectoryRequest] = [request];
  const options = { updateId: request.requestId, startWorkflowOperation, args };
  const deadline = Date.now() + UPDATE_TIMEOUT_MS;
  try {
    const outcome = await mapDatabaseOutage(
      temporal.connection.withDeadline(deadline, () =>
        temporal.workflow.executeUpdateWithStart(directoryUpdate, options),
      ),
    );
    if (isRefused(outcome)) throw unavailable();
    return outcome;
  } catch (error) {
    throw inOurWords(error);
  }
}
