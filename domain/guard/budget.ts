/** The budget of a referral: what its texts together may hold over its whole life, and the share of each agency. */

import { ReferralError } from '../errors.ts';
import type { GuardPolicy } from './policy.ts';

/** What one text, or several together, count towards the budget: bytes in UTF-8, and the number of hash values. */
export interface TextCosts {
  opaque: number;
  identifiers: number;
  hashes: number;
}

export const NO_COSTS: TextCosts = { opaque: 0, identifiers: 0, hashes: 0 };

/** True if a text counts towards the budget. */
export function hasCosts({ opaque, identifiers, hashes }: TextCosts): boolean {
  return opaque + identifiers + hashes > 0;
}

/** The costs of a text, with the fields that cost most. */
export interface FieldCosts extends TextCosts {
  fields: { opaque: string; identifiers: string };
}

/** What the earlier texts of a referral cost, in total for each agency that has costs. */
export type SpentBudget = Readonly<Record<string, TextCosts>>;

/** The agency that sends a referral has half of its budget, since its texts carry the case. */
const SENDER_SHARE = 1 / 2;
/**
 * Other agencies share the other half: up to six may use a sixteenth each, and 32 more a small share. Thus each agency has a
 * share in a case that goes to many countries. No agency can use up the share of another.
 */
const OTHERS = { full: { agencies: 6, share: 1 / 16 }, small: { agencies: 32, share: 1 / 256 } };
const OTHER_AGENCIES = OTHERS.full.agencies + OTHERS.small.agencies;

/** `further`: another agency that adds texts after six others used more than a small share. */
type Party = 'sender' | 'other' | 'further';

const SHARES: Readonly<Record<Party, number>> = {
  sender: SENDER_SHARE,
  other: OTHERS.full.share,
  further: OTHERS.small.share,
};

/**
 * The part of the budget that one agency may use. Only the sender can add hash values. The shares of the sender and of 38
 * other agencies are the whole budget. The sum of all texts thus stays within the policy.
 */
export function shareOf(policy: GuardPolicy, party: Party): TextCosts {
  return {
    opaque: Math.floor(policy.opaque * SHARES[party]),
    identifiers: Math.floor(policy.identifiers * SHARES[party]),
    hashes: party === 'sender' ? policy.hashes : 0,
  };
}

/** An agency that adds a text to a referral, and the agency that sent the referral. */
export interface BudgetHolder {
  agencyId: string;
  senderAgencyId: string;
}

/** What an agency may still add to a referral. */
export function leftOf(policy: GuardPolicy, spent: SpentBudget, holder: BudgetHolder): TextCosts {
  const share = shareIn(policy, spent, holder);
  const before = spent[holder.agencyId] ?? NO_COSTS;
  return {
    opaque: Math.max(0, share.opaque - before.opaque),
    identifiers: Math.max(0, share.identifiers - before.identifiers),
    hashes: Math.max(0, share.hashes - before.hashes),
  };
}

function shareIn(policy: GuardPolicy, spent: SpentBudget, { agencyId, senderAgencyId }: BudgetHolder): TextCosts {
  if (agencyId === senderAgencyId) return shareOf(policy, 'sender');
  const others = Object.entries(spent).filter(([id]) => id !== senderAgencyId && id !== agencyId);
  if (others.length >= OTHER_AGENCIES) return NO_COSTS;
  const small = shareOf(policy, 'further');
  const large = others.filter(([, costs]) => costs.opaque > small.opaque || costs.identifiers > small.identifiers);
  return large.length < OTHERS.full.agencies ? shareOf(policy, 'other') : small;
}

/**
 * Decides whether an agency may add a text with these costs.
 *
 * @throws ReferralError MATERIAL_REFUSED, with the field that costs most and the bytes that remain.
 */
export function refuseOverBudget(
  policy: GuardPolicy,
  spent: SpentBudget,
  holder: BudgetHolder,
  costs: FieldCosts,
): void {
  const left = leftOf(policy, spent, holder);
  for (const kind of ['opaque', 'identifiers', 'hashes'] as const) {
    if (costs[kind] > left[kind]) throw overBudget(kind, costs, left[kind]);
  }
}

const NAMES = {
  opaque: 'bytes of encoded text',
  identifiers: 'bytes of identifiers',
  hashes: 'hash values',
} as const satisfies Record<keyof TextCosts, string>;

function overBudget(kind: keyof TextCosts, costs: FieldCosts, left: number): ReferralError {
  const field = kind === 'hashes' ? 'materials' : costs.fields[kind];
  const advice =
    kind === 'hashes'
      ? 'A supervisor of the coordinating agency can raise the limit of the referral.'
      : 'Leave out what the other agency does not need, or describe it in words.';
  const message =
    `${field || 'The text'} was refused: this text has ${costs[kind]} ${NAMES[kind]}, and your agency may add ` +
    `${left} more to this referral. ${advice}`;
  return new ReferralError('MATERIAL_REFUSED', message, field, { max: left });
}
