/** The rows of the lifecycle table, and the parties and groups of statuses that they use. */

import type { ActType } from '../acts.ts';
import type { EventType } from '../events.ts';
import { OFFICERS, type Relation, type Role } from '../people.ts';
import type { RecipientStatus, ReferralStatus } from '../statuses.ts';

/** A person with one of these roles at an agency with this relation to the referral; or the engine. */
export type Party = { relation: Relation; roles: readonly Role[] } | 'engine';

/** Who may perform an act, and in which statuses. */
export interface Row {
  act: ActType;
  who: readonly Party[];
  /** Permitted statuses of the referral; empty if there is no referral yet. */
  from: readonly ReferralStatus[];
  /** For an act about one recipient: its permitted statuses. */
  recipient?: readonly RecipientStatus[];
  /** The possible events; `decide.ts` decides which of them follow. */
  events: readonly EventType[];
  effect: string;
}

/** Liaison officers of the sender. */
export const sender: Party = { relation: 'sender', roles: ['liaison-officer'] };
/** Liaison officers of the coordinator. */
export const coordinator: Party = { relation: 'coordinator', roles: ['liaison-officer'] };
/** Supervisors of the coordinator. */
export const coordinatorSupervisor: Party = { relation: 'coordinator', roles: ['supervisor'] };
/** Liaison officers and supervisors of the coordinator. */
export const coordinatorAny: Party = { relation: 'coordinator', roles: ['liaison-officer', 'supervisor'] };
/** Supervisors and data protection officers of the coordinator. */
export const coordinatorGuardian: Party = {
  relation: 'coordinator',
  roles: ['supervisor', 'data-protection-officer'],
};
/** Partner officers of the recipient. */
export const recipient: Party = { relation: 'recipient', roles: ['partner-officer'] };
/** Supervisors of the recipient. */
export const recipientSupervisor: Party = { relation: 'recipient', roles: ['supervisor'] };
/** Officers of the sender, whichever of the two roles they have. */
export const senderOfficer: Party = { relation: 'sender', roles: OFFICERS };
/** Officers of the coordinator. */
export const coordinatorOfficer: Party = { relation: 'coordinator', roles: OFFICERS };
/** Officers of the recipient. */
const recipientOfficer: Party = { relation: 'recipient', roles: OFFICERS };
/** Officers of every party. */
export const anyParty: readonly Party[] = [senderOfficer, coordinatorOfficer, recipientOfficer];

/** Statuses before triage. */
export const intake: readonly ReferralStatus[] = ['received', 'awaiting-information'];
/** Statuses after triage, until a closure is proposed. */
export const routing: readonly ReferralStatus[] = ['triaged', 'referred', 'held'];
/** All statuses of an open referral. */
export const open: readonly ReferralStatus[] = [...intake, ...routing, 'closure-proposed'];
/** All statuses except `erased`. */
export const notErased: readonly ReferralStatus[] = [...open, 'closed'];

/** Statuses of a recipient that has not answered. */
export const unanswered: readonly RecipientStatus[] = ['sent', 'delivered', 'delivery-failed', 'unresponsive'];
/** Statuses of a recipient that has neither accepted nor declined. */
export const undecided: readonly RecipientStatus[] = [...unanswered, 'acknowledged'];
/** Statuses of a recipient that has the case. */
export const STATUSES_WITH_CASE: readonly RecipientStatus[] = [
  ...unanswered,
  'acknowledged',
  'accepted',
  'outcome-reported',
];
/** Statuses of a recipient that has answered and not given the case back. */
export const inHand: readonly RecipientStatus[] = ['acknowledged', 'accepted', 'outcome-reported'];
/** Statuses of a recipient without a final outcome. */
export const notFinal: readonly RecipientStatus[] = [...undecided, 'accepted'];
