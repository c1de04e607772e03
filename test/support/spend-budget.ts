/** A referral whose sender has used up a part of its budget. */

import { randomUUID } from 'node:crypto';
import { NO_COSTS, type TextCosts } from '../../domain/guard/budget.ts';
import { defaultGuardPolicy } from '../../domain/guard/policy.ts';
import type { Keyring } from '../../domain/keyring.ts';
import type { Database } from '../../prisma/store/connect.ts';
import { saveParticulars } from '../../prisma/store/particulars.ts';

/** Stores a text of the sender, `us-quartz` by default, that costs so much. */
export async function spendBudget(
  { db, keyring }: { db: Database; keyring: Keyring },
  referralId: string,
  spent: Partial<TextCosts>,
  agencyId = 'us-quartz',
): Promise<void> {
  const costs = { ...NO_COSTS, ...spent, fields: { opaque: '', identifiers: '' } };
  const budget = { policy: defaultGuardPolicy, costs, agencyId, senderAgencyId: agencyId };
  await db.$transaction((tx) =>
    saveParticulars(tx, keyring, { id: randomUUID(), referralId, content: 'An earlier text.', budget }),
  );
}
