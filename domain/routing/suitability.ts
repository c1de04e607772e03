/** Whether a contact point suits a referral: every rule that it must satisfy, and the reasons against it. */

import type { Capability, Country, HandlingCode, Instant, Kind, TransferBasis } from '../vocabulary.ts';
import { agency, type ContactPoint, chainOf, type Directory, daysBefore, VERIFIED_WITHIN_DAYS } from './directory.ts';

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
  /** If the case is urgent: when each desk that is closed at `asOf` opens, by id of the contact point. */
  opensAt?: Readonly<Record<string, Instant>>;
  /** Ids of the contact points at which as many referrals wait for acknowledgement as their capacity allows. */
  full?: readonly string[];
  /** Ids of the contact points that did not answer their last drill. They come after the others of their type. */
  failedDrill?: readonly string[];
}

/** Why a contact point was not selected. */
export type RejectionReason =
  | 'disabled'
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
  | 'at-capacity'
  | 'needs-transfer-basis'
  | 'hotline-for-removal-only'
  | 'after-the-one-taken';

/** Reasons that exclude a contact point, also if a person selects it. Only a supervisor can override them. */
export type ExclusionReason = Extract<RejectionReason, 'excluded' | 'no-clearance' | 'needs-transfer-basis'>;

/** Reasons that no change of facts can remove. */
export const FIXED_REASONS: readonly RejectionReason[] = [
  'disabled',
  'sender-itself',
  'already-tried',
  'not-on-chain',
  'hotline-for-removal-only',
];

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

/** The rules for a referral: they return every reason against a contact point. */
export function suitabilityRules(
  request: RouteRequest,
  directory: Directory,
): (point: ContactPoint) => RejectionReason[] {
  const { senderAgencyId, capability, kind, languages } = request;
  const excludes = new Set(agency(directory, senderAgencyId)?.excludes);
  const [tried, full] = [new Set(request.tried), new Set(request.full)];
  const verifiedSince = daysBefore(request.asOf, VERIFIED_WITHIN_DAYS);
  // The transfer basis is last, because it can be supplied.
  const rules: [RejectionReason, isAgainst: (point: ContactPoint) => boolean][] = [
    ['disabled', ({ disabled = false }) => disabled],
    ['sender-itself', ({ agencyId }) => agencyId === senderAgencyId],
    ['excluded', ({ agencyId }) => excludes.has(agencyId)],
    ['already-tried', ({ id }) => tried.has(id)],
    ['not-on-chain', ({ country, type }) => !chainOf(directory, country).includes(type)],
    ['hotline-for-removal-only', ({ type }) => type === 'inhope-hotline' && capability !== 'content-removal'],
    ['lacks-capability', ({ capabilities }) => !capabilities.includes(capability)],
    ['does-not-accept-kind', ({ kinds }) => !kinds.includes(kind)],
    ['no-common-language', (point) => !canRead(point, languages)],
    ['no-clearance', (point) => !isCleared(point, request)],
    ['not-verified-recently', ({ verifiedAt }) => verifiedAt < verifiedSince],
    ['at-capacity', ({ id }) => full.has(id)],
    ['needs-transfer-basis', (point) => needsBasis(point, request, directory)],
  ];
  return (point) => {
    // A loop and not a chain of arrays: a country can have thousands of contact points.
    const reasons: RejectionReason[] = [];
    for (const [reason, isAgainst] of rules) if (isAgainst(point)) reasons.push(reason);
    return reasons;
  };
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
