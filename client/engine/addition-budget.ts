/** What a supplement may still add to its referral, so that the reader of its files can leave out the rest. */

import type { TextCosts } from '../../domain/guard/budget.ts';
import type { Keyring } from '../../domain/keyring.ts';
import type { Person } from '../../domain/people.ts';
import { asAgency } from '../../prisma/store/agency-scope.ts';
import type { Database } from '../../prisma/store/connect.ts';
import { mapDatabaseOutage } from '../../prisma/store/database-unavailable.ts';
import { budgetLeft } from '../../prisma/store/particulars.ts';
import type { Guard } from '../platform/guard/guard.ts';
import { findShown, refuseUnknown } from '../queries/find-shown.ts';
import { withAuditedRefusal } from './audit-refusal.ts';
import { policyFor } from './hash-limit.ts';
import { actIdOf, contentDigests, newTextId } from './idempotency.ts';

interface Deps {
  db: Database;
  keyring: Keyring;
  guard: Pick<Guard, 'policy'>;
}

/** As the act is then performed with. A repetition is read like the first attempt: what that stored is not counted. */
interface Attempt {
  key: string;
  sent: unknown;
}

/**
 * The part of the budget of a referral, named by its reference or id, that the actor's agency has not used.
 *
 * @throws ReferralError UNKNOWN_REFERRAL, which is then in the audit log.
 */
export function additionBudget(deps: Deps, actor: Person, name: string, attempt?: Attempt): Promise<TextCosts> {
  return asAgency(actor.agencyId, () => mapDatabaseOutage(readBudget(deps, actor, name, attempt)));
}

async function readBudget({ db, keyring, guard }: Deps, actor: Person, name: string, attempt?: Attempt) {
  await keyring.ready();
  const attempted = { actor, act: 'supplement' } as const;
  const referral = await withAuditedRefusal(
    db,
    attempted,
    async () => (await findShown(db, actor, name)) ?? refuseUnknown(),
  );
  const { id: referralId, senderAgencyId } = referral;
  const textId = attempt && textIdOf(keyring, actor, referralId, attempt);
  const policy = policyFor(referral, guard.policy);
  return budgetLeft(db, { referralId, textId, policy, agencyId: actor.agencyId, senderAgencyId });
}

function textIdOf(keyring: Keyring, actor: Person, referralId: string, { key, sent }: Attempt): string {
  const [digest = ''] = contentDigests(keyring, 'supplement', referralId, sent);
  return newTextId(actIdOf(referralId, actor, key), { keys: [], digest });
}
