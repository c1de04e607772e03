/** Every name that client and workflow share: updates, queries, workflow ids, task queues. */

import { defineQuery, defineUpdate } from '@temporalio/workflow';
import type { Act, ActType } from '../domain/acts.ts';
import type { Idempotency } from '../domain/idempotency.ts';
import { LIFECYCLE } from '../domain/lifecycle.ts';
import type { Actor } from '../domain/people.ts';
import type { Receipt } from '../domain/receipt.ts';
import type { Referral } from '../domain/referral.ts';

/** Workflows and what they record; letters; what is done at fixed hours. */
export const TASK_QUEUES = { referrals: 'referrals', letters: 'letters', upkeep: 'upkeep' } as const;

export const REFERRAL_WORKFLOW = 'referral';

/** Ids of workflows are never encrypted: a UUID, nothing of the case. */
export function workflowIdOf(referralId: string): string {
  return `referral/${referralId}`;
}

/** How a referral's workflow begins: new, from its journal, or from where an earlier run of it stopped. */
export type ReferralStart =
  | { from: 'submission'; referralId: string }
  | { from: 'journal'; referralId: string }
  | { from: 'state'; referralId: string; referral: Referral };

export interface ActMessage {
  act: Act;
  actor: Actor;
  /** The last entry of the journal that whoever asks has seen. */
  seen?: number;
  /** The act is valid for the referral as of this entry only: CHANGED_MEANWHILE if the journal has gone on. */
  onlyAt?: number;
  /** Absent in requests of earlier versions and of the engine. */
  idempotency?: Idempotency;
}

/** The acts that people ask for; the engine's own have no door. */
export const PERSON_ACT_TYPES: readonly ActType[] = [
  ...new Set(LIFECYCLE.filter((row) => row.who.some((party) => party !== 'engine')).map((row) => row.act)),
];

/** The Temporal update of an act has the act's name. */
export function updateOf(act: ActType) {
  return defineUpdate<Receipt, [ActMessage]>(act);
}

/**
 * Temporal carries out each update id once and then repeats its answer. The id therefore names the content and the entry
 * that the act was bound to: an act that was refused can be sent again with other content, or for a later entry.
 */
export function updateIdOf(actId: string, { onlyAt, idempotency }: Omit<ActMessage, 'act' | 'actor'>): string {
  return [actId, onlyAt ?? '', idempotency?.digest ?? ''].join('/');
}

export function actIdOf(updateId = ''): string {
  const [actId = ''] = updateId.split('/');
  return actId;
}

/** The referral as the workflow knows it; undefined before it is submitted. */
export const stateQuery = defineQuery<Referral | undefined>('state');
