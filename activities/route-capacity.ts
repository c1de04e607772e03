/** Prevents that referrals which are routed at the same moment overfill a contact point. */

import { decide } from '../domain/decide.ts';
import type { EventOf, ReferralEvent } from '../domain/events.ts';
import type { Referral } from '../domain/referral.ts';
import type { Directory } from '../domain/routing/directory.ts';
import type { Queries } from '../prisma/store/connect.ts';
import type { LimitedPoint } from '../prisma/store/point-states.ts';
import type { ActRecord } from './decided-act.ts';
import { routeReferral } from './route.ts';

/**
 * The contact points that the act selects by rule and that have a capacity. Empty in an emergency, in which capacity does not
 * count. One that was selected although all are at capacity is not among them.
 */
export function limitedPoints(
  { events }: ActRecord,
  before: Referral | undefined,
  { contactPoints }: Directory,
): LimitedPoint[] {
  const decision = events.find(isRouted)?.decision;
  if (decision === undefined || before?.urgency === 'emergency') return [];
  const taken = decision.candidates.flatMap(({ contactPointId, verdict: { reason } }) =>
    reason === 'best-of-its-country' ? [contactPointId] : [],
  );
  return contactPoints.flatMap(({ id, agencyId, capacity }) =>
    capacity !== undefined && taken.includes(id) ? [{ id, agencyId, capacity }] : [],
  );
}

/** The same act with another route, because a contact point was filled after this one was computed. */
export async function routedAgain<Request extends ActRecord>(
  db: Queries,
  directory: Directory,
  request: Request,
  referral: Referral,
): Promise<Request> {
  const routed = request.events.find(isRouted);
  if (routed === undefined) return request;
  const { decision, replaces } = routed;
  const next = await routeReferral(db, directory, { referral, countries: decision.countries, asOf: request.at });
  const act = { type: 'route', decision: next, ...(replaces && { replaces }) } as const;
  return { ...request, events: decide(referral, act, request.by, request.at) };
}

function isRouted(event: ReferralEvent): event is EventOf<'routed'> {
  return event.type === 'routed';
}
