/** The rows of the lifecycle table, and the parties and groups of statuses that they use. */

import type { ActType } from '../acts.ts';
import type { EventType } from '../events.ts';
import { OFFICERS, type Relation, type Role } from '../people.ts';
import type { RecipientStatus, ReferralStatus } from '../statuses.ts';

/** A person with one of these roles at an agency with this relation to the referral; or the engine. */
export type Party = { relation: Relation; roles: readonly Role[] } | 'engine';

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

export const sender: Party = { relation: 'sender', roles: ['liaison-officer'] };
export const coordinator: Party = { relation: 'coordinator', roles: ['liaison-officer'] };
export const coordinatorSupervisor: Party = { relation: 'coordinator', roles: ['supervisor'] };
export const coordinatorAny: Party = { relation: 'coordinator', roles: ['liaison-officer', 'supervisor'] };
export const recipient: Party = { relation: 'recipient', roles: ['partner-officer'] };
export const anyParty: readonly Party[] = (['sender', 'coordinator', 'recipient'] as const).map((relation) => ({
  relation,
  roles: OFFICERS,
}));

export const intake: readonly ReferralStatus[] = ['received', 'awaiting-information'];
export const routing: readonly ReferralStatus[] = ['triaged', 'referred', 'held'];
export const open: readonly ReferralStatus[] = [...intake, ...routing, 'closure-proposed'];
export const notErased: readonly ReferralStatus[] = [...open, 'closed'];

export const unanswered: readonly RecipientStatus[] = ['sent', 'delivered', 'delivery-failed', 'unresponsive'];
export const undecided: readonly RecipientStatus[] = [...unanswered, 'acknowledged'];
export const notFinal: readonly RecipientStatus[] = [...undecided, 'accepted'];
