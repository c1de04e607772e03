/** Tasks of an agency besides its part as a recipient, replies to questions, triage in status `received`, and approvals. */

import type { ClockName } from './clocks/clock-names.ts';
import type { ClockSubject } from './events.ts';
import { inHand } from './lifecycle/row.ts';
import { actingSenderOf } from './people.ts';
import { haveAllFinished, lacksRecipient } from './recipient-search.ts';
import { isOpen, type Referral } from './referral.ts';
import { agencyOfParty, isAwaited, translationsOf } from './translation.ts';

/**
 * The kinds of these tasks. `triage`: its deadline is not paused, although the sender has not answered a question yet.
 * `confirm-request`: a request that was made by voice, or one to produce preserved data.
 */
export const FURTHER_TASKS = ['triage', 'translate', 'confirm-request', 'propose-closure'] as const;
/** A kind of these tasks. */
export type FurtherTask = (typeof FURTHER_TASKS)[number];

/** One task, and the clock that limits it, which may be missing. */
export interface PendingTask {
  task: FurtherTask;
  translationId?: string;
  /** The recipient that preserves the data. */
  recipientId?: string;
  clock?: { name: ClockName; subject: ClockSubject };
}

/** The tasks of the agency. @param referral as disclosed to the agency */
export function furtherTasksOf(referral: Referral, agencyId: string): PendingTask[] {
  if (!isOpen(referral)) return [];
  return [
    ...translations(referral, agencyId),
    ...(actingSenderOf(referral) === agencyId ? confirmations(referral) : []),
    ...(referral.coordinatorAgencyId === agencyId ? ofCoordinator(referral) : []),
  ];
}

function ofCoordinator(referral: Referral): PendingTask[] {
  const triage: PendingTask = { task: 'triage', clock: { name: 'triage', subject: { of: 'referral' } } };
  return [
    ...(isTriageDue(referral) ? [triage] : []),
    ...(isReadyForClosure(referral) ? [{ task: 'propose-closure' as const }] : []),
  ];
}

/** The question was asked after the deadline had passed, or the pause has reached its longest time. */
function isTriageDue({ status, clocks }: Referral): boolean {
  if (status !== 'awaiting-information') return false;
  return clocks.some(
    ({ name, state }) => name === 'triage' && (state.status === 'running' || state.status === 'expired'),
  );
}

function translations(referral: Referral, agencyId: string): PendingTask[] {
  return translationsOf(referral)
    .filter((each) => isAwaited(each) && agencyOfParty(each.of, referral) === agencyId)
    .map(({ id: translationId }) => ({
      ...{ task: 'translate', translationId },
      clock: { name: 'translation', subject: { of: 'translation', translationId } },
    }));
}

function confirmations({ oralRequest, recipients }: Referral): PendingTask[] {
  const oral: PendingTask = {
    task: 'confirm-request',
    clock: { name: 'written-confirmation', subject: { of: 'referral' } },
  };
  const productions = recipients
    .filter(({ preserved, status }) => preserved === 'reported' && inHand.includes(status))
    .map(
      ({ id: recipientId }): PendingTask => ({
        ...{ task: 'confirm-request', recipientId },
        clock: { name: 'preservation', subject: { of: 'recipient', recipientId } },
      }),
    );
  return [...(oralRequest?.confirmed === false ? [oral] : []), ...productions];
}

/** If a recipient is still to be found, a supervisor has that task instead. */
function isReadyForClosure(referral: Referral): boolean {
  const { status, facts } = referral;
  return status === 'referred' && !facts.drill && haveAllFinished(referral) && !lacksRecipient(referral);
}
