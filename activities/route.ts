/** Asks the directory, as it is now, who receives a referral. */

import type { Referral } from '../domain/referral.ts';
import { findRoute as findInDirectory, type RouteDecision } from '../domain/routing/route.ts';
import type { Country, Instant } from '../domain/vocabulary.ts';
import type { Database } from '../prisma/store/connect.ts';
import { readDirectory } from '../prisma/store/directory.ts';

export interface RouteQuestion {
  referral: Referral;
  countries: Country[];
  asOf: Instant;
}

export async function findRoute(db: Database, { referral, countries, asOf }: RouteQuestion): Promise<RouteDecision> {
  const { facts, triage, round, recipients, senderAgencyId } = referral;
  const capability = triage.state === 'decided' ? triage.decision.capability : facts.capability;
  const { kind, languages, handlingCode, transferBasis } = facts;
  const tried = recipients.filter((each) => each.round === round).map(({ contactPointId }) => contactPointId);
  const asked = { countries, kind, capability, languages, handlingCode, senderAgencyId, tried, asOf };
  return findInDirectory({ ...asked, ...(transferBasis && { transferBasis }) }, await readDirectory(db));
}
