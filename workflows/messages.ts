/** The names that clients and workflows share: updates, queries, workflow ids and task queues. */

import { defineQuery, defineUpdate } from '@temporalio/workflow';
import type { Act, ActType } from '../domain/acts.ts';
import type { DirectoryRequest, EditOutcome } from '../domain/administration/directory-edit.ts';
import type { RequestOrigin } from '../domain/audit/leaf.ts';
import type { Idempotency } from '../domain/idempotency.ts';
import { LIFECYCLE } from '../domain/lifecycle.ts';
import type { Actor } from '../domain/people.ts';
import type { Receipt } from '../domain/receipt.ts';
import type { Referral } from '../domain/referral.ts';
import type { Instant } from '../domain/vocabulary.ts';

/** `referrals`: workflows and their records; `letters`: e-mails; `upkeep`: scheduled maintenance. */
export const TASK_QUEUES = { referrals: 'referrals', letters: 'letters', upkeep: 'upkeep' } as const;

/** The name of the workflow type. */
export const REFERRAL_WORKFLOW = 'referral';

/** Temporal does not encrypt workflow ids, so they contain only a UUID. */
export function workflowIdOf(referralId: string): string {
  return `referral/${referralId}`;
}

/** How the workflow of a referral starts: new, from its journal, or from the state of the previous run. */
export type ReferralStart =
  | { from: 'submission'; referralId: string }
  | { from: 'journal'; referralId: string }
  | { from: 'state'; referralId: string; referral: Referral };

/** What an act was requested for. The workflow refuses an act that was requested for something else. */
export interface ActStatement {
  referralId: string;
  actId: string;
  type: ActType;
  /** By the clock of the entry point. After a day, the act is no longer accepted. */
  requestedAt: Instant;
}

/** The input of an update: the act and its actor. */
export interface ActMessage {
  act: Act;
  actor: Actor;
  /** Absent in histories of earlier versions, and in acts that the workflow itself performs. */
  statement?: ActStatement;
  /** The last journal entry that the caller has read. */
  seen?: number;
  /** The act is valid for the referral as of this entry only: CHANGED_MEANWHILE if the journal has gone on. */
  onlyAt?: number;
  /** Absent in requests of earlier versions and of the engine. */
  idempotency?: Idempotency;
  /** How the request came, for the audit log. Absent in requests of earlier versions and of the engine. */
  via?: RequestOrigin;
}

/** The name of the workflow type of the letter dispatcher. */
export const DISPATCHER_WORKFLOW = 'letterDispatcher';

/** The id of the workflow that sends the letters of a shard. */
export function dispatcherIdOf(shard: number): string {
  return `letter-dispatcher/${shard}`;
}

/** The acts of people, and those of the letter dispatcher and of maintenance; no other has an update. */
export const UPDATE_TYPES: readonly ActType[] = [
  ...new Set(LIFECYCLE.filter((row) => row.who.some((party) => party !== 'engine')).map((row) => row.act)),
  'settle-letters',
  'ask-retention-review',
  'release-recipient',
  'set-sender-status',
];

/** The Temporal update of an act has the act's name. */
export function updateOf(act: ActType) {
  return defineUpdate<Receipt, [ActMessage]>(act);
}

/**
 * Temporal performs each update id once and then repeats its result. The id contains the content and the entry to which the
 * act was bound. A refused act can thus be sent again with other content, or for a later entry.
 */
export function updateIdOf(actId: string, { onlyAt, idempotency }: Pick<ActMessage, 'onlyAt' | 'idempotency'>): string {
  return [actId, onlyAt ?? '', idempotency?.digest ?? ''].join('/');
}

/** The id of the act that an update id contains. */
export function actIdOf(updateId = ''): string {
  const [actId = ''] = updateId.split('/');
  return actId;
}

/** The name of the workflow type of requests about the directory. */
export const DIRECTORY_WORKFLOW = 'directory';

/** Each request has a workflow of its own. */
export function directoryWorkflowIdOf(requestId: string): string {
  return `directory/${requestId}`;
}

/** Carries out a request about the directory. The update id is the request id. */
export const directoryUpdate = defineUpdate<EditOutcome, [DirectoryRequest]>('change-directory');

/** The state of the referral in the workflow; undefined before submission. */
export const stateQuery = defineQuery<Referral | undefined>('state');

/**
 * The encodings with which the codec marks a payload that it does not open: `forged` was not encrypted for this workflow;
 * `unreadable` needs a key that is missing, or a database that is not available.
 */
export const REFUSED_ENCODINGS = { forged: 'refused/forged', unreadable: 'refused/unreadable' } as const;

/**
 * Takes the place of the value of a forged payload. No message of ours is such a text. A symbol would not do: the SDK
 * copies memos out of the sandbox, and symbols cannot be copied.
 */
export const FORGED = 'liaise: forged payload';
/** Takes the place of the value of an unreadable payload. */
export const UNREADABLE = 'liaise: unreadable payload';

/** Whether a value represents a payload that was not decrypted. */
export function isRefused(value: unknown): boolean {
  return value === FORGED || value === UNREADABLE;
}
