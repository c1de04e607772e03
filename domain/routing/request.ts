/** The routing request of a referral, and the countries in which no contact point can receive it. */

import type { Referral } from '../referral.ts';
import type { Capability, Country, Instant } from '../vocabulary.ts';
import type { Directory } from './directory.ts';
import { findRoute } from './route.ts';
import type { RouteRequest } from './suitability.ts';

interface RouteContext {
  referral: Referral;
  countries: readonly Country[];
  asOf: Instant;
  /** Default: the capability that triage decided, or before triage the one that the sender requested. */
  capability?: Capability;
  /** Ids of the contact points that can be reached at `asOf`, if that counts. */
  reachable?: readonly string[];
  /** When each closed desk opens, if that counts. */
  opensAt?: Readonly<Record<string, Instant>>;
  /** Ids of the contact points that are at capacity, if that counts. */
  full?: readonly string[];
  /** Ids of the contact points that did not answer their last drill. */
  failedDrill?: readonly string[];
}

/** The input of the routing rules for a referral. */
export function routeRequestOf(context: RouteContext): RouteRequest {
  const { referral, countries, asOf, capability, reachable, opensAt, full, failedDrill } = context;
  const { facts, triage, round, recipients, senderAgencyId } = referral;
  const decided = triage.state === 'decided' ? triage.decision.capability : facts.capability;
  const { kind, languages, handlingCode, transferBasis } = facts;
  const tried = recipients.filter((each) => each.round === round).map(({ contactPointId }) => contactPointId);
  return {
    ...{ countries, kind, capability: capability ?? decided, languages, handlingCode, senderAgencyId, tried, asOf },
    ...(transferBasis && { transferBasis }),
    ...(reachable && { reachable }),
    ...(opensAt && { opensAt }),
    ...(full && { full }),
    ...(failedDrill && { failedDrill }),
  };
}

/** The countries in which no contact point can receive the referral now. */
export function unreachableCountries(asked: RouteContext, directory: Directory): Country[] {
  return findRoute(routeRequestOf(asked), directory).without.map(({ country }) => country);
}
