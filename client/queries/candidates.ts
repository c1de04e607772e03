/** The contact points that a supervisor can assign to a referral, each with the present result of the routing rules. */

import type { Referral } from '../../domain/referral.ts';
import { routeAt } from '../../domain/routing/current-route.ts';
import type { Directory } from '../../domain/routing/directory.ts';
import type { Candidate, RouteDecision } from '../../domain/routing/route.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import type { Queries } from '../../prisma/store/connect.ts';
import { pointStates } from '../../prisma/store/point-states.ts';

/** Every contact point of the directory, except those of disabled agencies. */
export interface AssignmentCandidates {
  /** Those in the countries of the referral, in the order in which the rules consider them. */
  concerned: readonly Candidate[];
  /** Those in all other countries. */
  others: readonly Candidate[];
  /** The countries of the referral in which the rules find no recipient now, with the reason. */
  without: RouteDecision['without'];
}

/** Only for the coordinating agency: load and drills are those that it sees. */
export async function assignmentCandidates(
  db: Queries,
  referral: Referral,
  directory: Directory,
  asOf: Instant,
): Promise<AssignmentCandidates> {
  const { triage, unserved = [], recipients } = referral;
  const decided = triage.state === 'decided' ? triage.decision.countries : [];
  const concerned = new Set([...decided, ...unserved, ...recipients.map(({ country }) => country)]);
  const countries = [...new Set([...concerned, ...directory.contactPoints.map(({ country }) => country)])];
  const states = await pointStates(db, referral, directory.contactPoints);
  const { candidates, without } = routeAt({ referral, countries, asOf }, directory, states);
  return {
    concerned: candidates.filter(({ country }) => concerned.has(country)),
    others: candidates.filter(({ country }) => !concerned.has(country)),
    without: without.filter(({ country }) => concerned.has(country)),
  };
}
