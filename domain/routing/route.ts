/** Routing: selects contact points for a referral, and records for each candidate why it was selected or not. */

import {
  CAPABILITY_LEVELS,
  type Capability,
  type ContactPointType,
  type Country,
  type HandlingCode,
  type Instant,
  type Kind,
  type TransferBasis,
} from '../vocabulary.ts';
import {
  agency,
  type ContactPoint,
  chainOf,
  type Directory,
  daysBefore,
  levelOf,
  VERIFIED_WITHIN_DAYS,
} from './directory.ts';
import { type RouteChange, routeChanges } from './route-changes.ts';

/** The input of the routing rules. */
export interface RouteRequest {
  countries: readonly Country[];
  kind: Kind;
  capability: Capability;
  /** ISO 639-1 codes of the languages in which the referral is written. */
  languages: readonly string[];
  handlingCode: HandlingCode;
  transferBasis?: TransferBasis;
  senderAgencyId: string;
  /** Ids of contact points that were recipients in this round of the referral. */
  tried: readonly string[];
  asOf: Instant;
  /** If the case is urgent: ids of the contact points that can be reached at `asOf`. They then come first within their type. */
  reachable?: readonly string[];
}

/** A contact point that is selected as recipient. */
export interface Choice {
  contactPointId: string;
  agencyId: string;
  country: Country;
  type: ContactPointType;
}

/** Why a contact point was not selected. */
export type RejectionReason =
  | 'sender-itself'
  | 'excluded'
  | 'already-tried'
  /** Its type is not on the fallback chain: only a supervisor can select it. */
  | 'not-on-chain'
  | 'lacks-capability'
  | 'does-not-accept-kind'
  | 'no-common-language'
  | 'no-clearance'
  | 'not-verified-recently'
  | 'needs-transfer-basis'
  | 'hotline-for-removal-only'
  | 'after-the-one-taken';

/** A contact point with the verdict of the rules. */
export interface Candidate extends Choice {
  /** Whether the desk was staffed or has a duty line, if that counted. */
  reachable?: boolean;
  verdict: { taken: true; reason: 'best-of-its-country' } | { taken: false; reason: RejectionReason };
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

/** Reasons that exclude a contact point, also if a person selects it. Only a supervisor can override them. */
export type ExclusionReason = Extract<RejectionReason, 'excluded' | 'no-clearance' | 'needs-transfer-basis'>;

const ROUTE_RULE = 'route-2';

/**
 * Selects one contact point for each country: the first suitable one on the fallback chain. Total and deterministic;
 * the order of the directory makes no difference. Each unsuitable candidate has its own reason. Suitable candidates
 * after the selected one have `after-the-one-taken`. Never selects from `tried`, so a second call with the current
 * recipients returns the next on the chain.
 */
export function findRoute(request: RouteRequest, directory: Directory): RouteDecision {
  const countries = [...new Set(request.countries)];
  const examined = countries.flatMap((country) => examine(country, request, directory));
  const candidates = countries.flatMap((country) => candidatesOf(examined.filter((each) => each.country === country)));
  const taken = candidates
    .filter(({ verdict }) => verdict.taken)
    .map(({ verdict: _, reachable: __, ...choice }) => choice);
  const served = new Set(taken.map(({ country }) => country));
  const without = countries
    .filter((country) => !served.has(country))
    .map((country) => ({ country, reason: noRecipientReason(candidates.filter((each) => each.country === country)) }));
  return { ruleVersion: ROUTE_RULE, countries, candidates, taken, without, changes: routeChanges(examined, FIXED) };
}

/** The contact point as a choice. */
export function choiceOf({ id, agencyId, country, type }: ContactPoint): Choice {
  return { contactPointId: id, agencyId, country, type };
}

/** The exclusion, clearance or transfer rule that forbids the contact point; undefined if none does. */
export function exclusionReason(
  point: ContactPoint,
  asked: ExclusionFacts,
  directory: Directory,
): ExclusionReason | undefined {
  if (isExcluded(point, asked, directory)) return 'excluded';
  if (!isCleared(point, asked)) return 'no-clearance';
  return needsBasis(point, asked, directory) ? 'needs-transfer-basis' : undefined;
}

type ExclusionFacts = Pick<RouteRequest, 'senderAgencyId' | 'handlingCode' | 'transferBasis'>;

type ExaminedPoint = Omit<Candidate, 'verdict'> & { reasons: RejectionReason[] };

/** Reasons that no change of facts can remove. */
const FIXED: readonly RejectionReason[] = [
  'sender-itself',
  'already-tried',
  'not-on-chain',
  'hotline-for-removal-only',
];

function examine(country: Country, request: RouteRequest, directory: Directory): ExaminedPoint[] {
  return bestFirst(country, request, directory).map((point) => ({
    ...choiceOf(point),
    ...(request.reachable && { reachable: request.reachable.includes(point.id) }),
    reasons: reasonsAgainst(point, request, directory),
  }));
}

function candidatesOf(points: readonly ExaminedPoint[]): Candidate[] {
  const first = points.findIndex(({ reasons }) => reasons.length === 0);
  return points.map(({ reasons, ...point }, index) => {
    if (index === first) return { ...point, verdict: { taken: true, reason: 'best-of-its-country' } };
    return { ...point, verdict: { taken: false, reason: reasons[0] ?? 'after-the-one-taken' } };
  });
}

/** Sorted by chain, whether it can be reached now, capability level, time of verification, and id. */
function bestFirst(country: Country, { capability, reachable }: RouteRequest, directory: Directory): ContactPoint[] {
  const chain = chainOf(directory, country);
  const place = ({ type }: ContactPoint) => (chain.includes(type) ? chain.indexOf(type) : chain.length);
  const level = ({ agencyId }: ContactPoint) =>
    CAPABILITY_LEVELS.indexOf(levelOf(directory, agencyId, country, capability));
  const waiting = ({ id }: ContactPoint) => Number(reachable !== undefined && !reachable.includes(id));
  return directory.contactPoints
    .filter((point) => point.country === country && !agency(directory, point.agencyId)?.disabled)
    .sort(
      (one, other) =>
        place(one) - place(other) ||
        waiting(one) - waiting(other) ||
        level(other) - level(one) ||
        compareText(other.verifiedAt, one.verifiedAt) ||
        compareText(one.id, other.id),
    );
}

/** Every reason against the contact point. The transfer basis is last, because it can be supplied. */
function reasonsAgainst(point: ContactPoint, request: RouteRequest, directory: Directory): RejectionReason[] {
  const { agencyId, id, country, type } = point;
  const against: [isAgainst: boolean, RejectionReason][] = [
    [agencyId === request.senderAgencyId, 'sender-itself'],
    [isExcluded(point, request, directory), 'excluded'],
    [request.tried.includes(id), 'already-tried'],
    [!chainOf(directory, country).includes(type), 'not-on-chain'],
    [type === 'inhope-hotline' && request.capability !== 'content-removal', 'hotline-for-removal-only'],
    [!point.capabilities.includes(request.capability), 'lacks-capability'],
    [!point.kinds.includes(request.kind), 'does-not-accept-kind'],
    [!canRead(point, request.languages), 'no-common-language'],
    [!isCleared(point, request), 'no-clearance'],
    [point.verifiedAt < daysBefore(request.asOf, VERIFIED_WITHIN_DAYS), 'not-verified-recently'],
    [needsBasis(point, request, directory), 'needs-transfer-basis'],
  ];
  return against.flatMap(([isAgainst, reason]) => (isAgainst ? [reason] : []));
}

/** If the referral names no language, every contact point can read it. */
function canRead(point: ContactPoint, languages: readonly string[]): boolean {
  return languages.length === 0 || languages.some((language) => point.languages.includes(language));
}

/** Conflict of interest. */
function isExcluded({ agencyId }: ContactPoint, { senderAgencyId }: ExclusionFacts, directory: Directory): boolean {
  return agency(directory, senderAgencyId)?.excludes.includes(agencyId) ?? false;
}

function isCleared({ clearances }: ContactPoint, { handlingCode }: ExclusionFacts): boolean {
  return clearances.includes(handlingCode);
}

/** Directive (EU) 2016/680 chapter V. */
function needsBasis(
  { country }: ContactPoint,
  { transferBasis = 'within-eu' }: ExclusionFacts,
  { withinEu }: Directory,
): boolean {
  return transferBasis === 'within-eu' && !withinEu.includes(country);
}

function noRecipientReason(candidates: readonly Candidate[]): RouteDecision['without'][number]['reason'] {
  if (candidates.length === 0) return 'nobody-in-directory';
  const isWaiting = candidates.some(({ verdict }) => verdict.reason === 'needs-transfer-basis');
  return isWaiting ? 'needs-transfer-basis' : 'nobody-left';
}

/** For instants and ids. */
function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
