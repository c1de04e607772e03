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

/** Every reason against the contact point. The transfer basis is last, because it can be supplied. */
export function reasonsAgainst(point: ContactPoint, request: RouteRequest, directory: Directory): RejectionReason[] {
  const { agencyId, id, country, type } = point;
  const against: [isAgainst: boolean, RejectionReason][] = [
    [point.disabled ?? false, 'disabled'],
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
    [request.full?.includes(id) ?? false, 'at-capacity'],
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
