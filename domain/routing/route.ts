/** Routing: selects contact points for a referral, and records for each candidate why it was selected or not. */

import type { ContactPointType, Country, Instant } from '../vocabulary.ts';
import { type ContactPoint, chainOf, type Directory } from './directory.ts';
import { DirectoryIndex } from './directory-index.ts';
import { bestFirst, type Order } from './order.ts';
import { type ExaminedContactPoint, type RouteChange, routeChanges } from './route-changes.ts';
import { FIXED_REASONS, type RejectionReason, type RouteRequest, suitabilityRules } from './suitability.ts';

/** A contact point that is selected as recipient. */
export interface Choice {
  contactPointId: string;
  agencyId: string;
  country: Country;
  type: ContactPointType;
}

/** A contact point with the verdict of the rules. */
export interface Candidate extends Choice {
  /** Whether the desk was staffed or has a duty line, if that counted. */
  reachable?: boolean;
  /** When the desk opens, if it was closed and that counted. */
  opensAt?: Instant;
  /** Set if it did not answer its last drill, so that it came after others of its type. */
  failedDrill?: true;
  verdict:
    | { taken: true; reason: 'best-of-its-country' | 'all-at-capacity' }
    | { taken: false; reason: RejectionReason };
}

/** The decision record. */
export interface RouteDecision {
  ruleVersion: string;
  countries: Country[];
  /** In the order in which they were considered, by country. */
  candidates: Candidate[];
  taken: Choice[];
  /** Countries in which no recipient was found. */
  without: { country: Country; reason: 'nobody-in-directory' | 'nobody-left' | 'needs-transfer-basis' }[];
  /** What would select another contact point. Absent in decisions of `route-1`. */
  changes?: RouteChange<RejectionReason>[];
}

const ROUTE_RULE = 'route-6';

/**
 * Selects one contact point for each country: the first suitable one on the fallback chain. Total and deterministic;
 * the order of the directory makes no difference. Each unsuitable candidate has its own reason. Suitable candidates
 * after the selected one have `after-the-one-taken`. Never selects from `tried`, so a second call with the current
 * recipients returns the next on the chain.
 */
export function findRoute(request: RouteRequest, directory: Directory): RouteDecision {
  const countries = [...new Set(request.countries)];
  const examined = countries.map((country) => examine(country, request, directory));
  const candidates = examined.flatMap((each) => candidatesOf(each, request));
  const taken = candidates
    .filter(({ verdict }) => verdict.taken)
    .map(({ contactPointId, agencyId, country, type }) => ({ contactPointId, agencyId, country, type }));
  const served = new Set(taken.map(({ country }) => country));
  const without = countries
    .filter((country) => !served.has(country))
    .map((country) => ({ country, reason: noRecipientReason(candidates.filter((each) => each.country === country)) }));
  const changes = routeChanges(
    examined.flatMap(({ points }) => points),
    FIXED_REASONS,
  );
  return { ruleVersion: ROUTE_RULE, countries, candidates, taken, without, changes };
}

/** The contact points that were passed over because they are at capacity, or selected although they are. */
export function overCapacity({ candidates }: RouteDecision): Candidate[] {
  return candidates.filter(({ verdict, country }, index) => {
    if (verdict.reason !== 'at-capacity') return verdict.reason === 'all-at-capacity';
    return !candidates.slice(0, index).some((each) => each.country === country && each.verdict.taken);
  });
}

/** The contact point as a choice. */
export function choiceOf({ id, agencyId, country, type }: ContactPoint): Choice {
  return { contactPointId: id, agencyId, country, type };
}

/** A contact point with every reason against it. */
interface ExaminedPoint extends ExaminedContactPoint<RejectionReason> {
  point: ContactPoint;
}

interface ExaminedCountry {
  points: ExaminedPoint[];
  /** The reason for the first suitable contact point. */
  reason: 'best-of-its-country' | 'all-at-capacity';
}

/** If every suitable contact point is at capacity, capacity does not count: a late answer is better than none. */
function examine(country: Country, request: RouteRequest, directory: Directory): ExaminedCountry {
  const points = pointsIn(country, request, directory);
  const { full = [], ...unlimited } = request;
  if (full.length === 0 || points.some(isSuitable)) return { points, reason: 'best-of-its-country' };
  return { points: pointsIn(country, unlimited, directory), reason: 'all-at-capacity' };
}

function pointsIn(country: Country, request: RouteRequest, directory: Directory): ExaminedPoint[] {
  const reasonsAgainst = suitabilityRules(request, directory);
  return bestFirst(orderedIn(country, request, directory)).map(({ point, order }) => ({
    point,
    contactPointId: point.id,
    country,
    reasons: reasonsAgainst(point),
    order,
  }));
}

function isSuitable({ reasons }: ExaminedPoint): boolean {
  return reasons.length === 0;
}

function candidatesOf({ points, reason }: ExaminedCountry, request: RouteRequest): Candidate[] {
  const first = points.findIndex(isSuitable);
  return points.map((examined, index) => {
    if (index === first) return candidateOf(examined, request, { taken: true, reason });
    return candidateOf(examined, request, { taken: false, reason: examined.reasons[0] ?? 'after-the-one-taken' });
  });
}

function candidateOf(
  { point: { id, agencyId, country, type }, order }: ExaminedPoint,
  { reachable, opensAt = {} }: RouteRequest,
  verdict: Candidate['verdict'],
): Candidate {
  const candidate: Candidate = { contactPointId: id, agencyId, country, type, verdict };
  if (reachable) candidate.reachable = !order.closed;
  const opens = opensAt[id];
  if (opens) candidate.opensAt = opens;
  if (order.drillFailed) candidate.failedDrill = true;
  return candidate;
}

/** The contact points of the country, with what decides their order. */
function orderedIn(
  country: Country,
  { capability, reachable, failedDrill }: RouteRequest,
  directory: Directory,
): { point: ContactPoint; order: Order }[] {
  const index = DirectoryIndex.of(directory);
  const [chain, levels] = [chainOf(directory, country), index.levelsIn(country, capability)];
  const [open, failed] = [reachable && new Set(reachable), new Set(failedDrill)];
  const places = new Map(chain.map((type, place) => [type, place]));
  const orderOf = ({ id, agencyId, type, verifiedAt }: ContactPoint): Order => ({
    place: places.get(type) ?? chain.length,
    closed: open !== undefined && !open.has(id),
    drillFailed: failed.has(id),
    level: levels.get(agencyId) ?? 'none',
    verifiedAt,
    id,
  });
  return index.pointsIn(country).map((point) => ({ point, order: orderOf(point) }));
}

function noRecipientReason(candidates: readonly Candidate[]): RouteDecision['without'][number]['reason'] {
  if (candidates.length === 0) return 'nobody-in-directory';
  const isWaiting = candidates.some(({ verdict }) => verdict.reason === 'needs-transfer-basis');
  return isWaiting ? 'needs-transfer-basis' : 'nobody-left';
}
