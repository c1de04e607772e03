/** Asks the directory who receives a referral. */

import type { Referral } from '../domain/referral.ts';
import type { Directory } from '../domain/routing/directory.ts';
import { findRoute as findInDirectory, type RouteDecision } from '../domain/routing/route.ts';
import type { Country, Instant } from '../domain/vocabulary.ts';

export interface RouteQuestion {
  referral: Referral;
  countries: Country[];
  asOf: Instant;
}

export function findRoute(directory: Directory, { referral, countries, asOf }: RouteQuestion): RouteDecision {
  const { facts, triage, round, recipients, senderAgencyId } = referral;
  const capability = triage.state === 'decided' ? triage.decision.capability : facts.capability;
  const { kind, languages, handlingCode, transferBasis } = facts;
  const tried = recipients.filter((each) => each.round === round).map(({ contactPointId }) => contactPointId);
  const asked = { countries, kind, capability, languages, handlingCode, senderAgencyId, tried, asOf };
  return findInDirectory({ ...asked, ...(transferBasis && { transferBasis }) }, directory);
}
