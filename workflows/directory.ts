/** The workflow of one request about the directory: carries it out, and then sends the letters that follow. */

import { ActivityFailure, condition, setHandler, workflowInfo } from '@temporalio/workflow';
import type { DirectoryRequest, EditOutcome } from '../domain/administration/directory-edit.ts';
import { directoryUpdate, directoryWorkflowIdOf } from './messages.ts';
import { changeDirectory, listDirectoryLetters, sendDirectoryLetter } from './proxies.ts';
import { forgedAct } from './refuse-forged.ts';
import { asFailure } from './turn.ts';

/** Carries out one request, which comes as an update. Without one, it ends. */
export async function directory(): Promise<void> {
  const state: { request?: DirectoryRequest; outcome?: EditOutcome; isDone: boolean } = { isDone: false };
  setHandler(directoryUpdate, async (request) => {
    if (directoryWorkflowIdOf(request.requestId) !== workflowInfo().workflowId) throw forgedAct();
    try {
      state.outcome ??= await changeDirectory(request);
      state.request = request;
      return state.outcome;
    } catch (error) {
      throw asFailure(error);
    } finally {
      state.isDone = true;
    }
  });
  await condition(() => state.isDone, REQUEST_TIMEOUT);
  const { request, outcome } = state;
  if (request && 'proposalId' in request.task && (outcome === 'applied' || outcome === 'announced')) {
    await sendAll({ proposalId: request.task.proposalId, outcome });
  }
}

/** Longer than clients wait for a result. */
const REQUEST_TIMEOUT = '1 minute';

/** A letter that cannot be delivered does not keep the others back. The audit log has the change in any case. */
async function sendAll(about: { proposalId: string; outcome: 'applied' | 'announced' }): Promise<void> {
  const letters = await listDirectoryLetters(about);
  await Promise.all(
    letters.map((letter) =>
      sendDirectoryLetter(letter).catch((failure: unknown) => {
        if (!(failure instanceof ActivityFailure)) throw failure;
      }),
    ),
  );
}
