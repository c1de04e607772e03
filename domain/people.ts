/** Actors: a person has roles at an agency, and the agency has a relation to the referral. Both matter. */

export const ROLES = [
  'liaison-officer',
  'partner-officer',
  'supervisor',
  'auditor',
  'administrator',
  'data-protection-officer',
  'service',
] as const;
export type Role = (typeof ROLES)[number];

/** The roles that can handle a referral. */
export const OFFICERS: readonly Role[] = ['liaison-officer', 'partner-officer'];

/** Whether the person handles referrals or supervises those who do. Administrators and auditors do neither. */
export function worksOnReferrals({ roles }: Pick<Person, 'roles'>): boolean {
  return roles.some((role) => role === 'supervisor' || OFFICERS.includes(role));
}

/** A person who acts for one agency, with the roles held there. */
export interface Person {
  kind: 'person';
  personId: string;
  agencyId: string;
  roles: readonly Role[];
}

/** The engine, which acts by the rules: it expires clocks, routes, and records deliveries. */
export interface EngineActor {
  kind: 'engine';
}

/** A person or the engine. */
export type Actor = Person | EngineActor;

/** The engine as an actor. */
export const ENGINE: EngineActor = { kind: 'engine' };

/** The relation of an agency to a referral. An agency may have several. */
export type Relation = 'sender' | 'coordinator' | 'recipient' | 'none';

/** The agencies of a referral. */
export interface Parties {
  senderAgencyId: string;
  coordinatorAgencyId: string;
  senderDisabled?: true;
  recipients: readonly { id: string; agencyId: string }[];
}

/** The agency that acts as the sender: the coordinating agency while the sending agency is disabled. */
export function actingSenderOf({
  senderAgencyId,
  coordinatorAgencyId,
  senderDisabled,
}: Omit<Parties, 'recipients'>): string {
  return senderDisabled ? coordinatorAgencyId : senderAgencyId;
}

/** Every relation of the agency to the referral. With `recipientId`, only that recipient counts as `recipient`. */
export function relationsOf(agencyId: string, referral: Parties, recipientId?: string): readonly Relation[] {
  const relations: Relation[] = [];
  if (referral.senderAgencyId === agencyId || actingSenderOf(referral) === agencyId) relations.push('sender');
  if (referral.coordinatorAgencyId === agencyId) relations.push('coordinator');
  const isRecipient = referral.recipients.some(
    (recipient) => recipient.agencyId === agencyId && (recipientId === undefined || recipient.id === recipientId),
  );
  if (isRecipient) relations.push('recipient');
  return relations.length > 0 ? relations : ['none'];
}

/** Whether both are the same person, at any agency. */
export function isSamePerson(actor: Actor, other: Actor): boolean {
  return actor.kind === 'person' && other.kind === 'person' && actor.personId === other.personId;
}
