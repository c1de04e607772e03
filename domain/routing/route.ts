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
}

/** Reasons that exclude a contact point, also if a person selects it. Only a supervisor can override them. */
export type ExclusionReason = Extract<RejectionReason, 'excluded' | 'no-clearance' | 'needs-transfer-basis'>;

const ROUTE_RULE = 'route-1';

/**
 * Selects one contact point for each country: the first suitable one on the fallback chain. Total and deterministic;
 * the order of the directory makes no difference. Each unsuitable candidate has its own reason. Suitable candidates
 * after the selected one have `after-the-one-taken`. Never selects from `tried`, so a second call with the current
 * recipients returns the next on the chain.
 */
export function findRoute(request: RouteRequest, directory: Directory): RouteDecision {
  const countries = [...new Set(request.countries)];
  const candidates = countries.flatMap((country) => candidatesIn(country, request, directory));
  const taken = candidates.filter(({ verdict }) => verdict.taken).map(({ verdict: _, ...choice }) => choice);
  const served = new Set(taken.map(({ country }) => country));
  const without = countries
    .filter((country) => !served.has(country))
    .map((country) => ({ country, reason: noRecipientReason(candidates.filter((each) => each.country === country)) }));
  return { ruleVersion: ROUTE_RULE, countries, candidates, taken, without };
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

function candidatesIn(country: Country, request: RouteRequest, directory: Directory): Candidate[] {
  const points = bestFirst(country, request.capability, directory);
  const reasons = points.map((point) => passedOverReason(point, request, directory));
  const first = reasons.indexOf(undefined);
  return points.map((point, index) => {
    if (index === first) return { ...choiceOf(point), verdict: { taken: true, reason: 'best-of-its-country' } };
    return { ...choiceOf(point), verdict: { taken: false, reason: reasons[index] ?? 'after-the-one-taken' } };
  });
}

/** Sorted by chain, capability level, time of verification, and id. */
function bestFirst(country: Country, capability: Capability, directory: Directory): ContactPoint[] {
  const chain = chainOf(directory, country);
  const place = ({ type }: ContactPoint) => (chain.includes(type) ? chain.indexOf(type) : chain.length);
  const level = ({ agencyId }: ContactPoint) =>
    CAPABILITY_LEVELS.indexOf(levelOf(directory, agencyId, country, capability));
  return directory.contactPoints
    .filter((point) => point.country === country && !agency(directory, point.agencyId)?.disabled)
    .sort(
      (one, other) =>
        place(one) - place(other) ||
        level(other) - level(one) ||
        compareText(other.verifiedAt, one.verifiedAt) ||
        compareText(one.id, other.id),
    );
}

/** The first reason against the contact point. The transfer basis is last, because it can be supplied. */
function passedOverReason(
  point: ContactPoint,
  request: RouteRequest,
  directory: Directory,
): RejectionReason | undefined {
  if (point.agencyId === request.senderAgencyId) return 'sender-itself';
  if (isExcluded(point, request, directory)) return 'excluded';
  if (request.tried.includes(point.id)) return 'already-tried';
  if (!chainOf(directory, point.country).includes(point.type)) return 'not-on-chain';
  if (point.type === 'inhope-hotline' && request.capability !== 'content-removal') return 'hotline-for-removal-only';
  if (!point.capabilities.includes(request.capability)) return 'lacks-capability';
  if (!point.kinds.includes(request.kind)) return 'does-not-accept-kind';
  if (!canRead(point, request.languages)) return 'no-common-language';
  if (!isCleared(point, request)) return 'no-clearance';
  if (point.verifiedAt < daysBefore(request.asOf, VERIFIED_WITHIN_DAYS)) return 'not-verified-recently';
  if (needsBasis(point, request, directory)) return 'needs-transfer-basis';
  return undefined;
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
