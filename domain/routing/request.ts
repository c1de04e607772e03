/** What routing needs to know of a referral, and in which countries routing would find nobody. */

import type { Referral } from '../referral.ts';
import type { Capability, Country, Instant } from '../vocabulary.ts';
import type { Directory } from './directory.ts';
import { findRoute, type RouteRequest } from './route.ts';

interface RouteContext {
  referral: Referral;
  countries: readonly Country[];
  asOf: Instant;
  /** As triage decided where absent; before that decision as the sender requested. */
  capability?: Capability;
}

export function routeRequestOf({ referral, countries, asOf, capability }: RouteContext): RouteRequest {
  const { facts, triage, round, recipients, senderAgencyId } = referral;
  const decided = triage.state === 'decided' ? triage.decision.capability : facts.capability;
  const { kind, languages, handlingCode, transferBasis } = facts;
  const tried = recipients.filter((each) => each.round === round).map(({ contactPointId }) => contactPointId);
  return {
    ...{ countries, kind, capability: capability ?? decided, languages, handlingCode, senderAgencyId, tried, asOf },
    ...(transferBasis && { transferBasis }),
  };
}

/** Those of the countries in which no contact point of the directory can receive the referral at this time. */
export function unreachableCountries(asked: RouteContext, directory: Directory): Country[] {
  return findRoute(routeRequestOf(asked), directory).without.map(({ country }) => country);
}
