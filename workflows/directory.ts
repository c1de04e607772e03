/** The workflow of one request about the directory: carries it out, and then sends the letters that follow. */

import { ActivityFailure, condition, patched, setHandler, sleep } from '@temporalio/workflow';
import type { DirectoryRequest, EditOutcome } from '../domain/administration/directory-edit.ts';
import { refuseForeignRequest, unlessForged } from './meant-for.ts';
import { directoryUpdate } from './messages.ts';
import { changeDirectory, listDirectoryLetters, sendDirectoryLetter } from './proxies.ts';
import { asFailure } from './turn.ts';

/** Carries out one request, which comes as an update. Without one, it ends. */
export async function directory(): Promise<void> {
  const state: { request?: DirectoryRequest; outcome?: EditOutcome; isDone: boolean } = { isDone: false };
  const carryOut = async (request: DirectoryRequest): Promise<EditOutcome> => {
    refuseForeignRequest(request);
    try {
      state.outcome ??= await changeDirectory(request);
      state.request = request;
      return state.outcome;
    } catch (error) {
      throw asFailure(error);
    } finally {
      state.isDone = true;
    }
  };
  // Without a validator, no interceptor keeps a foreign or unreadable request out of the history.
  setHandler(directoryUpdate, carryOut, { validator: refuseForeignRequest });
  await condition(() => state.isDone, REQUEST_TIMEOUT);
  const { request, outcome } = state;
  if (request === undefined || !('proposalId' in request.task)) return;
  const { type, proposalId } = request.task;
  if (outcome === 'applied' || outcome === 'announced') await sendAll({ proposalId, outcome });
  if (type === 'refuse-address' && outcome === 'rejected') await sendAll({ proposalId, outcome: 'refused' });
  if (outcome === 'announced' && patched(REPORTS_LAPSED)) {
    await sleep(PROPOSAL_LIFETIME);
    await sendAll({ proposalId, outcome: 'lapsed' });
  }
}

/** Earlier versions did not report that the time for the confirmation of an address was over. */
const REPORTS_LAPSED = 'report-lapsed-address';
/** As `PROPOSAL_LIFETIME_MS`, and a minute more, for clocks that differ. */
const PROPOSAL_LIFETIME = 14 * 24 * 3_600_000 + 60_000;

/** Longer than clients wait for a result. */
const REQUEST_TIMEOUT = '1 minute';

/** A letter that cannot be delivered does not keep the others back. The audit log has the change in any case. */
async function sendAll(about: {
  proposalId: string;
  outcome: 'applied' | 'announced' | 'refused' | 'lapsed';
}): Promise<void> {
  const letters = await listDirectoryLetters(about);
  await Promise.all(
    letters.map((letter) =>
      unlessForged(() => sendDirectoryLetter(letter)).catch((failure: unknown) => {
        if (!(failure instanceof ActivityFailure)) throw failure;
      }),
    ),
  );
}
