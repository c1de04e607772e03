/** The permissions of each role and party, written a second time by hand, so that a mistake in the code is found. */

import type { ActRequest } from '../../client/contract/acts.ts';
import type { Role } from '../../domain/people.ts';

export const RELATIONS = ['sender', 'coordinator', 'recipient', 'other-recipient', 'none'] as const;
export type PartyRelation = (typeof RELATIONS)[number];

export interface Actor {
  relation: PartyRelation;
  role: Role;
  personId: string;
}

type Party = `${Role} of the ${Exclude<PartyRelation, 'none'>}`;

/** The state of the referral when the act is requested. In it, every permitted party can perform the act. */
export type CaseState =
  | 'at-intake'
  | 'referred'
  | 'accepted'
  | 'recalled'
  | 'closure-proposed'
  | 'closed'
  | 'held'
  | 'erased';

export interface ActCase {
  type: ActRequest['type'];
  at: CaseState;
  who: readonly Party[];
  /** Parties that can perform the act, but not in this state. */
  later?: readonly Party[];
  body: (actor: Actor, other: string) => Record<string, unknown>;
}

const text = 'An invented reason.';
const r1 = () => ({ recipientId: 'r1' });
const withText = () => ({ text });
const none = () => ({});
const inAYear = () => new Date(Date.now() + 365 * 24 * 3_600_000).toISOString();

const sender: Party[] = ['liaison-officer of the sender'];
const coordinator: Party[] = ['liaison-officer of the coordinator'];
const supervisor: Party[] = ['supervisor of the coordinator'];
const dataProtection: Party[] = ['data-protection-officer of the coordinator'];
const recipient: Party[] = ['partner-officer of the recipient'];
const officersOf = (relation: Exclude<PartyRelation, 'none'>): Party[] => [
  `liaison-officer of the ${relation}`,
  `partner-officer of the ${relation}`,
];
const officersOfAnyParty = (['sender', 'coordinator', 'recipient', 'other-recipient'] as const).flatMap(officersOf);

export const ACT_CASES: readonly ActCase[] = [
  { type: 'supplement', at: 'at-intake', who: sender, body: () => ({ addition: { summary: text } }) },
  { type: 'take', at: 'at-intake', who: officersOfAnyParty, body: none },
  { type: 'assign', at: 'at-intake', who: officersOfAnyParty, body: ({ personId }) => ({ personId }) },
  { type: 'set-own-reference', at: 'at-intake', who: officersOfAnyParty, body: () => ({ ownReference: 'A 1' }) },
  { type: 'add-note', at: 'closed', who: officersOfAnyParty, body: withText },
  {
    // The engine refuses everyone but the author.
    ...{ type: 'take-back', at: 'accepted', who: [...officersOfAnyParty, ...supervisor] },
    body: () => ({ act: 'assign' }),
  },
  { type: 'ask-information', at: 'at-intake', who: coordinator, body: withText },
  { type: 'ask-information', at: 'referred', who: recipient, body: () => ({ ...r1(), text }) },
  { type: 'answer-information', at: 'at-intake', who: sender, body: () => ({ questionId: 'q1', text }) },
  {
    ...{ type: 'ask-translation', at: 'at-intake', who: [...officersOf('sender'), ...officersOf('coordinator')] },
    body: ({ relation }) => ({ of: relation === 'sender' ? 'coordinator' : 'sender', languages: ['fi'] }),
  },
  {
    ...{ type: 'ask-translation', at: 'referred', who: officersOfAnyParty },
    body: ({ relation }) => ({ ...r1(), of: relation === 'recipient' ? 'sender' : 'recipient', languages: ['fi'] }),
  },
  {
    ...{ type: 'deliver-translation', at: 'at-intake', who: officersOfAnyParty },
    body: () => ({ translationId: 't1', language: 'fi', text }),
  },
  {
    ...{ type: 'record-oral-request', at: 'at-intake', who: [...sender, ...coordinator] },
    body: () => ({ requestedBy: 'Q', requestedOf: 'N', requestedAt: '2026-03-02T10:00:00Z', text }),
  },
  { type: 'confirm-oral-request', at: 'at-intake', who: sender, body: withText },
  { type: 'reject-at-intake', at: 'at-intake', who: coordinator, body: () => ({ ground: 'no-location' }) },
  { type: 'mark-duplicate', at: 'at-intake', who: coordinator, body: (_, other) => ({ other }) },
  { type: 'file-informational', at: 'at-intake', who: coordinator, body: none },
  {
    ...{ type: 'complete-triage', at: 'at-intake', who: [...coordinator, ...supervisor] },
    body: () => ({ urgency: 'standard', countries: ['FI'], capability: 'investigation' }),
  },
  { type: 'reopen-triage', at: 'referred', who: coordinator, body: none },
  {
    ...{ type: 'assign-recipient', at: 'referred', who: supervisor },
    body: () => ({ contactPoint: 'fi-birch-spoc', text }),
  },
  { type: 'add-country', at: 'referred', who: supervisor, body: () => ({ country: 'EE', text }) },
  { type: 'raise-hash-limit', at: 'referred', who: supervisor, body: () => ({ max: 1_000, text }) },
  { type: 'set-lead', at: 'referred', who: [...coordinator, ...supervisor], body: r1 },
  { type: 'acknowledge', at: 'referred', who: recipient, body: r1 },
  { type: 'accept', at: 'referred', who: recipient, body: r1 },
  { type: 'decline', at: 'referred', who: recipient, body: () => ({ ...r1(), ground: 'other', text }) },
  // The engine refuses the agency that does not have to meet the deadline.
  {
    type: 'extend',
    at: 'accepted',
    who: [...recipient, ...sender],
    body: () => ({ ...r1(), clock: 'outcome', amount: 1, text }),
  },
  { type: 'report-preservation', at: 'accepted', who: recipient, body: () => ({ ...r1(), text }) },
  { type: 'confirm-production', at: 'accepted', who: sender, body: () => ({ ...r1(), text }) },
  {
    ...{ type: 'refer-onward', at: 'accepted', who: recipient },
    body: () => ({ ...r1(), contactPoint: 'fi-birch-spoc', text }),
  },
  { type: 'consent-onward', at: 'accepted', who: sender, body: r1 },
  { type: 'refuse-onward', at: 'accepted', who: sender, body: () => ({ ...r1(), text }) },
  { type: 'report-outcome', at: 'accepted', who: recipient, body: () => ({ ...r1(), outcome: 'case-opened' }) },
  {
    // The engine refuses an officer who did not report the outcome.
    ...{ type: 'correct-outcome', at: 'closure-proposed', who: [...recipient, 'supervisor of the recipient'] },
    body: () => ({ ...r1(), outcome: 'arrest', text }),
  },
  { type: 'recall', at: 'referred', who: [...sender, ...supervisor], body: () => ({ ...r1(), text }) },
  { type: 'confirm-recall', at: 'recalled', who: recipient, body: r1 },
  { type: 'withdraw', at: 'at-intake', who: sender, later: supervisor, body: withText },
  { type: 'withdraw', at: 'referred', who: [...sender, ...supervisor], body: withText },
  { type: 'propose-closure', at: 'referred', who: coordinator, body: none },
  { type: 'approve-closure', at: 'closure-proposed', who: supervisor, body: none },
  { type: 'return-closure', at: 'closure-proposed', who: supervisor, body: withText },
  { type: 'reopen', at: 'closed', who: supervisor, body: withText },
  {
    ...{ type: 'link', at: 'referred', who: [...coordinator, ...supervisor] },
    body: (_, other) => ({ other, kind: 'related' }),
  },
  { type: 'order-erasure', at: 'closed', who: sender, body: withText },
  { type: 'retain', at: 'closed', who: supervisor, body: () => ({ until: inAYear(), text }) },
  { type: 'place-legal-hold', at: 'closed', who: [...supervisor, ...dataProtection], body: withText },
  { type: 'lift-legal-hold', at: 'held', who: [...supervisor, ...dataProtection], body: withText },
  { type: 'erase', at: 'closed', who: supervisor, body: none },
  { type: 'confirm-erasure', at: 'erased', who: recipient, body: r1 },
];

/** Officers, supervisors, auditors and data protection officers of a party see a referral; nobody else does. */
const SEEING: Role[] = ['liaison-officer', 'partner-officer', 'supervisor', 'auditor', 'data-protection-officer'];

export function sees({ relation, role }: Actor): boolean {
  return relation !== 'none' && SEEING.includes(role);
}

export function mayRead(actor: Actor): boolean {
  return sees(actor) && !['auditor', 'data-protection-officer'].includes(actor.role);
}

type Answer = 'done' | 'not now' | 'refused' | 'unknown' | 'no such recipient';

/** The expected result of the act for the actor. The existence of another recipient is not disclosed. */
export function expected(actor: Actor, { who, later = [], body }: ActCase): Answer {
  const { relation, role } = actor;
  if (relation === 'none' || !sees(actor)) return 'unknown';
  if (relation === 'other-recipient' && 'recipientId' in body(actor, '')) return 'no such recipient';
  if (who.includes(`${role} of the ${relation}`)) return 'done';
  return later.includes(`${role} of the ${relation}`) ? 'not now' : 'refused';
}
