/** Who acts: people hold roles at an agency, and the agency's relation to the referral decides the rest. */

export const ROLES = [
  'liaison-officer',
  'partner-officer',
  'supervisor',
  'auditor',
  'administrator',
  'service',
] as const;
export type Role = (typeof ROLES)[number];

/** Who handles referrals: what is taken or assigned, and reminded of. */
export const OFFICERS: readonly Role[] = ['liaison-officer', 'partner-officer'];

/** Whoever handles referrals or supervises those who do; an administrator's and an auditor's work is another. */
export function worksOnReferrals({ roles }: Pick<Person, 'roles'>): boolean {
  return roles.some((role) => role === 'supervisor' || OFFICERS.includes(role));
}

/** A person at work for one agency, with the roles held there. */
export interface Person {
  kind: 'person';
  personId: string;
  agencyId: string;
  roles: readonly Role[];
}

/** The engine itself, acting by rule: clocks that expire, routing, delivery. */
export interface Engine {
  kind: 'engine';
}

export type Actor = Person | Engine;

export const ENGINE: Engine = { kind: 'engine' };

/** How an agency stands to a referral. An agency may stand in several relations; `recipient` is of one recipient. */
export type Relation = 'sender' | 'coordinator' | 'recipient' | 'none';

interface Parties {
  senderAgencyId: string;
  coordinatorAgencyId: string;
  recipients: readonly { id: string; agencyId: string }[];
}

/** Every relation of `agencyId` to the referral; with `recipientId`, only that recipient counts as `recipient`. */
export function relationsOf(agencyId: string, referral: Parties, recipientId?: string): readonly Relation[] {
  const relations: Relation[] = [];
  if (referral.senderAgencyId === agencyId) relations.push('sender');
  if (referral.coordinatorAgencyId === agencyId) relations.push('coordinator');
  const isRecipient = referral.recipients.some(
    (recipient) => recipient.agencyId === agencyId && (recipientId === undefined || recipient.id === recipientId),
  );
  if (isRecipient) relations.push('recipient');
  return relations.length > 0 ? relations : ['none'];
}

/** The same actor in the journal: never a name, always ids. */
export function isSamePerson(actor: Actor, other: Actor): boolean {
  return actor.kind === 'person' && other.kind === 'person' && actor.personId === other.personId;
}
